import type { BundleKind, ContainerKind } from '../../bundle/bundle';
import type { Problem } from '../../bytes/problem';
import type { EvidenceRef } from './evidence';

export interface MemberSummary {
  readonly path: string;
  readonly kind: string;
  readonly size: number;
}

export interface UnreadableMember {
  readonly path: string;
  readonly reason: string;
}

export interface BundleFacts {
  readonly name: string;
  readonly sha256: string;
  readonly kind: BundleKind;
  readonly container: ContainerKind;
  readonly members: readonly MemberSummary[];
  readonly unreadable: readonly UnreadableMember[];
  /** What is wrong with the bundle as a whole, e.g. an archive that is cut off. */
  readonly problems: readonly Problem[];
}

export interface DeviceFacts {
  /** Build and revision, e.g. `26100.8875`. */
  readonly osBuild: string | null;
  readonly edition: string | null;
  readonly name: string | null;
  readonly joinType: 'entra' | 'hybrid' | 'none' | null;
  readonly scenario: 'userDriven' | 'preProvisioning' | 'selfDeploying' | 'devicePreparation' | null;
  readonly evidence: readonly EvidenceRef[];
}
