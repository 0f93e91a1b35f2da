/* The words of the timeline for its own parts; those of the story are in `enrollment/storyWords`. */
import type { AttemptEnd, AttemptOutcome, WorkloadState } from '../enrollment/document/attempts';
import type { OtherCause, OtherCauseKind } from '../enrollment/document/reboots';
import type { SecurityState } from '../enrollment/document/securityImpact';
import type { AutoLogonClearing, HelloFacts, TokenFacts } from '../enrollment/document/signIns';
import type { ItemKind, StoryLaneId } from './timelineModel';

export const laneWords: Readonly<Record<StoryLaneId, string>> = {
  screens: 'What the user saw',
  boots: 'Clock & boots',
  attempts: 'Earlier attempts',
  phases: 'ESP phases',
  apps: 'Apps',
  flags: 'Reboot causes',
  reboots: 'Reboots',
  signIns: 'Sign-ins',
  token: 'Token & auto-logon',
  hello: 'Windows Hello',
  security: 'Security',
  findings: 'Findings',
  notes: 'Notes',
  marks: 'Marks',
};

/** Several marks drawn as one: "4 flags". */
export const pluralWords: Readonly<Record<ItemKind, string>> = {
  scene: 'scenes',
  boot: 'boots',
  clockStep: 'clock steps',
  zoneChange: 'zone changes',
  sleep: 'times of sleep',
  attempt: 'attempts',
  attemptPhase: 'phases of earlier attempts',
  phase: 'phases',
  subcategory: 'subcategories',
  app: 'apps',
  flag: 'flags',
  otherCause: 'other causes',
  reboot: 'reboots',
  wait: 'waits',
  signIn: 'sign-ins',
  signInProblem: 'refusals',
  token: 'token states',
  autoLogon: 'auto-logon clearings',
  hello: 'Hello signs',
  security: 'security states',
  finding: 'findings',
  note: 'notes',
  mark: 'marks',
};

export const attemptEndWords: Readonly<Record<AttemptEnd, string>> = {
  joinRolledBack: 'the join was taken back',
  deviceReset: 'the device was reset',
  tryAgain: 'somebody asked to try again',
  newJoin: 'the device joined anew',
};

export const attemptOutcomeWords: Readonly<Record<AttemptOutcome, string>> = {
  completed: 'completed',
  failed: 'failed',
  interrupted: 'interrupted',
  unknown: 'outcome unknown',
};

/** `App: Contoso VPN` */
export function otherCauseName({ kind, name }: OtherCause): string {
  return name === null ? otherCauseWords[kind] : `${otherCauseWords[kind]}: ${name}`;
}

const otherCauseWords: Readonly<Record<OtherCauseKind, string>> = {
  application: 'App',
  windowsUpdate: 'Windows Update',
  oobeUpdate: 'OOBE update',
  script: 'Script',
  deviceRename: 'Rename of the device',
  user: 'The user',
  powerLoss: 'Power loss',
  crash: 'Crash',
  hybridJoin: 'Domain join',
  provisioningPackage: 'Provisioning package',
  preProvisioning: 'Pre-provisioning',
  devicePreparationAgent: 'Device preparation agent',
  setup: 'Windows setup',
  deviceReset: 'Device reset',
  mdmRebootCsp: 'Restart asked for by MDM',
};

export const workloadWords: Readonly<Record<WorkloadState, string>> = {
  notStarted: 'not started',
  completed: 'completed',
  skipped: 'skipped',
  uninstalled: 'uninstalled',
  failed: 'failed',
  inProgress: 'in progress',
  restartRequired: 'restart required',
  cancelled: 'cancelled',
  unknown: 'state unknown',
};

export const clearingWords: Readonly<Record<AutoLogonClearing['by'], string>> = {
  beforeRestart: 'by OOBE as it restarts',
  pageReload: 'by the status page as it is loaded again',
  diagnosticsPage: 'on the way back from the diagnostics page',
};

export const tokenWords: Readonly<Record<TokenFacts['state'], string>> = {
  present: 'Token present',
  missing: 'No token',
  unknown: 'Token unknown',
};

export const helloWords: Readonly<Record<HelloFacts['state'], string>> = {
  provisioned: 'Hello set up',
  incomplete: 'Hello not finished',
  notConfigured: 'Hello not offered',
  unknown: 'Hello unknown',
};

export const securityWords: Readonly<Record<SecurityState, string>> = {
  measured: 'Measured',
  notMeasuredSinceEnrollment: 'Not measured since the enrollment',
  rebootPending: 'Waits for a restart',
  active: 'Active',
  unknown: 'Not known',
};
