import { linesOf } from '../bytes/lines';
import { wallClockMs } from './wallClock';

/** One record of a log whose records begin with `yyyy-MM-dd HH:mm:ss, Level`. */
export interface StampedRecord {
  /** First and last line, counted from 1; what has no stamp of its own continues the record before it. */
  readonly line: number;
  readonly lastLine: number;
  /** Local wall clock as if it were UTC, milliseconds since 1970. */
  readonly localMs: number;
  readonly level: string;
  /** The rest of the first line, without the blanks that pad the level. */
  readonly rest: string;
}

export interface StampedLog {
  readonly records: readonly StampedRecord[];
  /** Lines that belong to no record, out of {@link totalLines}. */
  readonly strayLines: number;
  readonly totalLines: number;
}

// Local time, whole seconds; a few writers add a fraction.
const lineShape = /^(\d{4})-(\d{2})-(\d{2}) (\d{2}):(\d{2}):(\d{2})(?:\.\d{1,7})?, (Fatal error|\w+)\s*(.*)$/is;
const stampStart = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}/;

/** Longest continuation that is believed; what goes on longer is another file that was appended, or damage. */
const maxContinuation = 200;

/** Does the text begin like such a log? */
export function isStampedText(head: string): boolean {
  return /^\uFEFF?\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(?:\.\d{1,7})?, (Info|Warning|Error|Fatal error|Perf)\b/.test(
    head,
  );
}

/** Splits a log into its records. */
export function parseStampedLog(text: string): StampedLog {
  const records: { line: number; lastLine: number; localMs: number; level: string; rest: string }[] = [];
  let strayLines = 0;
  let totalLines = 0;
  for (const { number, text: line } of linesOf(text)) {
    totalLines = number;
    const stamped = stampOf(line);
    const before = records[records.length - 1];
    if (stamped !== null) {
      records.push({ line: number, lastLine: number, ...stamped });
    } else if (before === undefined || stampStart.test(line) || number - before.line > maxContinuation) {
      strayLines += line.trim() === '' ? 0 : 1;
    } else {
      before.lastLine = number;
    }
  }
  return { records, strayLines, totalLines };
}

function stampOf(line: string): Pick<StampedRecord, 'localMs' | 'level' | 'rest'> | null {
  const match = lineShape.exec(line);
  if (match === null) {
    return null;
  }
  const [, year, month, day, hour, minute, second, level, rest] = match;
  const localMs = wallClockMs(Number(year), Number(month), Number(day), Number(hour), Number(minute), Number(second));
  return localMs === null ? null : { localMs, level: level!, rest: rest! };
}
