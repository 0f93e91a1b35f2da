/*
 * The strip at the top: the whole bundle in small, and which part of it the canvas shows.
 */
import { addCounts, columnsOf } from './density';
import { noFolds, type TimeFolds } from './timeFolds';
import type { TimeRange, TimeScale } from './timeScale';
import { xAt } from './timeScale';
import type { TimelineModel } from './timelineModel';

export interface Minimap {
  readonly scale: TimeScale;
  readonly top: number;
  readonly height: number;
  /** Events of all channels per pixel column, 0 to 1 (logarithmic). */
  readonly heights: Float32Array;
  readonly window: { readonly x: number; readonly width: number };
}

/** However short the visible range, the window can still be seen and grabbed. */
const narrowestWindow = 6;

/** The events of all channels over the whole extent. Costs one search per column and channel: keep it. */
export function minimapHeights(model: TimelineModel, width: number, folds: TimeFolds = noFolds): Float32Array {
  const scale = { range: model.extent, left: 0, width, folds };
  const sums = new Uint32Array(columnsOf(scale));
  for (const lane of model.lanes) {
    if (lane.kind === 'channel' && lane.series !== null) {
      addCounts(sums, lane.series.times, scale);
    }
  }
  let highest = 1;
  for (const sum of sums) {
    highest = Math.max(highest, sum);
  }
  const most = Math.log1p(highest);
  const heights = new Float32Array(sums.length);
  for (let column = 0; column < sums.length; column += 1) {
    heights[column] = Math.log1p(sums[column]!) / most;
  }
  return heights;
}

export function layOutMinimap(
  model: TimelineModel,
  range: TimeRange,
  area: { readonly left: number; readonly width: number; readonly height: number },
  heights: Float32Array,
  folds: TimeFolds = noFolds,
): Minimap {
  const scale = { range: model.extent, left: area.left, width: area.width, folds };
  const clamp = (x: number): number => Math.min(area.left + area.width, Math.max(area.left, x));
  const from = clamp(xAt(scale, range.start));
  const to = clamp(xAt(scale, range.end));
  const width = Math.max(narrowestWindow, to - from);
  const x = Math.max(area.left, Math.min(area.left + area.width - width, (from + to - width) / 2));
  return { scale, top: 0, height: area.height, heights, window: { x, width } };
}
