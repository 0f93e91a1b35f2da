/*
 * Long stretches in which nothing happened, drawn short. The axis is time with these stretches shrunk: a piecewise
 * linear function, so that every moment still has exactly one place.
 */
import { countHolding, lowerBound } from '../bytes/sorted';
import { densityOf } from './density';
import type { TimeAxis, TimeRange } from './timeScale';
import { spanOf } from './timeScale';
import type { TimelineModel } from './timelineModel';

/** A stretch and what it takes on the axis, milliseconds. */
export interface Fold extends TimeRange {
  readonly drawn: number;
}

export class TimeFolds implements TimeAxis {
  /** Where each fold begins on the axis. */
  private readonly axisStarts: readonly number[];

  /** Folds ascend and do not touch. */
  constructor(readonly folds: readonly Fold[]) {
    let saved = 0;
    this.axisStarts = folds.map((fold) => {
      const start = fold.start - saved;
      saved += spanOf(fold) - fold.drawn;
      return start;
    });
  }

  toAxis(time: number): number {
    const index = countHolding(this.folds.length, (at) => this.folds[at]!.start <= time) - 1;
    if (index < 0) {
      return time;
    }
    const { start, end, drawn } = this.folds[index]!;
    const inside = Math.min(time, end) - start;
    return this.axisStarts[index]! + (inside * drawn) / (end - start) + Math.max(0, time - end);
  }

  toTime(axis: number): number {
    const index = countHolding(this.folds.length, (at) => this.axisStarts[at]! <= axis) - 1;
    if (index < 0) {
      return axis;
    }
    const { start, end, drawn } = this.folds[index]!;
    const inside = Math.min(axis - this.axisStarts[index]!, drawn);
    return start + (inside * (end - start)) / drawn + Math.max(0, axis - this.axisStarts[index]! - drawn);
  }

  rangeToAxis({ start, end }: TimeRange): TimeRange {
    return { start: this.toAxis(start), end: this.toAxis(end) };
  }

  rangeToTime({ start, end }: TimeRange): TimeRange {
    return { start: this.toTime(start), end: this.toTime(end) };
  }
}

export const noFolds = new TimeFolds([]);

/** How fine the search for empty stretches looks, and how short a stretch it leaves alone. */
const columns = 2_000;
const shortestFold = 15 * 60_000;
const shortestShare = 0.02;
/** A fold takes this share of all that is not folded, so it can be seen and grabbed at any zoom out. */
const drawnShare = 0.015;
/** What is next to a fold keeps a little of its quiet. */
const margin = 30_000;

/** The stretches without a record and without anything of the story, long enough to be worth it. */
export function findFolds(model: TimelineModel): TimeFolds {
  const { extent } = model;
  const scale = { range: extent, left: 0, width: columns };
  const busy = new Uint8Array(columns + 2);
  const series = model.lanes.flatMap((lane) => (lane.kind === 'channel' && lane.series !== null ? [lane.series] : []));
  for (const { times } of series) {
    const { counts, left } = densityOf(times, scale);
    counts.forEach((count, column) => {
      if (count > 0) {
        // Columns of a density are anchored to time, not to the scale.
        busy[Math.max(0, Math.floor(column + left))] = 1;
        busy[Math.max(0, Math.floor(column + left) + 1)] = 1;
      }
    });
  }
  const perColumn = spanOf(extent) / columns;
  for (const { start, end } of model.items.values()) {
    for (const time of [start, end]) {
      const column = Math.floor((time - extent.start) / perColumn);
      if (column >= 0 && column <= columns) {
        busy[column] = 1;
      }
    }
  }
  const quiet = emptyRuns(busy)
    .map(([from, to]) => ({ start: extent.start + from * perColumn, end: extent.start + to * perColumn }))
    .map((range) => tightened(range, series, model))
    .filter((range) => spanOf(range) >= Math.max(shortestFold, spanOf(extent) * shortestShare));
  const rest = spanOf(extent) - quiet.reduce((sum, range) => sum + spanOf(range), 0);
  return quiet.length === 0 ? noFolds : new TimeFolds(quiet.map((range) => ({ ...range, drawn: rest * drawnShare })));
}

/** Runs of empty columns, from and to. */
function emptyRuns(busy: Uint8Array): [number, number][] {
  const runs: [number, number][] = [];
  let from: number | null = null;
  for (let column = 0; column <= columns; column += 1) {
    const isEmpty = column < columns && busy[column] === 0;
    if (isEmpty && from === null) {
      from = column;
    }
    if (!isEmpty && from !== null) {
      runs.push([from, column]);
      from = null;
    }
  }
  return runs;
}

/** What really lies in a run of empty columns ends the fold: nothing is ever folded away. */
function tightened(
  range: TimeRange,
  series: readonly { readonly times: Float64Array }[],
  model: TimelineModel,
): TimeRange {
  let { start, end } = range;
  const middle = (start + end) / 2;
  const keepOut = (time: number): void => {
    if (time >= start && time < middle) {
      start = time;
    } else if (time >= middle && time <= end) {
      end = time;
    }
  };
  for (const { times } of series) {
    const first = lowerBound(times, start);
    const after = lowerBound(times, middle, first, times.length);
    const last = after - 1;
    if (last >= first) {
      keepOut(times[last]!);
    }
    if (after < times.length) {
      keepOut(times[after]!);
    }
  }
  for (const item of model.items.values()) {
    keepOut(item.start);
    keepOut(item.end);
  }
  return { start: start + margin, end: end - margin };
}
