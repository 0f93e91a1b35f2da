/*
 * Where the keys lead. Rows of the list form a tree (lanes, their items, the parts of a phase); on the canvas the
 * same items are reached along a lane, from lane to lane, from reboot to reboot and from cause to effect.
 */
import { nearestRecord } from './eventSeries';
import type { Selection } from './selection';
import { idIn } from './shiftLane';
import { allItems, laneOf, rangeOf, spokenLane } from './selection';
import type { Lane, StoryLane, TimelineItem, TimelineModel } from './timelineModel';

export type Direction = 1 | -1;

/** One row of the tree grid, with what ARIA wants to know about its place. */
export interface TreeRow {
  readonly id: string;
  readonly selection: Selection;
  readonly level: number;
  /** From 1, among its siblings. */
  readonly position: number;
  readonly siblings: number;
  readonly parent: string | null;
  readonly hasChildren: boolean;
  readonly spoken: string;
}

/** All rows in the order of the list, as if everything were expanded. */
export function treeRows(model: TimelineModel): readonly TreeRow[] {
  return model.lanes.flatMap((lane, index) => {
    const items = lane.kind === 'story' ? allItems(lane) : [];
    const laneRow: TreeRow = {
      id: `lane:${lane.id}`,
      selection: { kind: 'lane', lane },
      level: 1,
      position: index + 1,
      siblings: model.lanes.length,
      parent: null,
      hasChildren: items.length > 0,
      spoken: spokenLane(lane),
    };
    return [laneRow, ...itemRows(items, laneRow.id)];
  });
}

/** Parts lie one level below what they are a part of, and have none of their own: the document nests no deeper. */
function itemRows(items: readonly TimelineItem[], laneRow: string): TreeRow[] {
  const children = new Map<string | null, TimelineItem[]>([null, ...items.map(({ id }) => id)].map((id) => [id, []]));
  for (const item of items) {
    // What it is a part of may not be shown: a part must be reachable all the same.
    (children.get(item.parent) ?? children.get(null))?.push(item);
  }
  const rowsOf = (parent: string | null, parentRow: string, level: number): TreeRow[] => {
    const own = children.get(parent) ?? [];
    return own.flatMap((item, index) => {
      const parts = parent === null ? rowsOf(item.id, `item:${item.id}`, level + 1) : [];
      const row: TreeRow = {
        id: `item:${item.id}`,
        selection: { kind: 'item', item },
        level,
        position: index + 1,
        siblings: own.length,
        parent: parentRow,
        hasChildren: parts.length > 0,
        spoken: item.spoken,
      };
      return [row, ...parts];
    });
  };
  return rowsOf(null, laneRow, 2);
}

/** The rows whose ancestors are all expanded. */
export function visibleRows(rows: readonly TreeRow[], collapsed: ReadonlySet<string>): readonly TreeRow[] {
  const hidden = new Set<string>();
  return rows.filter((row) => {
    const isHidden = row.parent !== null && (collapsed.has(row.parent) || hidden.has(row.parent));
    if (isHidden) {
      hidden.add(row.id);
    }
    return !isHidden;
  });
}

/** Next or previous item (or record) of the same lane; the selection itself at the end. */
export function stepInLane(model: TimelineModel, selection: Selection, direction: Direction): Selection {
  if (selection.kind === 'record') {
    const count = selection.lane.series?.source.times.length ?? 0;
    const record = Math.min(count - 1, Math.max(0, selection.record + direction));
    return { ...selection, record };
  }
  const lane = laneOf(model, selection);
  if (lane?.kind !== 'story') {
    return selection;
  }
  const items = allItems(lane);
  const at = selection.kind === 'item' ? items.indexOf(selection.item) : direction === 1 ? -1 : items.length;
  const item = items[at + direction];
  return item === undefined ? selection : { kind: 'item', item };
}

/** The lane above or below, at what is nearest in time there. */
export function stepLane(
  model: TimelineModel,
  selection: Selection | null,
  time: number,
  direction: Direction,
): Selection | null {
  const lane = selection === null ? null : laneOf(model, selection);
  const at = lane === null ? (direction === 1 ? -1 : model.lanes.length) : model.lanes.indexOf(lane);
  const next = model.lanes[at + direction];
  return next === undefined ? selection : nearestInLane(next, time);
}

/** What a lane has nearest to a time; the lane itself when it has nothing. */
export function nearestInLane(lane: Lane, time: number): Selection {
  if (lane.kind === 'channel') {
    const record = lane.series === null ? null : nearestRecord(lane.series, time);
    return record === null ? { kind: 'lane', lane } : { kind: 'record', lane, record };
  }
  const item = nearestItem(lane, time);
  return item === null ? { kind: 'lane', lane } : { kind: 'item', item };
}

/** Next or previous of the wanted items, after the selection or else after `time`; `null` when there is no more. */
export function nextItem(
  model: TimelineModel,
  wanted: (item: TimelineItem) => boolean,
  selection: Selection | null,
  time: number,
  direction: Direction,
): TimelineItem | null {
  const all = [...model.items.values()].filter(wanted).sort((a, b) => a.start - b.start);
  const selected = selection?.kind === 'item' ? all.indexOf(selection.item) : -1;
  if (selected >= 0) {
    return all[selected + direction] ?? null;
  }
  const from = selection === null ? time : (rangeOf(selection)?.start ?? time);
  return direction === 1
    ? (all.find((item) => item.start >= from) ?? null)
    : (all.findLast((item) => item.start <= from) ?? null);
}

/** Along cause → effect (`1`) or back: the first item the selection is linked to, or `null`. */
export function followLink(model: TimelineModel, selection: Selection, direction: Direction): TimelineItem | null {
  if (selection.kind !== 'item') {
    return null;
  }
  // A wait has no links of its own: it ends in its sign-in.
  const { item } = selection;
  const subject = item.kind === 'wait' ? model.items.get(idIn(item.group, item.storyId)) : item;
  const link = model.links.find(
    ({ from, to, verdict }) => verdict !== 'refuted' && (direction === 1 ? from : to) === subject,
  );
  return link === undefined ? null : direction === 1 ? link.to : link.from;
}

function nearestItem(lane: StoryLane, time: number): TimelineItem | null {
  const distance = (item: TimelineItem): number => Math.max(0, item.start - time, time - item.end);
  const mains = lane.items.filter((item) => item.parent === null);
  return mains.reduce<TimelineItem | null>(
    (best, item) => (best === null || distance(item) < distance(best) ? item : best),
    null,
  );
}
