/*
 * Where the arrows from cause to effect run. One whose other end lies beside the view leads out of it: that there is an
 * effect is worth more than the place of it.
 */
import type { ItemBox } from './itemBox';
import type { RowBox } from './laneGeometry';
import type { TimeScale } from './timeScale';
import { xAt } from './timeScale';
import type { Link, StoryLane, TimelineItem } from './timelineModel';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface PlacedLink {
  readonly link: Link;
  readonly from: Point;
  readonly to: Point;
}

/** A lane that links begin or end in. */
interface LinkedLane {
  readonly lane: StoryLane;
  readonly rows: readonly RowBox[];
  readonly boxes: readonly ItemBox[];
}

/** How far beyond the edge an arrow is drawn that leads out of the view. */
const beyond = 40;

/** Links of which one end is on the canvas and the lane of the other one too. */
export function placeLinks(
  links: readonly Link[],
  lanes: readonly LinkedLane[],
  scale: TimeScale,
): readonly PlacedLink[] {
  const boxOf = new Map<TimelineItem, ItemBox>();
  const heightOf = new Map<TimelineItem, number>();
  for (const { lane, rows, boxes } of lanes) {
    for (const box of boxes) {
      box.items.forEach((item) => boxOf.set(item, box));
    }
    for (const item of lane.items) {
      const row = rows[item.row];
      if (row !== undefined) {
        heightOf.set(item, row.top + row.height / 2);
      }
    }
  }
  const pointOf = (item: TimelineItem): Point | null => {
    const box = boxOf.get(item);
    const y = heightOf.get(item);
    if (box !== undefined) {
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    }
    return y === undefined
      ? null
      : { x: Math.max(scale.left - beyond, Math.min(scale.left + scale.width + beyond, xAt(scale, item.start))), y };
  };
  return links.flatMap((link) => {
    const [from, to] = boxOf.has(link.from) || boxOf.has(link.to) ? [pointOf(link.from), pointOf(link.to)] : [];
    return from === null || from === undefined || to === null || to === undefined ? [] : [{ link, from, to }];
  });
}
