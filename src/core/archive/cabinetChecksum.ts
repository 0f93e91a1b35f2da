/**
 * The checksum of a CFDATA block ([MS-CAB], "Checksum Method"): little-endian 32-bit words, XORed. Of a shorter rest the *first* byte is the
 * most significant one.
 * @param seed Result for the part before, or 0.
 * @returns signed; compare after `>>> 0`.
 */
export function cabinetChecksum(bytes: Uint8Array, seed: number): number {
  const whole = bytes.length & ~3;
  let sum = seed;
  for (let at = 0; at < whole; at += 4) {
    sum ^= bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
  }
  let rest = 0;
  for (let at = whole; at < bytes.length; at += 1) {
    rest = (rest << 8) | bytes[at]!;
  }
  return sum ^ rest;
}
