import { providers } from '../../catalog/providers';
import {
  rawTimeAt,
  type ChannelRecords,
  type EventInterest,
  type EventStore,
  type StoredEvent,
} from '../../bundle/eventStore';
import { fieldValue } from '../../evtx/eventRecord';
import { isoTime, parseIsoTime } from './isoTime';
import type { ClockSegment, ClockStep, LocalOffset } from '../document/clockFacts';
import { segmentsOf } from './clockSegments';
import { correctedTrack, type ClockPlace, type ClockTrack, type FoundStep } from './clockTrack';

/** Events that tell how the clock was set and how far local time is from UTC. */
export const clockInterest: EventInterest = new Map([
  [providers.kernelGeneral.toLowerCase(), new Set([1, 12, 22, 24])],
  [providers.modernDeployment.toLowerCase(), new Set([753])],
]);

/** Smaller corrections are the normal work of the time service, milliseconds. */
const noticeableStepMs = 2_000;

/**
 * The time in which the story is told: the last stable clock of the bundle. What was recorded before the clock was
 * corrected is shifted by the step; after a resume or a pause the time has really passed and nothing is shifted.
 */
export class CorrectedClock {
  readonly steps: readonly ClockStep[];
  readonly localOffsets: readonly LocalOffset[];
  private readonly shifts: readonly FoundStep[];
  /** The stretches of the bundle's time that one setting of the clock holds for, in their order. */
  readonly segments: readonly ClockSegment[];
  private readonly tracks = new Map<string, ClockTrack>();

  constructor(store: EventStore) {
    const events = [...store.select(clockInterest)];
    const found = findSteps(events, store);
    this.shifts = largest(found.filter((step) => step.reason !== 'resume' && step.reason !== 'unknown'));
    for (const channel of store.channels) {
      const raw = Float64Array.from({ length: channel.count }, (_, position) => rawTimeAt(channel, position));
      this.tracks.set(channel.channel, correctedTrack(raw, this.shifts, channel.channel));
    }
    this.segments = segmentsOf(this.shifts.map((step) => ({ ...step, at: this.ofEvent(step.event) })));
    this.steps = found
      .map((step) => ({
        at: isoTime(this.ofEvent(step.event)),
        deltaMs: step.newMs - step.oldMs,
        reason: step.reason,
        evidence: [{ path: step.event.path, recordId: step.event.recordId }] as const,
      }))
      .sort((a, b) => (a.at < b.at ? -1 : 1));
    this.localOffsets = this.findLocalOffsets(events);
  }

  /** Corrected time of a record, milliseconds since 1970 UTC. */
  ofEvent(event: StoredEvent): number {
    return this.tracks.get(event.channel)?.corrected[event.position] ?? event.rawMs;
  }

  /** Corrected times of a channel's records by position. */
  ofChannel(channel: ChannelRecords): Float64Array {
    return this.tracks.get(channel.channel)?.corrected ?? new Float64Array();
  }

  /** A time found inside a record (e.g. `StartTime`), shifted as the record itself is. */
  ofValueIn(event: StoredEvent, valueMs: number): number {
    return valueMs + (this.ofEvent(event) - event.rawMs);
  }

  /** Which segment a record lies in, and how that was found; `null` for a record that the clock does not know. */
  placeOf({ channel, position }: Pick<StoredEvent, 'channel' | 'position'>): ClockPlace | null {
    const track = this.tracks.get(channel);
    const segment = track?.segment[position];
    return track === undefined || segment === undefined ? null : { segment, by: track.by };
  }

  /** Corrects the times of one log in the order of writing; `channel` names the log where a step may lie in it. */
  correctTrack(raw: Float64Array, channel: string | null): Float64Array {
    return correctedTrack(raw, this.shifts, channel).corrected;
  }

  private findLocalOffsets(events: readonly StoredEvent[]): readonly LocalOffset[] {
    const offsets: LocalOffset[] = [];
    const readings = events
      .flatMap((event) => {
        const bias = biasOf(event);
        return bias === null ? [] : [{ event, at: this.ofEvent(event), minutesEastOfUtc: -bias }];
      })
      .sort((a, b) => a.at - b.at);
    for (const { event, at, minutesEastOfUtc } of readings) {
      if (offsets.at(-1)?.minutesEastOfUtc !== minutesEastOfUtc) {
        offsets.push({
          from: isoTime(at),
          minutesEastOfUtc,
          evidence: [{ path: event.path, recordId: event.recordId }],
        });
      }
    }
    return offsets;
  }
}

/** Minutes west of UTC in force, from the events that carry the current bias. */
function biasOf(event: StoredEvent): number | null {
  const name = { 1: 'TimeZoneBias', 22: 'NewBias', 24: 'CurrentBias' }[event.record.eventId];
  const value = name === undefined ? undefined : fieldValue(event.record, name);
  const bias = value === undefined ? NaN : Number(value);
  return Number.isInteger(bias) && Math.abs(bias) <= 14 * 60 ? bias : null;
}

/** More corrections than any clock needs; of a log that claims more the largest count. */
const enoughSteps = 50;

function largest(steps: readonly FoundStep[]): readonly FoundStep[] {
  return steps.length <= enoughSteps
    ? steps
    : [...steps].sort((a, b) => Math.abs(b.newMs - b.oldMs) - Math.abs(a.newMs - a.oldMs)).slice(0, enoughSteps);
}

