import { lineAt, lineStarts } from '../bytes/lines';
import { wallClockMs } from './wallClock';

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

const recordStart = '<![LOG[';
const messageEnd = ']LOG]!>';

/**
 * What stands behind the message: `<time="…" date="…" component="…" context="…" type="1" thread="…" file="…">`. Some
 * writers leave out type, thread or file; a quoted value may hold angle brackets (`<ScriptBlock>`). The bounds are far
 * above any writer and keep a hostile line from costing more than it is long.
 */
const attributesShape = /<((?:[^<>"\r\n]{0,100}"[^"\r\n]{0,2000}"){1,20}[^<>"\r\n]{0,100})>/y;
const attributeShape = /(\w+)="([^"]*)"/g;

/** Does the text begin like a CMTrace log? A long first message may not have ended yet. */
export function isCmTraceText(head: string): boolean {
  return /^\s*<!\[LOG\[/.test(head) || (head.includes(recordStart) && head.includes(messageEnd));
}

/** Reads a CMTrace log. Damaged records are counted as stray lines and never stop the rest. */
export function parseCmTrace(text: string): CmTraceLog {
  const starts = lineStarts(text);
  const records: CmTraceRecord[] = [];
  let coveredLines = 0;
  let coveredTo = 0;
  for (const found of recordsOf(text)) {
    const line = lineAt(starts, found.start);
    const lastLine = lineAt(starts, found.end - 1);
    records.push(toRecord(line, lastLine, found.message, found.attributes));
    coveredLines += lastLine - Math.max(line - 1, coveredTo);
    coveredTo = lastLine;
  }
  const endsWithBreak = text.length > 0 && starts[starts.length - 1] === text.length;
  const totalLines = text.length === 0 ? 0 : starts.length - (endsWithBreak ? 1 : 0);
  return { records, strayLines: totalLines - coveredLines, totalLines };
}

interface FoundRecord {
  /** Offsets `[start, end)` in the text. */
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly attributes: string;
}

/** Finds the records in one pass: neither mark is looked for twice in the same place, whatever the text holds. */
function* recordsOf(text: string): Generator<FoundRecord> {
  let start = text.indexOf(recordStart);
  while (start >= 0) {
    const messageStops = text.indexOf(messageEnd, start);
    if (messageStops < 0) {
      return;
    }
    // A record that was cut short (the device stopped while it was written) must not swallow the next one.
    let next = text.indexOf(recordStart, start + 1);
    while (next >= 0 && next < messageStops) {
      start = startsLine(text, next) ? next : start;
      next = text.indexOf(recordStart, next + 1);
    }
    attributesShape.lastIndex = messageStops + messageEnd.length;
    const attributes = attributesShape.exec(text);
    if (attributes !== null) {
      const message = text.slice(start + recordStart.length, messageStops);
      yield { start, end: attributesShape.lastIndex, message, attributes: attributes[1]! };
    }
    start = next;
  }
}

function startsLine(text: string, offset: number): boolean {
  return text[offset - 1] === '\n' || text[offset - 1] === '\r';
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
  const [, month, dayOfMonth, year] = day.map(Number);
  const [, hour, minute, second] = clock.map(Number);
  const milliseconds = Number((clock[4] ?? '').padEnd(3, '0').slice(0, 3));
  const localMs = wallClockMs(year!, month!, dayOfMonth!, hour!, minute!, second!);
  return {
    localMs: localMs === null ? null : localMs + milliseconds,
    biasMinutes: localMs === null || clock[5] === undefined ? null : Number(clock[5]),
  };
}
