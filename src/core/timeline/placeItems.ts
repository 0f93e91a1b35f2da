/*
 * Items of one lane as boxes with labels. Marks that would touch become one box with a count; labels take the
 * room that is free and never run into a neighbour.
 */
import { fitText } from './fitText';
import type { MeasureText } from './fitText';
import { sizes } from './laneGeometry';
import type { ItemBox, PlacedLabel, PlacedSpan } from './itemBox';
import { placeScenes } from './placeScenes';
import type { TimeRange, TimeScale } from './timeScale';
import { xAt } from './timeScale';
import type { StoryLane, TimelineItem } from './timelineModel';
import { pluralWords } from './words';

/** Marks nearer than this to each other are drawn as one. */
const mergeDistance = 11;
const labelGap = 5;
const barPadding = 6;
/** Shorter labels than this say nothing. */
const shortestLabel = 42;
/** Bars keep this width however far out the user zooms: a short phase must not vanish. */
const narrowestBar = 3;
/** A doubt within the width of a glyph shows nothing. */
const narrowestDoubt = 4;

/** Boxes of the items in view, by row and from left to right. `rowTops` and heights are canvas pixels. */
export function placeItems(
  lane: StoryLane,
  rows: readonly { readonly top: number; readonly height: number }[],
  scale: TimeScale,
  measure: MeasureText,
): readonly ItemBox[] {
  return rows.flatMap((row, index) => {
    const items = lane.items.filter((item) => item.row === index);
    if (items[0]?.shape === 'scene') {
      // A lane that was made thin has no room for drawings.
      return row.height < sizes.scene.height ? [] : placeScenes(items, row, scale, measure);
    }
    return withSharedLabels(withLabels(boxesOfRow(items, row, scale), scale, measure), scale, measure);
  });
}

type Unlabelled = Omit<ItemBox, 'label'>;

function boxesOfRow(
  items: readonly TimelineItem[],
  row: { readonly top: number; readonly height: number },
  scale: TimeScale,
): Unlabelled[] {
  const boxes: Unlabelled[] = [];
  for (const item of items) {
    const box = item.shape === 'bar' ? barBox(item, row, scale) : markBox(item, row, scale);
    if (box === null) {
      continue;
    }
    const last = boxes.at(-1);
    if (last !== undefined && canMerge(last, box)) {
      boxes[boxes.length - 1] = { ...last, items: [...last.items, item] };
    } else {
      boxes.push(box);
    }
  }
  return boxes;
}

function canMerge(left: Unlabelled, right: Unlabelled): boolean {
  const [first] = left.items;
  const [next] = right.items;
  return (
    first.shape === 'mark' && next.shape === 'mark' && first.kind === next.kind && right.x - left.x < mergeDistance
  );
}

function barBox(
  item: TimelineItem,
  row: { readonly top: number; readonly height: number },
  scale: TimeScale,
): Unlabelled | null {
  const right = scale.left + scale.width;
  const from = xAt(scale, item.start);
  const to = Math.max(xAt(scale, item.end), from + narrowestBar);
  if (to < scale.left || from > right) {
    return null;
  }
  const x = Math.max(from, scale.left);
  return {
    items: [item],
    x,
    y: row.top + 2,
    width: Math.min(to, right) - x,
    height: row.height - 4,
    cutLeft: from < scale.left,
    cutRight: to > right,
    pauses: item.pauses.flatMap((pause) => placePause(pause, x, Math.min(to, right), scale)),
    uncertain: placeDoubt(item, scale),
    anchorX: null,
  };
}

/** The part of a pause that is in view; like the bar itself, it never gets too narrow to be seen. */
function placePause(pause: TimeRange, left: number, right: number, scale: TimeScale): PlacedSpan[] {
  const from = Math.max(left, xAt(scale, pause.start));
  const to = Math.min(right, Math.max(xAt(scale, pause.end), xAt(scale, pause.start) + narrowestBar));
  return to > from ? [{ x: from, width: to - from }] : [];
}

function markBox(
  item: TimelineItem,
  row: { readonly top: number; readonly height: number },
  scale: TimeScale,
): Unlabelled | null {
  const centre = xAt(scale, item.start);
  if (centre < scale.left - sizes.glyph / 2 || centre > scale.left + scale.width + sizes.glyph / 2) {
    return null;
  }
  return {
    items: [item],
    x: centre - sizes.glyph / 2,
    y: row.top + (row.height - sizes.glyph) / 2,
    width: sizes.glyph,
    height: sizes.glyph,
    cutLeft: false,
    cutRight: false,
    pauses: [],
    uncertain: placeDoubt(item, scale),
    anchorX: null,
  };
}

