import * as l10n from '@vscode/l10n';
import type { EntryContent } from '../archive/archiveEntry';
import type { ArchiveLimits } from '../archive/limits';
import { toHex } from '../bytes/hex';
import { Pace } from '../bytes/pace';
import { errorProblem, infoProblem, type Problem } from '../bytes/problem';
import { maxEventXmlBytes } from '../logs/eventXmlLog';
import type { Bundle, BundleKind, BundleMember, ContainerKind } from './bundle';
import { listEntries, type BundleEntry } from './bundleEntries';
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
  const { limits, signal, password, onProgress } = options;
  const listed = await listEntries(input, {
    limits,
    signal,
    password,
    onListed: (count) => onProgress?.({ step: 'listing', members: 0, totalMembers: count, records: 0 }),
  });
  if (!listed.ok) {
    return listed;
  }
  const { container, entries, problems } = listed;
  const reader = new LogReader();
  const members: BundleMember[] = [];
  const pace = new Pace();
  for (const entry of entries) {
    await pace.breathe(signal);
    members.push(await readMember(entry, reader, options));
    onProgress?.({
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
      sha256: input.kind === 'folder' ? await folderHash(input.files, signal) : await input.source.sha256(),
      kind: kindOfBundle(container, members),
      container,
      members,
      logs,
      problems: [...problems, ...logs.events.problems],
      read: async (path, readOptions) => (await byPath.get(path)?.read({ password, ...readOptions })) ?? missing(path),
    },
  };
}

/** Text above this size is opened on demand only; no log that the story needs is that large, bytes. */
const maxEagerText = 64 * 1024 * 1024;

/** Names of files that hold nothing for the story and may be large. */
const closedNames = /\.(etl(\.\w+)?|html?|dmp|png|jpg|xsl|bin|dll|exe)$/i;

/** The HTML report of the diagnostics tool, which stands in for its XML report. */
const reportName = /mdmdiag\w*report\.html?$/i;

/** How much of a member of this name is read when the bundle is opened, bytes. */
function eagerLimit(path: string): number {
  return /\.evtx$/i.test(path) ? Number.POSITIVE_INFINITY : /\.xml$/i.test(path) ? maxEventXmlBytes : maxEagerText;
}

async function readMember(entry: BundleEntry, reader: LogReader, options: OpenBundleOptions): Promise<BundleMember> {
  const facts = {
    path: entry.path,
    size: entry.size,
    modified: entry.modified,
    unreadable: null,
    records: null,
    understood: null,
  };
  const isUnlocked = entry.unreadable === 'encrypted' && options.password !== undefined;
  // That a password is needed is no news where one was given; whether it fits, reading tells.
  const known = isUnlocked ? entry.problems.filter(({ code }) => code !== 'zip.encrypted') : entry.problems;
  if (entry.isArchive || (entry.unreadable !== null && !isUnlocked)) {
    const kind: MemberKind = entry.isArchive ? 'archive' : kindOfName(entry.path);
    // An archive that was opened with the password is not locked any more.
    const unreadable = entry.isArchive && isUnlocked ? null : entry.unreadable;
    return { ...facts, kind, unreadable, problems: known };
  }
  if (entry.size === 0) {
    return { ...facts, kind: kindOfEmpty(entry.path), problems: known };
  }
  if (closedNames.test(entry.path) && !reportName.test(entry.path)) {
    return { ...facts, kind: kindOfName(entry.path), problems: known };
  }
  if (entry.size > eagerLimit(entry.path)) {
    return { ...facts, kind: kindOfName(entry.path), problems: [...known, tooLarge(entry)] };
  }
  const content = await entry.read({ signal: options.signal, password: options.password });
  if (!content.ok) {
    const problems = [...known, content.problem];
    return { ...facts, kind: kindOfName(entry.path), unreadable: content.reason, problems };
  }
  const kind = kindOfContent(entry.path, content.bytes);
  if (content.bytes.length > maxEagerText && kind !== 'evtx' && kind !== 'eventXml') {
    return { ...facts, kind, problems: [...known, ...content.problems, tooLarge(entry)] };
  }
  const { problems, records, understood } = reader.take(entry.path, kind, content.bytes);
  return {
    ...facts,
    kind,
    problems: [...known, ...content.problems, ...problems],
    records,
    understood,
  };
}

function tooLarge({ path, size }: BundleEntry): Problem {
  const detail = l10n.t(
    'Its {0} bytes are more than is read of such a file for the story; an export of events can be made of a shorter span of time, or as .evtx.',
    size,
  );
  return infoProblem('bundle.not-read-for-size', path, detail);
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
    problem: errorProblem('bundle.no-such-member', path, l10n.t('There is no such member.')),
  };
}

/**
 * Identity of a folder: the hash over its sorted paths and file hashes. A file that cannot be read counts as such, it
 * does not keep the rest from being shown.
 */
async function folderHash(files: readonly FolderFile[], signal: AbortSignal | undefined): Promise<string> {
  const lines: string[] = [];
  for (const { path, source } of files) {
    signal?.throwIfAborted();
    const hash = await source.sha256().catch(() => 'unreadable');
    lines.push(`${hash}  ${path}\n`);
  }
  const bytes = new TextEncoder().encode(lines.sort().join(''));
  return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}
