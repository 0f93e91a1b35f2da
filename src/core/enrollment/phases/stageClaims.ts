import type { Claim } from './claims';
import type { PhaseId, StateSource } from '../document/phases';
import { signalsOf, type Signal } from '../signals/signal';
import { phaseIds } from './phaseIds';
import type { Stage } from './phaseTracker';

type PhaseClaim = readonly [PhaseId, Claim];

/**
 * What the stages of an attempt tell of its phases: that one was entered, and that it was over when a later one was. A
 * join alone is no sign of the status page.
 */
export function claimsOfStages(stages: readonly Stage[]): readonly PhaseClaim[] {
  return phaseIds.flatMap((phase) => {
    const index = stages.findIndex(({ stage }) => stage === phase);
    const entered = stages[index];
    if (entered === undefined) {
      return [];
    }
    const isPage = entered.because.kind !== 'joined';
    const later = stages
      .slice(index + 1)
      .find(({ stage }) => isLaterPhase(stage, phase) || (isPage && stage === 'afterEnrollment'));
    const claims: PhaseClaim[] = [];
    if (isPage) {
      const source: StateSource = entered.because.kind === 'imePhase' ? 'agent' : 'statusPage';
      claims.push([phase, timedClaim(source, 'inProgress', entered.from, null, entered.because)]);
    }
    if (later !== undefined) {
      claims.push([phase, timedClaim('laterPhase', 'succeeded', null, later.from, later.because)]);
    }
    return claims;
  });
}

function isLaterPhase(stage: Stage['stage'], phase: PhaseId): boolean {
  return phaseIds.some((id, index) => id === stage && index > phaseIds.indexOf(phase));
}

/** What the agent reads back when the part of the device, and the part of the user, are over. */
export function claimsOfAgent(signals: readonly Signal[]): readonly PhaseClaim[] {
  const deviceDone = signalsOf(signals, 'deviceEspDone')[0];
  const userDone = signalsOf(signals, 'userEspDone')[0];
  return [
    ...(deviceDone === undefined
      ? []
      : [['deviceSetup', timedClaim('agent', 'succeeded', null, deviceDone.at, deviceDone)] as const]),
    ...(userDone === undefined
      ? []
      : [['accountSetup', timedClaim('agent', 'succeeded', null, userDone.at, userDone)] as const]),
  ];
}

/**
 * The switches that hide a part of the page, as the agent read them while it ran. The one of account setup also reads
 * "hidden" when that part is over, the same may be so for the other: each counts only where its part can not have
 * begun yet.
 */
export function claimsOfSwitches(signals: readonly Signal[]): readonly PhaseClaim[] {
  const claims: PhaseClaim[] = [];
  let isBeforeDevice = false;
  let isDeviceRunning = false;
  let hiddenAccount: Signal | null = null;
  let hiddenDevice: Signal | null = null;
  for (const signal of signals) {
    if (signal.kind === 'joined' || signal.kind === 'mdmEnrolled') {
      isBeforeDevice = true;
    } else if (signal.kind === 'imePhase' && signal.phase === 'deviceSetup') {
      // What was read just before still speaks of an account setup that is to come.
      isDeviceRunning = true;
      isBeforeDevice = false;
      if (hiddenAccount !== null) {
        claims.push(['accountSetup', timedClaim('skipSwitch', 'skipped', null, null, hiddenAccount)]);
        hiddenAccount = null;
      }
      hiddenDevice = null;
    } else if (signal.kind === 'imePhase' && signal.phase === 'accountSetup') {
      if (hiddenDevice !== null && !isDeviceRunning) {
        claims.push(['deviceSetup', timedClaim('skipSwitch', 'skipped', null, null, hiddenDevice)]);
      }
      hiddenDevice = null;
      hiddenAccount = null;
    } else if (signal.kind === 'espSwitch' && signal.part === 'account') {
      hiddenAccount = signal.skipped ? signal : null;
    } else if (signal.kind === 'espSwitch') {
      hiddenDevice = signal.skipped && isBeforeDevice ? signal : null;
    }
  }
  return claims;
}

function timedClaim(
  source: StateSource,
  state: Claim['state'],
  start: number | null,
  end: number | null,
  signal: Signal,
): Claim {
  return { source, state, start, end, error: null, evidence: [signal.ref] };
}
