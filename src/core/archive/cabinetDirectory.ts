import * as l10n from '@vscode/l10n';
import type { ByteSource } from '../bytes/byteSource';
import { errorProblem, warningProblem } from '../bytes/problem';
import type { Problem } from '../bytes/problem';
import { SourceReader } from '../bytes/sourceReader';
import { decodeWindows1252 } from '../bytes/windows1252';
import { fromDosTime } from './dosTime';

/** How a folder is packed ([MS-CAB] CFFOLDER.typeCompress). */
export type CabinetMethod =
  | { readonly kind: 'stored' }
  | { readonly kind: 'mszip' }
  | { readonly kind: 'lzx'; readonly windowBits: number }
  | { readonly kind: 'unsupported'; readonly name: string };

/** One folder: files packed together as one stream, cut into CFDATA blocks. */
export interface CabinetFolder {
  /** Where its first CFDATA block starts in the cabinet, bytes. */
  readonly dataOffset: number;
  readonly blockCount: number;
  readonly method: CabinetMethod;
}

/** One file as the directory describes it; nothing of it has been checked against the rest of the cabinet. */
export interface CabinetFile {
  /** Decoded name with `\` as the separator. */
  readonly rawName: string;
  /** Why the name is not acceptable, in a few words. */
  readonly nameFault: string | null;
  readonly size: number;
  /** Where it starts in its unpacked folder, bytes. */
  readonly folderOffset: number;
  /** Index of its folder, or one of {@link continuedFrom} … {@link continuedBoth}. */
  readonly folder: number;
  /** Milliseconds since 1970, local time read as UTC. */
  readonly modified: number | null;
}

/** Values of {@link CabinetFile.folder} for files that lie in more than one cabinet ([MS-CAB] CFFILE.iFolder). */
export const continuedFrom = 0xfffd;
export const continuedTo = 0xfffe;
export const continuedBoth = 0xffff;

/** What stands before the data of a cabinet ([MS-CAB] CFHEADER, CFFOLDER, CFFILE). */
export interface CabinetDirectory {
  readonly folders: readonly CabinetFolder[];
  readonly files: readonly CabinetFile[];
  /** Bytes between the header and the data of each CFDATA block. */
  readonly dataReserve: number;
  /** Names of the neighbours in a set of cabinets. */
  readonly previous: string | null;
  readonly next: string | null;
  readonly problems: readonly Problem[];
}

const headerBytes = 36;
const folderBytes = 8;
const fileBytes = 16;
/** "MSCF", little-endian. */
const signature = 0x4643534d;
const flagPrevious = 1;
const flagNext = 2;
const flagReserve = 4;
/** CFFILE.attribs: the name is UTF-8. */
const attributeUtf8 = 0x80;
/** Longest name that the format allows, bytes. */
const maxNameBytes = 256;
/** How far the end of a longer name is searched, so that the files behind it can still be listed. */
const maxNameSearch = 4096;

/**
 * Reads the directory. Never fails: what is missing or wrong is left out and becomes a problem.
 * @param where The place that problems name.
 * @param maxFiles Files beyond this number are not listed.
 */
export async function readCabinetDirectory(
  source: ByteSource,
  where: string,
  maxFiles: number,
): Promise<CabinetDirectory> {
  return new DirectoryReader(source, where).read(maxFiles);
}

class DirectoryReader {
  private readonly reader: SourceReader;
  private readonly problems: Problem[] = [];
  private offset = 0;

  constructor(
    private readonly source: ByteSource,
    private readonly where: string,
  ) {
    this.reader = new SourceReader(source);
  }

  async read(maxFiles: number): Promise<CabinetDirectory> {
    const header = await this.take(headerBytes);
    if (header?.getUint32(0, true) !== signature) {
      this.error('cab.not-a-cabinet', l10n.t('This is not a cabinet: it does not start with MSCF.'));
      return this.directory([], [], 0, null, null);
    }
    this.checkHeader(header);
    const flags = header.getUint16(30, true);
    let folderReserve = 0;
    let dataReserve = 0;
    if ((flags & flagReserve) !== 0) {
      const reserve = await this.take(4);
      folderReserve = reserve?.getUint8(2) ?? 0;
      dataReserve = reserve?.getUint8(3) ?? 0;
      this.offset += reserve?.getUint16(0, true) ?? 0;
    }
    const previous = (flags & flagPrevious) === 0 ? null : await this.takeNeighbour();
    const next = (flags & flagNext) === 0 ? null : await this.takeNeighbour();
    const folders = await this.readFolders(header.getUint16(26, true), folderReserve);
    this.offset = header.getUint32(16, true);
    const files = await this.readFiles(header.getUint16(28, true), maxFiles);
    return this.directory(folders, files, dataReserve, previous, next);
  }

  private directory(
    folders: readonly CabinetFolder[],
    files: readonly CabinetFile[],
    dataReserve: number,
    previous: string | null,
    next: string | null,
  ): CabinetDirectory {
    return { folders, files, dataReserve, previous, next, problems: this.problems };
  }

