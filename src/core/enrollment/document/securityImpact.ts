import type { EvidenceRef } from './evidence';

export type SecurityArea =
  | 'deviceHealthAttestation'
  | 'bitLocker'
  | 'secureBoot'
  | 'codeIntegrity'
  | 'deviceGuard'
  | 'virtualizationBasedSecurity';

export interface SecurityImpact {
  readonly area: SecurityArea;
  readonly state: 'measured' | 'notMeasuredSinceEnrollment' | 'rebootPending' | 'active' | 'unknown';
  readonly evidence: readonly EvidenceRef[];
}
