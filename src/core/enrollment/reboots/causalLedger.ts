import * as l10n from '@vscode/l10n';
import { phrase, sentences, spokenCount } from '../../words/language';
import type { RebootClass } from '../../catalog/rebootClass';
import { isoTime } from '../clock/isoTime';
import { stageAt, type Stage } from '../phases/phaseTracker';
import { signalsOf, type Signal, type SignalOf } from '../signals/signal';
import type { CauseVerdict, RebootCause, RebootDuring } from '../document/reboots';
import type { Evidence, EvidenceRef } from '../document/evidence';
import { rebootWords } from '../storyWords';
import type { OpenFlag } from './openFlags';
import { rank } from './otherCauses';
import { isRestartMarker } from './stopSigns';
import { saidTime } from '../../words/instant';

/** The restart whose causes are looked for. */
export interface RestartContext {
  /** When it began, corrected, milliseconds since 1970 UTC. */
  readonly began: number;
  /** How far that may be off because local time is not sure, milliseconds. */
  readonly placedWithinMs: number;
  readonly during: RebootDuring;
  readonly class: RebootClass;
  /** Is the class told by what had asked alone, because the logs that name who restarted are not there? */
  readonly isGuessed: boolean;
  /** Did Windows end without an orderly stop? */
  readonly isPowerLoss: boolean;
  /** The signs of the stop, ESP markers among them. */
  readonly markers: readonly Signal[];
  /** Something else that asked for a restart at once, as a sentence; `null` where nothing did. */
  readonly rival: string | null;
  /** When the last restart for policies was over that answered all flags before it; `null` without one. */
  readonly answeredAt: number | null;
  /** The mark that a restart for policies was still owed after this one; `null` where that is not so, or not known. */
  readonly stillOwed: EvidenceRef | null;
}

/**
 * What the policy URIs flagged by event 2800 have to do with a restart. A flag is raised at every sync that applies
 * such a URI; it asks for a restart, and only one that follows while device setup still runs can be its answer.
 */
export function findCauses(
  flags: readonly OpenFlag[],
  stages: readonly Stage[],
  restart: RestartContext,
): readonly RebootCause[] {
  return flags
    .map((flag) => judgeUri(flag, stages, restart))
    .sort((a, b) => rank.indexOf(a.verdict) - rank.indexOf(b.verdict) || (a.flaggedAt < b.flaggedAt ? -1 : 1));
}

function judgeUri(flag: OpenFlag, stages: readonly Stage[], restart: RestartContext): RebootCause {
  const { first, last, count, countAfter, isRaisedAgain } = flag;
  const { verdict, why, shownBy } = verdictOf(first, stages, restart);
  const again = count > 1 ? l10n.t('Flagged {0} times, last at {1}.', count, saidTime(last.at)) : '';
  const later =
    countAfter > 0
      ? spokenCount(
          countAfter,
          phrase('Flagged {0} more time after the restart had begun.'),
          phrase('Flagged {0} more times after the restart had begun.'),
        )
      : '';
  const renewed =
    isRaisedAgain && restart.answeredAt !== null
      ? l10n.t(
          'It had been flagged before: the restart up to {0} answered that, and a later sync flagged it again.',
          saidTime(restart.answeredAt),
        )
      : '';
  const markers =
    verdict === 'confirmed' || verdict === 'likely'
      ? signalsOf(restart.markers, 'espMarker').filter(({ name }) => isRestartMarker(name))
      : [];
  const evidence: Evidence = [
    first.ref,
    ...(last === first ? [] : [last.ref]),
    ...(shownBy === undefined ? [] : [{ ...shownBy, note: l10n.t('a restart for policies is still owed') }]),
    ...markers.map(({ ref, name }) => ({ ...ref, note: name })),
  ];
  return {
    uri: first.uri,
    verdict,
    flaggedAt: isoTime(first.at),
    lastFlaggedAt: isoTime(last.at),
    count,
    why: sentences(why, again, later, renewed),
    evidence,
  };
}

interface Opinion {
  readonly verdict: CauseVerdict;
  readonly why: string;
  /** A record beside the flag that the verdict rests on. */
  readonly shownBy?: EvidenceRef;
}

