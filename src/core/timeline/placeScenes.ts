/*
 * The drawings of the storyboard: side by side in the order of time, each as near to its moment as its neighbours
 * allow, with a line to it. Captions are whole; where that leaves no room for all, neighbours in time share a place,
 * which shows the gravest of them and how many there are.
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
  /** Where the moments of the first and the last lie. */
  readonly from: number;
  readonly to: number;
  /** The room it needs for a whole caption. */
  readonly least: number;
}

type SlotOf = (items: Slot['items'], from: number, to: number) => Slot;

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
  const { width, height, narrowSlot, wideSlot } = sizes.scene;
  const slotOf: SlotOf = (own, from, to) => {
    const needed = longest(inTwo(gravestOf(own).label, measure), measure) + captionGap / 2;
    return { items: own, from, to, least: clamp(needed, narrowSlot, wideSlot) };
  };
  const slots = items
    .map((item) => slotOf([item], xAt(scale, item.start), xAt(scale, item.start)))
    .filter(({ from }) => from >= scale.left && from <= right);
  const shown = shareSlots(slots, slotOf, scale.width);
  const captions = shown.map(({ items: own }) => gravestOf(own).label);
  const wanted = shown.map(({ least }, index) => clamp(measure(captions[index]!) + captionGap, least, wideSlot));
  const widths = withinRoom(
    wanted,
    shown.map(({ least }) => least),
    scale.width,
  );
  const anchors = shown.map(({ items: own }) => xAt(scale, gravestOf(own).start));
  const centres = spread(anchors, widths, { from: scale.left, to: right });
  return shown.map(({ items: own, least }, index) => {
    const anchorX = anchors[index] ?? scale.left;
    const centre = centres[index] ?? anchorX;
    const lines = linesOf(captions[index]!, (widths[index] ?? least) - captionGap / 2, measure);
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

/** Of scenes that share a place, the one that is drawn: the first of those that matter most. */
export function gravestOf(items: ItemBox['items']): TimelineItem {
  return items.reduce((gravest, item) => (gravityOf(item) > gravityOf(gravest) ? item : gravest));
}

function gravityOf({ tone, scene }: TimelineItem): number {
  const gravity = tone === 'bad' ? 2 : tone === 'caution' ? 1 : 0;
  return scene?.isSeen === true ? gravity : gravity - 0.5;
}

/** The caption in one line, else in two, cut only where a single word is too long. */
function linesOf(caption: string, width: number, measure: MeasureText): readonly string[] {
  if (measure(caption) <= width) {
    return [caption];
  }
  return inTwo(caption, measure)
    .map((line) => fitText(line, width, measure))
    .filter((line) => line !== '');
}

/** In two lines of about the same length, broken at a space or after a hyphen, never between a number and its unit. */
function inTwo(caption: string, measure: MeasureText): readonly string[] {
  const halves = Array.from(caption.matchAll(/(?<!\d) |(?<=\p{L}-)(?=\p{L})/gu), ({ index, 0: space }) => [
    caption.slice(0, index),
    caption.slice(index + space.length),
  ]);
  const [lines = [caption]] = halves.sort((left, right) => longest(left, measure) - longest(right, measure));
  return lines;
}

function longest(lines: readonly string[], measure: MeasureText): number {
  return Math.max(...lines.map(measure));
}

function captionAt(centre: number, [first, second]: readonly string[], measure: MeasureText): PlacedLabel | null {
  if (first === undefined) {
    return null;
  }
  const xOf = (text: string): number => centre - measure(text) / 2;
  const label = { text: first, x: xOf(first), width: measure(first), inside: false };
  return second === undefined ? label : { ...label, secondLine: { text: second, x: xOf(second) } };
}

/** Puts the nearest neighbours together until what is left has room, or is one. */
function shareSlots(slots: readonly Slot[], slotOf: SlotOf, room: number): readonly Slot[] {
  const shared = [...slots];
  while (shared.length > 1 && sum(shared.map(({ least }) => least)) > room) {
    let nearest = 0;
    for (let index = 1; index + 1 < shared.length; index += 1) {
      if (gapAfter(shared, index) < gapAfter(shared, nearest)) {
        nearest = index;
      }
    }
    const [left, right] = [shared[nearest]!, shared[nearest + 1]!];
    shared.splice(nearest, 2, slotOf([...left.items, ...right.items], left.from, right.to));
  }
  return shared;
}

function gapAfter(slots: readonly Slot[], index: number): number {
  return slots[index + 1]!.from - slots[index]!.to;
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}

/** Widths that fit into the room together: what each wants above the least it needs is cut by the same share. */
function withinRoom(wanted: readonly number[], least: readonly number[], room: number): readonly number[] {
  const extra = sum(wanted) - sum(least);
  const left = Math.max(0, room - sum(least));
  const share = extra > left ? left / extra : 1;
  return wanted.map((width, index) => least[index]! + (width - least[index]!) * share);
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
