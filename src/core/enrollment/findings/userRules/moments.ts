import type { Phase } from '../../document/phases';
import type { Reboot } from '../../document/reboots';
import type { Moments } from './tellUserFindings';

/** The moments of a told story. A phase whose end is not known lasts to the end of the logs. */
export function momentsOf(phases: readonly Phase[], reboots: readonly Reboot[]): Moments {
  return momentsFrom(
    phases.flatMap(({ id, start, end }) =>
      start === null ? [] : [{ id, from: Date.parse(start), to: end === null ? Infinity : Date.parse(end) }],
    ),
    reboots.map(({ id, time, downtimeMs }) => {
      const from = Date.parse(time);
      return { id, from, to: from + (downtimeMs ?? 0) };
    }),
  );
}

/** The same, from spans of time. */
export function momentsFrom(
  phases: Moments['phases'],
  reboots: readonly { readonly id: string; readonly from: number; readonly to: number }[],
): Moments {
  const byTime = (a: { readonly at: number }, b: { readonly at: number }): number => a.at - b.at;
  return {
    phases,
    rebootStarts: reboots.map(({ id, from }) => ({ id, at: from })).sort(byTime),
    rebootEnds: reboots.map(({ id, to }) => ({ id, at: to })).sort(byTime),
  };
}
