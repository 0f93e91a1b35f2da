import { linesOf } from '../bytes/lines';
import type { CmTraceLog, CmTraceRecord } from './cmTraceLog';
import { parseCmTraceTime } from './cmTraceTime';

/**
 * What ends a record of the old form, which task sequences and client set-ups still write:
 * `message  $$<component><MM-DD-YYYY HH:mm:ss.fff+bias><thread=1234 (0x4D2)>`. The bounds are far above any writer.
 */
const trailerShape =
  /\$\$<([^<>\r\n]{0,200})><(\d{1,2}-\d{1,2}-\d{4}) (\d{1,2}:\d{2}:\d{2}[.\d+-]{0,14})><thread=(\d{1,10})[^<>\r\n]{0,30}>\s{0,20}$/;

/** Longest end of a line in which the trailer is looked for, UTF-16 units. */
const trailerLength = 400;

/** Does the text hold records of the old form? */
export function isOldCmTraceText(head: string): boolean {
  for (const { text } of linesOf(head)) {
    if (trailerOf(text) !== null) {
      return true;
    }
  }
  return false;
}

/** Reads a CMTrace log of the old form. It knows no severity. Lines behind the last trailer are stray. */
export function parseOldCmTrace(text: string): CmTraceLog {
  const records: CmTraceRecord[] = [];
  let pending: string[] = [];
  let totalLines = 0;
  for (const { number, text: line } of linesOf(text)) {
    totalLines = number;
    const trailer = trailerOf(line);
    if (trailer === null) {
      pending.push(line);
      continue;
    }
    const [whole, component, date, time, thread] = trailer;
    const message = [...pending, line.slice(0, line.length - whole.length).trimEnd()].join('\n');
    records.push({
      line: number - pending.length,
      lastLine: number,
      message,
      ...parseCmTraceTime(date!, time!),
      component: component!,
      severity: 'information',
      thread: thread!,
    });
    pending = [];
  }
  return { records, strayLines: pending.filter((line) => line.trim() !== '').length, totalLines };
}

function trailerOf(line: string): RegExpExecArray | null {
  return trailerShape.exec(line.slice(-trailerLength));
}
