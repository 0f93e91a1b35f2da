import * as l10n from '@vscode/l10n';
import type { Chunk } from './chunk';
import { Damage } from './damage';
import { EventBody } from './eventBody';
import type { EventRecord, EventTime } from './eventRecord';
import { fileTimeMs, fileTimeTicks, parseTime } from './fileTime';
import type { FragmentReader } from './fragment';
import type { SystemPlan } from './systemPlan';
import type { ValueTable } from './valueTable';
import { ValueType } from './valueType';

/** Builds the {@link EventRecord} of the record at `offset` of `chunk`. Throws {@link Damage}. */
export function readRecord(fragments: FragmentReader, chunk: Chunk, offset: number): EventRecord {
  const first = fragments.openRecord(chunk, offset);
  const { root, system, values } = first;
  if (system === null) {
    throw new Damage(l10n.t('it holds <{0}> instead of an event', root.name));
  }
  const body = new EventBody(fragments, chunk);
  body.addFragment(root, values);
  // One literal, not a spread of parts: building records is most of the time that decoding takes.
  const record: EventRecord = {
    recordId: values.number(system.recordId) ?? chunk.u64(offset + 8),
    time: eventTime(system, values, chunk, offset),
    provider: values.text(system.provider) ?? '',
    providerGuid: values.text(system.providerGuid),
    eventId: eventId(system, values),
    qualifiers: values.number(system.qualifiers),
    version: values.number(system.version),
    level: values.number(system.level),
    task: values.number(system.task),
    opcode: values.number(system.opcode),
    keywords: values.text(system.keywords),
    channel: values.text(system.channel) ?? '',
    computer: values.text(system.computer) ?? '',
    userSid: values.text(system.userSid),
    processId: values.number(system.processId),
    threadId: values.number(system.threadId),
    activityId: values.text(system.activityId),
    relatedActivityId: values.text(system.relatedActivityId),
    data: body.data,
    userData: body.userData,
    binary: body.binary,
    rendered: body.rendered,
  };
  let next = fragments.openNext(chunk, offset, first);
  if (next === null) {
    return record;
  }
  for (; next !== null; next = fragments.openNext(chunk, offset, next)) {
    body.addFragment(next.root, next.values);
  }
  return { ...record, binary: body.binary, rendered: body.rendered };
}

/** The instant of the event: its own, or the one in the record header where the event has none that can be read. */
export function eventTime(system: SystemPlan, values: ValueTable, chunk: Chunk, offset: number): EventTime {
  const node = system.time[0];
  if (typeof node === 'object' && node.kind === 'slot') {
    const start = values.startAt(node.index);
    if (values.typeAt(node.index) === ValueType.FileTime && values.endAt(node.index) - start >= 8) {
      return timeAt(chunk, start);
    }
  }
  return parseTime(values.text(system.time) ?? '') ?? timeAt(chunk, offset + 16);
}

/** The FILETIME at `at`. */
export function timeAt(chunk: Chunk, at: number): EventTime {
  const low = chunk.view.getUint32(at, true);
  const high = chunk.view.getUint32(at + 4, true);
  return { ms: fileTimeMs(low, high), ticks: fileTimeTicks(low, high) };
}

/** The 16 bits of an event id; 0 where the record has none. */
export function eventId(system: SystemPlan, values: ValueTable): number {
  return (values.number(system.eventId) ?? 0) & 0xffff;
}
