import { eventMeaning } from '../catalog/eventMeanings';
import type { EventLog } from '../evtx/eventLog';
import type { EventField, EventRecord } from '../evtx/eventRecord';
import { timeText } from '../evtx/fileTime';

/** An event log as text, one record a block, with a map from records to lines. */
export interface EventLogText {
  readonly text: string;
  /** First line (0-based) of the block of record i, in the order of the text. */
  readonly recordLines: Uint32Array;
  /** EventRecordID of record i. */
  readonly recordIds: Float64Array;
}

/** Names of the Windows event levels, as Event Viewer has them in English. */
const levelNames: readonly string[] = ['Information', 'Critical', 'Error', 'Warning', 'Information', 'Verbose'];

/** Puts a whole event log into text. Records that are damaged beyond reading keep their place with a note. */
export function renderEventLog(log: EventLog, path: string): EventLogText {
  const blocks: string[] = [`# ${titleOf(log, path)}\n\n`];
  const recordLines = new Uint32Array(log.count);
  let line = 2;
  for (let index = 0; index < log.count; index += 1) {
    recordLines[index] = line;
    const record = log.record(index);
    const block = record === null ? damagedBlock(log, index) : renderEvent(record);
    blocks.push(block, '\n');
    line += countLineBreaks(block) + 1;
  }
  return { text: blocks.join(''), recordLines, recordIds: log.columns.recordId };
}

/** One line; an empty log says so in words, as it is easily taken for a log that could not be read. */
function titleOf(log: EventLog, path: string): string {
  const name = oneLine(path);
  if (log.count === 0) {
    return `${name} · no records: nothing was written to this log, or it was cleared`;
  }
  const channels = log.channels.filter((channel) => channel !== '').map(oneLine);
  return [name, `${log.count} ${log.count === 1 ? 'record' : 'records'}`, channels.join(', ')].join(' · ');
}

/** One record as text: a header line at the margin, its values indented, each line ended by a line feed. */
export function renderEvent(record: EventRecord): string {
  const meaning = eventMeaning(record.provider, record.eventId);
  const header = [
    timeText(record.time).replace('T', ' '),
    levelNames[record.level ?? 0] ?? `Level ${record.level ?? 0}`,
    `${oneLine(record.provider)} ${record.eventId}`,
    `#${record.recordId}`,
    ...(meaning === null ? [] : [`· ${meaning}`]),
  ].join('  ');
  const fields = [...record.data, ...record.userData].map(fieldLine);
  if (record.binary !== null && record.binary !== '') {
    fields.push(fieldLine({ name: 'Binary', value: record.binary }));
  }
  const message = record.rendered?.message ?? '';
  if (message !== '') {
    fields.push(fieldLine({ name: 'Message', value: message }));
  }
  const context = [
    ['User', record.userSid],
    ['Process', record.processId],
    ['Thread', record.threadId],
    ['Activity', record.activityId],
  ]
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name} = ${oneLine(String(value))}`);
  const last = context.length === 0 ? '' : `    ${context.join('   ')}\n`;
  return `${header}\n${fields.join('')}${last}`;
}

/** Values may hold line breaks and control characters; the block keeps its shape whatever they hold. */
function fieldLine({ name, value }: EventField): string {
  const lines = printable(value.replace(/\r\n?/g, '\n')).split('\n');
  return `    ${name === '' ? 'Data' : oneLine(name)} = ${lines.join('\n        ')}\n`;
}

function oneLine(text: string): string {
  return printable(text).replaceAll('\n', '\uFFFD');
}

/** Without what would hide, break or reorder a line in an editor; tabs and line feeds stay. */
function printable(text: string): string {
  return text.replace(/[\0-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, '\uFFFD');
}

function damagedBlock(log: EventLog, index: number): string {
  return `# record #${log.columns.recordId[index] ?? 0} is damaged and cannot be read\n`;
}

function countLineBreaks(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    count += 1;
  }
  return count;
}
