/** The last of `spans`, which ascend by their beginning, that has begun at a time. */
export function lastFrom<T extends { readonly from: number }>(spans: readonly T[], time: number): T | null {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (spans[middle]!.from <= time) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return spans[low - 1] ?? null;
}
