/** Index of the first element in `[from, to)` of ascending numbers that is not below `value`; `to` when there is none. */
export function lowerBound(
  ascending: ArrayLike<number>,
  value: number,
  from = 0,
  to: number = ascending.length,
): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ascending[middle]! < value) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

/** Index of the last element of ascending numbers that is at most `value`; -1 when there is none. */
export function lastAtOrBelow(ascending: ArrayLike<number>, value: number): number {
  return countHolding(ascending.length, (index) => ascending[index]! <= value) - 1;
}

/** How many of `count` things `holds`, where those that it holds for come first. Asks for few of them. */
export function countHolding(count: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
