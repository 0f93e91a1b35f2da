import type { LogContext } from './logContext';
import { recordAtLine } from './logIndex';
import { parseRecordHeader } from './recordHeader';
import { localOffsetAt } from './storyTime';
import { signedDuration } from '../words/duration';
import { isInstant, wallClockText } from '../words/instant';

/** A remark behind the time of a record. Line and column count from 0. */
export interface TimeInlay {
  readonly line: number;
  readonly column: number;
  readonly text: string;
}

/** Device-local time and the distance to the record before, for the records that begin in `[firstLine, endLine)`. */
export function inlaysIn(
  { index, lines, story }: LogContext,
  firstLine: number,
  endLine: number,
): readonly TimeInlay[] {
  const inlays: TimeInlay[] = [];
  for (let record = Math.max(0, recordAtLine(index, firstLine)); record < index.firstLines.length; record += 1) {
    const line = index.firstLines[record]!;
    const ms = index.correctedMs[record]!;
    if (line >= endLine) {
      break;
    }
    if (line < firstLine || !isInstant(ms)) {
      continue;
    }
    const since = ms - (index.correctedMs[record - 1] ?? NaN);
    const east = story === null || index.format !== 'eventLog' ? null : localOffsetAt(story, ms);
    const parts = [
      ...(east === null ? [] : [wallClockText(ms, east)]),
      ...(index.format === 'eventLog' || index.basis === 'wallClock' ? [] : [`${wallClockText(ms)}Z`]),
      ...(isInstant(since) ? [signedDuration(since)] : []),
    ];
    if (parts.length > 0) {
      const column = index.format === 'eventLog' ? (parseRecordHeader(lines.line(line))?.timeEnd ?? 0) : 0;
      inlays.push({ line, column, text: parts.join(' ') });
    }
  }
  return inlays;
}