function findSteps(events: readonly StoredEvent[], store: EventStore): readonly FoundStep[] {
  const kernel = kernelSteps(events, store);
  // Autopilot only asks for the time; where the kernel's own record of the step exists, that one counts.
  const explained = new Set(kernel.flatMap((step) => [-1, 0, 1].map((near) => minutesOf(step) + near)));
  const autopilot = events.flatMap((event) => driftStep(event, store));
  return [...kernel, ...autopilot.filter((drift) => !explained.has(minutesOf(drift)))];
}

function minutesOf({ oldMs, newMs }: FoundStep): number {
  return Math.round((newMs - oldMs) / 60_000);
}

/** The steps that the kernel records itself; `events` stand channel by channel in the order of writing. */
function kernelSteps(events: readonly StoredEvent[], store: EventStore): readonly FoundStep[] {
  const steps: FoundStep[] = [];
  const startOfChannel = new Map<string, number | null>();
  for (const event of events) {
    if (event.record.eventId === 12) {
      startOfChannel.set(event.channel, parseIsoTime(fieldValue(event.record, 'StartTime')));
    } else if (event.record.eventId === 1) {
      steps.push(...kernelStep(event, startOfChannel.get(event.channel) ?? null, lastOf(store.channel(event.channel))));
    }
  }
  return steps;
}

function kernelStep(event: StoredEvent, startMs: number | null, lastMs: number | null): readonly FoundStep[] {
  const { newTime, oldTime, reason: reasonCode } = settingIn(event);
  const newMs = parseIsoTime(newTime);
  const oldMs = parseIsoTime(oldTime);
  if (newMs === null || oldMs === null || Math.abs(newMs - oldMs) < noticeableStepMs) {
    return [];
  }
  const reason = setReasons[reasonCode ?? ''] ?? 'unknown';
  const isPause = reason === 'timeSync' && newMs > oldMs && mayBePause(event, oldMs, startMs);
  return [{ oldMs, newMs, reason: isPause ? 'unknown' : reason, event, firstNewPosition: event.position, lastMs }];
}

interface Setting {
  readonly newTime: string | undefined;
  readonly oldTime: string | undefined;
  readonly reason: string | undefined;
}

/** By the names of the fields; where they have none by their order, in which newer builds put the difference third. */
function settingIn({ record }: StoredEvent): Setting {
  const [newTime, oldTime, third, fourth] = record.data.map(({ value }) => value);
  return record.data.some(({ name }) => name !== '')
    ? {
        newTime: fieldValue(record, 'NewTime'),
        oldTime: fieldValue(record, 'OldTime'),
        reason: fieldValue(record, 'Reason'),
      }
    : { newTime, oldTime, reason: third !== undefined && third in setReasons ? third : fourth };
}

/** Raw time of the last record that was written into a channel. */
function lastOf(channel: ChannelRecords | undefined): number | null {
  return channel === undefined || channel.count === 0 ? null : rawTimeAt(channel, channel.count - 1);
}

/** `Reason` of Kernel-General 1. */
const setReasons: Readonly<Record<string, ClockStep['reason']>> = { '1': 'timeSync', '2': 'resume', '3': 'timeZone' };

/** The first synchronisation after a start with a wrong clock comes within this time, milliseconds. */
const firstSyncMs = 30 * 60_000;

/** Services that set the clock of a virtual machine forward after it was paused. */
const guestTools = /\\(prl_tools|vmtoolsd|vboxservice|qemu-ga)\.exe$/i;

/**
 * A step forward is either a clock that was slow or a machine that was paused, and then the time really passed. Only
 * soon after a start of Windows, and not by the tools of a virtual machine, is it read as a correction.
 */
function mayBePause(event: StoredEvent, oldMs: number, startMs: number | null): boolean {
  const soonAfterStart = startMs !== null && oldMs - startMs >= 0 && oldMs - startMs <= firstSyncMs;
  return !soonAfterStart || guestTools.test(fieldValue(event.record, 'ProcessName') ?? '');
}

/** The clock is set within this many records of the comparison, most often before the next (751). */
const setWithin = 10;

/**
 * ModernDeployment 753 compares the clock with the service's. That it was then set is only believed where one of the
 * next records of the channel really jumps.
 */
function driftStep(event: StoredEvent, store: EventStore): readonly FoundStep[] {
  if (event.record.eventId !== 753) {
    return [];
  }
  const newMs = parseIsoTime(fieldValue(event.record, 'ServerTime'));
  const oldMs = parseIsoTime(fieldValue(event.record, 'ClientTime'));
  const channel = store.channel(event.channel);
  if (newMs === null || oldMs === null || channel === undefined || Math.abs(newMs - oldMs) < noticeableStepMs) {
    return [];
  }
  const end = Math.min(channel.count, event.position + 1 + setWithin);
  for (let position = event.position + 1; position < end; position += 1) {
    const jump = rawTimeAt(channel, position) - rawTimeAt(channel, position - 1);
    if (Math.abs(jump - (newMs - oldMs)) <= 60_000) {
      // The channel is a quiet one: when the bundle was taken is not to be read from it.
      return [{ oldMs, newMs, reason: 'timeSync', event, firstNewPosition: position, lastMs: null }];
    }
  }
  return [];
}
