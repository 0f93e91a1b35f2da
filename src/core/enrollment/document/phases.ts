import type { Evidence, EvidenceRef } from './evidence';

export type PhaseId = 'devicePreparation' | 'deviceSetup' | 'accountSetup';

export type PhaseState = 'notStarted' | 'inProgress' | 'succeeded' | 'failed' | 'skipped' | 'unknown';

/** What brings an app to the device. */
export type AppTechnology = 'win32' | 'msi' | 'store' | 'office';

/** Does the app ask for a restart: not at all, some time (3010), or before anything goes on (1641)? */
export type RestartNeed = 'none' | 'soft' | 'hard';

export interface PhaseItem {
  /** App id or product code or package family; of policies and the rest what the status page calls them. */
  readonly id: string;
  readonly name: string | null;
  readonly kind: 'app' | 'policy' | 'certificate' | 'network';
  /** `null` for what is not an app. */
  readonly technology: AppTechnology | null;
  readonly state: PhaseState;
  readonly restartNeed: RestartNeed | null;
  /** When the log of the agent speaks of it first and last; `null` where only the registry knows it. */
  readonly firstSeen: string | null;
  readonly lastSeen: string | null;
  /** How far both may be off, milliseconds; `null` where the log tells UTC. */
  readonly timeUncertaintyMs: number | null;
  readonly evidence: Evidence;
}

export interface Subcategory {
  readonly id: string;
  readonly state: PhaseState;
  readonly start: string | null;
  readonly end: string | null;
  /** The code it failed with, as hexadecimal digits with `0x`. */
  readonly error: string | null;
  readonly items: readonly PhaseItem[];
  readonly evidence: readonly EvidenceRef[];
}

/**
 * A phase of the Enrollment Status Page. `inProgress` is the last that was seen of it: the bundle was taken then, or
 * the attempt ended so.
 */
export interface Phase {
  readonly id: PhaseId;
  readonly state: PhaseState;
  readonly start: string | null;
  readonly end: string | null;
  readonly subcategories: readonly Subcategory[];
  /** Empty only when the state is `unknown`. */
  readonly evidence: readonly EvidenceRef[];
}

/**
 * Who says how a phase went: the status page in its log, the same page in what it keeps in the registry, the Intune
 * Management Extension, the tracking keys of the enrollment, the switch that hides a part of the page, a later phase
 * that has begun, the page "Windows Autopilot diagnostics".
 */
export type StateSource =
  'statusPage' | 'statusPageStore' | 'agent' | 'trackingKeys' | 'skipSwitch' | 'laterPhase' | 'diagnosticsPage';

export interface StateClaim {
  readonly source: StateSource;
  readonly state: PhaseState;
}

/** Two sources that cannot both be right; the story goes on with `saysA`. */
export interface Contradiction {
  /** Id of the phase, the subcategory or the item. */
  readonly subject: string;
  readonly saysA: StateClaim;
  readonly saysB: StateClaim;
  readonly evidence: Evidence;
}
