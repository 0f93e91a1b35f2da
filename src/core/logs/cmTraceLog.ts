import { lineAt, lineStarts } from '../bytes/lines';

/** One record of a CMTrace log, the format of the Intune Management Extension. */
export interface CmTraceRecord {
  /** First and last line, counted from 1; messages may span lines. */
  readonly line: number;
  readonly lastLine: number;
  readonly message: string;
  /** The wall clock of the writing process as if it were UTC, milliseconds since 1970; `null` when unreadable. */
  readonly localMs: number | null;
  /** Minutes to add to the wall clock to get UTC; `null` when the writer gives none (the IME never does). */
  readonly biasMinutes: number | null;
  readonly component: string;
  readonly severity: 'information' | 'warning' | 'error';
  readonly thread: string;
}

export interface CmTraceLog {
  readonly records: readonly CmTraceRecord[];
  /** Lines that belong to no record, out of {@link totalLines}. */
  readonly strayLines: number;
  readonly totalLines: number;
}

// `<![LOG[message]LOG]!><time="…" date="…" component="…" context="…" type="1" thread="…" file="…">`.
// The message is read up to the first `]LOG]!>`; some writers leave out type, thread or file.
const recordShape = /<!\[LOG\[([\s\S]*?)\]LOG\]!><([^<>\r\n]*)>/g;
const attributeShape = /(\w+)="([^"]*)"/g;

/** Does the text begin like a CMTrace log? */
export function isCmTraceText(head: string): boolean {
  return head.includes('<![LOG[') && head.includes(']LOG]!>');
}

/** Reads a CMTrace log. Damaged records are counted as stray lines and never stop the rest. */
export function parseCmTrace(text: string): CmTraceLog {
  const starts = lineStarts(text);
  const records: CmTraceRecord[] = [];
  let coveredLines = 0;
  let coveredTo = 0;
  for (const match of text.matchAll(recordShape)) {
    const line = lineAt(starts, match.index);
    const lastLine = lineAt(starts, match.index + match[0].length - 1);
    records.push(toRecord(line, lastLine, match[1]!, match[2]!));
    coveredLines += lastLine - Math.max(line - 1, coveredTo);
    coveredTo = lastLine;
  }
  const endsWithBreak = text.length > 0 && starts[starts.length - 1] === text.length;
  const totalLines = text.length === 0 ? 0 : starts.length - (endsWithBreak ? 1 : 0);
  return { records, strayLines: totalLines - coveredLines, totalLines };
}

function toRecord(line: number, lastLine: number, message: string, attributeText: string): CmTraceRecord {
  const attributes = new Map<string, string>();
  for (const [, name, value] of attributeText.matchAll(attributeShape)) {
    attributes.set(name!, value!);
  }
  const time = parseTime(attributes.get('date') ?? '', attributes.get('time') ?? '');
  return {
    line,
    lastLine,
    message,
    ...time,
    component: attributes.get('component') ?? '',
    severity: severityOf(attributes.get('type')),
    thread: attributes.get('thread') ?? '',
  };
}

function severityOf(type: string | undefined): CmTraceRecord['severity'] {
  return type === '3' ? 'error' : type === '2' ? 'warning' : 'information';
}

/** `M-D-YYYY` in every locale, `HH:mm:ss.fffffff` with an optional bias in minutes behind it. */
function parseTime(date: string, time: string): Pick<CmTraceRecord, 'localMs' | 'biasMinutes'> {
  const day = /^(\d{1,2})-(\d{1,2})-(\d{4})$/.exec(date);
  const clock = /^(\d{1,2}):(\d{2}):(\d{2})(?:\.(\d{1,7}))?([+-]\d{1,4})?$/.exec(time);
  if (day === null || clock === null) {
    return { localMs: null, biasMinutes: null };
  }
  const fraction = clock[4] === undefined ? 0 : Number(`0.${clock[4]}`);
  const localMs =
    Date.UTC(Number(day[3]), Number(day[1]) - 1, Number(day[2]), Number(clock[1]), Number(clock[2]), Number(clock[3])) +
    Math.floor(fraction * 1000);
  return { localMs, biasMinutes: clock[5] === undefined ? null : Number(clock[5]) };
}
