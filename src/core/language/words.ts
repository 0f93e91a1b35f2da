import type { CauseVerdict } from '../enrollment/document/reboots';
import type { PhaseId, PhaseState } from '../enrollment/document/phases';

/* The words of the log language for terms of the triage document. */

export const phaseNames: Readonly<Record<PhaseId, string>> = {
  devicePreparation: 'Device preparation',
  deviceSetup: 'Device setup',
  accountSetup: 'Account setup',
};

export const stateNames: Readonly<Record<PhaseState, string>> = {
  notStarted: 'not started',
  inProgress: 'in progress',
  succeeded: 'succeeded',
  failed: 'failed',
  skipped: 'skipped',
  unknown: 'state unknown',
};

export const verdictNames: Readonly<Record<CauseVerdict, string>> = {
  confirmed: 'the confirmed cause',
  likely: 'the likely cause',
  possible: 'a possible cause',
  refuted: 'not the cause',
};
