import * as l10n from '@vscode/l10n';
import { Reader, Uint8ArrayWriter, ZipReader, ERR_INVALID_CRC32 } from '@zip.js/zip.js/lib/zip-core-custom.js';
import type { Entry, FileEntry } from '@zip.js/zip.js/lib/zip-core-custom.js';

import type { ByteSource } from '../bytes/byteSource';
import { errorProblem, infoProblem, warningProblem } from '../bytes/problem';
import type { Problem } from '../bytes/problem';
import type { ArchiveEntry, ArchiveListing, EntryContent, ReadOptions, UnreadableReason } from './archiveEntry';
import { fromDosTime } from './dosTime';
import { entryWhere, isDirectoryName, safeEntryPaths } from './entryName';
import type { SafeEntryPath } from './entryName';
import type { ArchiveLimits } from './limits';
import { findEndRecords } from './zipEndRecord';
import { crcMismatch, encrypted, explainFailure, failureMessage, unreadable, unsupportedMethod } from './zipFailure';
import type { Unreadable } from './zipFailure';
import { recoverDirectory } from './zipLocalScan';

/**
 * Tolerant, because what has to be read includes the zip that mdmdiagnosticstool writes itself: its central flags
 * contradict its local ones, which the library's default calls ambiguous. Names are made safe by
 * {@link safeEntryPaths} instead. The package's `custom` entry point brings neither workers nor WebAssembly: data is
 * inflated by the platform's own `DecompressionStream`, which is as fast and a third of the size.
 */
const readerOptions = {
  strictness: 'tolerant',
  filenameValidation: 'tolerant',
  checkSignature: true,
  useWebWorkers: false,
} as const;

const methodStored = 0;
const methodDeflate = 8;

/**
 * Lists a zip archive; entries are decoded when they are read, each by a range read of its own data.
 *
 * Stored and deflated entries are readable, encrypted ones (AES, ZipCrypto) with the password in
 * {@link ReadOptions}. Where the directory is missing or broken, entries are recovered from their local headers and
 * the listing says so.
 * @param where place of the archive, see {@link entryWhere}; empty for the outermost one.
 * @returns a listing, empty with an error problem where nothing could be made of the bytes. Rejects only when the
 *   medium fails.
 */
export async function openZip(source: ByteSource, where: string, limits: ArchiveLimits): Promise<ArchiveListing> {
  const listed = await readDirectory(source, limits);
  if (listed.failure === null) {
    return toListing(listed, where, limits, await remarksOn(source, listed, where));
  }

  const recovered = await recoverDirectory(source, limits.maxEntries);
  if (recovered === null) {
    const detail = l10n.t(
      'The zip directory cannot be read ({0}) and no entries were found without it.',
      listed.failure,
    );
    return { container: 'zip', entries: [], problems: [errorProblem('zip.directory-damaged', where, detail)] };
  }
  const relisted = await readDirectory(recovered.source, limits);
  const detail = l10n.t(
    'The zip directory cannot be read ({0}). {1} entries were recovered from the data itself; others may be missing, and deleted ones may show.',
    listed.failure,
    relisted.files.length,
  );
  const problems = [errorProblem('zip.directory-damaged', where, detail)];
  if (recovered.lostCount > 0) {
    const lost = l10n.t('{0} entries are incomplete and cannot be shown.', recovered.lostCount);
    problems.push(errorProblem('zip.truncated', where, lost));
  }
  return toListing(relisted, where, limits, problems);
}

interface Directory {
  readonly source: ZipSourceReader;
  readonly files: readonly FileEntry[];
  /** What the library found odd, in its words. */
  readonly remarks: readonly string[];
  /** There are more entries than the limit allows. */
  readonly isCut: boolean;
  /** What the library said when it gave up. */
  readonly failure: string | null;
}

async function readDirectory(source: ByteSource, limits: ArchiveLimits): Promise<Directory> {
  const reader = new ZipSourceReader(source);
  const zip = new ZipReader(reader, readerOptions);
  const files: FileEntry[] = [];
  let seen = 0;
  let isCut = false;
  let failure: string | null = null;
  try {
    for await (const entry of zip.getEntriesGenerator()) {
      seen += 1;
      if (seen > limits.maxEntries) {
        isCut = true;
        break;
      }
      if (isFile(entry)) {
        files.push(entry);
      }
    }
  } catch (error) {
    reader.throwIfFailedSince(0);
    failure = failureMessage(error);
  }
  const remarks = zip.warnings?.map((warning) => warning.reason) ?? [];
  return { source: reader, files, remarks, isCut, failure };
}

async function remarksOn(source: ByteSource, { remarks }: Directory, where: string): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  if (remarks.length > 0) {
    const detail = l10n.t(
      'The zip is unusual ({0}); entries are shown as its directory lists them.',
      remarks.join(', '),
    );
    problems.push(infoProblem('zip.unusual', where, detail));
  }
  const ends = (await findEndRecords(source)).filter((record) => record.reachesEnd);
  if (ends.length > 1) {
    const detail = l10n.t(
      'There are two zip archives in this file, one in the comment of the other; other programs may show the other one.',
    );
    problems.push(warningProblem('zip.ambiguous', where, detail));
  }
  return problems;
}

