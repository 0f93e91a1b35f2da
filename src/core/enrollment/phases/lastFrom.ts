import { countHolding } from '../../bytes/sorted';
/** The last of `spans`, which ascend by their beginning, that has begun at a time. */
export function lastFrom<T extends { readonly from: number }>(spans: readonly T[], time: number): T | null {
  return spans[countHolding(spans.length, (index) => spans[index]!.from <= time) - 1] ?? null;
}
