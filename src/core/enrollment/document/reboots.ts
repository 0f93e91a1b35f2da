import type { RebootClass } from '../../catalog/rebootClass';
import type { Confidence, Evidence } from './evidence';

export type RebootDuring =
  'setup' | 'preJoin' | 'devicePreparation' | 'deviceSetup' | 'accountSetup' | 'afterEnrollment' | 'unknown';

export type CauseVerdict = 'confirmed' | 'likely' | 'possible' | 'refuted';

export interface RebootCause {
  readonly uri: string;
  readonly verdict: CauseVerdict;
  readonly flaggedAt: string;
  /** The rule that gave the verdict, as one sentence. */
  readonly why: string;
  readonly evidence: Evidence;
}

export interface Initiator {
  readonly process: string;
  readonly reasonCode: string | null;
}

export interface Reboot {
  readonly id: string;
  /** When it began: the request, or the last sign of life before it. */
  readonly time: string;
  readonly rawTime: string;
  /** From {@link time} to the next start of Windows; `null` when that is not seen. */
  readonly downtimeMs: number | null;
  /** Id of the boot that it ended in. */
  readonly boot: string;
  readonly during: RebootDuring;
  readonly class: RebootClass;
  /** Does the enrollment flow call for it? `null`: not decidable. */
  readonly expected: boolean | null;
  readonly initiator: Initiator | null;
  readonly causes: readonly RebootCause[];
  readonly autoLogonCleared: boolean | null;
  readonly tokenLost: boolean | null;
  readonly confidence: Confidence;
  readonly evidence: Evidence;
}
