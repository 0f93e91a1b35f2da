/*
 * A range of the timeline as rows of text, to be copied or saved: the records and the items that are shown, in the
 * order of time.
 */
import * as l10n from '@vscode/l10n';
import { csvText } from '../../words/csv';
import { utcText } from '../../words/instant';
import { lowerBound } from '../eventSeries';
import { allItems } from '../selection';
import { levelWord } from '../spokenLabel';
import type { TimeRange } from '../timeScale';
import type { ChannelLane, StoryLane, TimelineItem, TimelineModel } from '../timelineModel';
import { countWithin, touches } from './spanSummary';

export type RangeFormat = 'jsonl' | 'csv';

/** More rows than this are left out, and the last row says how many. */
export const mostRows = 200_000;

const columns = ['time', 'end', 'kind', 'lane', 'what', 'level', 'path', 'record', 'line'] as const;

type Row = Readonly<Record<(typeof columns)[number], string | number | null>>;

interface Timed {
  readonly time: number;
  readonly row: () => Row;
}

/** CSV for spreadsheets, or one JSON object a line. Times are ISO 8601 UTC, corrected as the timeline shows them. */
export function rangeText(model: TimelineModel, span: TimeRange, format: RangeFormat): string {
  const rows = rowsWithin(model, span);
  switch (format) {
    case 'csv':
      return csvText(columns, rows);
    case 'jsonl':
      return rows.map((row) => `${JSON.stringify(row)}\n`).join('');
  }
}

function rowsWithin(model: TimelineModel, span: TimeRange): readonly Row[] {
  const found: Timed[] = [];
  let left = 0;
  for (const lane of model.lanes) {
    if (lane.kind === 'story') {
      found.push(...itemsWithin(lane, span));
    } else {
      const room = Math.max(0, mostRows - found.length);
      left += addRecordsWithin(lane, span, room, found);
    }
  }
  found.sort((a, b) => a.time - b.time);
  const rows = found.map(({ row }) => row());
  return left === 0 ? rows : [...rows, leftOutRow(left, span)];
}

function itemsWithin(lane: StoryLane, span: TimeRange): Timed[] {
  return allItems(lane)
    .filter((item) => touches(item, span))
    .map((item) => ({ time: item.start, row: () => itemRow(item, lane) }));
}

/** Adds up to `room` of them to `found`; how many more there are. */
function addRecordsWithin(lane: ChannelLane, span: TimeRange, room: number, found: Timed[]): number {
  const { series } = lane;
  if (series === null) {
    return 0;
  }
  const { times, order } = series;
  const first = lowerBound(times, span.start, 0, times.length);
  const count = countWithin(times, span);
  for (let index = first; index < first + Math.min(count, room); index += 1) {
    const time = times[index]!;
    const record = order === null ? index : order[index]!;
    found.push({ time, row: () => recordRow(lane, record, time) });
  }
  return Math.max(0, count - room);
}

function itemRow(item: TimelineItem, lane: StoryLane): Row {
  const [first] = item.evidence;
  return {
    time: item.openStart ? null : isoText(item.start),
    end: item.openEnd || item.end === item.start ? null : isoText(item.end),
    kind: item.kind,
    lane: lane.label,
    what: item.title,
    level: null,
    path: first?.path ?? null,
    record: first !== undefined && 'recordId' in first ? first.recordId : null,
    line: first !== undefined && 'line' in first ? first.line : null,
  };
}

function recordRow(lane: ChannelLane, record: number, time: number): Row {
  const source = lane.series?.source;
  return {
    time: isoText(time),
    end: null,
    kind: 'record',
    lane: lane.log,
    what: '',
    level: levelWord(source?.levels[record] ?? 4),
    path: lane.path,
    record: source?.recordIds[record] ?? null,
    line: null,
  };
}

function leftOutRow(count: number, { end }: TimeRange): Row {
  return {
    time: isoText(end),
    end: null,
    kind: 'leftOut',
    lane: '',
    what: l10n.t('{0} more records are left out: select a shorter range', count),
    level: null,
    path: null,
    record: null,
    line: null,
  };
}

/** `2026-08-20T02:07:58.123Z`. */
function isoText(time: number): string {
  return utcText(time).replace(' ', 'T');
}