/** Directories are not entries: the tree makes its own folders from the paths of the files in them. */
function isFile(entry: Entry): entry is FileEntry {
  return !entry.directory && !isDirectoryName(entry.filename);
}

function toListing(
  directory: Directory,
  where: string,
  limits: ArchiveLimits,
  problems: readonly Problem[],
): ArchiveListing {
  const { files, isCut, source } = directory;
  const paths = safeEntryPaths(
    files.map((file) => file.filename),
    where,
  );
  const entries = files.map((file, index) => new ZipArchiveEntry(file, source, paths[index]!, where, limits));
  const all = [...problems];
  if (isCut) {
    const detail = l10n.t('The archive has more than {0} entries; the rest is not shown.', limits.maxEntries);
    all.push(errorProblem('archive.too-many-entries', where, detail));
  }
  return { container: 'zip', entries, problems: all };
}

class ZipArchiveEntry implements ArchiveEntry {
  readonly path: string;
  readonly rawName: string;
  readonly size: number;
  readonly modified: number | null;
  readonly problems: readonly Problem[];
  private readonly where: string;
  /** Known without reading: why the content cannot be had. */
  private readonly obstacle: Unreadable | null;

  constructor(
    private readonly file: FileEntry,
    private readonly source: ZipSourceReader,
    { path, problems }: SafeEntryPath,
    archive: string,
    limits: ArchiveLimits,
  ) {
    this.path = path;
    this.rawName = file.filename;
    this.size = file.uncompressedSize;
    const dosTime = Number(file.rawLastModDate);
    this.modified = fromDosTime(dosTime >>> 16, dosTime & 0xffff);
    this.where = entryWhere(archive, path);
    this.obstacle = obstacleOf(file, this.where, limits);
    this.problems = this.obstacle === null ? problems : [...problems, this.obstacle.problem];
  }

  get unreadable(): UnreadableReason | null {
    return this.obstacle?.reason ?? null;
  }

  async read(options: ReadOptions = {}): Promise<EntryContent> {
    const { signal, password = '' } = options;
    signal?.throwIfAborted();
    const isUnlocked = this.obstacle?.reason === 'encrypted' && password !== '';
    if (this.obstacle !== null && !isUnlocked) {
      return this.obstacle;
    }

    const bytes = await this.decode(options, true);
    if (bytes instanceof Uint8Array) {
      return { ok: true, bytes, problems: [] };
    }
    // What does not match its checksum is still worth showing, unless it was decoded with a wrong password.
    if (bytes === ERR_INVALID_CRC32 && !isUnlocked) {
      const unchecked = await this.decode(options, false);
      if (unchecked instanceof Uint8Array) {
        return { ok: true, bytes: unchecked, problems: [crcMismatch(this.where)] };
      }
    }
    return explainFailure(bytes, this.where, isUnlocked);
  }

  /**
   * The content, or what the library said instead. The library stops as soon as more comes out than the directory
   * claims, and reserves no more than the packed data could possibly yield.
   */
  private async decode(options: ReadOptions, checkSignature: boolean): Promise<Uint8Array<ArrayBuffer> | string> {
    const { signal, password } = options;
    const failuresBefore = this.source.failures;
    try {
      return await this.file.getData(new Uint8ArrayWriter(), {
        checkSignature,
        ...(signal === undefined ? {} : { signal }),
        ...(password === undefined ? {} : { password }),
      });
    } catch (error) {
      signal?.throwIfAborted();
      this.source.throwIfFailedSince(failuresBefore);
      return failureMessage(error);
    }
  }
}

function obstacleOf(file: FileEntry, where: string, limits: ArchiveLimits): Unreadable | null {
  const { uncompressedSize: size, compressedSize: packedSize, compressionMethod: method } = file;
  if (size > limits.maxEntryBytes) {
    const detail = l10n.t('The entry claims {0} bytes; no more than {1} are read.', size, limits.maxEntryBytes);
    return unreadable('overLimit', 'archive.entry-too-large', where, detail);
  }
  if (size > limits.ratioFreeBytes && size > packedSize * limits.maxRatio) {
    const detail = l10n.t('The entry claims to unpack {0} bytes to {1}, more than honest data does.', packedSize, size);
    return unreadable('overLimit', 'archive.ratio-too-high', where, detail);
  }
  if (file.encrypted) {
    return encrypted(where);
  }
  return method === methodStored || method === methodDeflate ? null : unsupportedMethod(where, method);
}

/** Lets the zip library read ranges of a {@link ByteSource}, and keeps what the medium said when it failed. */
class ZipSourceReader extends Reader<ByteSource> {
  /** How often the medium has failed. */
  failures = 0;
  private lastError = new Error('The medium has not failed.');

  constructor(private readonly source: ByteSource) {
    super(source);
    this.size = source.size;
  }

  override async readUint8Array(offset: number, length: number): Promise<Uint8Array<ArrayBuffer>> {
    try {
      return await this.source.read(offset, length);
    } catch (error) {
      this.failures += 1;
      this.lastError = error instanceof Error ? error : new Error(failureMessage(error));
      throw error;
    }
  }

  /**
   * The library passes errors on in its own words; a lost share must not look like a damaged archive.
   * @param failures what {@link failures} was before.
   */
  throwIfFailedSince(failures: number): void {
    if (this.failures > failures) {
      throw this.lastError;
    }
  }
}
