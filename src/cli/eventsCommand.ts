import type { ChannelRecords } from '../core/bundle/eventStore';
import type { EventField, EventRecord } from '../core/evtx/eventRecord';
import { renderEvent } from '../core/logs/eventText';
import { withBundle } from './openPath';
import { write } from './output';
import { UserError } from './userError';

interface EventsOptions {
  readonly member?: string;
  readonly jsonl?: boolean;
  readonly password?: string;
}

/** `events <bundle|file>`: event records, channel by channel in the order of writing. */
export function runEvents(location: string, options: EventsOptions): Promise<number> {
  return withBundle(location, options.password, async ({ logs, members }) => {
    const { member } = options;
    if (member !== undefined && !members.some(({ path }) => path === member)) {
      throw new UserError(`${location}: there is no member "${member}" (see: autopilot-triage list)`);
    }
    for (const channel of logs.events.channels) {
      for (const { path, record } of recordsOf(channel)) {
        if (member === undefined || path === member) {
          await write(
            options.jsonl === true ? `${JSON.stringify(toJson(path, record))}\n` : `${renderEvent(record)}\n`,
          );
        }
      }
    }
    return 0;
  });
}

function* recordsOf(channel: ChannelRecords): Generator<{ readonly path: string; readonly record: EventRecord }> {
  for (let position = 0; position < channel.count; position += 1) {
    const { path, log } = channel.files[channel.fileOf[position]!]!;
    const record = log.record(channel.indexOf[position]!);
    if (record !== null) {
      yield { path, record };
    }
  }
}

function toJson(path: string, record: EventRecord): object {
  return {
    path,
    recordId: record.recordId,
    time: `${new Date(record.time.ms).toISOString().slice(0, 23)}${String(record.time.ticks).padStart(4, '0')}Z`,
    provider: record.provider,
    eventId: record.eventId,
    channel: record.channel,
    level: record.level,
    userId: record.userSid,
    computer: record.computer,
    processId: record.processId,
    data: byName(record.data),
    ...(record.userData.length === 0 ? {} : { userData: byName(record.userData) }),
  };
}

/** Repeated names become arrays; unnamed values are called `Data`. */
function byName(fields: readonly EventField[]): Readonly<Record<string, string | readonly string[]>> {
  const values = new Map<string, string[]>();
  for (const { name, value } of fields) {
    const key = name === '' ? 'Data' : name;
    values.set(key, [...(values.get(key) ?? []), value]);
  }
  return Object.fromEntries([...values].map(([name, list]) => [name, list.length === 1 ? list[0]! : list]));
}
