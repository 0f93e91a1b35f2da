import { linesOf } from '../bytes/lines';
import { wallClockMs } from './wallClock';

/** One line of a Windows setup log (`setupact.log`, `setuperr.log`). */
export interface SetupLogLine {
  /** Counted from 1. */
  readonly line: number;
  /** Local wall clock as if it were UTC, milliseconds since 1970. */
  readonly localMs: number;
  readonly level: string;
  /** Executable that wrote the line, lower case, without brackets; empty when the line names none. */
  readonly process: string;
  readonly message: string;
}

export interface SetupLog {
  readonly lines: readonly SetupLogLine[];
  /** Lines without a time stamp of their own: continuations and damage. */
  readonly strayLines: number;
  readonly totalLines: number;
}

// `2023-12-26 14:24:31, Info                         [windeploy.exe] message`, local time, whole seconds.
const lineShape =
  /^(\d{4})-(\d{2})-(\d{2}) (\d{2}):(\d{2}):(\d{2}), (Fatal error|\w+)\s*(?:\[([^\]\s]+\.exe)\]\s*)?(.*)$/is;

/** Does the text begin like a setup log? */
export function isSetupLogText(head: string): boolean {
  return /^\uFEFF?\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}, (Info|Warning|Error|Fatal error|Perf)\b/.test(head);
}

/** Reads a setup log. */
export function parseSetupLog(text: string): SetupLog {
  const lines: SetupLogLine[] = [];
  let totalLines = 0;
  for (const { number, text: lineText } of linesOf(text)) {
    totalLines += 1;
    const match = lineShape.exec(lineText);
    if (match === null) {
      continue;
    }
    const [, year, month, day, hour, minute, second, level, process, message] = match;
    const localMs = wallClockMs(Number(year), Number(month), Number(day), Number(hour), Number(minute), Number(second));
    if (localMs === null) {
      continue;
    }
    lines.push({
      line: number,
      localMs,
      level: level!,
      process: (process ?? '').toLowerCase(),
      message: message!,
    });
  }
  return { lines, strayLines: totalLines - lines.length, totalLines };
}
