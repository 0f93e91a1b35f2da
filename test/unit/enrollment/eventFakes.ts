import { EventStore } from '../../../src/core/bundle/eventStore';
import type { EventLog } from '../../../src/core/evtx/eventLog';
import type { EventField, EventRecord } from '../../../src/core/evtx/eventRecord';

/** What a test says about a record; the rest is filled in. */
export interface FakeEvent {
  readonly at: string;
  readonly provider: string;
  readonly id: number;
  readonly data?: Readonly<Record<string, string>>;
  readonly sid?: string;
  readonly process?: number;
}

/** A log of hand-made records in the order of writing, ids counted from `firstRecordId`. */
export function fakeLog(channel: string, events: readonly FakeEvent[], firstRecordId = 1): EventLog {
  const providers = [...new Set(events.map(({ provider }) => provider))];
  const records = events.map((event, index) => toRecord(channel, event, firstRecordId + index));
  return {
    count: records.length,
    columns: {
      recordId: Float64Array.from(records, ({ recordId }) => recordId),
      timeMs: Float64Array.from(records, ({ time }) => time.ms),
      timeTicks: new Uint16Array(records.length),
      eventId: Uint16Array.from(records, ({ eventId }) => eventId),
      level: new Uint8Array(records.length).fill(4),
      provider: Uint16Array.from(records, ({ provider }) => providers.indexOf(provider)),
      channel: new Uint16Array(records.length),
    },
    providers,
    channels: records.length === 0 ? [] : [channel],
    problems: [],
    record: (index) => records[index] ?? null,
  };
}

/** A store of such logs; each is its own member, named after its channel. */
export function fakeStore(logs: Readonly<Record<string, readonly FakeEvent[]>>): EventStore {
  return new EventStore(
    Object.entries(logs).map(([channel, events]) => ({ path: `${channel}.evtx`, log: fakeLog(channel, events) })),
  );
}

function toRecord(channel: string, event: FakeEvent, recordId: number): EventRecord {
  const data: readonly EventField[] = Object.entries(event.data ?? {}).map(([name, value]) => ({ name, value }));
  return {
    recordId,
    time: { ms: Date.parse(event.at), ticks: 0 },
    provider: event.provider,
    providerGuid: null,
    eventId: event.id,
    qualifiers: null,
    version: 0,
    level: 4,
    task: 0,
    opcode: 0,
    keywords: null,
    channel,
    computer: 'DESKTOP-EXAMPLE',
    userSid: event.sid ?? null,
    processId: event.process ?? 4,
    threadId: 4,
    activityId: null,
    relatedActivityId: null,
    data,
    userData: [],
    binary: null,
    rendered: null,
  };
}
