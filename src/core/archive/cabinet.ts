import * as l10n from '@vscode/l10n';
import { ByteCache } from '../bytes/byteCache';
import type { ByteSource } from '../bytes/byteSource';
import { errorProblem, warningProblem } from '../bytes/problem';
import type { Problem } from '../bytes/problem';
import type { ArchiveEntry, ArchiveListing, EntryContent, ReadOptions } from './archiveEntry';
import { maxBlockBytes, maxPackedBlockBytes } from './blockDecoder';
import { continuedBoth, continuedFrom, continuedTo, readCabinetDirectory } from './cabinetDirectory';
import type { CabinetDirectory, CabinetFile, CabinetFolder } from './cabinetDirectory';
import { blockHeaderBytes, FolderReader } from './cabinetFolder';
import type { FolderFault } from './cabinetFolder';
import { entryWhere, safeEntryPaths } from './entryName';
import type { ArchiveLimits } from './limits';

/** Unpacked folders that one open cabinet keeps, bytes. */
const maxCachedBytes = 256 * 1024 * 1024;
/** The same for a single folder: below the above by more than its decoder needs. */
const maxKeptBytes = 240 * 1024 * 1024;

/**
 * Opens a Microsoft cabinet ([MS-CAB]): stored, MSZIP and LZX. Only the directory is read; a folder is unpacked when
 * one of its files is read, and kept for the others while memory allows.
 *
 * Never fails for bad input: a file that is no cabinet is a listing without entries and with a problem. Codes of
 * problems start with `cab.` (or `archive.` for names).
 * @param where See {@link entryWhere}.
 */
export async function openCabinet(source: ByteSource, where: string, limits: ArchiveLimits): Promise<ArchiveListing> {
  const directory = await readCabinetDirectory(source, where, limits.maxEntries);
  const cabinet = new Cabinet(source, directory, limits);
  const paths = safeEntryPaths(
    directory.files.map((file) => file.rawName),
    where,
  );
  const entries = directory.files.map((file, index) => {
    const { path, problems } = paths[index]!;
    return new CabinetEntry(cabinet, file, path, entryWhere(where, path), problems);
  });
  return { container: 'cab', entries, problems: directory.problems };
}

/** What the entries of one cabinet share. */
class Cabinet {
  private readonly folders = new ByteCache<number, FolderReader>(maxCachedBytes);
  /** Files that start in this folder start at an unknown distance from its beginning, which is in another cabinet. */
  private readonly hasContinuedFirstFolder: boolean;

  constructor(
    private readonly source: ByteSource,
    private readonly directory: CabinetDirectory,
    private readonly limits: ArchiveLimits,
  ) {
    this.hasContinuedFirstFolder = directory.files.some(
      (file) => file.folder === continuedFrom || file.folder === continuedBoth,
    );
  }

  /** Why reading `file` is pointless, as far as the directory tells. */
  faultOf(file: CabinetFile): FolderFault | null {
    if (file.nameFault !== null) {
      return {
        reason: 'damaged',
        code: 'cab.bad-name',
        detail: l10n.t('The file cannot be read: {0}.', file.nameFault),
      };
    }
    const spanned = this.spannedFault(file);
    if (spanned !== null) {
      return spanned;
    }
    const folder = this.directory.folders[file.folder];
    if (folder === undefined) {
      const detail = l10n.t('The file is said to be in folder {0}, which the cabinet does not have.', file.folder);
      return { reason: 'damaged', code: 'cab.no-such-folder', detail };
    }
    if (folder.method.kind === 'unsupported') {
      const detail = l10n.t('The file is packed by a method that cannot be read: {0}.', folder.method.name);
      return { reason: 'unsupportedMethod', code: 'cab.unsupported-method', detail };
    }
    return this.sizeFault(file, folder);
  }

  async read(file: CabinetFile, where: string, signal: AbortSignal | undefined): Promise<EntryContent> {
    const folder = this.directory.folders[file.folder]!;
    const reader =
      this.folders.get(file.folder) ?? new FolderReader(this.source, folder, this.directory.dataReserve, maxKeptBytes);
    // Entered before reading already, so that a request for the next file of the folder finds it.
    this.folders.set(file.folder, reader, reader.footprint);
    try {
      const part = await reader.read(file.folderOffset, file.folderOffset + file.size, signal);
      return part.ok
        ? { ok: true, bytes: part.bytes, problems: checksumProblems(part.doubtfulBlocks, where) }
        : unreadable(part.fault, where);
    } finally {
      // Reading made it heavier; one that was pushed out meanwhile stays out.
      if (this.folders.get(file.folder) === reader) {
        this.folders.set(file.folder, reader, reader.footprint);
      }
    }
  }

