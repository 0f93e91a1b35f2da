import * as l10n from '@vscode/l10n';
import type { Bundle, BundleMember } from '../core/bundle/bundle';
import { isSecretField, maskedSecret } from '../core/catalog/secretFields';
import type { EventField, EventRecord } from '../core/evtx/eventRecord';
import { timeText } from '../core/evtx/fileTime';
import { renderEvent } from '../core/logs/eventText';
import { maskSecrets } from '../core/logs/secretText';
import type { Target } from './arguments';
import { checkLocked } from './lockedMembers';
import { withBundle } from './openPath';
import { write } from './output';
import { UserError } from './userError';

/** `events <bundle|file>`: event records, channel by channel in the order of writing, or those of one member. */
export function runEvents(
  target: Target & { readonly jsonl: boolean; readonly member: string | undefined },
): Promise<void> {
  return withBundle(target, async (bundle) => {
    checkLocked(bundle, target);
    const found =
      target.member === undefined ? recordsOfBundle(bundle) : recordsOfMember(bundle, target.member, target);
    for (const { path, record } of found) {
      await write(target.jsonl ? `${JSON.stringify(toJson(path, record))}\n` : `${renderEvent(record)}\n`);
    }
  });
}

interface FoundRecord {
  readonly path: string;
  readonly record: EventRecord;
}

function* recordsOfBundle({ logs }: Bundle): Generator<FoundRecord> {
  for (const channel of logs.events.channels) {
    for (let position = 0; position < channel.count; position += 1) {
      const { path, log } = channel.files[channel.fileOf[position]!]!;
      const record = log.record(channel.indexOf[position]!);
      if (record !== null) {
        yield { path, record };
      }
    }
  }
}

/** All records of the file, also those that another file of the bundle holds too, in the order of the file. */
function* recordsOfMember({ logs, members }: Bundle, path: string, { location }: Target): Generator<FoundRecord> {
  const file = logs.events.files.find((candidate) => candidate.path === path);
  if (file === undefined) {
    const why = whyNoEvents(
      path,
      members.find((member) => member.path === path),
    );
    throw new UserError(`${location}: ${why}`);
  }
  for (let index = 0; index < file.log.count; index += 1) {
    const record = file.log.record(index);
    if (record !== null) {
      yield { path, record };
    }
  }
}

function whyNoEvents(path: string, member: BundleMember | undefined): string {
  if (member === undefined) {
    return l10n.t('"{0}" is not a member (see: autopilot-triage list)', path);
  }
  return member.unreadable === null
    ? l10n.t('"{0}" is not an event log but {1} (see: autopilot-triage list)', path, member.kind)
    : l10n.t('"{0}" is unreadable: {1} (see: autopilot-triage list)', path, member.unreadable);
}

function toJson(path: string, record: EventRecord): object {
  return {
    path,
    recordId: record.recordId,
    time: timeText(record.time),
    provider: record.provider,
    eventId: record.eventId,
    channel: record.channel,
    level: record.level,
    userId: record.userSid,
    computer: record.computer,
    processId: record.processId,
    data: byName(withoutSecrets(record, record.data)),
    ...(record.userData.length === 0 ? {} : { userData: byName(withoutSecrets(record, record.userData)) }),
  };
}

/** Tokens are never printed. */
function withoutSecrets({ provider, eventId }: EventRecord, fields: readonly EventField[]): readonly EventField[] {
  return fields.map(({ name, value }) => ({
    name,
    value: value !== '' && isSecretField(provider, eventId, name) ? maskedSecret : maskSecrets(value),
  }));
}

/** Repeated names become arrays; unnamed values are called `Data`. Any name is a plain one, `__proto__` included. */
function byName(fields: readonly EventField[]): Readonly<Record<string, string | readonly string[]>> {
  const values = new Map<string, string[]>();
  for (const { name, value } of fields) {
    const key = name === '' ? 'Data' : name;
    const known = values.get(key);
    if (known === undefined) {
      values.set(key, [value]);
    } else {
      known.push(value);
    }
  }
  return Object.fromEntries([...values].map(([name, list]) => [name, list.length === 1 ? list[0]! : list]));
}
