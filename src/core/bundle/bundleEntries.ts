import * as l10n from '@vscode/l10n';
import { phrase, sentences, spoken } from '../words/language';
import type { EntryContent, ReadOptions, UnreadableReason } from '../archive/archiveEntry';
import { openArchiveTree } from '../archive/archiveTree';
import { containerOfStart } from '../archive/containerSniff';
import { entryWhere } from '../archive/entryName';
import { defaultLimits, type ArchiveLimits } from '../archive/limits';
import { errorProblem, type Problem } from '../bytes/problem';
import type { ContainerKind } from './bundle';
import type { BundleInput, FolderFile } from './bundleInput';
import { conversionHint } from './foreignFormats';
import { kindOfContent, type MemberKind } from './memberKind';

/** A member before it is read, whatever it lies in. */
export interface BundleEntry {
  readonly path: string;
  readonly size: number;
  readonly modified: number | null;
  readonly isArchive: boolean;
  readonly unreadable: UnreadableReason | null;
  readonly problems: readonly Problem[];
  read(options?: ReadOptions): Promise<EntryContent>;
}

export type ListedBundle =
  | {
      readonly ok: true;
      readonly container: ContainerKind;
      readonly entries: readonly BundleEntry[];
      readonly problems: readonly Problem[];
    }
  | { readonly ok: false; readonly problem: Problem };

export interface ListingOptions {
  readonly limits?: ArchiveLimits | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly password?: string | undefined;
  /** Called with the number of entries listed so far. */
  readonly onListed?: ((listed: number) => void) | undefined;
}

/** Lists what was opened, archives in it included; fails with one sentence for what is no bundle. */
export function listEntries(input: BundleInput, options: ListingOptions): Promise<ListedBundle> {
  return input.kind === 'folder' ? listFolder(input, options) : listFile(input, options);
}

/** Files that tell something without the rest of a bundle. */
const singleLogs: ReadonlySet<MemberKind> = new Set<MemberKind>([
  'evtx',
  'eventXml',
  'cmTrace',
  'setupLog',
  'cbsLog',
  'dismLog',
  'registryDump',
  'registryExport',
  'mdmReport',
  'mdmHtmlReport',
  'collectionResults',
  'diagMetadata',
  'footprint',
  'autopilotProfile',
  'frameworkData',
  'dsregcmd',
  'tpmInfo',
  'uefiInfo',
]);

/** How much of a file tells its kind, bytes. */
const headLength = 8192;

async function listFile(
  { name, source }: Extract<BundleInput, { kind: 'file' }>,
  options: ListingOptions,
): Promise<ListedBundle> {
  const kind = kindOfContent(name, await source.read(0, headLength));
  if (singleLogs.has(kind)) {
    const file = { path: name, source, modified: null };
    return { ok: true, container: 'file', entries: [fileEntry(file, options)], problems: [] };
  }
  const opened = await openArchiveTree(source, name, treeOptions(options, options.onListed));
  if (opened.ok) {
    const { container, members, problems } = opened.tree;
    return { ok: true, container, entries: members, problems };
  }
  return { ok: false, problem: notABundle(name, kind) ?? opened.problem };
}

/** What people open by mistake. */
const knownStrangers: Partial<Readonly<Record<MemberKind, string>>> = spoken({
  evtLegacy: phrase('an event log of Windows XP times (.evt)'),
  etl: phrase('an event trace (.etl)'),
  htmlReport: phrase('a web page'),
  deviceHash: phrase('a list of hardware hashes'),
  json: phrase('JSON of another kind'),
  xml: phrase('XML of another kind'),
  text: phrase('plain text'),
});

function notABundle(name: string, kind: MemberKind): Problem | null {
  const looks = knownStrangers[kind];
  const hint = conversionHint(kind, name);
  return looks === undefined
    ? null
    : errorProblem(
        'bundle.not-a-bundle',
        name,
        sentences(
          l10n.t(
            'This is neither a cabinet nor a zip archive, nor a log that is known here: it looks like {0}.',
            looks,
          ),
          hint ?? '',
        ),
      );
}

async function listFolder(
  { name, files }: Extract<BundleInput, { kind: 'folder' }>,
  options: ListingOptions,
): Promise<ListedBundle> {
  if (files.length === 0) {
    return { ok: false, problem: errorProblem('bundle.not-a-bundle', name, l10n.t('The folder holds no files.')) };
  }
  const entries: BundleEntry[] = [];
  const problems: Problem[] = [];
  for (const file of [...files].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    options.signal?.throwIfAborted();
    const own = fileEntry(file, options);
    entries.push(own);
    if (own.unreadable === null && (await isArchiveFile(file))) {
      const before = entries.length;
      const opened = await openArchiveTree(
        file.source,
        file.path,
        treeOptions(options, (listed) => options.onListed?.(before + listed)),
      );
      if (opened.ok) {
        entries[before - 1] = { ...own, isArchive: true };
        entries.push(...opened.tree.members.map((member) => inFolder(file.path, member)));
        problems.push(...opened.tree.problems.map((problem) => problemInFolder(file.path, problem)));
      }
    }
    options.onListed?.(entries.length);
  }
  return { ok: true, container: 'folder', entries, problems };
}

/** Of a file that cannot be read, the reader of the members says so. */
async function isArchiveFile({ path, source }: FolderFile): Promise<boolean> {
  if (!/\.(cab|zip)$/i.test(path)) {
    return false;
  }
  const start = await source.read(0, 4).catch(() => new Uint8Array(0));
  return containerOfStart(start) !== null;
}

function inFolder(folder: string, member: BundleEntry): BundleEntry {
  return {
    path: entryWhere(folder, member.path),
    size: member.size,
    modified: member.modified,
    isArchive: member.isArchive,
    unreadable: member.unreadable,
    problems: member.problems.map((problem) => problemInFolder(folder, problem)),
    read: async (options) => {
      const content = await member.read(options);
      return content.ok
        ? { ...content, problems: content.problems.map((problem) => problemInFolder(folder, problem)) }
        : { ...content, problem: problemInFolder(folder, content.problem) };
    },
  };
}

/** An archive names places from its own root; problems about the whole of it bear its name already. */
function problemInFolder(folder: string, problem: Problem): Problem {
  return problem.where === folder ? problem : { ...problem, where: entryWhere(folder, problem.where) };
}

/** A file that stands for itself. The limit that holds for entries of archives holds for it too. */
function fileEntry({ path, source, modified }: FolderFile, { limits = defaultLimits }: ListingOptions): BundleEntry {
  const tooLarge =
    source.size > limits.maxEntryBytes
      ? errorProblem(
          'bundle.file-too-large',
          path,
          l10n.t('Not read: it is larger than {0} bytes.', limits.maxEntryBytes),
        )
      : null;
  return {
    path,
    size: source.size,
    modified,
    isArchive: false,
    unreadable: tooLarge === null ? null : 'overLimit',
    problems: tooLarge === null ? [] : [tooLarge],
    read: async (options) => {
      options?.signal?.throwIfAborted();
      if (tooLarge !== null) {
        return { ok: false, reason: 'overLimit', problem: tooLarge };
      }
      try {
        return { ok: true, bytes: await source.read(0, source.size), problems: [] };
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        const problem = errorProblem('bundle.file-unreadable', path, l10n.t('The file cannot be read ({0}).', why));
        return { ok: false, reason: 'damaged', problem };
      }
    },
  };
}

function treeOptions(options: ListingOptions, onProgress: ListingOptions['onListed']) {
  const { limits, signal, password } = options;
  return { limits, signal, password, onProgress };
}
