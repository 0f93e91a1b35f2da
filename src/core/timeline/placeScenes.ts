/*
 * The drawings of the storyboard: side by side in the order of time, each as near to its moment as its neighbours
 * allow, with a line to it. Where there is no room for all, neighbours in time share a place.
 */
import { fitText } from './fitText';
import type { MeasureText } from './fitText';
import { sizes } from './laneGeometry';
import type { ItemBox } from './itemBox';
import type { TimeScale } from './timeScale';
import { xAt } from './timeScale';
import type { TimelineItem } from './timelineModel';

interface Slot {
  readonly items: [TimelineItem, ...TimelineItem[]];
  readonly anchorX: number;
}

/** Between two captions. */
const captionGap = 12;

/** The scenes in view. */
export function placeScenes(
  items: readonly TimelineItem[],
  row: { readonly top: number; readonly height: number },
  scale: TimeScale,
  measure: MeasureText,
): readonly ItemBox[] {
  const right = scale.left + scale.width;
  const slots = items
    .map((item): Slot => ({ items: [item], anchorX: xAt(scale, item.start) }))
    .filter(({ anchorX }) => anchorX >= scale.left && anchorX <= right);
  const { width, height, narrowSlot, wideSlot } = sizes.scene;
  const shown = shareSlots(slots, Math.max(1, Math.floor(scale.width / narrowSlot)));
  const longest = Math.max(0, ...shown.map(({ items: own }) => measure(captionOf(own))));
  const room = scale.width / Math.max(1, shown.length);
  const slot = Math.max(narrowSlot, Math.min(wideSlot, room, longest + captionGap));
  const centres = spread(
    shown.map(({ anchorX }) => anchorX),
    { from: scale.left + slot / 2, to: right - slot / 2, distance: slot },
  );
  return shown.map(({ items: own, anchorX }, index) => {
    const centre = centres[index] ?? anchorX;
    const text = fitText(captionOf(own), slot - captionGap / 2, measure);
    const textWidth = measure(text);
    return {
      items: own,
      x: centre - width / 2,
      y: row.top + 3,
      width,
      height,
      cutLeft: false,
      cutRight: false,
      pauses: [],
      uncertain: null,
      anchorX,
      label: text === '' ? null : { text, x: centre - textWidth / 2, width: textWidth, inside: false },
    };
  });
}

/** Of scenes that share a place, the first one is drawn. */
function captionOf([first, ...others]: Slot['items']): string {
  return others.length === 0 ? first.label : `${others.length + 1}: ${first.label} …`;
}

/** Puts the nearest neighbours together until no more than `most` are left. */
function shareSlots(slots: readonly Slot[], most: number): readonly Slot[] {
  const shared = [...slots];
  while (shared.length > most) {
    let nearest = 0;
    for (let index = 1; index + 1 < shared.length; index += 1) {
      if (gapAfter(shared, index) < gapAfter(shared, nearest)) {
        nearest = index;
      }
    }
    const [left, right] = [shared[nearest]!, shared[nearest + 1]!];
    shared.splice(nearest, 2, { items: [...left.items, ...right.items], anchorX: left.anchorX });
  }
  return shared;
}

function gapAfter(slots: readonly Slot[], index: number): number {
  return slots[index + 1]!.anchorX - slots[index]!.anchorX;
}

interface Cluster {
  /** Sum over its members of what they want, each less its own offset in the cluster. */
  readonly sum: number;
  readonly size: number;
}

/**
 * Ascending places `distance` apart or more, as near to the wanted ones as that allows: scenes that would touch form a
 * cluster, which stands in the middle of what its members want.
 */
function spread(
  wanted: readonly number[],
  { from, to, distance }: { readonly from: number; readonly to: number; readonly distance: number },
): readonly number[] {
  const clusters: Cluster[] = [];
  const startOf = ({ sum, size }: Cluster): number => Math.max(from, Math.min(sum / size, to - (size - 1) * distance));
  for (const place of wanted) {
    let last: Cluster = { sum: place, size: 1 };
    for (
      let before = clusters.at(-1);
      before !== undefined && startOf(before) + before.size * distance > startOf(last);
      before = clusters.at(-1)
    ) {
      clusters.pop();
      last = { sum: before.sum + last.sum - before.size * last.size * distance, size: before.size + last.size };
    }
    clusters.push(last);
  }
  return clusters.flatMap((cluster) =>
    Array.from({ length: cluster.size }, (_, index) => startOf(cluster) + index * distance),
  );
}
