import { lastAtOrBelow } from '../bytes/sorted';
import { correctTimes } from './correctTimes';
import { resolveLocalLog, type LocalLine } from '../enrollment/clock/localClock';
import type { ClockFacts } from '../enrollment/document/clockFacts';
import { parseCmTrace } from '../logs/cmTraceLog';
import { parseSetupLog } from '../logs/setupLog';
import { appNamesIn } from './appNames';
import { logFormatOf, type LogFormat } from './logFormat';
import { parseRecordHeader } from './recordHeader';
import type { TextLines } from './textLines';

/** Corrected times of one event channel, ascending by record id. */
export interface ChannelTimes {
  readonly recordIds: Float64Array;
  /** Milliseconds since 1970 UTC, corrected. */
  readonly times: Float64Array;
}

/** What is known about a log besides its text. */
export interface IndexHints {
  /** First line of record i, where the text was rendered from an event log. */
  readonly recordLines?: Uint32Array | null;
  readonly clock?: ClockFacts | null;
  readonly channel?: ChannelTimes | null;
}

/** Whether the times of a log are UTC, were turned into UTC, or stand as the wall clock of the device wrote them. */
export type TimeBasis = 'utc' | 'resolved' | 'wallClock';

/** The records of a log: where each stands and when it was written. Arrays run in parallel; lines count from 0. */
export interface LogIndex {
  readonly format: LogFormat;
  readonly lineCount: number;
  readonly firstLines: Uint32Array;
  /** Last line of each record, blank lines behind it left out. */
  readonly lastLines: Uint32Array;
  /** Milliseconds since 1970 UTC as recorded; NaN where unreadable. */
  readonly rawMs: Float64Array;
  /** The same, corrected for clock steps. */
  readonly correctedMs: Float64Array;
  /** EventRecordIDs; `null` for text logs. */
  readonly recordIds: Float64Array | null;
  readonly basis: TimeBasis;
  /** Names of apps by their id in lower case, as far as this log tells them. */
  readonly appNames: ReadonlyMap<string, string>;
}

const noNames: ReadonlyMap<string, string> = new Map();

/** Finds the records of a log in one pass. */
export function indexLog(lines: TextLines, hints: IndexHints = {}): LogIndex {
  const format = logFormatOf(lines);
  switch (format) {
    case 'eventLog':
      return indexEventLog(lines, hints);
    case 'cmTrace':
      return indexCmTrace(lines, hints);
    case 'setupLog':
      return indexSetupLog(lines, hints);
    case 'registry':
    case 'deviceState':
    case 'json':
    case 'other':
      return finish(
        { format, lines, firstLines: [], lastLines: null, rawMs: [], recordIds: null, basis: 'utc' },
        hints,
      );
  }
}

/** Index of the record that `line` belongs to; −1 above the first. */
export function recordAtLine(index: LogIndex, line: number): number {
  return lastAtOrBelow(index.firstLines, line);
}

/** Line of a record by its EventRecordID; `null` where it is not in this text. */
export function lineOfRecord(index: LogIndex, recordId: number): number | null {
  const at = index.recordIds?.indexOf(recordId) ?? -1;
  return at < 0 ? null : index.firstLines[at]!;
}

function indexEventLog(lines: TextLines, hints: IndexHints): LogIndex {
  const firstLines: number[] = [];
  const rawMs: number[] = [];
  const recordIds: number[] = [];
  const add = (line: number): void => {
    const header = parseRecordHeader(lines.line(line));
    if (header !== null) {
      firstLines.push(line);
      rawMs.push(header.rawMs);
      recordIds.push(header.recordId);
    }
  };
  if (hints.recordLines instanceof Uint32Array) {
    hints.recordLines.forEach((line) => {
      if (line < lines.lineCount) {
        add(line);
      }
    });
  } else {
    for (let line = 0; line < lines.lineCount; line += 1) {
      add(line);
    }
  }
  const format = 'eventLog';
  return finish({ format, lines, firstLines, lastLines: null, rawMs, recordIds, basis: 'utc' }, hints);
}

