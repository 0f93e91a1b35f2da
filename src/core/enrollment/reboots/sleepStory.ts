import { isoTime } from '../clock/isoTime';
import type { ClockStep } from '../document/clockFacts';
import type { EvidenceRef } from '../document/evidence';
import type { Sleep } from '../document/sleeps';
import type { Signal, SignalOf } from '../signals/signal';
import { SignalIndex } from '../signals/signalIndex';
import { firstIndexFrom, type Timed } from '../signals/timeOrder';
import type { FoundBoot } from './bootFinder';
import { noteOf } from './signNotes';

/** Two records of one sleep tell its beginning this far apart, milliseconds (observed: 1.5 s). */
const sameSleepMs = 60_000;

/** Modern standby that is shorter is a screen that was off, milliseconds. */
const shortestStandbyMs = 60_000;

/**
 * The times in which the device slept, ascending. Kernel-Power says when it fell asleep. The wake has up to three
 * witnesses: the report of Power-Troubleshooter, the clock that was read from the hardware again, and Kernel-Power's own
 * record, which may carry the time of before the sleep. What ends in a fast startup was a shutdown and no sleep.
 */
export function tellSleeps(
  signals: readonly Signal[],
  boots: readonly FoundBoot[],
  steps: readonly ClockStep[],
): readonly Sleep[] {
  const index = new SignalIndex(signals);
  const starts: readonly Start[] = boots.map(({ start, kind }) => ({ at: start, isResume: kind === 'fastStartup' }));
  const resumes: readonly Resume[] = steps
    .filter(({ reason, deltaMs }) => reason === 'resume' && deltaMs > 0)
    .map((step) => ({ at: Date.parse(step.at) - step.deltaMs, step }))
    .sort((a, b) => a.at - b.at);
  const deep = index.ofKind('sleepBegan').flatMap((began, position, all): readonly Draft[] => {
    const next = nextStart(starts, began.at);
    const until = Math.min(all[position + 1]?.at ?? Infinity, next?.at ?? Infinity);
    return deepSleep(began, until, next, index, resumes);
  });
  const light = index.ofKind('standbyBegan').flatMap((began, position, all): readonly Draft[] => {
    const until = Math.min(all[position + 1]?.at ?? Infinity, nextStart(starts, began.at)?.at ?? Infinity);
    const ended = index.within('standbyEnded', began.at, until)[0];
    return ended === undefined || ended.at - began.at < shortestStandbyMs
      ? []
      : [{ start: began.at, end: ended.at, kind: 'standby', signs: [began, ended], steps: [], mayBeOffMs: 0 }];
  });
  return merged([...deep, ...light].sort((a, b) => a.start - b.start)).map(toSleep);
}

interface Start extends Timed {
  readonly isResume: boolean;
}

interface Resume extends Timed {
  readonly step: ClockStep;
}

interface Draft {
  readonly start: number;
  readonly end: number | null;
  readonly kind: Sleep['kind'];
  readonly signs: readonly [Signal, ...Signal[]];
  readonly steps: readonly ClockStep[];
  readonly mayBeOffMs: number;
}

function nextStart(starts: readonly Start[], from: number): Start | undefined {
  return starts[firstIndexFrom(starts, from)];
}

function deepSleep(
  began: SignalOf<'sleepBegan'>,
  until: number,
  next: Start | undefined,
  index: SignalIndex,
  resumes: readonly Resume[],
): readonly Draft[] {
  // The last one before a fast startup is its shutdown.
  if (next?.isResume === true && next.at === until) {
    return [];
  }
  const ended = index.within('sleepEnded', began.at, until)[0];
  const report = index
    .within('sleepReport', began.at, until)
    .find(({ fromRawMs }) => Math.abs(fromRawMs - began.rawAt) <= sameSleepMs);
  const steps = resumesIn(resumes, began.at - sameSleepMs, Math.min(until, (ended ?? began).at + sameSleepMs));
  const clockSet = steps.at(-1);
  const woke = report?.at ?? (clockSet === undefined ? undefined : Date.parse(clockSet.at)) ?? ended?.at ?? null;
  const isSure = report !== undefined || clockSet !== undefined || ended === undefined;
  const following = isSure ? undefined : index.all[firstIndexFrom(index.all, ended.at + 1)];
  const signs: Draft['signs'] = [
    began,
    ...(ended === undefined ? [] : [ended]),
    ...(report === undefined ? [] : [report]),
  ];
  return [
    {
      start: began.at,
      end: woke,
      kind: began.isHibernation ? 'hibernation' : 'sleep',
      signs,
      steps,
      mayBeOffMs: isSure || following === undefined ? 0 : Math.round(following.at - ended.at),
    },
  ];
}

function resumesIn(resumes: readonly Resume[], from: number, to: number): readonly ClockStep[] {
  return resumes.slice(firstIndexFrom(resumes, from), firstIndexFrom(resumes, to + 1)).map(({ step }) => step);
}

/** A device in standby may go on to hibernate: that is one sleep, of the deeper kind. */
function merged(drafts: readonly Draft[]): readonly Draft[] {
  const sleeps: Draft[] = [];
  for (const draft of drafts) {
    const last = sleeps.at(-1);
    if (last === undefined || last.end === null || draft.start > last.end) {
      sleeps.push(draft);
      continue;
    }
    const deeper = last.kind === 'standby' ? draft : last;
    sleeps[sleeps.length - 1] = {
      ...deeper,
      start: last.start,
      end: draft.end === null ? null : Math.max(last.end, draft.end),
      signs: [...last.signs, ...draft.signs],
      steps: [...last.steps, ...draft.steps],
    };
  }
  return sleeps;
}

function toSleep({ start, end, kind, signs, steps, mayBeOffMs }: Draft, position: number): Sleep {
  const [first, ...rest] = signs.map((signal): EvidenceRef => ({ ...signal.ref, note: noteOf(signal) }));
  return {
    id: `sleep-${position + 1}`,
    start: isoTime(start),
    end: end === null ? null : isoTime(end),
    kind,
    ...(mayBeOffMs === 0 ? {} : { timeUncertaintyMs: mayBeOffMs }),
    evidence: [first ?? signs[0].ref, ...rest, ...steps.flatMap(({ evidence }) => evidence)],
  };
}
