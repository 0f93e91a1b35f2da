import { crc32, deflateRawSync } from 'node:zlib';

import { zipFlag, zipLength, zipSignature } from '../../src/core/archive/zipRecords';

/** One file of a zip to be written. */
export interface ZipFile {
  /** Written as it is: `\`, `..` and a trailing `/` (a directory) included. */
  readonly name: string;
  readonly content: Uint8Array | string;
  /** Its UTC fields become the DOS time. */
  readonly modified?: Date;
  /** `deflate` by default. */
  readonly method?: 'stored' | 'deflate';
}

/**
 * `plain` is what most tools write. `mdmdiagnosticstool` is what the Windows tool of that name writes when it is
 * asked for a zip: every entry deflated, CRC and sizes in a data descriptor that only the local header announces,
 * and ZIP64 end records with a classic end record that holds nothing but 0xFF.
 */
export type ZipStyle = 'plain' | 'mdmdiagnosticstool';

export interface ZipWriterOptions {
  readonly style?: ZipStyle;
  /** Put in front of the archive, as a self-extractor would be; offsets do not count it. */
  readonly before?: Uint8Array;
}

const utf8NameFlag = 0x0800;
const zip64Version = 45;
const plainVersion = 20;
const methodStored = 0;
const methodDeflate = 8;

/** The bytes of a zip archive with `files` in the given order. */
export function writeZip(files: readonly ZipFile[], options: ZipWriterOptions = {}): Uint8Array<ArrayBuffer> {
  const style = options.style ?? 'plain';
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const file of files) {
    const entry = packed(file, style);
    directory.push(centralHeader(entry, style, offset));
    for (const part of [localHeader(entry, style), entry.data, dataDescriptor(entry, style)]) {
      parts.push(part);
      offset += part.length;
    }
  }
  const directoryLength = directory.reduce((sum, header) => sum + header.length, 0);
  const end = endRecords(files.length, directoryLength, offset, style);
  return joined([...(options.before === undefined ? [] : [options.before]), ...parts, ...directory, ...end]);
}

interface PackedEntry {
  readonly name: Uint8Array;
  readonly flags: number;
  readonly method: number;
  readonly dosTime: number;
  readonly dosDate: number;
  readonly crc: number;
  readonly data: Uint8Array;
  readonly size: number;
}

function packed(file: ZipFile, style: ZipStyle): PackedEntry {
  const name = new TextEncoder().encode(file.name);
  const content = typeof file.content === 'string' ? new TextEncoder().encode(file.content) : file.content;
  const isStored = file.method === 'stored' && style === 'plain';
  const modified = file.modified ?? new Date(Date.UTC(2026, 0, 1));
  return {
    name,
    flags: name.length === file.name.length ? 0 : utf8NameFlag,
    method: isStored ? methodStored : methodDeflate,
    dosTime: (modified.getUTCHours() << 11) | (modified.getUTCMinutes() << 5) | (modified.getUTCSeconds() >> 1),
    dosDate: ((modified.getUTCFullYear() - 1980) << 9) | ((modified.getUTCMonth() + 1) << 5) | modified.getUTCDate(),
    crc: crc32(content),
    data: isStored ? content : deflateRawSync(content),
    size: content.length,
  };
}

function localHeader(entry: PackedEntry, style: ZipStyle): Uint8Array {
  const { bytes, view } = record(zipLength.localHeader, zipSignature.localHeader, entry.name);
  const isDescribedLater = style === 'mdmdiagnosticstool';
  view.setUint16(4, isDescribedLater ? zip64Version : plainVersion, true);
  view.setUint16(6, isDescribedLater ? zipFlag.dataDescriptor | utf8NameFlag : entry.flags, true);
  setMethodAndTime(view, 8, entry);
  if (!isDescribedLater) {
    setSizes(view, 14, entry);
  }
  view.setUint16(26, entry.name.length, true);
  return bytes;
}

function dataDescriptor(entry: PackedEntry, style: ZipStyle): Uint8Array {
  if (style === 'plain') {
    return new Uint8Array(0);
  }
  const { bytes, view } = record(16, zipSignature.dataDescriptor);
  setSizes(view, 4, entry);
  return bytes;
}

function centralHeader(entry: PackedEntry, style: ZipStyle, offset: number): Uint8Array {
  const { bytes, view } = record(zipLength.centralHeader, zipSignature.centralHeader, entry.name);
  const version = style === 'mdmdiagnosticstool' ? zip64Version : plainVersion;
  view.setUint16(4, version, true);
  view.setUint16(6, version, true);
  // The Windows tool leaves the flags zero here although the local header has some.
  view.setUint16(8, style === 'mdmdiagnosticstool' ? 0 : entry.flags, true);
  setMethodAndTime(view, 10, entry);
  setSizes(view, 16, entry);
  view.setUint16(28, entry.name.length, true);
  view.setUint32(42, offset, true);
  return bytes;
}

function endRecords(count: number, length: number, offset: number, style: ZipStyle): readonly Uint8Array[] {
  const end = record(zipLength.endOfDirectory, zipSignature.endOfDirectory);
  if (style === 'plain') {
    end.view.setUint16(8, count, true);
    end.view.setUint16(10, count, true);
    end.view.setUint32(12, length, true);
    end.view.setUint32(16, offset, true);
    return [end.bytes];
  }

  const zip64 = record(zipLength.zip64EndOfDirectory, zipSignature.zip64EndOfDirectory);
  // The length of the record does not count its first 12 bytes.
  zip64.view.setBigUint64(4, BigInt(zipLength.zip64EndOfDirectory - 12), true);
  zip64.view.setUint16(12, zip64Version, true);
  zip64.view.setUint16(14, zip64Version, true);
  zip64.view.setBigUint64(24, BigInt(count), true);
  zip64.view.setBigUint64(32, BigInt(count), true);
  zip64.view.setBigUint64(40, BigInt(length), true);
  zip64.view.setBigUint64(48, BigInt(offset), true);

  const locator = record(zipLength.zip64EndLocator, zipSignature.zip64EndLocator);
  locator.view.setBigUint64(8, BigInt(offset + length), true);
  locator.view.setUint32(16, 1, true);

  end.bytes.fill(0xff, 8, 20);
  return [zip64.bytes, locator.bytes, end.bytes];
}

function record(length: number, signature: number, tail: Uint8Array = new Uint8Array(0)) {
  const bytes = new Uint8Array(length + tail.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, signature, true);
  bytes.set(tail, length);
  return { bytes, view };
}

function setMethodAndTime(view: DataView, at: number, entry: PackedEntry): void {
  view.setUint16(at, entry.method, true);
  view.setUint16(at + 2, entry.dosTime, true);
  view.setUint16(at + 4, entry.dosDate, true);
}

function setSizes(view: DataView, at: number, entry: PackedEntry): void {
  view.setUint32(at, entry.crc, true);
  view.setUint32(at + 4, entry.data.length, true);
  view.setUint32(at + 8, entry.size, true);
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