function indexCmTrace(lines: TextLines, hints: IndexHints): LogIndex {
  const { records } = parseCmTrace(lines.text());
  const resolved = toUtc(
    records.map(({ localMs, message }) => ({ localMs: localMs ?? NaN, message })),
    hints,
  );
  records.forEach(({ localMs, biasMinutes }, at) => {
    if (localMs !== null && biasMinutes !== null) {
      resolved.rawMs[at] = localMs + biasMinutes * 60_000;
    }
  });
  const hasBias = records.length > 0 && records.every(({ biasMinutes }) => biasMinutes !== null);
  return finish(
    {
      format: 'cmTrace',
      lines,
      firstLines: records.map(({ line }) => line - 1),
      lastLines: records.map(({ lastLine }) => lastLine - 1),
      rawMs: resolved.rawMs,
      recordIds: null,
      basis: hasBias ? 'resolved' : resolved.basis,
      appNames: appNamesIn(records.map(({ message }) => message)),
    },
    hints,
  );
}

function indexSetupLog(lines: TextLines, hints: IndexHints): LogIndex {
  const { lines: records } = parseSetupLog(lines.text());
  const { rawMs, basis } = toUtc(records, hints);
  const firstLines = records.map(({ line }) => line - 1);
  return finish({ format: 'setupLog', lines, firstLines, lastLines: null, rawMs, recordIds: null, basis }, hints);
}

function toUtc(records: readonly LocalLine[], hints: IndexHints): { rawMs: Float64Array; basis: TimeBasis } {
  const { utc, source } = resolveLocalLog(records, { offsets: hints.clock?.localOffsets ?? [], zoneName: null });
  return { rawMs: utc, basis: source === 'unknown' ? 'wallClock' : 'resolved' };
}

interface FoundRecords {
  readonly format: LogFormat;
  readonly lines: TextLines;
  readonly firstLines: readonly number[];
  /** `null`: each record reaches to the next one. */
  readonly lastLines: readonly number[] | null;
  readonly rawMs: ArrayLike<number>;
  readonly recordIds: readonly number[] | null;
  readonly basis: TimeBasis;
  readonly appNames?: ReadonlyMap<string, string>;
}

function finish(found: FoundRecords, { clock, channel }: IndexHints): LogIndex {
  const { format, lines, firstLines, lastLines, recordIds, basis } = found;
  const rawMs = Float64Array.from(found.rawMs);
  return {
    format,
    lineCount: lines.lineCount,
    firstLines: Uint32Array.from(firstLines),
    lastLines: Uint32Array.from(
      lastLines ?? firstLines.map((first, at) => lastUsedLine(lines, first, firstLines[at + 1] ?? lines.lineCount)),
    ),
    rawMs,
    correctedMs: fromChannel(recordIds, rawMs, channel ?? null) ?? correctTimes(rawMs, clock?.steps ?? []),
    recordIds: recordIds === null ? null : Float64Array.from(recordIds),
    basis,
    appNames: found.appNames ?? noNames,
  };
}

/** The last line before `next` that holds something. Blocks end with one blank line, so this looks at two. */
function lastUsedLine(lines: TextLines, first: number, next: number): number {
  let last = next - 1;
  while (last > first && lines.line(last) === '') {
    last -= 1;
  }
  return last;
}

/** What the reader of the bundle found, which knows all channels, is better than what one text can tell. */
function fromChannel(
  recordIds: readonly number[] | null,
  rawMs: Float64Array,
  channel: ChannelTimes | null,
): Float64Array | null {
  if (recordIds === null || channel === null) {
    return null;
  }
  return Float64Array.from(recordIds, (recordId, at) => {
    const position = lastAtOrBelow(channel.recordIds, recordId);
    return channel.recordIds[position] === recordId ? channel.times[position]! : rawMs[at]!;
  });
}
