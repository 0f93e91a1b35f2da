/*
 * What a phase took is not what it worked: the device may have been down or asleep in it, or its lock screen have waited.
 */
import * as l10n from '@vscode/l10n';
import { phrase, spoken } from '../words/language';
import type { TriageDocument } from '../enrollment/document/triageDocument';
import type { TimeRange } from './timeScale';
import { instantOf } from '../words/instant';
import type { Pause } from './timelineModel';

/** The downtimes of all reboots, the waits before all sign-ins and the times of sleep, by start. */
export function pausesOf({
  reboots,
  signIns,
  sleeps = [],
}: Pick<TriageDocument, 'reboots' | 'signIns' | 'sleeps'>): readonly Pause[] {
  const pauses = [
    ...sleeps.map(({ start, end }) => {
      const [fellAsleep, woke] = [instantOf(start), instantOf(end)];
      return pause('sleep', fellAsleep, fellAsleep === null || woke === null ? null : woke - fellAsleep);
    }),
    ...reboots.map(({ time, downtimeMs }) => pause('restart', instantOf(time), downtimeMs)),
    ...signIns
      .filter((signIn) => signIn.class !== 'automatic')
      .map(({ time, waitMs }) => {
        const end = instantOf(time);
        return pause('wait', end === null || waitMs === null ? null : end - waitMs, waitMs);
      }),
  ];
  return pauses.filter((candidate) => candidate !== null).sort((a, b) => a.start - b.start);
}

/** The part of the pauses that falls into a span; what overlaps counts once, for the pause that began first. */
export function pausesIn(span: TimeRange, pauses: readonly Pause[]): readonly Pause[] {
  let free = span.start;
  return pauses.flatMap(({ kind, start, end }) => {
    const inside = { kind, start: Math.max(start, free), end: Math.min(end, span.end) };
    if (inside.end <= inside.start) {
      return [];
    }
    free = inside.end;
    return [inside];
  });
}

/** How long they are together, milliseconds. */
export function lengthOf(pauses: readonly Pause[]): number {
  return pauses.reduce((sum, { start, end }) => sum + end - start, 0);
}

/** `7 min of it waiting`; empty without pauses. `duration` puts a length into words. */
export function pauseWords(pauses: readonly Pause[], duration: (milliseconds: number) => string): string {
  const kinds = new Set(pauses.map(({ kind }) => kind));
  const doing = (['restart', 'wait', 'sleep'] as const).filter((kind) => kinds.has(kind)).map((kind) => doings[kind]);
  return pauses.length === 0 ? '' : l10n.t('{0} of it {1}', duration(lengthOf(pauses)), doing.join(l10n.t(' and ')));
}

const doings = spoken<Pause['kind']>({
  restart: phrase('restarting'),
  wait: phrase('waiting'),
  sleep: phrase('asleep'),
});

function pause(kind: Pause['kind'], start: number | null, length: number | null): Pause | null {
  const end = (start ?? Number.NaN) + (length ?? 0);
  return start === null || length === null || !(length > 0) || !Number.isFinite(end) ? null : { kind, start, end };
}
