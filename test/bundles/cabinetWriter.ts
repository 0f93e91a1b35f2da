import { deflateRawSync } from 'node:zlib';
import { cabinetChecksum } from '../../src/core/archive/cabinetChecksum';
import { encodeLzx } from './lzxEncoder';
import type { LzxOptions } from './lzxEncoder';

export type CabinetPacking = 'stored' | 'mszip' | LzxOptions;

export interface CabinetFileSpec {
  /** With `\` as the separator; as bytes where the encoding matters. */
  readonly name: string | Uint8Array;
  readonly bytes: Uint8Array;
  /** MS-DOS attributes, default 0x20 (archive). 0x80, name is UTF-8, is added to text names that are not ASCII. */
  readonly attributes?: number | undefined;
  /** Milliseconds since 1970; the UTC fields are written. Default: 2024-08-05 21:23:06. */
  readonly modified?: number | undefined;
  /** Overrides the folder index, e.g. 0xFFFE for a file that goes on in the next cabinet. */
  readonly folderIndex?: number | undefined;
}

export interface CabinetFolderSpec {
  readonly packing: CabinetPacking;
  readonly files: readonly CabinetFileSpec[];
}

export interface CabinetSpec {
  readonly folders: readonly CabinetFolderSpec[];
  readonly setId?: number | undefined;
  /** Sizes of the application-reserved areas in bytes; their presence sets the header flag. */
  readonly reserve?: { readonly header: number; readonly folder: number; readonly data: number } | undefined;
  /** Name of the cabinet before this one in the set. */
  readonly previous?: string | undefined;
  readonly next?: string | undefined;
}

interface PackedBlock {
  readonly packed: Uint8Array;
  readonly length: number;
}

const blockBytes = 32_768;
const defaultModified = Date.UTC(2024, 7, 5, 21, 23, 6);

/** Writes a Microsoft cabinet ([MS-CAB]) in memory. */
export function writeCabinet(spec: CabinetSpec): Uint8Array<ArrayBuffer> {
  const folders = spec.folders.map(({ packing, files }) =>
    packBlocks(concat(files.map(({ bytes }) => bytes)), packing),
  );
  const preamble = headerTail(spec);
  const folderRecordBytes = 8 + (spec.reserve?.folder ?? 0);
  const filesOffset = 36 + preamble.length + folderRecordBytes * folders.length;
  const files = spec.folders.flatMap((folder, index) => fileRecords(folder, index));
  const data = folders.map((blocks) => concat(blocks.map((block) => dataBlock(block, spec.reserve?.data ?? 0))));

  let dataOffset = filesOffset + sum(files.map(({ length }) => length));
  const folderRecords = spec.folders.map(({ packing }, index) => {
    const record = new Uint8Array(folderRecordBytes).fill(0xa5, 8);
    const view = new DataView(record.buffer);
    view.setUint32(0, dataOffset, true);
    view.setUint16(4, folders[index]!.length, true);
    view.setUint16(6, compressionType(packing), true);
    dataOffset += data[index]!.length;
    return record;
  });

  const header = new Uint8Array(36);
  const view = new DataView(header.buffer);
  header.set([0x4d, 0x53, 0x43, 0x46]);
  view.setUint32(8, dataOffset, true);
  view.setUint32(16, filesOffset, true);
  header.set([3, 1], 24);
  view.setUint16(26, folders.length, true);
  view.setUint16(28, files.length, true);
  view.setUint16(30, flagsOf(spec), true);
  view.setUint16(32, spec.setId ?? 0, true);
  return concat([header, preamble, ...folderRecords, ...files, ...data]);
}

function flagsOf(spec: CabinetSpec): number {
  return (
    (spec.previous === undefined ? 0 : 1) | (spec.next === undefined ? 0 : 2) | (spec.reserve === undefined ? 0 : 4)
  );
}

/** The optional fields between the fixed header and the folders. */
function headerTail({ reserve, previous, next }: CabinetSpec): Uint8Array {
  const parts: Uint8Array[] = [];
  if (reserve !== undefined) {
    const fields = new Uint8Array(4 + reserve.header).fill(0xa5, 4);
    new DataView(fields.buffer).setUint16(0, reserve.header, true);
    fields[2] = reserve.folder;
    fields[3] = reserve.data;
    parts.push(fields);
  }
  for (const neighbour of [previous, next]) {
    if (neighbour !== undefined) {
      parts.push(Buffer.from(`${neighbour}\0disk\0`, 'latin1'));
    }
  }
  return concat(parts);
}

function fileRecords({ files }: CabinetFolderSpec, folder: number): Uint8Array[] {
  let offset = 0;
  return files.map((file) => {
    const name = typeof file.name === 'string' ? Buffer.from(file.name, 'utf8') : file.name;
    const isUtf8 = typeof file.name === 'string' && name.some((byte) => byte > 0x7f);
    const modified = new Date(file.modified ?? defaultModified);
    const record = new Uint8Array(16 + name.length + 1);
    const view = new DataView(record.buffer);
    view.setUint32(0, file.bytes.length, true);
    view.setUint32(4, offset, true);
    view.setUint16(8, file.folderIndex ?? folder, true);
    view.setUint16(
      10,
      ((modified.getUTCFullYear() - 1980) << 9) | ((modified.getUTCMonth() + 1) << 5) | modified.getUTCDate(),
      true,
    );
    view.setUint16(
      12,
      (modified.getUTCHours() << 11) | (modified.getUTCMinutes() << 5) | (modified.getUTCSeconds() >> 1),
      true,
    );
    view.setUint16(14, (file.attributes ?? 0x20) | (isUtf8 ? 0x80 : 0), true);
    record.set(name, 16);
    offset += file.bytes.length;
    return record;
  });
}

/** A CFDATA block. Its reserve stays zero: then programs agree on the checksum that leave the reserve out of it. */
function dataBlock({ packed, length }: PackedBlock, reserve: number): Uint8Array {
  const block = new Uint8Array(8 + reserve + packed.length);
  const view = new DataView(block.buffer);
  view.setUint16(4, packed.length, true);
  view.setUint16(6, length, true);
  block.set(packed, 8 + reserve);
  view.setInt32(0, cabinetChecksum(block.subarray(4, 8 + reserve), cabinetChecksum(packed, 0)), true);
  return block;
}

function compressionType(packing: CabinetPacking): number {
  return packing === 'stored' ? 0 : packing === 'mszip' ? 1 : 3 | (packing.windowBits << 8);
}

function packBlocks(data: Uint8Array, packing: CabinetPacking): PackedBlock[] {
  const frames = typeof packing === 'string' ? [] : encodeLzx(data, packing);
  const blocks: PackedBlock[] = [];
  for (let start = 0; start < data.length; start += blockBytes) {
    const chunk = data.subarray(start, start + blockBytes);
    const packed =
      packing === 'stored'
        ? chunk
        : packing === 'mszip'
          ? mszipBlock(chunk, data.subarray(Math.max(0, start - blockBytes), start))
          : frames[start / blockBytes]!;
    blocks.push({ packed, length: chunk.length });
  }
  return blocks;
}

function mszipBlock(chunk: Uint8Array, history: Uint8Array): Uint8Array {
  const deflated = deflateRawSync(chunk, history.length === 0 ? {} : { dictionary: history });
  return concat([Uint8Array.of(0x43, 0x4b), deflated]);
}

function concat(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(sum(parts.map(({ length }) => length)));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
