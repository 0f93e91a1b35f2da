import type { Evidence, EvidenceRef } from './evidence';
import type { Phase } from './phases';

/** What ended an attempt: the join was taken back, the device was reset, somebody asked the page to try again, or joined anew. */
export type AttemptEnd = 'joinRolledBack' | 'deviceReset' | 'tryAgain' | 'newJoin';

/** How far an attempt came: `interrupted` is neither completed nor failed when it ended. */
export type AttemptOutcome = 'completed' | 'failed' | 'interrupted' | 'unknown';

/** An enrollment that was begun before the last one. */
export interface Attempt {
  /** `attempt-1` is the first one in the bundle. */
  readonly id: string;
  readonly start: string;
  readonly end: string;
  readonly endedBy: AttemptEnd;
  readonly outcome: AttemptOutcome;
  readonly phases: readonly Phase[];
  readonly evidence: Evidence;
}

export type WorkloadState =
  | 'notStarted'
  | 'completed'
  | 'skipped'
  | 'uninstalled'
  | 'failed'
  | 'inProgress'
  | 'restartRequired'
  | 'cancelled'
  | 'unknown';

/** An app, a script or a policy that the agent of device preparation (v2) brings. */
export interface Workload {
  readonly id: string;
  readonly name: string | null;
  readonly state: WorkloadState;
  readonly start: string | null;
  readonly end: string | null;
  /** As hexadecimal digits with `0x`. */
  readonly error: string | null;
  readonly evidence: Evidence;
}

/** Windows Autopilot device preparation (v2), which has none of the three classic phases. */
export interface DevicePreparation {
  readonly state: 'inProgress' | 'succeeded' | 'failed' | 'unknown';
  readonly start: string | null;
  readonly end: string | null;
  readonly workloads: readonly Workload[];
  readonly evidence: readonly EvidenceRef[];
}
