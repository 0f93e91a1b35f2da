import { isStampedText, parseStampedLog } from './stampedLog';

/** One record of a Windows setup log (`setupact.log`, `setuperr.log`). */
export interface SetupLogLine {
  /** First and last line, counted from 1. */
  readonly line: number;
  readonly lastLine: number;
  /** Local wall clock as if it were UTC, milliseconds since 1970. */
  readonly localMs: number;
  readonly level: string;
  /** Executable that wrote the line, lower case, without brackets; empty when the line names none. */
  readonly process: string;
  /** Of the first line. */
  readonly message: string;
}

export interface SetupLog {
  readonly lines: readonly SetupLogLine[];
  /** Lines that belong to no record: damage. */
  readonly strayLines: number;
  readonly totalLines: number;
}

// `2023-12-26 14:24:31, Info                         [windeploy.exe] message`
const processShape = /^(?:\[([^\]\s]+\.exe)\]\s*)?(.*)$/is;

/** Does the text begin like a setup log? Logs of servicing begin the same way and have to be told apart before. */
export function isSetupLogText(head: string): boolean {
  return isStampedText(head);
}

/** Reads a setup log. */
export function parseSetupLog(text: string): SetupLog {
  const { records, strayLines, totalLines } = parseStampedLog(text);
  const lines = records.map(({ line, lastLine, localMs, level, rest }) => {
    const [, process = '', message = ''] = processShape.exec(rest) ?? [];
    return { line, lastLine, localMs, level, process: process.toLowerCase(), message };
  });
  return { lines, strayLines, totalLines };
}
