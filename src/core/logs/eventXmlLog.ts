import * as l10n from '@vscode/l10n';
import { phrase, spoken } from '../words/language';
import { errorProblem, warningProblem, type Problem } from '../bytes/problem';
import type { EventColumns, EventLog } from '../evtx/eventLog';
import { scanEvents, type ScannedEvent } from './eventXmlScan';
import { eventRecordOf } from './eventXmlRecord';
import { NameTable } from './nameTable';
import type { Understood } from './understood';
import { parseXmlElement } from './xmlElement';
import { understoodOfWalk, type XmlStop } from './xmlWalk';

/** An export of event records as XML, with an index like that of an .evtx file. */
export interface EventXmlLog extends EventLog {
  readonly understood: Understood;
}

/** Larger exports are not read, bytes: text of this size is as much as a process can hold beside everything else. */
export const maxEventXmlBytes = 256 * 1024 * 1024;

/**
 * Reads an export of events. The index is built in one pass; a record is built when it is asked for. Exports that are
 * newest first (as Event Viewer writes them) are turned around. Traces have neither channel nor record ids: their
 * records are numbered, and their channel is the name of the file. Never throws for what is in the text.
 */
export function openEventXml(text: string, where: string): EventXmlLog {
  const { events, walk, oddZones, tooLong, isCut } = scanEvents(text);
  const problems: Problem[] = [];
  if (walk.stop !== null || isCut) {
    const reason = walk.stop === null ? l10n.t('The file ends in the middle of an event.') : stopReasons[walk.stop];
    const detail = l10n.t('{0} The {1} events before that are shown.', reason, events.length);
    problems.push(errorProblem('eventxml.stopped', `${where}:${walk.firstErrorLine ?? 1}`, detail));
  } else if (walk.errors > 0) {
    const detail = l10n.t(
      'Not well-formed XML in {0} places, the first in line {1}; values near them may be incomplete.',
      walk.errors,
      walk.firstErrorLine ?? 1,
    );
    problems.push(warningProblem('eventxml.not-well-formed', `${where}:${walk.firstErrorLine ?? 1}`, detail));
  }
  if (tooLong > 0) {
    const detail = l10n.t('{0} events are longer than any event can be and were left out.', tooLong);
    problems.push(errorProblem('eventxml.too-long', where, detail));
  }
  if (oddZones > 0) {
    const detail = l10n.t(
      'The times of {0} events end in a zone that does not exist; they were read as UTC.',
      oddZones,
    );
    problems.push(warningProblem('eventxml.odd-zone', where, detail));
  }
  const timeless = events.filter(({ time }) => time === null).length;
  if (timeless > 0) {
    const detail = l10n.t(
      '{0} of {1} events have no time that can be read; they stand at 1970.',
      timeless,
      events.length,
    );
    problems.push(errorProblem('eventxml.no-time', where, detail));
  }
  const channel = where.slice(where.lastIndexOf('/') + 1);
  return {
    ...indexed(text, oldestFirst(events), channel),
    problems,
    understood: understoodOfWalk(walk, text),
  };
}

const stopReasons = spoken<XmlStop>({
  doctype: phrase('Not read on: the file has a DOCTYPE, which no export of events has.'),
  tooDeep: phrase('Not read on: its elements are nested deeper than in any event.'),
  tooManyErrors: phrase('Not read on: too much of it is not XML.'),
  enough: phrase(
    'Not read on: there are more events than can be held; export a shorter span of time or an .evtx file.',
  ),
});

function oldestFirst(events: readonly ScannedEvent[]): readonly ScannedEvent[] {
  const first = events[0]?.recordId ?? null;
  const last = events[events.length - 1]?.recordId ?? null;
  return first !== null && last !== null && first > last ? [...events].reverse() : events;
}

type Indexed = Pick<EventLog, 'count' | 'columns' | 'providers' | 'channels' | 'record'>;

function indexed(text: string, events: readonly ScannedEvent[], ownChannel: string): Indexed {
  const count = events.length;
  const providers = new NameTable();
  const channels = new NameTable();
  const columns: EventColumns = {
    recordId: Float64Array.from(events, ({ recordId }, index) => recordId ?? index + 1),
    timeMs: Float64Array.from(events, ({ time }) => time?.ms ?? 0),
    timeTicks: Uint16Array.from(events, ({ time }) => time?.ticks ?? 0),
    eventId: Uint16Array.from(events, ({ eventId }) => eventId),
    level: Uint8Array.from(events, ({ level }) => level),
    provider: Uint16Array.from(events, ({ provider }) => providers.indexOf(provider)),
    channel: Uint16Array.from(events, ({ channel }) => channels.indexOf(channel === '' ? ownChannel : channel)),
  };
  const starts = Float64Array.from(events, ({ start }) => start);
  const ends = Float64Array.from(events, ({ end }) => end);
  return {
    count,
    columns,
    providers: providers.names,
    channels: channels.names,
    record: (index) => {
      if (!Number.isInteger(index) || index < 0 || index >= count) {
        throw new RangeError(`There is no record ${index} in a log of ${count}.`);
      }
      const event = parseXmlElement(text.slice(starts[index], ends[index]));
      if (event === null) {
        return null;
      }
      return eventRecordOf(event, {
        recordId: columns.recordId[index]!,
        time: { ms: columns.timeMs[index]!, ticks: columns.timeTicks[index]! },
        provider: providers.names[columns.provider[index]!]!,
        channel: channels.names[columns.channel[index]!]!,
      });
    },
  };
}
