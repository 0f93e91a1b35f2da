/*
 * The times of one event channel, made ready for drawing once, so that a frame costs pixels and not events.
 */
import { countHolding, lowerBound } from '../bytes/sorted';
import { isInstant } from '../words/instant';

/** Times of one event channel, one entry per record, in record order. */
export interface EventSeries {
  readonly log: string;
  readonly path: string;
  /** Milliseconds since 1970 UTC, corrected; may step back where the clock was uncertain. */
  readonly times: Float64Array;
  readonly recordIds: Float64Array;
  /** Windows event level, 0–5: 1 critical, 2 error, 3 warning. */
  readonly levels: Uint8Array;
}

/** Records are missing between two neighbours: their ids are not consecutive. */
export interface RecordGap {
  readonly start: number;
  readonly end: number;
  readonly missing: number;
}

export interface IndexedSeries {
  readonly source: EventSeries;
  /** Ascending times of the records that have one. */
  readonly times: Float64Array;
  /** `times[i]` belongs to record `order[i]` of the source; `null` when that is record `i`. */
  readonly order: Uint32Array | null;
  /** Ascending times of critical and error records, and of warnings. */
  readonly errors: Float64Array;
  readonly warnings: Float64Array;
  readonly gaps: readonly RecordGap[];
}

/** More gaps than this cannot be told apart on a screen; a log with so many is damaged as a whole. */
const maxGaps = 2_000;

const indexes = new WeakMap<EventSeries, IndexedSeries>();

/** The index of a series, made when it is first asked for: a story is told anew with every note, its logs stay. */
export function indexOfSeries(source: EventSeries): IndexedSeries {
  const known = indexes.get(source) ?? indexSeries(source);
  indexes.set(source, known);
  return known;
}

/** Sorts what needs sorting. Series whose columns differ in length are cut to the shortest. */
export function indexSeries(source: EventSeries): IndexedSeries {
  const count = Math.min(source.times.length, source.recordIds.length, source.levels.length);
  const order = ascendingOrder(source.times, count);
  const times = order === null ? source.times.subarray(0, count) : gather(source.times, order);
  return {
    source,
    times,
    order,
    ...timesByKind(source.levels, times, order),
    gaps: findGaps(source, count),
  };
}

/** The record (index into the source) whose time is nearest, or `null` without records. */
export function nearestRecord(series: IndexedSeries, time: number): number | null {
  const after = lowerBound(series.times, time);
  const candidates = [after - 1, after].filter((index) => index >= 0 && index < series.times.length);
  const distance = (index: number): number => Math.abs(series.times[index]! - time);
  const [first, second] = candidates;
  if (first === undefined) {
    return null;
  }
  const nearest = second !== undefined && distance(second) < distance(first) ? second : first;
  return series.order === null ? nearest : series.order[nearest]!;
}

/** Index of the record with this EventRecordID, or `null`. Ids ascend in record order, so this is a search. */
export function recordIndexOf(source: EventSeries, recordId: number): number | null {
  const index = lowerBound(source.recordIds, recordId);
  return source.recordIds[index] === recordId ? index : null;
}

/**
 * The order that makes `times` ascending, or `null` when they already are. A natural merge sort: logs are made
 * of few ascending runs (one per clock step), so this is one pass over them in nearly all bundles.
 */
function ascendingOrder(times: Float64Array, count: number): Uint32Array | null {
  // 1. Keep the records that have a time, and note where a run ends.
  let from = new Uint32Array(count);
  let kept = 0;
  let last = Number.POSITIVE_INFINITY;
  const starts: number[] = [];
  for (let index = 0; index < count; index += 1) {
    const time = times[index]!;
    if (!isInstant(time)) {
      continue;
    }
    if (time < last) {
      starts.push(kept);
    }
    from[kept] = index;
    kept += 1;
    last = time;
  }
  if (starts.length <= 1 && kept === count) {
    return null;
  }

  // 2. Merge neighbouring runs until one is left. Equal times keep their record order.
  from = from.subarray(0, kept);
  let to = new Uint32Array(kept);
  let runs = starts;
  while (runs.length > 1) {
    const merged: number[] = [];
    for (let run = 0; run < runs.length; run += 2) {
      const start = runs[run]!;
      const middle = runs[run + 1] ?? kept;
      const end = runs[run + 2] ?? kept;
      mergeRuns(times, from, to, start, middle, end);
      merged.push(start);
    }
    [from, to] = [to, from];
    runs = merged;
  }
  return from;
}

