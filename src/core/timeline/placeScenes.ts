/*
 * The drawings of the storyboard: side by side in the order of time, each as near to its moment as its neighbours
 * allow, with a line to it. Where there is no room for all, neighbours in time share a place.
 */
import { fitText } from './fitText';
import type { MeasureText } from './fitText';
import { sizes } from './laneGeometry';
import type { ItemBox, PlacedLabel } from './itemBox';
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
  const wanted = shown.map(({ items: own }) => clamp(measure(captionOf(own)) + captionGap, narrowSlot, wideSlot));
  const widths = withinRoom(wanted, narrowSlot, scale.width);
  const centres = spread(
    shown.map(({ anchorX }) => anchorX),
    widths,
    { from: scale.left, to: right },
  );
  return shown.map(({ items: own, anchorX }, index) => {
    const centre = centres[index] ?? anchorX;
    const lines = linesOf(captionOf(own), (widths[index] ?? narrowSlot) - captionGap / 2, measure);
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
      label: captionAt(centre, lines, measure),
    };
  });
}

/** Of scenes that share a place, the first one is drawn. */
function captionOf([first, ...others]: Slot['items']): string {
  return others.length === 0 ? first.label : `${others.length + 1}: ${first.label} …`;
}

/** The caption in one line, else in two of about the same length, cut only where a single word is too long. */
function linesOf(caption: string, width: number, measure: MeasureText): readonly string[] {
  if (measure(caption) <= width) {
    return [caption];
  }
  const halves = Array.from(caption.matchAll(/ /g), ({ index }) => [caption.slice(0, index), caption.slice(index + 1)]);
  const longest = (lines: readonly string[]): number => Math.max(...lines.map(measure));
  const [lines = [caption]] = halves.sort((left, right) => longest(left) - longest(right));
  return lines.map((line) => fitText(line, width, measure)).filter((line) => line !== '');
}

function captionAt(centre: number, [first, second]: readonly string[], measure: MeasureText): PlacedLabel | null {
  if (first === undefined) {
    return null;
  }
  const xOf = (text: string): number => centre - measure(text) / 2;
  const label = { text: first, x: xOf(first), width: measure(first), inside: false };
  return second === undefined ? label : { ...label, secondLine: { text: second, x: xOf(second) } };
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

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}

/** Widths that fit into the room together: what each wants above the narrowest is cut by the same share. */
function withinRoom(wanted: readonly number[], narrowest: number, room: number): readonly number[] {
  const extra = sum(wanted) - wanted.length * narrowest;
  const left = Math.max(0, room - wanted.length * narrowest);
  const share = extra > left ? left / extra : 1;
  return wanted.map((width) => narrowest + (width - narrowest) * share);
}

interface Cluster {
  /** The members, from the first to the last, by index. */
  readonly first: number;
  readonly last: number;
  /** Sum over its members of where each wants its cluster to begin. */
  readonly wish: number;
}

/**
 * Ascending centres of slots of these widths between `from` and `to`, as near to the wanted ones as that allows: scenes
 * that would touch form a cluster, which stands in the middle of what its members want.
 */
function spread(
  wanted: readonly number[],
  widths: readonly number[],
  { from, to }: { readonly from: number; readonly to: number },
): readonly number[] {
  /** Where each slot would begin if all stood in one row from zero. */
  const starts = runningSums(widths);
  const widthOf = ({ first, last }: Cluster): number => starts[last + 1]! - starts[first]!;
  const beginOf = (cluster: Cluster): number => {
    const middle = cluster.wish / (cluster.last - cluster.first + 1);
    return Math.max(from, Math.min(middle, to - widthOf(cluster)));
  };
  const clusters: Cluster[] = [];
  wanted.forEach((place, index) => {
    let cluster: Cluster = { first: index, last: index, wish: place - widths[index]! / 2 };
    for (
      let before = clusters.at(-1);
      before !== undefined && beginOf(before) + widthOf(before) > beginOf(cluster);
      before = clusters.at(-1)
    ) {
      clusters.pop();
      const shift = (cluster.last - cluster.first + 1) * widthOf(before);
      cluster = { first: before.first, last: cluster.last, wish: before.wish + cluster.wish - shift };
    }
    clusters.push(cluster);
  });
  return clusters.flatMap((cluster) =>
    widths
      .slice(cluster.first, cluster.last + 1)
      .map((width, index) => beginOf(cluster) + starts[cluster.first + index]! - starts[cluster.first]! + width / 2),
  );
}

/** Zero, and the sum up to each value. */
function runningSums(values: readonly number[]): readonly number[] {
  const sums = [0];
  for (const value of values) {
    sums.push(sums.at(-1)! + value);
  }
  return sums;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
