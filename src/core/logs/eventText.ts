import { eventMeaning } from '../catalog/events/eventCatalog';
import { fillEventText, subjectOf } from '../catalog/events/fillEventText';
import { isSecretField, maskedSecret } from '../catalog/secretFields';
import { explainSignInErrors, explainValue } from '../catalog/values/explainValue';
import type { EventLog } from '../evtx/eventLog';
import type { EventField, EventRecord } from '../evtx/eventRecord';
import { timeText } from '../evtx/fileTime';
import { maskSecrets } from './secretText';

/** An event log as text, one record a block, with a map from records to lines. */
export interface EventLogText {
  readonly text: string;
  /** First line (0-based) of the block of record i, in the order of the text. */
  readonly recordLines: Uint32Array;
  /** EventRecordID of record i. */
  readonly recordIds: Float64Array;
  /** Index in the log of the first record that did not fit in any more; the count of the log when all did. */
  readonly end: number;
  readonly lineCount: number;
}

/** A stretch of an event log by its text. */
export interface EventTextRange {
  /** Index of its first record. */
  readonly first: number;
  /** UTF-16 units that the blocks may take together; a first block that is longer alone is shown all the same. */
  readonly maxLength: number;
}

const wholeLog: EventTextRange = { first: 0, maxLength: Infinity };

/** Names of the Windows event levels, as Event Viewer has them in English. */
const levelNames: readonly string[] = ['Information', 'Critical', 'Error', 'Warning', 'Information', 'Verbose'];

/**
 * Puts an event log, or as much of `range` as fits, into text under the title of the whole log. Records that are
 * damaged beyond reading keep their place with a note.
 */
export function renderEventLog(log: EventLog, path: string, { first, maxLength } = wholeLog): EventLogText {
  const blocks: string[] = [`# ${titleOf(log, path)}\n\n`];
  const recordLines: number[] = [];
  let lineCount = 2;
  let length = 0;
  let end = first;
  for (; end < log.count; end += 1) {
    const block = blockOf(log, end);
    length += block.length;
    if (length > maxLength && end > first) {
      break;
    }
    recordLines.push(lineCount);
    blocks.push(block);
    lineCount += countLineBreaks(block);
  }
  return {
    text: blocks.join(''),
    recordLines: Uint32Array.from(recordLines),
    recordIds: log.columns.recordId.slice(first, end),
    end,
    lineCount,
  };
}

/** Where {@link renderEventLog} would end, without keeping the text. */
export function endOfEventText(log: EventLog, { first, maxLength }: EventTextRange): number {
  let length = 0;
  for (let index = first; index < log.count; index += 1) {
    length += blockOf(log, index).length;
    if (length > maxLength && index > first) {
      return index;
    }
  }
  return log.count;
}

/** A record with the blank line behind it. */
function blockOf(log: EventLog, index: number): string {
  const record = log.record(index);
  return `${record === null ? damagedBlock(log, index) : renderEvent(record)}\n`;
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

/**
 * One record as text: a header line at the margin with what the event means, its values indented, each line ended by a
 * line feed. Values come first and exact; what is known about one follows in brackets, two blanks behind it, or right
 * behind the sign-in error that it explains. Tokens are masked wherever they stand.
 */
export function renderEvent(record: EventRecord): string {
  const meaning = eventMeaning(record.provider, record.eventId);
  const header = [
    timeText(record.time).replace('T', ' '),
    levelNames[record.level ?? 0] ?? `Level ${record.level ?? 0}`,
    `${oneLine(record.provider)} ${record.eventId}`,
    `#${record.recordId}`,
    ...(meaning === null ? [] : [`· ${oneLine(fillEventText(meaning, record))}`]),
  ].join('  ');
  const subject = subjectOf(record);
  let fields = '';
  for (const field of record.data) {
    fields += explainedLine(record, field, subject);
  }
  for (const field of record.userData) {
    fields += explainedLine(record, field, subject);
  }
  if (record.binary !== null && record.binary !== '') {
    fields += fieldLine('Binary', record.binary, null);
  }
  const message = record.rendered?.message ?? '';
  if (message !== '') {
    fields += fieldLine('Message', explainSignInErrors(withoutSecrets(record, message)), null);
  }
  return maskSecrets(`${header}\n${fields}${contextLine(record)}`);
}

function explainedLine(record: EventRecord, { name, value }: EventField, subject: string | undefined): string {
  const { provider, eventId } = record;
  if (isSecretField(provider, eventId, name)) {
    return fieldLine(name, value === '' ? '' : maskedSecret, null);
  }
  const note = explainValue({ provider, eventId, field: name, value, subject });
  return fieldLine(name, note === null ? explainSignInErrors(value) : value, note);
}

/** Values may hold line breaks and control characters; the block keeps its shape whatever they hold. */
function fieldLine(name: string, value: string, note: string | null): string {
  const lines = printable(value.replace(/\r\n?/g, '\n')).split('\n');
  const tail = note === null ? '' : `  (${oneLine(note)})`;
  return `    ${name === '' ? 'Data' : oneLine(name)} = ${lines.join('\n        ')}${tail}\n`;
}

/** Who wrote the record, in one line. */
function contextLine(record: EventRecord): string {
  const { provider, eventId, userSid } = record;
  const user =
    userSid === null ? null : explainValue({ provider, eventId, field: 'User', value: userSid, subject: undefined });
  const context = [
    ['User', user === null ? userSid : `${userSid ?? ''}  (${user})`],
    ['Process', record.processId],
    ['Thread', record.threadId],
    ['Activity', record.activityId],
  ]
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name} = ${oneLine(String(value))}`);
  return context.length === 0 ? '' : `    ${context.join('   ')}\n`;
}

/** The text that the writing machine rendered repeats the values. */
function withoutSecrets(record: EventRecord, message: string): string {
  const { provider, eventId } = record;
  return [...record.data, ...record.userData]
    .filter(({ name, value }) => value !== '' && isSecretField(provider, eventId, name))
    .reduce((text, { value }) => text.replaceAll(value, maskedSecret), message);
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