  private spannedFault(file: CabinetFile): FolderFault | null {
    const fromPrevious = l10n.t('in the cabinet before this one{0}', quoted(this.directory.previous));
    const inNext = l10n.t('in the cabinet after this one{0}', quoted(this.directory.next));
    switch (file.folder) {
      case continuedFrom:
        return spanned(l10n.t('The file begins {0}.', fromPrevious));
      case continuedTo:
        return spanned(l10n.t('The file ends {0}.', inNext));
      case continuedBoth:
        return spanned(l10n.t('The file begins {0} and ends {1}.', fromPrevious, inNext));
      case 0:
        return this.hasContinuedFirstFolder
          ? spanned(l10n.t('The folder of this file begins {0}.', fromPrevious))
          : null;
      default:
        return null;
    }
  }

  /** Refuses sizes that the cabinet cannot hold, before anything is allocated for them. */
  private sizeFault(file: CabinetFile, folder: CabinetFolder): FolderFault | null {
    const { maxEntryBytes, maxRatio, ratioFreeBytes } = this.limits;
    if (file.size > maxEntryBytes) {
      const detail = l10n.t('The file claims to unpack to {0} bytes; the limit is {1}.', file.size, maxEntryBytes);
      return { reason: 'overLimit', code: 'cab.entry-too-large', detail };
    }
    const headerBytes = blockHeaderBytes + this.directory.dataReserve;
    const available = Math.max(0, this.source.size - folder.dataOffset);
    const blocks = Math.min(folder.blockCount, Math.floor(available / headerBytes));
    if (file.size > 0 && file.folderOffset + file.size > blocks * maxBlockBytes) {
      const detail = l10n.t('The file reaches beyond what its folder can hold.');
      return { reason: 'truncated', code: 'cab.beyond-folder', detail };
    }
    const packed = Math.min(available, blocks * (headerBytes + maxPackedBlockBytes));
    if (file.size > ratioFreeBytes && file.size > maxRatio * packed) {
      const detail = l10n.t('The file claims to unpack to more than {0} times the bytes that there are.', maxRatio);
      return { reason: 'overLimit', code: 'cab.ratio-too-large', detail };
    }
    return null;
  }
}

class CabinetEntry implements ArchiveEntry {
  readonly problems: readonly Problem[];
  private readonly fault: FolderFault | null;

  constructor(
    private readonly cabinet: Cabinet,
    private readonly file: CabinetFile,
    readonly path: string,
    private readonly where: string,
    nameProblems: readonly Problem[],
  ) {
    this.fault = cabinet.faultOf(file);
    this.problems = this.fault === null ? nameProblems : [...nameProblems, problemOf(this.fault, where)];
  }

  get rawName(): string {
    return this.file.rawName;
  }

  get size(): number {
    return this.file.size;
  }

  get modified(): number | null {
    return this.file.modified;
  }

  get unreadable(): FolderFault['reason'] | null {
    return this.fault?.reason ?? null;
  }

  async read(options: ReadOptions = {}): Promise<EntryContent> {
    options.signal?.throwIfAborted();
    if (this.fault !== null) {
      return unreadable(this.fault, this.where);
    }
    if (this.file.size === 0) {
      return { ok: true, bytes: new Uint8Array(0), problems: [] };
    }
    return this.cabinet.read(this.file, this.where, options.signal);
  }
}

function problemOf(fault: FolderFault, where: string): Problem {
  return errorProblem(fault.code, where, fault.detail);
}

function unreadable(fault: FolderFault, where: string): EntryContent {
  return { ok: false, reason: fault.reason, problem: problemOf(fault, where) };
}

function spanned(detail: string): FolderFault {
  return { reason: 'spanned', code: 'cab.spanned', detail };
}

/** One problem however many blocks are concerned. */
function checksumProblems(blocks: readonly number[], where: string): readonly Problem[] {
  if (blocks.length === 0) {
    return [];
  }
  const detail = l10n.t(
    'The checksum of {0} of the blocks that hold this file is wrong (the first is block {1}): its content may be damaged.',
    blocks.length,
    blocks[0]! + 1,
  );
  return [warningProblem('cab.checksum-mismatch', where, detail)];
}

function quoted(name: string | null): string {
  return name === null || name === '' ? '' : ` (${JSON.stringify(name)})`;
}
