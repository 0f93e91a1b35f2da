/*
 * How near to go to what is wanted in sight.
 */
import type { Frame } from './layout';
import type { TimeRange } from './timeScale';
import { spanOf } from './timeScale';
import type { TimelineItem } from './timelineModel';

/** Milliseconds on either side of a moment that tell what happened around it. */
const aroundMoment = 2 * 60_000;
/** What is shorter is a moment. */
const shortest = 1_000;
/** Pixels between two marks that are drawn as one until they stand apart. */
const apart = 30;

/** The range itself, or some minutes around a moment. */
export function closeUp(range: TimeRange): TimeRange {
  if (spanOf(range) >= shortest) {
    return range;
  }
  return { start: range.start - aroundMoment, end: range.end + aroundMoment };
}

/**
 * A range around an item in which it stands apart from those that it is drawn as one with; `null` where it is drawn by
 * itself, or shares its moment with all of them.
 */
export function rangeApart(frame: Frame, item: TimelineItem): TimeRange | null {
  for (const lane of frame.lanes) {
    const box = lane.kind === 'story' ? lane.boxes.find(({ items }) => items.includes(item)) : undefined;
    if (box !== undefined) {
      const distances = box.items.map(({ start }) => Math.abs(start - item.start)).filter((distance) => distance > 0);
      const nearest = distances.reduce((least, distance) => Math.min(least, distance), Number.POSITIVE_INFINITY);
      const half = Math.max(shortest, (nearest * frame.plot.width) / apart) / 2;
      return distances.length === 0 ? null : { start: item.start - half, end: item.start + half };
    }
  }
  return null;
}