/** As far to both sides as the times may be off. */
function placeDoubt({ start, end, shape, uncertaintyMs }: TimelineItem, scale: TimeScale): PlacedSpan | null {
  if (uncertaintyMs === null || !(uncertaintyMs > 0)) {
    return null;
  }
  const last = shape === 'bar' ? end : start;
  const from = Math.max(scale.left, xAt(scale, start - uncertaintyMs));
  const to = Math.min(scale.left + scale.width, xAt(scale, last + uncertaintyMs));
  return to - from < narrowestDoubt ? null : { x: from, width: to - from };
}

function withLabels(boxes: readonly Unlabelled[], scale: TimeScale, measure: MeasureText): ItemBox[] {
  /** Where the ink of the row ends so far. */
  let inked = scale.left;
  return boxes.map((box, index) => {
    const next = boxes[index + 1]?.x ?? scale.left + scale.width;
    const label = placeLabel(box, inked, next, measure);
    inked = Math.max(inked, box.x + box.width, label === null ? 0 : label.x + label.width);
    return { ...box, label };
  });
}

/**
 * Marks so near to each other that only the last has room for its name share that room: `LsaCfgFlags, DmaGuard/…`,
 * in the order of the marks. A name alone would look as if it were that of all.
 */
function withSharedLabels(boxes: readonly ItemBox[], scale: TimeScale, measure: MeasureText): ItemBox[] {
  const shared = [...boxes];
  /** Where the room of a shared label ends. */
  let end = scale.left + scale.width;
  for (let index = boxes.length - 2; index >= 0; index -= 1) {
    const [nameless, named] = [shared[index]!, shared[index + 1]!];
    const { label } = named;
    if (named === boxes[index + 1]) {
      const after = boxes[index + 2];
      end = Math.min(scale.left + scale.width, after?.x ?? Infinity, after?.label?.x ?? Infinity);
    }
    if (label === null || label.x < named.x || !canShare(nameless, named)) {
      continue;
    }
    const text = `${nameOf(nameless.items)}, ${label.text}`;
    const width = measure(text);
    if (label.x + width + labelGap <= end) {
      // With the first of them, so that one further to the left can join.
      shared[index] = { ...nameless, label: { ...label, text, width } };
      shared[index + 1] = { ...named, label: null };
    }
  }
  return shared;
}

function canShare(nameless: ItemBox, { items: [named], label }: ItemBox): boolean {
  const [first] = nameless.items;
  const isUncut = label !== null && !label.text.endsWith('…');
  return nameless.label === null && isUncut && first.shape === 'mark' && named.shape === 'mark';
}

/** Inside the bar, else to the right up to the next box, else to the left if it fits whole. */
function placeLabel(box: Unlabelled, inked: number, next: number, measure: MeasureText): PlacedLabel | null {
  const [item] = box.items;
  const text = nameOf(box.items);
  const wanted = measure(text);
  const bodyEnd = box.x + box.width;
  const insideRoom = item.shape === 'bar' ? Math.min(box.width, next - box.x) - 2 * barPadding : 0;
  const rightRoom = next - bodyEnd - 2 * labelGap;
  const leftRoom = box.x - inked - 2 * labelGap;
  if (wanted <= insideRoom) {
    return { text, x: box.x + barPadding, width: wanted, inside: true };
  }
  if (wanted <= rightRoom) {
    return { text, x: bodyEnd + labelGap, width: wanted, inside: false };
  }
  if (wanted <= leftRoom) {
    return { text, x: box.x - labelGap - wanted, width: wanted, inside: false };
  }
  const inside = insideRoom >= rightRoom;
  const room = inside ? insideRoom : rightRoom;
  const cut = room < shortestLabel ? '' : fitText(text, room, measure);
  return cut === ''
    ? null
    : { text: cut, x: inside ? box.x + barPadding : bodyEnd + labelGap, width: measure(cut), inside };
}

function nameOf(items: ItemBox['items']): string {
  return items.length === 1 ? items[0].label : groupName(items);
}

/** Several marks drawn as one: `4 refuted causes`, or `4 flags` where they are not all of one sort. */
export function groupName(items: readonly [TimelineItem, ...TimelineItem[]]): string {
  const [{ kind, plural }] = items;
  const name = items.every((item) => item.plural === plural) ? plural : pluralWords[kind];
  return `${items.length} ${name}`;
}
