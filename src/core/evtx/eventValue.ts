import { decodeWindows1252 } from '../bytes/windows1252';
import type { Chunk } from './chunk';
import { fileTimeMs, fileTimeTicks, timeText } from './fileTime';
import { ValueType } from './valueType';

/*
 * Values as Event Viewer prints them. A value that is shorter than its type asks for is shown as the hex text of its
 * bytes: nothing is known about it, but nothing is lost.
 */

const upperHex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).toUpperCase().padStart(2, '0'));
const lowerHex = upperHex.map((digits) => digits.toLowerCase());

/** Bytes that a single value, or an item of an array, of a fixed size has; 0 for types without one. */
function sizeOf(type: number): number {
  switch (type) {
    case ValueType.Int8:
    case ValueType.UInt8:
      return 1;
    case ValueType.Int16:
    case ValueType.UInt16:
      return 2;
    case ValueType.Int32:
    case ValueType.UInt32:
    case ValueType.Real32:
    case ValueType.Bool:
    case ValueType.HexInt32:
      return 4;
    case ValueType.Int64:
    case ValueType.UInt64:
    case ValueType.Real64:
    case ValueType.FileTime:
    case ValueType.HexInt64:
      return 8;
    case ValueType.Guid:
    case ValueType.SystemTime:
      return 16;
    default:
      return 0;
  }
}

/** The text of one value (not an array) of `type` at `[start, end)` of `chunk`, which the caller has checked. */
export function formatValue(chunk: Chunk, type: number, start: number, end: number): string {
  const { bytes, view } = chunk;
  const size = end - start;
  if (size < sizeOf(type)) {
    return hexText(bytes, start, end);
  }
  switch (type) {
    case ValueType.Null:
      return '';
    case ValueType.String:
      return chunk.texts.decodeTrimmed(bytes, start, size >>> 1);
    case ValueType.AnsiString:
      // The code page of the writing machine is not recorded; this one is the most likely.
      return decodeWindows1252(bytes.subarray(start, end)).replace(/\0+$/, '');
    case ValueType.Int8:
      return String(view.getInt8(start));
    case ValueType.UInt8:
      return String(bytes[start]!);
    case ValueType.Int16:
      return String(view.getInt16(start, true));
    case ValueType.UInt16:
      return String(view.getUint16(start, true));
    case ValueType.Int32:
      return String(view.getInt32(start, true));
    case ValueType.UInt32:
      return String(view.getUint32(start, true));
    case ValueType.Int64:
      return String(view.getBigInt64(start, true));
    case ValueType.UInt64:
      return String(view.getBigUint64(start, true));
    case ValueType.Real32:
      return singlePrecisionText(view.getFloat32(start, true));
    case ValueType.Real64:
      return String(view.getFloat64(start, true));
    case ValueType.Bool:
      return view.getUint32(start, true) === 0 ? 'false' : 'true';
    case ValueType.Guid:
      return guidText(bytes, start);
    case ValueType.SizeT:
      return size === 4 || size === 8 ? hexNumber(bytes, start, size) : hexText(bytes, start, end);
    case ValueType.HexInt32:
      return hexNumber(bytes, start, 4);
    case ValueType.HexInt64:
      return hexNumber(bytes, start, 8);
    case ValueType.FileTime:
      return fileTimeText(view, start);
    case ValueType.SystemTime:
      return systemTimeText(view, start);
    case ValueType.Sid:
      return sidText(chunk, start, end) ?? hexText(bytes, start, end);
    default:
      return hexText(bytes, start, end);
  }
}

/** The items of an array whose items have `type`. A rest that is too short for an item is dropped. */
export function arrayItems(chunk: Chunk, type: number, start: number, end: number): string[] {
  if (type === ValueType.String) {
    return stringItems(chunk, start, end);
  }
  if (type === ValueType.Sid) {
    return sidItems(chunk, start, end);
  }
  const size = sizeOf(type);
  if (size === 0) {
    return [formatValue(chunk, type, start, end)];
  }
  const items: string[] = [];
  for (let at = start; at + size <= end; at += size) {
    items.push(formatValue(chunk, type, at, at + size));
  }
  return items;
}