function verdictOf(flag: SignalOf<'policyFlag'>, stages: readonly Stage[], restart: RestartContext): Opinion {
  if (flag.at > restart.began + restart.placedWithinMs) {
    return { verdict: 'refuted', why: l10n.t('Flagged after the restart had begun: it cannot be the cause.') };
  }
  if (restart.began - flag.at < restart.placedWithinMs) {
    return {
      verdict: 'possible',
      why: l10n.t(
        'Flagged around the restart; which came first is not known, because the local time of the log that shows the restart is not sure.',
      ),
    };
  }
  const stage = stageAt(stages, flag.at)?.stage ?? 'unknown';
  if (stage === 'accountSetup' || stage === 'afterEnrollment') {
    return {
      verdict: 'refuted',
      why: l10n.t('Flagged outside device setup, where the Enrollment Status Page does not restart for policies.'),
    };
  }
  if (restart.during === 'accountSetup' || restart.during === 'afterEnrollment') {
    return {
      verdict: 'refuted',
      why: l10n.t(
        'The restart came when device setup was over, where the Enrollment Status Page does not restart for policies.',
      ),
    };
  }
  if (restart.isPowerLoss) {
    return {
      verdict: 'refuted',
      why: l10n.t('Windows had not stopped cleanly: no policy restarts a device that way. The request stayed open.'),
    };
  }
  if (restart.during !== 'deviceSetup') {
    return {
      verdict: 'possible',
      why: l10n.t('Flagged before the restart, but no log proves that device setup was running.'),
    };
  }
  if (hasCoalescingMarker(restart)) {
    return ofMarkedRestart(stage);
  }
  return restart.stillOwed === null
    ? ofRestartInDeviceSetup(stage, restart)
    : {
        verdict: 'refuted',
        why: l10n.t(
          'A restart for policies was still owed when the bundle was taken: this one has not answered the request.',
        ),
        shownBy: restart.stillOwed,
      };
}

/** The status page said that it restarts for the collected policies. */
function ofMarkedRestart(stage: RebootDuring): Opinion {
  return stage === 'deviceSetup'
    ? {
        verdict: 'confirmed',
        why: l10n.t(
          'Flagged in device setup; at its end the Enrollment Status Page restarted for the collected policies.',
        ),
      }
    : {
        verdict: 'likely',
        why: l10n.t(
          'The Enrollment Status Page restarted for the collected policies, and this one was flagged before; that device setup was running then is not in the logs.',
        ),
      };
}

function ofRestartInDeviceSetup(
  stage: RebootDuring,
  { class: rebootClass, isGuessed, rival }: RestartContext,
): Opinion {
  if (stage !== 'deviceSetup') {
    return {
      verdict: 'possible',
      why: l10n.t('Flagged before the restart, but no log proves that device setup was running.'),
    };
  }
  if (rebootClass === 'coalescedPolicy' && isGuessed) {
    return {
      verdict: 'possible',
      why: l10n.t(
        'Flagged in device setup before the restart, and no other cause is seen; but the logs that would tell who restarted the device are not in the bundle.',
      ),
    };
  }
  if (rebootClass === 'coalescedPolicy') {
    return rival === null
      ? { verdict: 'likely', why: l10n.t('Flagged in device setup before the restart, and no other cause is seen.') }
      : {
          verdict: 'possible',
          why: l10n.t('Flagged in device setup before the restart, but something else asked too: {0}', rival),
        };
  }
  if (rebootClass === 'unknown' || rebootClass === 'unexpected') {
    return {
      verdict: 'possible',
      why: l10n.t(
        'Flagged in device setup before the restart, but nothing shows that the Enrollment Status Page made it.',
      ),
    };
  }
  return {
    verdict: 'possible',
    why: l10n.t(
      'Flagged in device setup before the restart, but the restart has another cause ({0}) and is not the one at the end of device setup.',
      rebootWords[rebootClass],
    ),
  };
}

/** Does the status page itself say that it restarts for the collected policies? */
function hasCoalescingMarker({ class: rebootClass, markers }: RestartContext): boolean {
  return (
    rebootClass === 'coalescedPolicy' &&
    signalsOf(markers, 'espMarker').some(({ name }) => isRestartMarker(name) && name.includes('RebootCoalescing'))
  );
}
