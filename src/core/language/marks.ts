import type { Problem } from '../bytes/problem';
import type { Finding } from '../enrollment/document/findings';
import { isOfLog, lineOfEvidence } from './evidenceLine';
import type { LogContext } from './logContext';
import { lineOfRecord } from './logIndex';
import { parseRecordHeader } from './recordHeader';

/** Something for the list of problems. Line and columns from 0, the end exclusive. */
export interface LogMark {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly severity: 'error' | 'warning' | 'info';
  /** Dotted and stable. */
  readonly code: string;
  readonly message: string;
}

/** Of a line of text so much is marked, columns. */
const markedColumns = 120;

/** Marks of one log: the findings whose first evidence is here, and what its reader found wrong. Nothing else. */
export function marksOf(context: LogContext, readerProblems: readonly Problem[]): readonly LogMark[] {
  const findings = context.path === null ? [] : (context.story?.findings ?? []);
  return [
    ...findings.flatMap((finding) => findingMark(context, finding)),
    ...readerProblems.map(({ severity, code, where, detail }) => {
      const line = lineOfWhere(context, where);
      return { line, ...markedPart(context.lines.line(line)), severity, code, message: detail };
    }),
  ];
}

function findingMark(context: LogContext, finding: Finding): readonly LogMark[] {
  const evidence = finding.evidence[0];
  if (evidence === undefined || !isOfLog(context, evidence)) {
    return [];
  }
  const line = lineOfEvidence(context, evidence);
  const { severity, id, title, advice } = finding;
  const message = advice === '' ? title : `${title}\n${advice}`;
  return line === null ? [] : [{ line, ...markedPart(context.lines.line(line)), severity, code: id, message }];
}

/** Of a record the event: time and values keep hovers of their own. */
function markedPart(line: string): Pick<LogMark, 'start' | 'end'> {
  const header = parseRecordHeader(line);
  return header === null
    ? { start: 0, end: Math.min(line.length, markedColumns) }
    : { start: header.eventStart, end: header.eventEnd };
}

/** `path#record` and `path:line` name a place; anything else is about the whole, which is shown at its head. */
function lineOfWhere({ index, lineShift }: LogContext, where: string): number {
  const record = /#(\d{1,20})$/.exec(where)?.[1];
  const line = /:(\d{1,10})$/.exec(where)?.[1];
  const found = record === undefined ? Number(line ?? 1) - 1 + lineShift : lineOfRecord(index, Number(record));
  return Math.max(0, Math.min(found ?? 0, index.lineCount - 1));
}
