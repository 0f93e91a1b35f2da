/** Something that happened at a time, milliseconds since 1970 UTC. */
export interface Timed {
  readonly at: number;
}

/** Index of the first item at `time` or later; `items` ascend by time. */
export function firstIndexFrom(items: readonly Timed[], time: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (items[middle]!.at < time) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

/** The first item from `from` up to and with `to`; `items` ascend by time. */
export function firstWithin<T extends Timed>(items: readonly T[], from: number, to: number): T | undefined {
  const item = items[firstIndexFrom(items, from)];
  return item !== undefined && item.at <= to ? item : undefined;
}

/** The last item from `from` up to and with `to`; `items` ascend by time. */
export function lastWithin<T extends Timed>(items: readonly T[], from: number, to: number): T | undefined {
  let index = firstIndexFrom(items, to);
  while (index < items.length && items[index]!.at === to) {
    index += 1;
  }
  const item = items[index - 1];
  return item !== undefined && item.at >= from ? item : undefined;
}
