import type { TextEncoding } from './text';

/** A stretch of an encoded text that begins and ends at a line wherever the lines are short enough. */
export interface TextWindow {
  /** Offsets `[start, end)` in the bytes; a byte order mark belongs to no window. */
  readonly start: number;
  readonly end: number;
  /** The line (0-based, of the whole text) that the window begins in. */
  readonly firstLine: number;
  /** Lines in it, the last one included whether or not a line break ends it. */
  readonly lineCount: number;
  /** It begins in the middle of {@link firstLine}, because that line alone is longer than a window. */
  readonly continuesLine: boolean;
}

const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/**
 * Cuts an encoded text into windows of at most `maxLength` UTF-16 units of text, without decoding it. Cuts are behind
 * line breaks; a line that is longer than a window is cut between characters. An empty text is one empty window.
 */
export function textWindows(bytes: Uint8Array, encoding: TextEncoding, maxLength: number): TextWindow[] {
  const units = unitsOf(bytes, encoding);
  // No character of UTF-8 or windows-1252 is more units of text than it is bytes.
  const longest = Math.max(4, Math.floor(maxLength)) * units.size;
  const windows: TextWindow[] = [];
  let start = units.start;
  let firstLine = 0;
  let continuesLine = false;
  do {
    const end = bytes.length - start <= longest ? bytes.length : cutBefore(units, start, start + longest);
    const breaks = countLineBreaks(units, start, end);
    const endsLine = end > start && isLineEnd(units, end - units.size);
    windows.push({ start, end, firstLine, lineCount: breaks + (endsLine ? 0 : 1), continuesLine });
    start = end;
    firstLine += breaks;
    continuesLine = !endsLine;
  } while (start < bytes.length);
  return windows;
}

/** The code units of a text in place: what is at a byte offset, and how wide one is. */
interface Units {
  /** Behind the byte order mark. */
  readonly start: number;
  readonly end: number;
  readonly size: 1 | 2;
  at(offset: number): number;
  /** Is this the second or a later unit of a character? */
  isInside(unit: number): boolean;
}

function unitsOf(bytes: Uint8Array, encoding: TextEncoding): Units {
  const end = bytes.length;
  switch (encoding) {
    case 'utf-8': {
      const isMarked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
      return { start: isMarked ? 3 : 0, end, size: 1, at: (offset) => bytes[offset]!, isInside: isUtf8Continuation };
    }
    case 'windows-1252':
      return { start: 0, end, size: 1, at: (offset) => bytes[offset]!, isInside: () => false };
    case 'utf-16le': {
      const start = bytes[0] === 0xff && bytes[1] === 0xfe ? 2 : 0;
      const at = (offset: number) => bytes[offset]! | ((bytes[offset + 1] ?? 0) << 8);
      return { start, end, size: 2, at, isInside: isLowSurrogate };
    }
    case 'utf-16be': {
      const start = bytes[0] === 0xfe && bytes[1] === 0xff ? 2 : 0;
      const at = (offset: number) => (bytes[offset]! << 8) | (bytes[offset + 1] ?? 0);
      return { start, end, size: 2, at, isInside: isLowSurrogate };
    }
  }
}

function isUtf8Continuation(unit: number): boolean {
  return (unit & 0b1100_0000) === 0b1000_0000;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

/** Where to cut at or before `limit`: behind the last line break, else between two characters. */
function cutBefore(units: Units, start: number, limit: number): number {
  for (let cut = limit; cut > start; cut -= units.size) {
    if (isLineEnd(units, cut - units.size)) {
      return cut;
    }
  }
  // A character is at most four units; broken text, where no boundary is near, is cut at the limit.
  for (let cut = limit; cut > limit - 4 * units.size; cut -= units.size) {
    if (!units.isInside(units.at(cut)) && !isInsideLineBreak(units, cut)) {
      return cut;
    }
  }
  return limit;
}

function isInsideLineBreak(units: Units, offset: number): boolean {
  return units.at(offset) === lineFeed && units.at(offset - units.size) === carriageReturn;
}

function countLineBreaks(units: Units, start: number, end: number): number {
  let count = 0;
  for (let offset = start; offset < end; offset += units.size) {
    count += isLineEnd(units, offset) ? 1 : 0;
  }
  return count;
}

/** Does a line break end with the unit at `offset`? CRLF, bare LF and bare CR all end a line, as in an editor. */
function isLineEnd(units: Units, offset: number): boolean {
  const unit = units.at(offset);
  if (unit !== carriageReturn) {
    return unit === lineFeed;
  }
  const next = offset + units.size;
  return next >= units.end || units.at(next) !== lineFeed;
}
