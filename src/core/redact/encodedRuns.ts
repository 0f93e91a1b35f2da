import type { Units } from './automaton';
import { hexAt } from './escapes';

/*
 * Bytes that stand in a text as base64 or hexadecimal digits. Zero bytes are left out of what is searched: then UTF-16
 * reads like single-byte text, and so do the binary forms of SIDs and GUIDs when their zeros are left out too.
 */

/** The bytes of one run, and the way to write over them without changing its length. */
export interface EncodedRun extends Units {
  /** Offsets in the text of everything that holds a bit of byte i. */
  startOf(index: number): number;
  endOf(index: number): number;
  /** The characters of bytes `[first, last]` once their non-zero bytes are those of `written`. */
  rewritten(first: number, last: number, written: (index: number) => number): string;
}

/** Shorter runs cannot hold an identifier that is worth the name. */
const shortestBase64 = 12;
const shortestHex = 6;

/**
 * Every way to read the runs of a text as bytes; base64 may begin at any of four characters. A run is good until the
 * next one is asked for.
 */
export function* encodedRuns(text: Units): Generator<EncodedRun> {
  yield* base64Runs(text);
  yield* hexRuns(text);
}

function* base64Runs(text: Units): Generator<EncodedRun> {
  let start = 0;
  let cases = 0;
  for (let index = 0; index <= text.length; index += 1) {
    const unit = index < text.length ? text.at(index) : 0;
    if (sextetOf(unit) >= 0) {
      cases |= unit >= 0x61 ? 1 : unit >= 0x41 && unit <= 0x5a ? 2 : 0;
      continue;
    }
    // Text in base64 has letters of both cases; words, GUIDs and paths in one case are left out.
    if (index - start >= shortestBase64 && cases === 3) {
      for (let shift = 0; shift < 4; shift += 1) {
        yield base64Run(text, start + shift, index);
      }
    }
    start = index + 1;
    cases = 0;
  }
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

const sextets = new Int8Array(65_536).fill(-1);
for (let value = 0; value < alphabet.length; value += 1) {
  sextets[alphabet.charCodeAt(value)] = value;
}
// The alphabet for URLs.
sextets[0x2d] = 62;
sextets[0x5f] = 63;

function sextetOf(unit: number): number {
  return sextets[unit]!;
}

function base64Run(text: Units, start: number, end: number): EncodedRun {
  const { values, bytes } = base64Bytes(text, start, end);
  const charOf = (byte: number): number => start + Math.floor((byte * 8) / 6);
  return {
    length: values.length,
    at: (index) => values[index]!,
    startOf: (index) => charOf(bytes[index]!),
    endOf: (index) => charOf(bytes[index]!) + 2,
    rewritten(first, last, written) {
      const from = charOf(bytes[first]!);
      const to = charOf(bytes[last]!) + 2;
      const groups = Array.from({ length: to - from }, (_, at) => sextetOf(text.at(from + at)));
      for (let index = first; index <= last; index += 1) {
        const byte = bytes[index]!;
        const at = charOf(byte) - from;
        const shift = 4 - (byte % 3) * 2;
        const pair = ((groups[at]! << 6) | groups[at + 1]!) & ~(0xff << shift);
        const changed = pair | (written(index) << shift);
        groups[at] = changed >> 6;
        groups[at + 1] = changed & 0x3f;
      }
      return groups.map((group) => alphabet[group]).join('');
    },
  };
}

/** Bytes that are not zero, and the number that each has in its run. */
interface NonZeroBytes {
  readonly values: Uint8Array;
  readonly bytes: Uint32Array;
}

/** Every longer word is read as base64: made anew for each, these would be most of the work. */
let scratch = { values: new Uint8Array(4096), bytes: new Uint32Array(4096) };

/** Good until the next run is read. */
function base64Bytes(text: Units, start: number, end: number): NonZeroBytes {
  const total = Math.floor(((end - start) * 6) / 8);
  if (scratch.values.length < total) {
    scratch = { values: new Uint8Array(2 * total), bytes: new Uint32Array(2 * total) };
  }
  const { values, bytes } = scratch;
  let bits = 0;
  let held = 0;
  let byte = 0;
  let count = 0;
  for (let at = start; at < end; at += 1) {
    bits = ((bits << 6) | sextets[text.at(at)]!) & 0x3fff;
    held += 6;
    if (held >= 8) {
      held -= 8;
      const value = (bits >> held) & 0xff;
      if (value !== 0) {
        values[count] = value;
        bytes[count] = byte;
        count += 1;
      }
      byte += 1;
    }
  }
  return { values: values.subarray(0, count), bytes: bytes.subarray(0, count) };
}

function withoutZeros(total: number, byteAt: (byte: number) => number): NonZeroBytes {
  const values = new Uint8Array(total);
  const bytes = new Uint32Array(total);
  let count = 0;
  for (let byte = 0; byte < total; byte += 1) {
    const value = byteAt(byte);
    if (value !== 0) {
      values[count] = value;
      bytes[count] = byte;
      count += 1;
    }
  }
  return { values: values.subarray(0, count), bytes: bytes.subarray(0, count) };
}

function* hexRuns(text: Units): Generator<EncodedRun> {
  let index = 0;
  while (index < text.length) {
    if (hexAt(text, index, 2) === null) {
      index += 1;
      continue;
    }
    const places = hexPlaces(text, index);
    if (places.length >= shortestHex) {
      yield hexRun(text, places);
      // A digit too many in front, and the pairs are others.
      yield hexRun(text, hexPlaces(text, index + 1));
    }
    index = places.at(-1)! + 2;
  }
}

/**
 * Where the bytes of a run begin: digits side by side, or each two behind a comma, a dash, a colon or a blank; exports
 * of the registry go on in the next line behind a backslash.
 */
function hexPlaces(text: Units, start: number): readonly number[] {
  const places: number[] = [];
  for (let index = start; hexAt(text, index, 2) !== null; index = nextPlace(text, index + 2)) {
    places.push(index);
  }
  return places;
}

function nextPlace(text: Units, index: number): number {
  const unit = index < text.length ? text.at(index) : 0;
  const isSeparator = unit === 0x2c || unit === 0x2d || unit === 0x3a || unit === 0x20;
  if (!isSeparator) {
    return index;
  }
  let next = index + 1;
  if (next < text.length && text.at(next) === 0x5c) {
    next += 1;
    while (next < text.length && isBlank(text.at(next))) {
      next += 1;
    }
  }
  return next;
}

function isBlank(unit: number): boolean {
  return unit === 0x20 || unit === 0x09 || unit === 0x0d || unit === 0x0a;
}

function hexRun(text: Units, places: readonly number[]): EncodedRun {
  const { values, bytes } = withoutZeros(places.length, (byte) => hexAt(text, places[byte]!, 2) ?? 0);
  return {
    length: values.length,
    at: (index) => values[index]!,
    startOf: (index) => places[bytes[index]!]!,
    endOf: (index) => places[bytes[index]!]! + 2,
    rewritten(first, last, written) {
      const from = places[bytes[first]!]!;
      const to = places[bytes[last]!]! + 2;
      const units = Array.from({ length: to - from }, (_, at) => String.fromCharCode(text.at(from + at)));
      for (let index = first; index <= last; index += 1) {
        const at = places[bytes[index]!]! - from;
        const digits = written(index).toString(16).padStart(2, '0');
        units[at] = digits[0]!;
        units[at + 1] = digits[1]!;
      }
      return units.join('');
    },
  };
}
