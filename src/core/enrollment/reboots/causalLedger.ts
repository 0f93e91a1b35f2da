import type { RebootClass } from '../../catalog/rebootClass';
import { isRestartMarker } from './bootFinder';
import { isoTime } from '../clock/isoTime';
import { stageAt, type Stage } from '../phases/phaseTracker';
import { signalsOf, type Signal, type SignalOf } from '../signals/signal';
import type { CauseVerdict, RebootCause, RebootDuring } from '../document/reboots';
import type { Evidence } from '../document/evidence';

/** The restart whose causes are looked for. */
export interface RestartContext {
  /** When it began, corrected, milliseconds since 1970 UTC. */
  readonly began: number;
  /** Flags up to here were answered by an earlier restart. */
  readonly since: number;
  /** Flags up to here are set beside this restart. */
  readonly until: number;
  readonly during: RebootDuring;
  readonly class: RebootClass;
  /** The signs of the stop, ESP markers among them. */
  readonly markers: readonly Signal[];
}

/**
 * What the policy URIs flagged by event 2800 have to do with a restart. A flag is raised at every sync that applies
 * such a URI; it asks for a restart, and only one that follows while device setup still runs can be its answer.
 */
export function findCauses(
  signals: readonly Signal[],
  stages: readonly Stage[],
  restart: RestartContext,
): readonly RebootCause[] {
  const byUri = new Map<string, SignalOf<'policyFlag'>[]>();
  for (const flag of signalsOf(signals, 'policyFlag')) {
    if (flag.at > restart.since && flag.at < restart.until) {
      const key = flag.uri.toLowerCase();
      byUri.set(key, [...(byUri.get(key) ?? []), flag]);
    }
  }
  const causes = [...byUri.values()].map((flags) => judgeUri(flags, stages, restart));
  const rank: readonly CauseVerdict[] = ['confirmed', 'likely', 'possible', 'refuted'];
  return causes.sort(
    (a, b) => rank.indexOf(a.verdict) - rank.indexOf(b.verdict) || (a.flaggedAt < b.flaggedAt ? -1 : 1),
  );
}

function judgeUri(
  flags: readonly SignalOf<'policyFlag'>[],
  stages: readonly Stage[],
  restart: RestartContext,
): RebootCause {
  const first = flags[0]!;
  const last = flags.at(-1)!;
  const verdict = verdictOf(first, stages, restart);
  const again = flags.length > 1 ? ` Flagged ${flags.length} times, last at ${isoTime(last.at)}.` : '';
  const markers =
    verdict.verdict === 'confirmed'
      ? signalsOf(restart.markers, 'espMarker').filter(({ name }) => isRestartMarker(name))
      : [];
  const evidence: Evidence = [
    first.ref,
    ...(last === first ? [] : [last.ref]),
    ...markers.map(({ ref, name }) => ({ ...ref, note: name })),
  ];
  return { uri: first.uri, verdict: verdict.verdict, flaggedAt: isoTime(first.at), why: verdict.why + again, evidence };
}

function verdictOf(
  flag: SignalOf<'policyFlag'>,
  stages: readonly Stage[],
  restart: RestartContext,
): { readonly verdict: CauseVerdict; readonly why: string } {
  if (flag.at > restart.began) {
    return { verdict: 'refuted', why: 'Flagged after the restart had begun: it cannot be the cause.' };
  }
  const stage = stageAt(stages, flag.at)?.stage ?? 'unknown';
  if (stage === 'accountSetup' || stage === 'afterEnrollment') {
    return {
      verdict: 'refuted',
      why: 'Flagged outside device setup, where the Enrollment Status Page does not restart for policies.',
    };
  }
  if (stage !== 'deviceSetup' || restart.during !== 'deviceSetup') {
    return { verdict: 'possible', why: 'Flagged before the restart, but no log proves that device setup was running.' };
  }
  if (restart.class === 'coalescedPolicy' && hasCoalescingMarker(restart.markers)) {
    return {
      verdict: 'confirmed',
      why: 'Flagged in device setup; at its end the Enrollment Status Page restarted for the collected policies.',
    };
  }
  if (restart.class === 'unknown' || restart.class === 'coalescedPolicy') {
    return { verdict: 'likely', why: 'Flagged in device setup before the restart, and no other cause is seen.' };
  }
  return {
    verdict: 'possible',
    why: `Flagged in device setup before the restart, but the restart has another cause (${restart.class}).`,
  };
}

/** Does the status page itself say that it restarts for the collected policies? */
function hasCoalescingMarker(markers: readonly Signal[]): boolean {
  return signalsOf(markers, 'espMarker').some(({ name }) => isRestartMarker(name) && name.includes('RebootCoalescing'));
}
