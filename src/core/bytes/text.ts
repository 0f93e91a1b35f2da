import { decodeWindows1252 } from './windows1252';

/** Encodings that log files of Windows come in. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export interface DecodedText {
  readonly text: string;
  readonly encoding: TextEncoding;
}

/**
 * Decodes a log file without being told how: byte order mark first, then the shape of the bytes (UTF-16 without a
 * mark has a zero in every other byte), then UTF-8 if it is valid, else windows-1252, in which every byte is a
 * character. The mark is not part of the text.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const encoding = encodingOf(bytes);
  return { text: decodeAs(bytes, encoding), encoding };
}

/** Decodes bytes whose encoding is known. A byte order mark at their start is not part of the text. */
export function decodeAs(bytes: Uint8Array, encoding: TextEncoding): string {
  return encoding === 'windows-1252' ? decodeWindows1252(bytes) : new TextDecoder(encoding).decode(bytes);
}

/** Tells the encoding of a log file the way {@link decodeText} does. */
export function encodingOf(bytes: Uint8Array): TextEncoding {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
    return 'utf-8';
  }
  if (bytes[0] === 0xff && bytes[1] === 0xfe) {
    return 'utf-16le';
  }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    return 'utf-16be';
  }
  const unmarked = unmarkedUtf16(bytes);
  if (unmarked !== null) {
    return unmarked;
  }
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252';
}

/** How many bytes are looked at to tell UTF-16 from single-byte text. */
const sampleLength = 4096;

function unmarkedUtf16(bytes: Uint8Array): TextEncoding | null {
  const length = Math.min(bytes.length, sampleLength) & ~1;
  if (length < 4) {
    return null;
  }
  let zerosAtEven = 0;
  let zerosAtOdd = 0;
  for (let index = 0; index < length; index += 2) {
    zerosAtEven += bytes[index] === 0 ? 1 : 0;
    zerosAtOdd += bytes[index + 1] === 0 ? 1 : 0;
  }
  const many = length / 2 / 2;
  if (zerosAtOdd > many && zerosAtEven === 0) {
    return 'utf-16le';
  }
  return zerosAtEven > many && zerosAtOdd === 0 ? 'utf-16be' : null;
}

/** How much is checked at a time, bytes: the check must not hold a large log as text. */
const checkedAtOnce = 1024 * 1024;

function isUtf8(bytes: Uint8Array): boolean {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const whole = withoutCutCharacter(bytes);
  try {
    for (let start = 0; start < whole.length; start += checkedAtOnce) {
      decoder.decode(whole.subarray(start, start + checkedAtOnce), { stream: true });
    }
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}

/** A file that was cut short, or the head of one, may end inside a character. */
function withoutCutCharacter(bytes: Uint8Array): Uint8Array {
  for (let length = 1; length <= Math.min(3, bytes.length); length += 1) {
    const byte = bytes[bytes.length - length]!;
    if ((byte & 0b1100_0000) !== 0b1000_0000) {
      const needed = byte >= 0b1111_0000 ? 4 : byte >= 0b1110_0000 ? 3 : byte >= 0b1100_0000 ? 2 : 1;
      return needed > length ? bytes.subarray(0, bytes.length - length) : bytes;
    }
  }
  return bytes;
}

/** Does the file look like text at all? A zero byte in single-byte text says no. */
export function looksLikeText(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, sampleLength);
  const marked = (sample[0] === 0xff && sample[1] === 0xfe) || (sample[0] === 0xfe && sample[1] === 0xff);
  return marked || unmarkedUtf16(sample) !== null || !sample.includes(0);
}
