import { eventMeaning } from '../catalog/eventMeanings';
import type { EventLog } from '../evtx/eventLog';
import type { EventField, EventRecord } from '../evtx/eventRecord';

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
  const channels = log.channels.length === 0 ? 'no records' : log.channels.join(', ');
  const blocks: string[] = [`# ${path} · ${log.count} records · ${channels}\n\n`];
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

/** One record as text: a header line at the margin, its values indented, each line ended by a line feed. */
export function renderEvent(record: EventRecord): string {
  const meaning = eventMeaning(record.provider, record.eventId);
  const header = [
    timeText(record),
    levelNames[record.level ?? 0] ?? `Level ${record.level ?? 0}`,
    `${record.provider} ${record.eventId}`,
    `#${record.recordId}`,
    ...(meaning === null ? [] : [`· ${meaning}`]),
  ].join('  ');
  const fields = [...record.data, ...record.userData].map(fieldLine);
  if (record.binary !== null && record.binary !== '') {
    fields.push(fieldLine({ name: 'Binary', value: record.binary }));
  }
  if (record.rendered?.message != null) {
    fields.push(fieldLine({ name: 'Message', value: record.rendered.message }));
  }
  const context = [
    ['User', record.userSid],
    ['Process', record.processId],
    ['Thread', record.threadId],
    ['Activity', record.activityId],
  ]
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name} = ${value}`);
  const last = context.length === 0 ? '' : `    ${context.join('   ')}\n`;
  return `${header}\n${fields.join('')}${last}`;
}

function timeText({ time }: EventRecord): string {
  const iso = new Date(time.ms).toISOString();
  return `${iso.slice(0, 10)} ${iso.slice(11, 23)}${String(time.ticks).padStart(4, '0')}Z`;
}

/** Values may hold line breaks and control characters; the block keeps its shape whatever they hold. */
function fieldLine({ name, value }: EventField): string {
  const lines = value
    .replace(/\r\n?/g, '\n')
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f\u2028\u2029\x85]/g, '\uFFFD')
    .split('\n');
  return `    ${name === '' ? 'Data' : name} = ${lines.join('\n        ')}\n`;
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