function mergeRuns(
  times: Float64Array,
  from: Uint32Array,
  to: Uint32Array,
  start: number,
  middle: number,
  end: number,
): void {
  // Runs overlap by a clock step: what lies before and after it is copied as it is.
  const timeOf = (index: number): number => times[from[index]!]!;
  const firstOfRight = middle < end ? timeOf(middle) : Number.POSITIVE_INFINITY;
  const lastOfLeft = timeOf(middle - 1);
  let left = start + countHolding(middle - start, (index) => timeOf(start + index) <= firstOfRight);
  const rest = middle + countHolding(end - middle, (index) => timeOf(middle + index) < lastOfLeft);
  to.set(from.subarray(start, left), start);
  to.set(from.subarray(rest, end), rest);
  let right = middle;
  for (let target = left; target < rest; target += 1) {
    const takeLeft = left < middle && (right >= rest || times[from[left]!]! <= times[from[right]!]!);
    to[target] = takeLeft ? from[left]! : from[right]!;
    if (takeLeft) {
      left += 1;
    } else {
      right += 1;
    }
  }
}

function gather(times: Float64Array, order: Uint32Array): Float64Array {
  const gathered = new Float64Array(order.length);
  for (let index = 0; index < order.length; index += 1) {
    gathered[index] = times[order[index]!]!;
  }
  return gathered;
}

/** What a level is, by its number: errors take in what is critical. */
const other = 0;
const error = 1;
const warning = 2;
const kindOfLevel = Uint8Array.from({ length: 256 }, (_, level) =>
  level === 1 || level === 2 ? error : level === 3 ? warning : other,
);

/** Ascending times of errors and of warnings. Each pass goes over all records, so there are only two. */
function timesByKind(
  levels: Uint8Array,
  times: Float64Array,
  order: Uint32Array | null,
): Pick<IndexedSeries, 'errors' | 'warnings'> {
  const counts = new Uint32Array(3);
  for (const level of levels) {
    counts[kindOfLevel[level]!]! += 1;
  }
  const errors = new Float64Array(counts[error]!);
  const warnings = new Float64Array(counts[warning]!);
  let [errorsSeen, warningsSeen] = [0, 0];
  if (errors.length + warnings.length > 0) {
    for (let index = 0; index < times.length; index += 1) {
      const kind = kindOfLevel[levels[order === null ? index : order[index]!]!]!;
      if (kind === error) {
        errors[errorsSeen] = times[index]!;
        errorsSeen += 1;
      } else if (kind === warning) {
        warnings[warningsSeen] = times[index]!;
        warningsSeen += 1;
      }
    }
  }
  // Records without a time are among those that were counted.
  return { errors: errors.subarray(0, errorsSeen), warnings: warnings.subarray(0, warningsSeen) };
}

function findGaps(source: EventSeries, count: number): RecordGap[] {
  const gaps: RecordGap[] = [];
  for (let index = 1; index < count && gaps.length < maxGaps; index += 1) {
    const missing = source.recordIds[index]! - source.recordIds[index - 1]! - 1;
    if (!(missing > 0)) {
      continue;
    }
    const start = source.times[index - 1]!;
    const end = source.times[index]!;
    if (isInstant(start) && isInstant(end)) {
      gaps.push({ start: Math.min(start, end), end: Math.max(start, end), missing });
    }
  }
  return gaps;
}
