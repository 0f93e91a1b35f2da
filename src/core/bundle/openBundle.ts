import type { EntryContent, ReadOptions, UnreadableReason } from '../archive/archiveEntry';
import { openArchiveTree } from '../archive/archiveTree';
import type { ArchiveLimits } from '../archive/limits';
import type { ByteSource } from '../bytes/byteSource';
import { toHex } from '../bytes/hex';
import { errorProblem, type Problem } from '../bytes/problem';
import type { Bundle, BundleKind, BundleMember, ContainerKind } from './bundle';
import type { BundleInput, FolderFile } from './bundleInput';
import { LogReader } from './logReader';
import { kindOfContent, kindOfEmpty, kindOfName, type MemberKind } from './memberKind';

/** How far the opening of a bundle has come. */
export interface BundleProgress {
  readonly step: 'listing' | 'reading';
  /** Members read so far, of {@link totalMembers}. */
  readonly members: number;
  readonly totalMembers: number;
  /** Event records indexed so far. */
  readonly records: number;
}

export interface OpenBundleOptions {
  readonly limits?: ArchiveLimits | undefined;
  readonly signal?: AbortSignal | undefined;
  /** For encrypted zip entries; used, never stored. */
  readonly password?: string | undefined;
  readonly onProgress?: ((progress: BundleProgress) => void) | undefined;
}

export type OpenBundleResult =
  { readonly ok: true; readonly bundle: Bundle } | { readonly ok: false; readonly problem: Problem };

/**
 * Opens a bundle: lists it with everything nested in it, reads every member that is a log, and keeps the rest
 * closed until it is asked for. Bad members become problems; only what is no bundle at all fails. Rejects with the
 * signal's reason when aborted.
 */
export async function openBundle(input: BundleInput, options: OpenBundleOptions = {}): Promise<OpenBundleResult> {
  const listed = input.kind === 'folder' ? await listFolder(input.files, options) : await listFile(input, options);
  if (!listed.ok) {
    return listed;
  }
  const { container, entries, problems } = listed;
  const reader = new LogReader();
  const members: BundleMember[] = [];
  for (const entry of entries) {
    options.signal?.throwIfAborted();
    members.push(await readMember(entry, reader, options));
    options.onProgress?.({
      step: 'reading',
      members: members.length,
      totalMembers: entries.length,
      records: reader.records,
    });
  }
  const logs = reader.finish();
  const byPath = new Map(entries.map((entry) => [entry.path, entry]));
  return {
    ok: true,
    bundle: {
      name: input.name,
      sha256: input.kind === 'folder' ? await folderHash(input.files) : await input.source.sha256(),
      kind: kindOfBundle(container, members),
      container,
      members,
      logs,
      problems: [...problems, ...logs.events.problems],
      read: async (path, readOptions) =>
        (await byPath.get(path)?.read({ password: options.password, ...readOptions })) ?? missing(path),
    },
  };
}

/** A member before it is read, whatever it lies in. */
interface ListedEntry {
  readonly path: string;
  readonly size: number;
  readonly modified: number | null;
  readonly isArchive: boolean;
  readonly unreadable: UnreadableReason | null;
  readonly problems: readonly Problem[];
  read(options?: ReadOptions): Promise<EntryContent>;
}

type Listed =
  | {
      readonly ok: true;
      readonly container: ContainerKind;
      readonly entries: readonly ListedEntry[];
      readonly problems: readonly Problem[];
    }
  | { readonly ok: false; readonly problem: Problem };

async function listFile(input: { name: string; source: ByteSource }, options: OpenBundleOptions): Promise<Listed> {
  const head = await input.source.read(0, 8192);
  const kind = kindOfContent(input.name, head);
  if (kind !== 'archive' && kind !== 'binary' && kind !== 'empty') {
    return { ok: true, container: 'file', entries: [fileEntry(input.name, input.source, null)], problems: [] };
  }
  const result = await openArchiveTree(input.source, input.name, {
    ...treeOptions(options),
    onProgress: listing(options),
  });
  return result.ok
    ? { ok: true, container: result.tree.container, entries: result.tree.members, problems: result.tree.problems }
    : result;
}

