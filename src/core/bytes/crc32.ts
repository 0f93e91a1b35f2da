const POLYNOMIAL = 0xedb88320;

/** A step of the long loop: four words of four bytes, one for each of its sums. */
const STEP = 16;

/** What each byte turns into on its way out of the sum. */
const ofByte = new Int32Array(256).map((_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) {
    crc = crc & 1 ? (crc >>> 1) ^ POLYNOMIAL : crc >>> 1;
  }
  return crc;
});

/*
 * What each third of a word turns into over a whole step: 11, 11 and 10 bits, because three tables are faster than four
 * of 8 bits and still leave most of the processor's first cache (32 KiB or more) to the data.
 */
const ofLowBits = stepTable(0, 11);
const ofMiddleBits = stepTable(11, 11);
const ofHighBits = stepTable(22, 10);

/**
 * CRC-32 (ISO 3309, as in zip, gzip and evtx) of `bytes[start, end)`, an unsigned 32-bit number. The range must lie in
 * `bytes`. `previous` is the CRC-32 of what came before, so that separate pieces can be summed as one.
 *
 * A sum has to wait for each word before it can take the next one. Four sums, each over every fourth word, do not wait
 * for each other, and the processor works on all of them at once ("braiding": M. Kadatch and B. Jenkins, "Everything we
 * know about CRC but afraid to forget", 2010).
 */
export function crc32(bytes: Uint8Array, start = 0, end = bytes.length, previous = 0): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let at = start;
  let crc = ~previous;
  if (at + STEP <= end) {
    let second = 0;
    let third = 0;
    let fourth = 0;
    // The last whole step is left for plaiting the sums together.
    for (; at + 2 * STEP <= end; at += STEP) {
      crc = overStep(crc ^ view.getInt32(at, true));
      second = overStep(second ^ view.getInt32(at + 4, true));
      third = overStep(third ^ view.getInt32(at + 8, true));
      fourth = overStep(fourth ^ view.getInt32(at + 12, true));
    }
    crc = overBytes(4, crc ^ view.getInt32(at, true));
    crc = overBytes(4, crc ^ second ^ view.getInt32(at + 4, true));
    crc = overBytes(4, crc ^ third ^ view.getInt32(at + 8, true));
    crc = overBytes(4, crc ^ fourth ^ view.getInt32(at + 12, true));
    at += STEP;
  }
  for (; at < end; at++) {
    crc = overBytes(1, crc ^ bytes[at]!);
  }
  return ~crc >>> 0;
}

/** What `crc` turns into over `count` bytes, those that are already in it and zeros after them. */
function overBytes(count: number, crc: number): number {
  let after = crc;
  for (let byte = 0; byte < count; byte++) {
    after = ofByte[after & 0xff]! ^ (after >>> 8);
  }
  return after;
}

/** {@link overBytes} for a whole step. CRC-32 is linear: the parts of a number can be looked up one by one. */
function overStep(crc: number): number {
  return ofLowBits[crc & 0x7ff]! ^ ofMiddleBits[(crc >>> 11) & 0x7ff]! ^ ofHighBits[crc >>> 22]!;
}

/** A table of {@link overBytes} over a step for the `count` bits that start at bit `first`. */
function stepTable(first: number, count: number): Int32Array {
  return new Int32Array(1 << count).map((_, bits) => overBytes(STEP, bits << first));
}
