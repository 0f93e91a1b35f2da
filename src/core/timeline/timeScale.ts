/*
 * The one mapping between time and pixels, and the moves a user can make on it. A range is milliseconds since
 * 1970 UTC; pixels are CSS pixels of the canvas. Every move returns a new range inside the bounds.
 */

export interface TimeRange {
  readonly start: number;
  readonly end: number;
}

/** Time with stretches that are drawn short: every moment has one place on it, in milliseconds of what is left. */
export interface TimeAxis {
  readonly toAxis: (time: number) => number;
  readonly toTime: (axis: number) => number;
}

export interface TimeScale {
  readonly range: TimeRange;
  /** Where the range starts on the canvas, and how wide it is there. */
  readonly left: number;
  readonly width: number;
  /** Stretches that are drawn short; none where it is left out. */
  readonly folds?: TimeAxis;
}

/** How far a user can go: not closer than {@link minSpan}, not beyond the extent. */
export interface RangeBounds {
  readonly extent: TimeRange;
  readonly minSpan: number;
}

/** Below this, neighbouring records of a log (100 ns clock, milliseconds here) cannot be told apart anyway. */
export const closestSpan = 20;

/** Some air around the whole bundle, so that its first and last records do not stick to the edge. */
const airAroundExtent = 1.25;

export function spanOf(range: TimeRange): number {
  return range.end - range.start;
}

/** Outside of folds. */
export function msPerPixel({ range, width, folds }: TimeScale): number {
  const span = folds === undefined ? spanOf(range) : folds.toAxis(range.end) - folds.toAxis(range.start);
  return span / Math.max(1, width);
}

export function xAt(scale: TimeScale, time: number): number {
  const { folds, range, left } = scale;
  return left + ((folds?.toAxis(time) ?? time) - (folds?.toAxis(range.start) ?? range.start)) / msPerPixel(scale);
}

export function timeAt(scale: TimeScale, x: number): number {
  const { folds, range, left } = scale;
  const axis = (folds?.toAxis(range.start) ?? range.start) + (x - left) * msPerPixel(scale);
  return folds?.toTime(axis) ?? axis;
}

/** The range with `share` of its length added on both sides; an instant becomes a second. */
export function padRange(range: TimeRange, share: number): TimeRange {
  const pad = Math.max(spanOf(range) * share, 500);
  return { start: range.start - pad, end: range.end + pad };
}

/** Zooms by `factor` (above 1: closer) so that `anchor` keeps its place on the canvas. */
export function zoomRange(range: TimeRange, anchor: number, factor: number, bounds: RangeBounds): TimeRange {
  const span = clampSpan(spanOf(range) / factor, bounds);
  const share = (anchor - range.start) / spanOf(range);
  const start = anchor - share * span;
  return boundRange({ start, end: start + span }, bounds);
}

export function panRange(range: TimeRange, milliseconds: number, bounds: RangeBounds): TimeRange {
  return boundRange({ start: range.start + milliseconds, end: range.end + milliseconds }, bounds);
}

/** The same zoom with `time` in the middle. */
export function centreRange(range: TimeRange, time: number, bounds: RangeBounds): TimeRange {
  return panRange(range, time - (range.start + range.end) / 2, bounds);
}

/** A place nearer to the edge of the view than this share of it is not well in sight. */
const edgeShare = 0.02;
/** Of something longer than what fits, this much of the view is enough to see it well. */
const enoughOfView = 0.3;

/**
 * The smallest change that shows `wanted` well: none as long as it is well in sight, a pan, or a fit when it is longer
 * than the view.
 */
export function revealRange(range: TimeRange, wanted: TimeRange, bounds: RangeBounds): TimeRange {
  if (isWellInSight(range, wanted)) {
    return range;
  }
  const margin = spanOf(range) * 0.08;
  if (spanOf(wanted) > spanOf(range) - 2 * margin) {
    return boundRange(padRange(wanted, 0.15), bounds);
  }
  return centreRange(range, (wanted.start + wanted.end) / 2, bounds);
}

/** All of it, or its start and a good part of the view full of it. */
function isWellInSight(range: TimeRange, wanted: TimeRange): boolean {
  const edge = spanOf(range) * edgeShare;
  if (wanted.start < range.start + edge || wanted.start > range.end - edge) {
    return false;
  }
  return wanted.end <= range.end || range.end - wanted.start >= spanOf(range) * enoughOfView;
}

/** The same zoom, moved only when nothing of `wanted` is in view: for what somebody else points at. */
export function followRange(range: TimeRange, wanted: TimeRange, bounds: RangeBounds): TimeRange {
  const isInView = wanted.end >= range.start && wanted.start <= range.end;
  return isInView ? range : centreRange(range, wanted.start, bounds);
}

/** Keeps a range inside the bounds: a sane length, and its middle within the extent. */
export function boundRange(range: TimeRange, bounds: RangeBounds): TimeRange {
  const span = clampSpan(spanOf(range), bounds);
  const wanted = (range.start + range.end) / 2;
  const middle = Math.min(bounds.extent.end, Math.max(bounds.extent.start, wanted));
  return { start: middle - span / 2, end: middle + span / 2 };
}

function clampSpan(span: number, bounds: RangeBounds): number {
  const longest = Math.max(bounds.minSpan, spanOf(bounds.extent) * airAroundExtent);
  return Math.min(longest, Math.max(bounds.minSpan, span));
}
