import type { EvidenceRef, Evidence } from './evidence';

/** `notConfigured` needs a source that would show the policy; without one it is `unknown`. */
export type PolicyState = 'enabled' | 'disabled' | 'notConfigured' | 'unknown';

/** What a fact about policies was told from, one sentence, and where that stands. */
export interface PolicyGrounds {
  readonly why: string;
  readonly evidence: readonly EvidenceRef[];
}

/** A policy that is set on the device and has a side effect. */
export interface NotedPolicy {
  /** URI, or the path of the registry value of a group policy. */
  readonly name: string;
  readonly why: string;
  readonly evidence: Evidence;
}

/** A setting that would restart an enrollment and is not blamed for a restart of this one. */
export interface LatentReboot {
  readonly uri: string;
  /** `flaggedNoRestart`: it asked for a restart, and none in the enrollment answered; `assigned`: it is set, and no request is seen. */
  readonly state: 'flaggedNoRestart' | 'assigned';
  readonly why: string;
  /** Policy restarts whose URIs no log names: this one may be among them. */
  readonly mayHaveCaused: readonly string[];
  /** Has Windows started in full since it was flagged? `null`: not decidable. */
  readonly inForce: boolean | null;
  readonly evidence: Evidence;
}

export interface PolicyFacts {
  readonly webSignIn: PolicyState;
  /** Windows Hello for Business. */
  readonly helloForBusiness: PolicyState;
  /** The list of reboot URIs in the device's own registry; empty where the bundle does not hold it. */
  readonly rebootCatalog: readonly string[];
  /** What the settings of the device were compared with: its own list, that of the nearest known build, or that of no known build. */
  readonly rebootCatalogSource: 'bundle' | 'build' | 'allBuilds';
  /** URIs of that list that are set on the device. */
  readonly assignedRebootUris: readonly string[];
  readonly latentReboots: readonly LatentReboot[];
  /** A restart for policies was owed when the bundle was taken. */
  readonly restartPending: boolean | null;
  readonly autoLogonBreakers: readonly NotedPolicy[];
  /** Policies that can restart without being on the list and without event 2800. */
  readonly otherRestartPolicies: readonly NotedPolicy[];
  readonly grounds: Readonly<
    Record<'webSignIn' | 'helloForBusiness' | 'rebootCatalog' | 'restartPending', PolicyGrounds>
  >;
}