async function listFolder(files: readonly FolderFile[], options: OpenBundleOptions): Promise<Listed> {
  const entries: ListedEntry[] = [];
  const problems: Problem[] = [];
  for (const file of [...files].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    options.signal?.throwIfAborted();
    const own = fileEntry(file.path, file.source, file.modified);
    const magic = await file.source.read(0, 8);
    if (kindOfContent(file.path, magic) !== 'archive' || !/\.(cab|zip)$/i.test(file.path)) {
      entries.push(own);
      continue;
    }
    const result = await openArchiveTree(file.source, file.path, treeOptions(options));
    entries.push({ ...own, isArchive: true });
    if (result.ok) {
      problems.push(...result.tree.problems);
      entries.push(...result.tree.members.map((member) => inFolder(file.path, member)));
    } else {
      problems.push(result.problem);
    }
    listing(options)(entries.length);
  }
  return { ok: true, container: 'folder', entries, problems };
}

function inFolder(folder: string, member: ListedEntry): ListedEntry {
  return {
    path: `${folder}/${member.path}`,
    size: member.size,
    modified: member.modified,
    isArchive: member.isArchive,
    unreadable: member.unreadable,
    problems: member.problems,
    read: (options) => member.read(options),
  };
}

function fileEntry(path: string, source: ByteSource, modified: number | null): ListedEntry {
  return {
    path,
    size: source.size,
    modified,
    isArchive: false,
    unreadable: null,
    problems: [],
    read: async () => ({ ok: true, bytes: await source.read(0, source.size), problems: [] }),
  };
}

function treeOptions(options: OpenBundleOptions): Pick<OpenBundleOptions, 'limits' | 'signal' | 'password'> {
  return {
    ...(options.limits === undefined ? {} : { limits: options.limits }),
    ...(options.signal === undefined ? {} : { signal: options.signal }),
    ...(options.password === undefined ? {} : { password: options.password }),
  };
}

function listing(options: OpenBundleOptions): (listed: number) => void {
  return (listed) => options.onProgress?.({ step: 'listing', members: 0, totalMembers: listed, records: 0 });
}

/** Text above this size is opened on demand only; no log that the story needs is that large, bytes. */
const maxEagerText = 64 * 1024 * 1024;

/** Names of files that hold nothing for the story and may be large. */
const closedNames = /\.(etl(\.\w+)?|html?|dmp|png|jpg|xsl|bin|dll|exe)$/i;

async function readMember(entry: ListedEntry, reader: LogReader, options: OpenBundleOptions): Promise<BundleMember> {
  const facts = { path: entry.path, size: entry.size, modified: entry.modified };
  if (entry.isArchive || entry.unreadable !== null) {
    const kind: MemberKind = entry.isArchive ? 'archive' : kindOfName(entry.path);
    return { ...facts, kind, unreadable: entry.unreadable, problems: entry.problems, records: null };
  }
  if (entry.size === 0) {
    return { ...facts, kind: kindOfEmpty(entry.path), unreadable: null, problems: entry.problems, records: null };
  }
  const isEvtxName = /\.evtx$/i.test(entry.path);
  if (closedNames.test(entry.path) || (entry.size > maxEagerText && !isEvtxName)) {
    return { ...facts, kind: kindOfName(entry.path), unreadable: null, problems: entry.problems, records: null };
  }
  const content = await entry.read({ signal: options.signal, password: options.password });
  if (!content.ok) {
    const problems = [...entry.problems, content.problem];
    return { ...facts, kind: kindOfName(entry.path), unreadable: content.reason, problems, records: null };
  }
  const kind = kindOfContent(entry.path, content.bytes);
  const read = reader.take(entry.path, kind, content.bytes);
  return {
    ...facts,
    kind,
    unreadable: null,
    problems: [...entry.problems, ...content.problems, ...read.problems],
    records: read.records,
  };
}

function kindOfBundle(container: ContainerKind, members: readonly BundleMember[]): BundleKind {
  if (container === 'file') {
    return 'singleLog';
  }
  if (members.some((member) => member.kind === 'collectionResults' || /^\(\d+\) /.test(member.path))) {
    return 'collectDiagnostics';
  }
  return container === 'folder' ? 'folder' : 'mdmDiagnostics';
}

function missing(path: string): EntryContent {
  return {
    ok: false,
    reason: 'damaged',
    problem: errorProblem('bundle.no-such-member', path, 'There is no such member.'),
  };
}

/** Identity of a folder: the hash over its sorted paths and file hashes. */
async function folderHash(files: readonly FolderFile[]): Promise<string> {
  const lines: string[] = [];
  for (const file of files) {
    lines.push(`${await file.source.sha256()}  ${file.path}\n`);
  }
  const bytes = new TextEncoder().encode(lines.sort().join(''));
  return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}
