import { isStampedText, parseStampedLog } from './stampedLog';

/** One record of a servicing log (`CBS.log`, `DISM.log`). */
export interface ServicingLogLine {
  /** First and last line, counted from 1. */
  readonly line: number;
  readonly lastLine: number;
  /** Local wall clock as if it were UTC, milliseconds since 1970. */
  readonly localMs: number;
  readonly level: string;
  /** Part of the servicing stack that wrote the record: `CBS`, `CSI`, `DISM`, `DPX`, …; empty when none is named. */
  readonly source: string;
  /** Of the first line. */
  readonly message: string;
}

export interface ServicingLog {
  readonly lines: readonly ServicingLogLine[];
  /** Lines that belong to no record: damage. */
  readonly strayLines: number;
  readonly totalLines: number;
}

// `2026-02-17 13:14:27, Info                  CBS    TI: --- Initializing Trusted Installer ---`
const sourceShape = /^(?:([A-Z][A-Za-z]{1,11})\s+)?(.*)$/s;
const firstSource = /^[^,\r\n]*, (?:Fatal error|\w+)\s{1,40}(CBS|CSI|DPX|DISM)\s/;

/**
 * Which log of servicing the text begins like: that of DISM where it names DISM first, that of the servicing stack
 * (CBS) where it names a part of that. `null` for other logs of the same grammar.
 */
export function servicingLogOf(head: string): 'cbsLog' | 'dismLog' | null {
  const source = isStampedText(head) ? firstSource.exec(head)?.[1] : undefined;
  return source === undefined ? null : source === 'DISM' ? 'dismLog' : 'cbsLog';
}

/** Reads a servicing log. */
export function parseServicingLog(text: string): ServicingLog {
  const { records, strayLines, totalLines } = parseStampedLog(text);
  const lines = records.map(({ line, lastLine, localMs, level, rest }) => {
    const [, source = '', message = ''] = sourceShape.exec(rest) ?? [];
    return { line, lastLine, localMs, level, source, message };
  });
  return { lines, strayLines, totalLines };
}
