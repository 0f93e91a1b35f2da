const POLYNOMIAL = 0xedb88320;

/** Tables for eight bytes a step ("slicing by 8"): table k answers for a byte that k more bytes follow. */
const [t0, t1, t2, t3, t4, t5, t6, t7] = slicingTables();

/**
 * CRC-32 (ISO 3309, as in zip, gzip and evtx) of `bytes[start, end)`, an unsigned 32-bit number.
 * `previous` is the CRC-32 of what came before, so that separate pieces can be summed as one.
 */
export function crc32(bytes: Uint8Array, start = 0, end = bytes.length, previous = 0): number {
  let crc = ~previous;
  let at = start;
  for (; at + 8 <= end; at += 8) {
    crc ^= bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
    crc =
      t7[crc & 0xff]! ^
      t6[(crc >>> 8) & 0xff]! ^
      t5[(crc >>> 16) & 0xff]! ^
      t4[crc >>> 24]! ^
      t3[bytes[at + 4]!]! ^
      t2[bytes[at + 5]!]! ^
      t1[bytes[at + 6]!]! ^
      t0[bytes[at + 7]!]!;
  }
  for (; at < end; at++) {
    crc = t0[(crc ^ bytes[at]!) & 0xff]! ^ (crc >>> 8);
  }
  return ~crc >>> 0;
}

type Tables = readonly [Int32Array, Int32Array, Int32Array, Int32Array, Int32Array, Int32Array, Int32Array, Int32Array];

function slicingTables(): Tables {
  const first = new Int32Array(256);
  for (let byte = 0; byte < 256; byte++) {
    let crc = byte;
    for (let bit = 0; bit < 8; bit++) {
      crc = crc & 1 ? (crc >>> 1) ^ POLYNOMIAL : crc >>> 1;
    }
    first[byte] = crc;
  }
  const followedByOneMore = (table: Int32Array): Int32Array => table.map((crc) => (crc >>> 8) ^ first[crc & 0xff]!);
  const second = followedByOneMore(first);
  const third = followedByOneMore(second);
  const fourth = followedByOneMore(third);
  const fifth = followedByOneMore(fourth);
  const sixth = followedByOneMore(fifth);
  const seventh = followedByOneMore(sixth);
  return [first, second, third, fourth, fifth, sixth, seventh, followedByOneMore(seventh)];
}
