import type { ProtectedArea, SecurityArea } from '../../catalog/securityAreas';
import type { Confidence, Evidence, EvidenceRef } from './evidence';

export type { SecurityArea };

export type SecurityState = 'measured' | 'notMeasuredSinceEnrollment' | 'rebootPending' | 'active' | 'unknown';

/** How an area of security stood at the end of the bundle. */
export interface SecurityImpact {
  readonly area: SecurityArea;
  readonly state: SecurityState;
  /** One sentence: what decides it, or what is missing. */
  readonly why: string;
  /** `null` while the state is `unknown`. */
  readonly confidence: Confidence | null;
  readonly evidence: readonly EvidenceRef[];
}

/** What would not have happened. */
export interface MoveSavings {
  readonly reboots: number;
  /** `null`: not known from this bundle. */
  readonly prompts: number | null;
  readonly waitMs: number | null;
  /** URIs and app ids that share these restarts: nothing is saved unless all of them move. */
  readonly onlyTogetherWith: readonly string[];
}

export interface MovePrice {
  readonly area: ProtectedArea;
  readonly why: string;
}

/** Both sides of taking a setting or an app out of device setup. */
export interface Move {
  /** URI or app id. */
  readonly subject: string;
  readonly kind: 'policy' | 'app';
  /** `restarts`: as it is now it restarts; `pricePaid`: as it is now the price is paid and nobody is interrupted. */
  readonly now: 'restarts' | 'pricePaid';
  /** How it is now, as one or two sentences. */
  readonly why: string;
  readonly saves: MoveSavings;
  readonly price: readonly MovePrice[];
  /** Whom it can be assigned to, and what that changes. */
  readonly scopeNote: string;
  readonly evidence: Evidence;
}
