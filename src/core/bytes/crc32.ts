const POLYNOMIAL = 0xedb88320;

/** What a byte does to the sum right away, and when one, two or three more bytes follow it. */
const near0 = tableOfBytes();
const near1 = followedBy(1, near0);
const near2 = followedBy(1, near1);
const near3 = followedBy(1, near2);

/** The same with twelve more bytes in between: three of four words are left to the neighbouring sums. */
const far0 = followedBy(12, near0);
const far1 = followedBy(12, near1);
const far2 = followedBy(12, near2);
const far3 = followedBy(12, near3);

/** Four words of four bytes, one for each of the sums below. */
const STEP = 16;

/**
 * CRC-32 (ISO 3309, as in zip, gzip and evtx) of `bytes[start, end)`, an unsigned 32-bit number.
 * `previous` is the CRC-32 of what came before, so that separate pieces can be summed as one.
 *
 * Every word of a sum waits for the word before. Four sums, each over every fourth word, wait for none of the others,
 * and the processor works on them at once: "braiding", M. Kadatch and B. Jenkins, "Everything we know about CRC but
 * afraid to forget" (2010).
 */
export function crc32(bytes: Uint8Array, start = 0, end = bytes.length, previous = 0): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let at = start;
  let first = ~previous;
  let second = 0;
  let third = 0;
  let fourth = 0;
  // The last step of four words is left over, to plait the sums together.
  for (; at + 2 * STEP <= end; at += STEP) {
    first = followedByStep(first ^ view.getInt32(at, true));
    second = followedByStep(second ^ view.getInt32(at + 4, true));
    third = followedByStep(third ^ view.getInt32(at + 8, true));
    fourth = followedByStep(fourth ^ view.getInt32(at + 12, true));
  }
  let crc = first;
  if (at + STEP <= end) {
    crc = followedByNothing(crc ^ view.getInt32(at, true));
    crc = followedByNothing(crc ^ second ^ view.getInt32(at + 4, true));
    crc = followedByNothing(crc ^ third ^ view.getInt32(at + 8, true));
    crc = followedByNothing(crc ^ fourth ^ view.getInt32(at + 12, true));
    at += STEP;
  }
  for (; at < end; at++) {
    crc = near0[(crc ^ bytes[at]!) & 0xff]! ^ (crc >>> 8);
  }
  return ~crc >>> 0;
}

/** What a word does to the sum when no byte follows it. */
function followedByNothing(word: number): number {
  return near3[word & 0xff]! ^ near2[(word >>> 8) & 0xff]! ^ near1[(word >>> 16) & 0xff]! ^ near0[word >>> 24]!;
}

/** What a word does to the sum when the three words of its neighbours follow it. */
function followedByStep(word: number): number {
  return far3[word & 0xff]! ^ far2[(word >>> 8) & 0xff]! ^ far1[(word >>> 16) & 0xff]! ^ far0[word >>> 24]!;
}

function tableOfBytes(): Int32Array {
  return new Int32Array(256).map((_, byte) => {
    let crc = byte;
    for (let bit = 0; bit < 8; bit++) {
      crc = crc & 1 ? (crc >>> 1) ^ POLYNOMIAL : crc >>> 1;
    }
    return crc;
  });
}

/** The sums of `table` after `count` more bytes, all of them zero: CRC-32 is linear, what they really are is added. */
function followedBy(count: number, table: Int32Array): Int32Array {
  return table.map((sum) => {
    let crc = sum;
    for (let byte = 0; byte < count; byte++) {
      crc = (crc >>> 8) ^ near0[crc & 0xff]!;
    }
    return crc;
  });
}
