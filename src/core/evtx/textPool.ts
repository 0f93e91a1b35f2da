import { decodeUtf16 } from './utf16';

/** Longer texts rarely repeat, and comparing them costs as much as decoding them. */
const LONGEST = 48;
const PLACES = 4096;

/**
 * Decodes the texts of one file, most of which repeat: channels, computers, accounts, processes. A text that is
 * still in its place of the pool is compared instead of decoded, which is faster and lets all records share it.
 */
export class TextPool {
  private readonly places = new Array<string>(PLACES).fill('');

  /** The text of `units` UTF-16LE code units at `start` of `bytes`, see {@link decodeUtf16}. */
  decode(bytes: Uint8Array, start: number, units: number): string {
    if (units === 0 || units > LONGEST) {
      return decodeUtf16(bytes, start, units);
    }
    const place = placeOf(bytes, start, units);
    const candidate = this.places[place]!;
    if (candidate.length === units && isEqual(candidate, bytes, start)) {
      return candidate;
    }
    return (this.places[place] = decodeUtf16(bytes, start, units));
  }

  /** The same, without the NULs that writers leave at the end. */
  decodeTrimmed(bytes: Uint8Array, start: number, units: number): string {
    let length = units;
    while (length > 0 && bytes[start + 2 * length - 2] === 0 && bytes[start + 2 * length - 1] === 0) {
      length -= 1;
    }
    return this.decode(bytes, start, length);
  }
}

/** Mixes the length and four characters: texts of a log differ in their middle or end more often than not. */
function placeOf(bytes: Uint8Array, start: number, units: number): number {
  const first = bytes[start]!;
  const middle = bytes[start + (units & ~1)]!;
  const third = bytes[start + ((3 * units) >> 2) * 2]!;
  const last = bytes[start + 2 * units - 2]!;
  return (units + first * 31 + middle * 131 + third * 521 + last * 2053) & (PLACES - 1);
}

function isEqual(text: string, bytes: Uint8Array, start: number): boolean {
  for (let index = 0, at = start; index < text.length; index++, at += 2) {
    if (text.charCodeAt(index) !== (bytes[at]! | (bytes[at + 1]! << 8))) {
      return false;
    }
  }
  return true;
}
