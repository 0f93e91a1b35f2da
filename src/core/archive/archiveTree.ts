import * as l10n from '@vscode/l10n';
import { ByteCache } from '../bytes/byteCache';
import type { ByteSource } from '../bytes/byteSource';
import { errorProblem, infoProblem, warningProblem } from '../bytes/problem';
import type { Problem } from '../bytes/problem';
import { toHex } from '../bytes/hex';
import type { ArchiveEntry, ArchiveListing, EntryContent, ReadOptions } from './archiveEntry';
import { openCabinet } from './cabinet';
import { containerOfStart, sniffContainer } from './containerSniff';
import type { Container } from './containerSniff';
import { entryWhere, UniquePaths } from './entryName';
import { defaultLimits } from './limits';
import type { ArchiveLimits } from './limits';
import { NestedArchiveSource } from './nestedArchiveSource';
import { openZip } from './zipArchive';

/** Collectors nest cabinets in zips; documents and packages that happen to be zips are files like any other. */
const nestedArchiveName = /\.(?:cab|zip)$/i;

/** A file of a bundle, however deep it sits. */
export interface ArchiveMember extends ArchiveEntry {
  /**
   * `/`-separated and unique in the whole tree. Members of a nested archive are below its own path, as if it were a
   * folder: `logs/inner.cab/system.evtx`.
   */
  readonly path: string;
  /** Its own entries are members too. */
  readonly isArchive: boolean;
}

/** A bundle with everything that is nested in it. */
export interface ArchiveTree {
  /** The outermost archive. */
  readonly container: Container;
  /** In archive order, the members of a nested archive right after it. */
  readonly members: readonly ArchiveMember[];
  /** About archives as a whole; what concerns one member is on that member. */
  readonly problems: readonly Problem[];
}

export type ArchiveTreeResult =
  | { readonly ok: true; readonly tree: ArchiveTree }
  | {
      readonly ok: false;
      /** Why this is not a bundle, in one line. */
      readonly problem: Problem;
    };

export interface ArchiveTreeOptions {
  readonly limits?: ArchiveLimits | undefined;
  readonly signal?: AbortSignal | undefined;
  /** For encrypted entries; kept only in the tree, for reading and re-reading what is nested. */
  readonly password?: string | undefined;
  /** Called with the number of members listed so far. */
  readonly onProgress?: ((listed: number) => void) | undefined;
}

/**
 * Lists a cabinet or a zip and all archives in it. What it is is told by content: a cabinet called `.zip` works.
 *
 * Listing decodes nested archives but no other member. Breaking a limit costs what is over it and nothing else, and
 * leaves a problem on the member, or on the tree where members are missing.
 * @param name of the bundle, for problems that concern the whole of it.
 * @returns a problem instead of a tree where the bytes are no archive. Rejects with the signal's reason when aborted,
 *   and when the medium fails.
 */
export async function openArchiveTree(
  source: ByteSource,
  name: string,
  options: ArchiveTreeOptions = {},
): Promise<ArchiveTreeResult> {
  options.signal?.throwIfAborted();
  const container = await sniffContainer(source);
  if (container === null) {
    return { ok: false, problem: await notAnArchive(source, name) };
  }
  const builder = new TreeBuilder(name, options);
  await builder.add(source, container, '', 1);
  return { ok: true, tree: { container, members: builder.members, problems: builder.problems } };
}

/** An entry that has found its place in the tree. */
interface Placed {
  readonly entry: ArchiveEntry;
  readonly path: string;
  readonly problems: readonly Problem[];
  /** Why the tree does not hand out what the entry would. */
  readonly refusal: Problem | null;
}

class TreeBuilder {
  readonly members: ArchiveMember[] = [];
  readonly problems: Problem[] = [];
  private readonly limits: ArchiveLimits;
  private readonly paths = new UniquePaths();
  /** As large as the largest nested archive may be: smaller ones share it. */
  private readonly cache: ByteCache<ArchiveEntry, Uint8Array<ArrayBuffer>>;
  private listed = 0;
  private totalBytes = 0;

  constructor(
    private readonly name: string,
    private readonly options: ArchiveTreeOptions,
  ) {
    this.limits = options.limits ?? defaultLimits;
    this.cache = new ByteCache(this.limits.maxEntryBytes);
  }

  /**
   * Adds the entries of one archive and of those in it; the recursion ends at {@link ArchiveLimits.maxDepth}.
   * @param at path of the archive in the tree, empty for the outermost one.
   */
  async add(source: ByteSource, container: Container, at: string, depth: number): Promise<void> {
    const { signal, onProgress } = this.options;
    signal?.throwIfAborted();
    const listing = await this.list(source, container, at);
    this.problems.push(...listing.problems.map((problem) => this.named(problem)));
    this.listed += listing.entries.length;
    onProgress?.(this.listed);

    // All entries find their place before any nested archive is opened: they are the ones to keep their names.
    for (const placed of listing.entries.map((entry) => this.place(entry, at))) {
      signal?.throwIfAborted();
      const nested = await this.openNested(placed, depth);
      this.members.push(toMember(placed, nested, this.options.password));
      if (nested.source !== null) {
        await this.add(nested.source, nested.source.container, placed.path, depth + 1);
      }
    }
  }

