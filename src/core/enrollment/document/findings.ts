import type { Confidence, EvidenceRef } from './evidence';

export type FindingSeverity = 'error' | 'warning' | 'info';

export interface Finding {
  /** Dotted and stable, e.g. `reboot.policy-in-device-setup`. */
  readonly id: string;
  readonly title: string;
  readonly severity: FindingSeverity;
  readonly confidence: Confidence;
  /** Ids of reboots, sign-ins, boots, phases or logs it is about. */
  readonly about: readonly string[];
  readonly advice: string;
  readonly links: readonly string[];
  /** Empty only for a finding about coverage, which names the gap in {@link about}. */
  readonly evidence: readonly EvidenceRef[];
  readonly wouldDecide: readonly string[];
}
