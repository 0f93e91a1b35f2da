import { lineAt, lineStarts } from '../bytes/lines';
import { parseCmTraceTime, type CmTraceTime } from './cmTraceTime';
import { isOldCmTraceText, parseOldCmTrace } from './oldCmTraceLog';

/**
 * One record of a CMTrace log, the format of the Intune Management Extension and of all its side logs (AppWorkload,
 * AgentExecutor, HealthScripts, …).
 */
export interface CmTraceRecord extends CmTraceTime {
  /** First and last line, counted from 1; messages may span lines. */
  readonly line: number;
  readonly lastLine: number;
  readonly message: string;
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
  return isNewForm(head) || isOldCmTraceText(head);
}

/** The form with `<![LOG[`; a log has one form throughout. */
function isNewForm(text: string): boolean {
  return /^\s*<!\[LOG\[/.test(text) || (text.includes(recordStart) && text.includes(messageEnd));
}

/** Reads a CMTrace log of either form. Damaged records are counted as stray lines and never stop the rest. */
export function parseCmTrace(text: string): CmTraceLog {
  if (!text.includes(recordStart)) {
    return parseOldCmTrace(text);
  }
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
  const time = parseCmTraceTime(attributes.get('date') ?? '', attributes.get('time') ?? '');
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