  private checkHeader(header: DataView): void {
    const minor = header.getUint8(24);
    const major = header.getUint8(25);
    if (major !== 1 || minor !== 3) {
      this.warning('cab.version', l10n.t('The cabinet says it has version {0}.{1}; only 1.3 is known.', major, minor));
    }
    const missing = header.getUint32(8, true) - this.source.size;
    if (missing > 0) {
      this.warning('cab.truncated', l10n.t('The cabinet is cut off: {0} bytes are missing at its end.', missing));
    }
  }

  private async readFolders(count: number, reserve: number): Promise<readonly CabinetFolder[]> {
    const folders: CabinetFolder[] = [];
    for (let index = 0; index < count; index += 1) {
      const record = await this.take(folderBytes);
      if (record === null) {
        this.error('cab.truncated-directory', l10n.t('The cabinet ends after {0} of its {1} folders.', index, count));
        break;
      }
      this.offset += reserve;
      folders.push({
        dataOffset: record.getUint32(0, true),
        blockCount: record.getUint16(4, true),
        method: methodOf(record.getUint16(6, true)),
      });
    }
    return folders;
  }

  private async readFiles(count: number, maxFiles: number): Promise<readonly CabinetFile[]> {
    const files: CabinetFile[] = [];
    for (let index = 0; index < count; index += 1) {
      if (index === maxFiles) {
        this.error('cab.too-many-entries', l10n.t('Only the first {0} of the {1} files are listed.', maxFiles, count));
        break;
      }
      const record = await this.take(fileBytes);
      const name = record === null ? null : await this.takeBytesToNul(maxNameSearch);
      if (record === null || name === null) {
        this.error(
          'cab.truncated-directory',
          l10n.t('The list of files breaks off after {0} of its {1} files.', index, count),
        );
        break;
      }
      files.push(this.fileOf(record, name));
    }
    return files;
  }

  private fileOf(record: DataView, nameBytes: Uint8Array): CabinetFile {
    const isUtf8 = (record.getUint16(14, true) & attributeUtf8) !== 0;
    return {
      rawName: decodeName(nameBytes, isUtf8),
      nameFault:
        nameBytes.length === 0
          ? l10n.t('it has no name')
          : nameBytes.length > maxNameBytes
            ? l10n.t('its name is longer than {0} bytes', maxNameBytes)
            : null,
      size: record.getUint32(0, true),
      folderOffset: record.getUint32(4, true),
      folder: record.getUint16(8, true),
      modified: fromDosTime(record.getUint16(10, true), record.getUint16(12, true)),
    };
  }

  /** Name of a neighbour in the set; the name of the disk it is on is skipped. */
  private async takeNeighbour(): Promise<string> {
    const name = await this.takeBytesToNul(maxNameBytes);
    await this.takeBytesToNul(maxNameBytes);
    return decodeName(name ?? new Uint8Array(0), false);
  }

  private async take(length: number): Promise<DataView | null> {
    const bytes = await this.reader.read(this.offset, length);
    this.offset += bytes.length;
    return bytes.length < length ? null : new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  }

  private async takeBytesToNul(maxLength: number): Promise<Uint8Array | null> {
    const bytes = await this.reader.read(this.offset, maxLength + 1);
    const length = bytes.indexOf(0);
    if (length < 0) {
      return null;
    }
    this.offset += length + 1;
    return bytes.subarray(0, length);
  }

  private error(code: string, detail: string): void {
    this.problems.push(errorProblem(code, this.where, detail));
  }

  private warning(code: string, detail: string): void {
    this.problems.push(warningProblem(code, this.where, detail));
  }
}

/** The low four bits name the method, bits 8 … 12 the window of LZX. */
function methodOf(typeCompress: number): CabinetMethod {
  const windowBits = (typeCompress >>> 8) & 0x1f;
  if ((typeCompress & 0xe000) === 0) {
    switch (typeCompress & 0xf) {
      case 0:
        return { kind: 'stored' };
      case 1:
        return { kind: 'mszip' };
      case 2:
        return { kind: 'unsupported', name: 'Quantum' };
      case 3:
        return windowBits >= 15 && windowBits <= 21
          ? { kind: 'lzx', windowBits }
          : { kind: 'unsupported', name: l10n.t('LZX with a window of 2^{0} bytes', windowBits) };
    }
  }
  return { kind: 'unsupported', name: `number 0x${typeCompress.toString(16).padStart(4, '0')}` };
}

/**
 * Names are UTF-8 when flagged so, else in a code page that the cabinet does not name; windows-1252 is by far the most
 * likely and has a character for every byte. So has a flagged name that is not UTF-8 after all.
 */
function decodeName(bytes: Uint8Array, isUtf8: boolean): string {
  if (isUtf8) {
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
      // Not UTF-8: falls through to the code page.
    }
  }
  return decodeWindows1252(bytes);
}
