import type { LogContext } from './logContext';
import { recordAtLine } from './logIndex';
import { parseRecordHeader } from './recordHeader';
import { localOffsetAt } from './storyTime';
import { signedDuration } from '../words/duration';
import { isInstant, wallClockText } from '../words/instant';

/** A remark behind the time of a record, or behind the record. Line and column count from 0. */
export interface TimeInlay {
  readonly line: number;
  readonly column: number;
  readonly text: string;
}

/** As long as a distance in two units becomes, `−12 h 28 min`: what stands behind the hints stays in its columns. */
const distanceWidth = 12;
/** Blanks at the edge of a hint that no editor takes away. */
const blank = '\u00A0';

/**
 * The time on the other clock and the distance to the record before, for the records that begin in
 * `[firstLine, endLine)`. Event logs are written in UTC, so the other clock is that of the device; text logs are
 * written in the time of the device, so it is UTC. Hints in front of columns are all equally wide.
 */
export function inlaysIn(context: LogContext, firstLine: number, endLine: number): readonly TimeInlay[] {
  const { index } = context;
  const inlays: TimeInlay[] = [];
  for (let record = Math.max(0, recordAtLine(index, firstLine)); record < index.firstLines.length; record += 1) {
    const line = index.firstLines[record]!;
    if (line >= endLine) {
      break;
    }
    if (line >= firstLine && isInstant(index.correctedMs[record]!)) {
      const text = textOf(context, record);
      if (text !== '') {
        inlays.push({ ...placeOf(context, record), text });
      }
    }
  }
  return inlays;
}

/** Behind the time where it begins the line; of agent logs, whose time stands at their end, behind the record. */
function placeOf({ index, lines }: LogContext, record: number): Pick<TimeInlay, 'line' | 'column'> {
  const line = index.firstLines[record]!;
  switch (index.format) {
    case 'eventLog':
      return { line, column: parseRecordHeader(lines.line(line))?.timeEnd ?? 0 };
    case 'setupLog':
      return { line, column: '2026-08-20 02:07:58,'.length };
    case 'cmTrace':
    case 'registry':
    case 'deviceState':
    case 'json':
    case 'other': {
      const last = index.lastLines[record]!;
      return { line: last, column: lines.line(last).length };
    }
  }
}

function textOf(context: LogContext, record: number): string {
  const { format, correctedMs } = context.index;
  const ms = correctedMs[record]!;
  const since = ms - (correctedMs[record - 1] ?? NaN);
  const isTelling = isInstant(since) && Math.abs(since) >= 0.5;
  const distance = isTelling ? signedDuration(since) : '';
  // Nothing stands behind the hint of an agent record.
  const parts = [...otherClock(context, ms), format === 'cmTrace' ? distance : distance.padStart(distanceWidth)];
  return parts
    .filter((part) => part !== '')
    .join(' ')
    .replaceAll(' ', blank);
}

/** The time on the clock that the log was not written in; nothing where no record of the log tells it. */
function otherClock({ index, story }: LogContext, ms: number): readonly string[] {
  if (index.format !== 'eventLog') {
    return index.basis === 'wallClock' ? [] : [`${wallClockText(ms)}Z`];
  }
  if (story === null || story.clock.localOffsets.length === 0) {
    return [];
  }
  const east = localOffsetAt(story, ms);
  return [east === null ? ''.padStart('02:07:58'.length) : wallClockText(ms, east)];
}
