import { lowerBound } from '../bytes/sorted';
import type { TimeScale } from './timeScale';
import { msPerPixel } from './timeScale';

/** How many events fall on each pixel column. */
export interface Density {
  /** Left edge of the first column on the canvas; up to one pixel left of the plot. */
  readonly left: number;
  readonly counts: Uint32Array;
  readonly highest: number;
}

/**
 * Counts ascending `times` per pixel column of the scale. The cost depends on the columns that have events: the end of
 * each is found by galloping on from the last, empty ones are passed over, so a million events cost as much as the
 * searches for the edges of their columns, and a few events cost little.
 *
 * Columns are anchored to whole multiples of their length, not to the left edge of the view: while the user
 * pans, every event stays in its column and the picture does not shimmer.
 */
export function densityOf(times: Float64Array, scale: TimeScale): Density {
  const counts = new Uint32Array(columnsOf(scale));
  const left = addCounts(counts, times, scale);
  let highest = 0;
  for (const count of counts) {
    highest = Math.max(highest, count);
  }
  return { left, counts, highest };
}

/** One more column than the scale is wide: both ends may be cut. */
export function columnsOf({ width }: TimeScale): number {
  return Math.max(0, Math.ceil(width)) + 1;
}

/** Adds the events to counts per column, see {@link densityOf}; returns the left edge of the first column. */
export function addCounts(counts: Uint32Array, times: Float64Array, scale: TimeScale): number {
  const width = msPerPixel(scale);
  const { folds, range } = scale;
  const origin = folds?.toAxis(range.start) ?? range.start;
  const edge = (axis: number): number => (folds === undefined ? axis : folds.toTime(axis));
  const first = Math.floor(origin / width);
  let position = lowerBound(times, edge(first * width));
  for (let column = 0; column < counts.length && position < times.length; column += 1) {
    const end = edge((first + column + 1) * width);
    const time = times[position]!;
    if (time >= end) {
      // On to the column before the one it should be in, as neither edge is exact.
      const ahead = Math.floor((folds?.toAxis(time) ?? time) / width) - first;
      column = Math.max(column, ahead - 2);
      continue;
    }
    const next = gallop(times, end, position);
    counts[column]! += next - position;
    position = next;
  }
  return scale.left + first - origin / width;
}

/** Like {@link lowerBound} from `from` on, quick when the answer is near. */
export function gallop(sorted: Float64Array, value: number, from: number): number {
  if (from >= sorted.length || sorted[from]! >= value) {
    return from;
  }
  let low = from;
  let step = 1;
  while (low + step < sorted.length && sorted[low + step]! < value) {
    low += step;
    step *= 2;
  }
  return lowerBound(sorted, value, low + 1, Math.min(low + step, sorted.length));
}
