import type { Confidence, Evidence } from './evidence';

export type FindingSeverity = 'error' | 'warning' | 'info';

/** Who wrote the rule: this product, or a file in the folder of one's own rules. */
export type FindingSource = 'builtIn' | 'user';

/** What is missing, so that nothing can be said: named, since "not seen" is never "did not happen". */
export interface CoverageGap {
  /** `channel` and `log`: no or too few records; `member`: unreadable; `bundle`: the bundle as a whole; `ruleFile`: a rule was not run. */
  readonly kind: 'channel' | 'log' | 'member' | 'bundle' | 'ruleFile';
  /** Channel, path or name. */
  readonly name: string;
  /** As half a sentence: `not collected`. */
  readonly why: string;
}

interface FindingWords {
  /** Dotted and stable, e.g. `reboot.policy-in-device-setup`. */
  readonly id: string;
  readonly source: FindingSource;
  readonly title: string;
  readonly severity: FindingSeverity;
  readonly confidence: Confidence;
  /** What raised or lowered the confidence, each as one sentence. */
  readonly confidenceWhy: readonly string[];
  /** Ids of reboots, sign-ins, boots, phases or logs it is about. */
  readonly about: readonly string[];
  /** What to do, and what that costs where it has a price. */
  readonly advice: string;
  readonly links: readonly string[];
  readonly wouldDecide: readonly string[];
}

/** A finding rests on a place that opens in the editor. */
export interface EvidencedFinding extends FindingWords {
  readonly evidence: Evidence;
  readonly gap: null;
}

/** Or it names what is missing; a place may still show that it is. */
export interface GapFinding extends FindingWords {
  readonly evidence: Evidence | readonly [];
  readonly gap: CoverageGap;
}

/** What a person has to know. There is no third kind: without evidence and without a gap nothing is said. */
export type Finding = EvidencedFinding | GapFinding;
