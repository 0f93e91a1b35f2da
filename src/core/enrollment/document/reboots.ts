import type { RebootClass } from '../../catalog/rebootClass';
import type { Confidence, Evidence } from './evidence';

export type RebootDuring =
  'setup' | 'preJoin' | 'devicePreparation' | 'deviceSetup' | 'accountSetup' | 'afterEnrollment' | 'unknown';

export type CauseVerdict = 'confirmed' | 'likely' | 'possible' | 'refuted';

/** A policy URI that asked for a restart (event 2800) around this one. */
export interface RebootCause {
  readonly uri: string;
  readonly verdict: CauseVerdict;
  /** When it was flagged first, of the times that can have to do with this restart. */
  readonly flaggedAt: string;
  /** When it was flagged last; the same as {@link flaggedAt} where {@link count} is 1. */
  readonly lastFlaggedAt: string;
  /** How often: a flag is raised at every sync that applies the policy. */
  readonly count: number;
  /** The rule that gave the verdict, as one sentence. */
  readonly why: string;
  readonly evidence: Evidence;
}

/** What else than a policy URI restarts a device. */
export type OtherCauseKind =
  | 'application'
  | 'windowsUpdate'
  | 'oobeUpdate'
  | 'script'
  | 'deviceRename'
  | 'user'
  | 'powerLoss'
  | 'crash'
  | 'hybridJoin'
  | 'provisioningPackage'
  | 'preProvisioning'
  | 'devicePreparationAgent'
  | 'setup'
  | 'deviceReset'
  | 'mdmRebootCsp';

/** Something else that made this restart, may have made it, or looks like it and has not. */
export interface OtherCause {
  readonly kind: OtherCauseKind;
  /** App, script policy, update, process or stop code; `null` where no log names it. */
  readonly name: string | null;
  readonly verdict: CauseVerdict;
  /** The rule that gave the verdict, as one sentence. */
  readonly why: string;
  readonly evidence: Evidence;
}

export interface Initiator {
  readonly process: string;
  readonly reasonCode: string | null;
}

/** What a restart cost the person in front of it. */
export interface RebootCost {
  /** How often somebody had to sign in again before the enrollment was complete; `null` where that is not known. */
  readonly prompts: number | null;
  /** How long the lock screen waited for that while awake, milliseconds; `null` where it is not known well enough. */
  readonly waitMs: number | null;
}

export interface Reboot {
  readonly id: string;
  /** When it began: the request, or the last sign of life before it. */
  readonly time: string;
  readonly rawTime: string;
  /** How far {@link time} may be off, milliseconds; `null` where a record gives the moment. */
  readonly timeUncertaintyMs: number | null;
  /** From {@link time} to the next start of Windows; `null` when that is not seen. */
  readonly downtimeMs: number | null;
  /** Id of the boot that it ended in. */
  readonly boot: string;
  readonly during: RebootDuring;
  readonly class: RebootClass;
  /**
   * `true` where nothing but an abrupt start of Intune’s agent shows it: the agent may have started alone. Absent where
   * more is seen.
   */
  readonly mayBeAgentAlone?: true;
  /** Does the enrollment flow call for it? `null`: not decidable. */
  readonly expected: boolean | null;
  readonly initiator: Initiator | null;
  /** The part of the status page that asked, e.g. `DeviceSetup.RebootCoalescing`; `null` where the page did not say. */
  readonly askedBy: string | null;
  readonly causes: readonly RebootCause[];
  /** The surest first. */
  readonly otherCauses: readonly OtherCause[];
  readonly autoLogonCleared: boolean | null;
  readonly tokenLost: boolean | null;
  readonly cost: RebootCost;
  readonly confidence: Confidence;
  readonly evidence: Evidence;
}