/** The value as a number where its type is an unsigned integer of the right size; `null` otherwise. */
export function numberValue(chunk: Chunk, type: number, start: number, end: number): number | null {
  if (end - start < sizeOf(type)) {
    return null;
  }
  switch (type) {
    case ValueType.UInt8:
      return chunk.bytes[start]!;
    case ValueType.UInt16:
      return chunk.view.getUint16(start, true);
    case ValueType.UInt32:
    case ValueType.HexInt32:
      return chunk.view.getUint32(start, true);
    case ValueType.UInt64:
    case ValueType.HexInt64:
      return chunk.u64(start);
    default:
      return null;
  }
}

/** Strings that each end in NUL; the last one may end with the value instead. */
function stringItems({ bytes, texts }: Chunk, start: number, end: number): string[] {
  const items: string[] = [];
  let first = start;
  for (let at = start; at + 2 <= end; at += 2) {
    if (bytes[at] === 0 && bytes[at + 1] === 0) {
      items.push(texts.decode(bytes, first, (at - first) >>> 1));
      first = at + 2;
    }
  }
  if (end - first >= 2) {
    items.push(texts.decode(bytes, first, (end - first) >>> 1));
  }
  return items;
}

function sidItems(chunk: Chunk, start: number, end: number): string[] {
  const items: string[] = [];
  let at = start;
  while (at < end) {
    const text = sidText(chunk, at, end);
    if (text === null) {
      break;
    }
    items.push(text);
    at += sidSize(chunk, at);
  }
  return items;
}

function sidSize(chunk: Chunk, start: number): number {
  return 8 + 4 * chunk.bytes[start + 1]!;
}

/** [MS-DTYP] 2.4.2: revision, count of sub-authorities, authority (48 bits, big endian), sub-authorities. */
function sidText(chunk: Chunk, start: number, end: number): string | null {
  const { bytes, view } = chunk;
  if (end - start < 8 || start + sidSize(chunk, start) > end) {
    return null;
  }
  const authority = view.getUint16(start + 2) * 0x1_0000_0000 + view.getUint32(start + 4);
  let text = `S-${bytes[start]!}-${authority}`;
  for (let at = start + 8, last = start + sidSize(chunk, start); at < last; at += 4) {
    text += `-${view.getUint32(at, true)}`;
  }
  return text;
}

function guidText(bytes: Uint8Array, at: number): string {
  const pair = (offset: number): string => lowerHex[bytes[at + offset]!]!;
  return (
    `{${pair(3)}${pair(2)}${pair(1)}${pair(0)}-${pair(5)}${pair(4)}-${pair(7)}${pair(6)}-${pair(8)}${pair(9)}-` +
    `${pair(10)}${pair(11)}${pair(12)}${pair(13)}${pair(14)}${pair(15)}}`
  );
}

/** Digits come from a table: `toString(16)` is several times slower, and every event has such a number. */
function hexNumber(bytes: Uint8Array, start: number, size: number): string {
  let at = start + size - 1;
  while (at > start && bytes[at] === 0) {
    at -= 1;
  }
  const first = bytes[at]!;
  let text = first < 16 ? `0x${lowerHex[first]![1]!}` : `0x${lowerHex[first]!}`;
  while (at > start) {
    at -= 1;
    text += lowerHex[bytes[at]!]!;
  }
  return text;
}

function hexText(bytes: Uint8Array, start: number, end: number): string {
  let text = '';
  for (let at = start; at < end; at++) {
    text += upperHex[bytes[at]!]!;
  }
  return text;
}

function fileTimeText(view: DataView, at: number): string {
  const low = view.getUint32(at, true);
  const high = view.getUint32(at + 4, true);
  return timeText({ ms: fileTimeMs(low, high), ticks: fileTimeTicks(low, high) });
}

/** [MS-DTYP] 2.3.13: year, month, day of the week, day, hour, minute, second, milliseconds. */
function systemTimeText(view: DataView, at: number): string {
  const field = (index: number, digits: number): string =>
    String(view.getUint16(at + 2 * index, true)).padStart(digits, '0');
  return (
    `${field(0, 4)}-${field(1, 2)}-${field(3, 2)}` + `T${field(4, 2)}:${field(5, 2)}:${field(6, 2)}.${field(7, 3)}Z`
  );
}

/** The shortest text that reads back as the same 32-bit number: 0.1 rather than 0.10000000149011612. */
function singlePrecisionText(value: number): string {
  for (let digits = 6; digits < 9; digits++) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) {
      return String(short);
    }
  }
  return String(value);
}
