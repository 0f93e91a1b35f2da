import { providers } from '../../catalog/providers';
import type { EventInterest, EventStore } from '../../bundle/eventStore';
import { fieldValue } from '../../evtx/eventRecord';
import { parseIsoTime } from './isoTime';
import { positionFrom } from '../signals/timeOrder';

/** What is told twice: in an event log in UTC, and in a text log in local time. */
type CommonEvent = 'start' | 'logon' | 'logoff' | 'stop';

/** When it was, as recorded, milliseconds since 1970 UTC, ascending. */
export type CommonEvents = Readonly<Record<CommonEvent, Float64Array>>;

const interest: EventInterest = new Map([
  [providers.kernelGeneral.toLowerCase(), new Set([12])],
  [providers.shellCore.toLowerCase(), new Set([62460])],
  [providers.winlogon.toLowerCase(), new Set([7001, 7002])],
  [providers.eventLog.toLowerCase(), new Set([6006])],
]);

/** The events in the event logs that text logs tell too. */
export function findCommonEvents(store: EventStore): CommonEvents {
  const times: Record<CommonEvent, number[]> = { start: [], logon: [], logoff: [], stop: [] };
  for (const { record, rawMs } of store.select(interest)) {
    switch (record.eventId) {
      case 12:
        times.start.push(parseIsoTime(fieldValue(record, 'StartTime')) ?? rawMs);
        break;
      case 62460: {
        const uptime = Number(fieldValue(record, 'SecondsSinceBoot') ?? NaN);
        times.start.push(...(Number.isFinite(uptime) ? [rawMs - uptime * 1000] : []));
        break;
      }
      case 7001:
        times.logon.push(rawMs);
        break;
      case 7002:
        times.logoff.push(rawMs);
        break;
      default:
        times.stop.push(rawMs);
    }
  }
  return {
    start: distinct(times.start),
    logon: distinct(times.logon),
    logoff: distinct(times.logoff),
    stop: distinct(times.stop),
  };
}

/** The uptime is told in whole seconds, and again and again. */
const sameMs = 5_000;

function distinct(times: readonly number[]): Float64Array {
  const ascending = Float64Array.from(times).sort();
  return ascending.filter((time, index) => index === 0 || time - ascending[index - 1]! > sameMs);
}

/** A line that tells such an event, how long after the event it is written, and how much it says (2 decides alone). */
interface Sentence {
  readonly shape: RegExp;
  readonly event: CommonEvent;
  readonly fromMs: number;
  readonly toMs: number;
  readonly weight: 1 | 2;
}

const sentences: readonly Sentence[] = [
  { shape: /^OnSessionChange: Logon$/, event: 'logon', fromMs: -2_000, toMs: 10_000, weight: 2 },
  { shape: /^OnSessionChange:? Logoff$/, event: 'logoff', fromMs: -5_000, toMs: 10_000, weight: 2 },
  { shape: /^OOBE Monitor task stopped/, event: 'logoff', fromMs: -5_000, toMs: 10_000, weight: 2 },
  { shape: /^EMS Agent received shutdown signal/, event: 'stop', fromMs: -30_000, toMs: 30_000, weight: 1 },
  { shape: /^OOBE Monitor task background thread started/, event: 'start', fromMs: 10_000, toMs: 140_000, weight: 1 },
  { shape: /^EMS Agent Started$/, event: 'start', fromMs: 10_000, toMs: 300_000, weight: 1 },
];

const quarterMs = 15 * 60_000;
const widestMs = 14 * 3_600_000;
/** More lines of one stretch and more events around a line would not say more. */
const enoughLines = 64;
const enoughEvents = 64;

interface Line {
  readonly localMs: number;
  readonly message: string;
}

/** An offset, milliseconds east of UTC, and how much speaks for it: 2 and more decides, if nothing else is known. */
export interface CommonOffset {
  readonly offset: number;
  readonly votes: number;
}

/**
 * How far east of UTC lines were written: the offset at which most of what they tell meets the same in the event logs.
 * `null` where too little does, or two offsets are as good.
 */
export function offsetByCommonEvents(lines: Iterable<Line>, events: CommonEvents): CommonOffset | null {
  const votes = new Map<number, number>();
  let looked = 0;
  for (const { localMs, message } of lines) {
    const sentence = sentences.find(({ shape }) => shape.test(message));
    if (sentence === undefined) {
      continue;
    }
    looked += 1;
    for (const offset of new Set(offsetsFor(localMs, sentence, events[sentence.event]))) {
      votes.set(offset, (votes.get(offset) ?? 0) + sentence.weight);
    }
    if (looked >= enoughLines) {
      break;
    }
  }
  const [best, second] = [...votes].sort((a, b) => b[1] - a[1]);
  return best === undefined || best[1] < 2 || best[1] === second?.[1] ? null : { offset: best[0], votes: best[1] };
}

/** The offsets, whole quarters of an hour, at which a line meets one of the events. */
function offsetsFor(localMs: number, { fromMs, toMs }: Sentence, times: Float64Array): readonly number[] {
  const offsets: number[] = [];
  let index = positionFrom(times, localMs - widestMs - toMs);
  for (let seen = 0; index < times.length && seen < enoughEvents; index += 1, seen += 1) {
    const distance = localMs - times[index]!;
    const offset = Math.floor((distance - fromMs) / quarterMs) * quarterMs;
    if (Math.abs(offset) > widestMs) {
      if (offset < 0) {
        break;
      }
    } else if (distance - offset <= toMs) {
      offsets.push(offset);
    }
  }
  return offsets;
}
