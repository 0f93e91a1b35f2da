import type { UnreadableReason } from '../../archive/archiveEntry';
import type { BundleKind, ContainerKind } from '../../bundle/bundle';
import type { Problem } from '../../bytes/problem';
import type { Evidence, EvidenceRef } from './evidence';

export interface MemberSummary {
  readonly path: string;
  readonly kind: string;
  readonly size: number;
}

export interface UnreadableMember {
  readonly path: string;
  readonly reason: UnreadableReason;
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

/** The Autopilot profile that the device was given. */
export interface AutopilotProfile {
  readonly name: string | null;
  readonly tenantDomain: string | null;
  /** The join that it asks for. */
  readonly joinType: 'entra' | 'hybrid' | null;
  readonly isSelfDeploying: boolean | null;
  readonly evidence: Evidence;
}

/** The halves of pre-provisioning. */
export interface PreProvisioning {
  readonly technician: {
    /** `unknown`: somebody has signed in since, but how the technician's half ended is not told. */
    readonly state: 'inProgress' | 'succeeded' | 'failed' | 'unknown';
    readonly start: string;
    readonly end: string | null;
    readonly evidence: Evidence;
  };
  /** `null` until the person is seen who signs in after the technician. */
  readonly user: { readonly start: string; readonly evidence: Evidence } | null;
}

export interface DeviceFacts {
  /** Build and revision, e.g. `26100.8875`. */
  readonly osBuild: string | null;
  readonly edition: string | null;
  readonly name: string | null;
  readonly joinType: 'entra' | 'hybrid' | 'none' | null;
  readonly scenario: 'userDriven' | 'preProvisioning' | 'selfDeploying' | 'devicePreparation' | null;
  readonly profile: AutopilotProfile | null;
  /** `null` where nothing shows pre-provisioning. */
  readonly preProvisioning: PreProvisioning | null;
  readonly evidence: readonly EvidenceRef[];
}