  private list(source: ByteSource, container: Container, at: string): Promise<ArchiveListing> {
    const limits = { ...this.limits, maxEntries: Math.max(0, this.limits.maxEntries - this.listed) };
    switch (container) {
      case 'cab':
        return openCabinet(source, at, limits);
      case 'zip':
        return openZip(source, at, limits);
    }
  }

  /** Problems of the outermost archive have no path to stand for them. */
  private named(problem: Problem): Problem {
    return problem.where === '' ? { ...problem, where: this.name } : problem;
  }

  private place(entry: ArchiveEntry, at: string): Placed {
    const problems = [...entry.problems];
    const wanted = entryWhere(at, entry.path);
    const path = this.paths.claim(wanted) ? wanted : this.paths.claimNumbered(wanted);
    if (path !== wanted) {
      const detail = l10n.t(
        'Another member is already called {0}: a folder has the same name as a nested archive.',
        wanted,
      );
      problems.push(infoProblem('archive.name-duplicate', path, detail));
    }
    // What cannot be read weighs nothing, whatever it claims.
    const isReadable = entry.unreadable === null || entry.unreadable === 'encrypted';
    const weight = isReadable ? entry.size : 0;
    if (this.totalBytes + weight > this.limits.maxTotalBytes) {
      const refusal = this.overTotal(path);
      return { entry, path, problems: [...problems, refusal], refusal };
    }
    this.totalBytes += weight;
    return { entry, path, problems, refusal: null };
  }

  private overTotal(path: string): Problem {
    const detail = l10n.t(
      'The bundle unpacks to more than {0} bytes in total; this member is over that.',
      this.limits.maxTotalBytes,
    );
    return errorProblem('archive.total-too-large', path, detail);
  }

  /** The entry as an archive of its own, if that is what it is. */
  private async openNested(placed: Placed, depth: number): Promise<Nested> {
    const { entry, path, refusal } = placed;
    const { signal, password } = this.options;
    const isLocked = entry.unreadable !== null && !(entry.unreadable === 'encrypted' && password !== undefined);
    if (refusal !== null || isLocked || !nestedArchiveName.test(path)) {
      return notNested;
    }
    if (depth >= this.limits.maxDepth) {
      const detail = l10n.t(
        'Not opened: archives are followed {0} deep. Save it to look into it.',
        this.limits.maxDepth,
      );
      return { source: null, problems: [warningProblem('archive.too-deep', path, detail)] };
    }
    if (this.listed >= this.limits.maxEntries) {
      const detail = l10n.t(
        'Not opened: the bundle has {0} entries without what is in this archive.',
        this.limits.maxEntries,
      );
      return { source: null, problems: [errorProblem('archive.too-many-entries', path, detail)] };
    }
    const content = await entry.read({ signal, password });
    if (!content.ok) {
      return { source: null, problems: [content.problem] };
    }
    const container = containerOfStart(content.bytes);
    if (container === null) {
      return notNested;
    }
    this.cache.set(entry, content.bytes, content.bytes.length);
    const source = new NestedArchiveSource(entry, container, content.bytes.length, this.cache, password);
    return { source, problems: content.problems };
  }
}

interface Nested {
  /** `null` where the entry is not an archive, or not one that is opened. */
  readonly source: NestedArchiveSource | null;
  /** What was noticed on the way. */
  readonly problems: readonly Problem[];
}

const notNested: Nested = { source: null, problems: [] };

function toMember(placed: Placed, nested: Nested, treePassword: string | undefined): ArchiveMember {
  const { entry, path, problems, refusal } = placed;
  return {
    path,
    rawName: entry.rawName,
    size: entry.size,
    modified: entry.modified,
    isArchive: nested.source !== null,
    unreadable: refusal === null ? entry.unreadable : 'overLimit',
    problems: [...problems, ...nested.problems],
    async read({ signal, password = treePassword }: ReadOptions = {}): Promise<EntryContent> {
      signal?.throwIfAborted();
      if (refusal !== null) {
        return { ok: false, reason: 'overLimit', problem: refusal };
      }
      return nested.source?.content(signal) ?? entry.read({ signal, password });
    },
  };
}

async function notAnArchive(source: ByteSource, name: string): Promise<Problem> {
  const start = toHex(await source.read(0, 8)).replace(/..(?=.)/g, '$& ');
  const found = source.size === 0 ? l10n.t('the file is empty') : l10n.t('it starts with {0}', start);
  return errorProblem(
    'archive.not-an-archive',
    name,
    l10n.t('This is neither a cabinet nor a zip archive: {0}.', found),
  );
}
