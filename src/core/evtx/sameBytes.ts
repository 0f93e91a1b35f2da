/**
 * Whether `size` bytes at `start` of `view` equal those at `otherStart` of `other`; the caller has checked that both are
 * there. Compares four bytes at a time: names and template definitions repeat all the time, so that most comparisons
 * go to the end.
 */
export function sameBytes(view: DataView, start: number, other: DataView, otherStart: number, size: number): boolean {
  const shift = otherStart - start;
  const end = start + size;
  let at = start;
  for (; at + 4 <= end; at += 4) {
    if (view.getInt32(at, true) !== other.getInt32(at + shift, true)) {
      return false;
    }
  }
  for (; at < end; at++) {
    if (view.getUint8(at) !== other.getUint8(at + shift)) {
      return false;
    }
  }
  return true;
}
