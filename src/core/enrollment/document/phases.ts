import type { EvidenceRef } from './evidence';

export type PhaseId = 'devicePreparation' | 'deviceSetup' | 'accountSetup';

export type PhaseState = 'notStarted' | 'inProgress' | 'succeeded' | 'failed' | 'skipped' | 'unknown';

export interface PhaseItem {
  readonly id: string;
  readonly name: string | null;
  readonly kind: 'app' | 'policy' | 'certificate' | 'network';
  readonly state: PhaseState;
}

export interface Subcategory {
  readonly id: string;
  readonly state: PhaseState;
  readonly start: string | null;
  readonly end: string | null;
  readonly items: readonly PhaseItem[];
  readonly evidence: readonly EvidenceRef[];
}

export interface Phase {
  readonly id: PhaseId;
  readonly state: PhaseState;
  readonly start: string | null;
  readonly end: string | null;
  readonly subcategories: readonly Subcategory[];
  /** Empty only when the state is `unknown`. */
  readonly evidence: readonly EvidenceRef[];
}
