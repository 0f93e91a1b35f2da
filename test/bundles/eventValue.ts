import { ByteWriter } from './byteWriter';

/** What the test author writes down for a value of each type. */
export interface ValueInputs {
  string: string;
  /** Zero-terminated strings, one after the other: the unnamed data of classic events. */
  stringList: readonly string[];
  ansiString: string;
  uint8: number;
  uint16: number;
  int32: number;
  uint32: number;
  int64: number | bigint;
  uint64: number | bigint;
  boolean: boolean;
  binary: Uint8Array;
  /** `{xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx}` */
  guid: string;
  pointer: number | bigint;
  /** Whole milliseconds since 1970 UTC. */
  fileTime: number;
  /** `S-1-…` */
  sid: string;
  hex32: number;
  hex64: number | bigint;
}

export type ValueType = keyof ValueInputs;

/** One value together with its type. */
export type TypedValue = { readonly [T in ValueType]: { readonly type: T; readonly value: ValueInputs[T] } }[ValueType];

/** [MS-EVEN6] 2.2.14.2 BinXml value types; 0x80 marks an array. `pointer` is SizeT, which takes 8 bytes on x64. */
export const valueTypeCodes: Readonly<Record<ValueType, number>> = {
  string: 0x01,
  ansiString: 0x02,
  uint8: 0x04,
  uint16: 0x06,
  int32: 0x07,
  uint32: 0x08,
  int64: 0x09,
  uint64: 0x0a,
  boolean: 0x0d,
  binary: 0x0e,
  guid: 0x0f,
  pointer: 0x10,
  fileTime: 0x11,
  sid: 0x13,
  hex32: 0x14,
  hex64: 0x15,
  stringList: 0x81,
};

/** Milliseconds between 1601 (FILETIME) and 1970. */
const fileTimeEpochMs = 11_644_473_600_000;

/** The FILETIME of an instant: 100 ns units since 1601. */
export function toFileTime(ms: number, ticks = 0): bigint {
  return BigInt(ms + fileTimeEpochMs) * 10_000n + BigInt(ticks);
}

/** The bytes of a value as they stand in the value table of a template instance. */
export function encodeValue(typed: TypedValue): Uint8Array<ArrayBuffer> {
  const out = new ByteWriter();
  switch (typed.type) {
    case 'string':
      return out.utf16(typed.value).toBytes();
    case 'stringList':
      typed.value.forEach((text) => out.utf16(text).u16(0));
      return out.toBytes();
    case 'ansiString':
      return out.bytes(Buffer.from(typed.value, 'latin1')).toBytes();
    case 'uint8':
      return out.u8(typed.value).toBytes();
    case 'uint16':
      return out.u16(typed.value).toBytes();
    case 'int32':
    case 'uint32':
    case 'hex32':
      return out.u32(typed.value).toBytes();
    case 'int64':
    case 'uint64':
    case 'hex64':
    case 'pointer':
      return out.u64(BigInt(typed.value)).toBytes();
    case 'boolean':
      return out.u32(typed.value ? 1 : 0).toBytes();
    case 'binary':
      return out.bytes(typed.value).toBytes();
    case 'guid':
      return encodeGuid(typed.value);
    case 'fileTime':
      return out.u64(toFileTime(typed.value)).toBytes();
    case 'sid':
      return encodeSid(typed.value);
  }
}

/** The 16 bytes of a GUID: three little-endian groups, then eight bytes as written. */
function encodeGuid(text: string): Uint8Array<ArrayBuffer> {
  const digits = text.replace(/[{}-]/g, '');
  if (!/^[0-9a-f]{32}$/i.test(digits)) {
    throw new Error(`not a GUID: ${text}`);
  }
  return new ByteWriter()
    .u32(Number.parseInt(digits.slice(0, 8), 16))
    .u16(Number.parseInt(digits.slice(8, 12), 16))
    .u16(Number.parseInt(digits.slice(12, 16), 16))
    .bytes(Buffer.from(digits.slice(16), 'hex'))
    .toBytes();
}

/** [MS-DTYP] 2.4.2.2: revision, count, 48-bit big-endian authority, 32-bit little-endian sub-authorities. */
function encodeSid(text: string): Uint8Array<ArrayBuffer> {
  const [revision, authority, ...subAuthorities] = text.split('-').slice(1).map(Number);
  if (!text.startsWith('S-') || revision === undefined || authority === undefined) {
    throw new Error(`not a SID: ${text}`);
  }
  const out = new ByteWriter().u8(revision).u8(subAuthorities.length).zeros(5).u8(authority);
  subAuthorities.forEach((part) => out.u32(part));
  return out.toBytes();
}
