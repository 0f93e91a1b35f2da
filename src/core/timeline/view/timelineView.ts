/*
 * Everything about the view that a user can change, undo and find again after a reload.
 */
import { displayKinds, type TimeDisplayKind } from '../timeDisplay';
import type { TimelineModel } from '../timelineModel';
import type { TimeRange } from '../timeScale';
import type { LaneArrangement } from './laneArrangement';
import { naturalArrangement } from './laneArrangement';
import type { TimeMark } from './marks';
import { mostMarks } from './marks';
import { readFilter } from './savedFilters';
import { noFilter, type TimelineFilter } from './timelineFilter';

export interface TimelineView {
  readonly range: TimeRange;
  /** The range that the user has selected, or `null`. */
  readonly span: TimeRange | null;
  readonly lanes: LaneArrangement;
  readonly filter: TimelineFilter;
  readonly marks: readonly TimeMark[];
  readonly display: TimeDisplayKind;
  /** Long stretches without anything are drawn short. */
  readonly folded: boolean;
}

/** As saved states spell it; another number starts afresh. */
export const viewVersion = 1;

/** At first: everything in its natural order; of a stack the stories alone, so that they lie below each other. */
export function viewOf(range: TimeRange, { lanes, meeting }: Pick<TimelineModel, 'lanes' | 'meeting'>): TimelineView {
  const logs = lanes.filter(({ kind }) => kind === 'channel').map(({ id }) => id);
  return {
    range,
    span: null,
    lanes: meeting === null ? naturalArrangement : { ...naturalArrangement, hidden: logs },
    filter: noFilter,
    marks: [],
    display: 'utc',
    folded: false,
  };
}

/** Do both show the same? */
export function sameView(left: TimelineView, right: TimelineView): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}

/** More lanes than any bundle has. */
const mostLanes = 5_000;

/** A saved view, checked piece by piece: what is wrong becomes what it is at first. `null` without a range. */
export function readView(value: unknown): TimelineView | null {
  if (!isRecord(value) || !isRange(value.range)) {
    return null;
  }
  const { range, span, lanes, filter, marks, display, folded } = value;
  return {
    range: { start: range.start, end: range.end },
    span: isRange(span) ? { start: span.start, end: span.end } : null,
    lanes: readArrangement(lanes),
    filter: readFilter(filter) ?? noFilter,
    marks: readMarks(marks),
    display: displayKinds.find((kind) => kind === display) ?? 'utc',
    folded: folded === true,
  };
}

function readArrangement(value: unknown): LaneArrangement {
  const ids = (list: unknown): readonly string[] =>
    Array.isArray(list) ? list.filter((id) => typeof id === 'string').slice(0, mostLanes) : [];
  return isRecord(value)
    ? {
        order: ids(value.order),
        pinned: ids(value.pinned),
        collapsed: ids(value.collapsed),
        hidden: ids(value.hidden),
      }
    : naturalArrangement;
}

function readMarks(value: unknown): readonly TimeMark[] {
  const times = Array.isArray(value) ? value.map((mark: unknown) => (isRecord(mark) ? mark.time : null)) : [];
  const instants = times.filter((time): time is number => Number.isFinite(time));
  return [...new Set(instants)]
    .sort((left, right) => left - right)
    .slice(0, mostMarks)
    .map((time) => ({ time }));
}

function isRange(value: unknown): value is TimeRange {
  return isRecord(value) && Number.isFinite(value.start) && Number.isFinite(value.end) && isAscending(value);
}

function isAscending({ start, end }: Readonly<Record<string, unknown>>): boolean {
  return typeof start === 'number' && typeof end === 'number' && start < end;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
