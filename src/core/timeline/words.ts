/* The words of the timeline for its own parts; those of the story are in `enrollment/storyWords`. */
import { phrase, spoken } from '../words/language';
import type { AttemptEnd, AttemptOutcome, WorkloadState } from '../enrollment/document/attempts';
import type { CauseVerdict, OtherCause, OtherCauseKind } from '../enrollment/document/reboots';
import type { SecurityState } from '../enrollment/document/securityImpact';
import type { AutoLogonClearing, HelloFacts, SignInClass, TokenFacts } from '../enrollment/document/signIns';
import type { SignInProblemCategory, SignInUserClass } from '../enrollment/document/signIns';
import type { ItemKind, StoryLaneId } from './timelineModel';

export const laneWords = spoken<StoryLaneId>({
  screens: phrase('What the user saw'),
  boots: phrase('Clock & boots'),
  attempts: phrase('Earlier attempts'),
  phases: phrase('ESP phases'),
  apps: phrase('Apps'),
  flags: phrase('Reboot causes'),
  reboots: phrase('Reboots'),
  signIns: phrase('Sign-ins'),
  token: phrase('Token & auto-logon'),
  hello: phrase('Windows Hello'),
  security: phrase('Security'),
  findings: phrase('Findings'),
  notes: phrase('Notes'),
  marks: phrase('Marks'),
});

/** One of a kind, behind its number: `1 flag`. */
export const singularWords = spoken<ItemKind>({
  scene: phrase('scene'),
  boot: phrase('boot'),
  clockStep: phrase('clock step'),
  zoneChange: phrase('zone change'),
  sleep: phrase('time of sleep'),
  attempt: phrase('attempt'),
  attemptPhase: phrase('phase of an earlier attempt'),
  phase: phrase('phase'),
  subcategory: phrase('subcategory'),
  app: phrase('app'),
  flag: phrase('flag'),
  otherCause: phrase('other cause'),
  reboot: phrase('reboot'),
  wait: phrase('wait'),
  signIn: phrase('sign-in'),
  signInProblem: phrase('refusal'),
  token: phrase('token state'),
  autoLogon: phrase('auto-logon clearing'),
  hello: phrase('Hello sign'),
  security: phrase('security state'),
  finding: phrase('finding'),
  note: phrase('note'),
  mark: phrase('mark'),
});

/** Several marks drawn as one: "4 flags". */
export const pluralWords = spoken<ItemKind>({
  scene: phrase('scenes'),
  boot: phrase('boots'),
  clockStep: phrase('clock steps'),
  zoneChange: phrase('zone changes'),
  sleep: phrase('times of sleep'),
  attempt: phrase('attempts'),
  attemptPhase: phrase('phases of earlier attempts'),
  phase: phrase('phases'),
  subcategory: phrase('subcategories'),
  app: phrase('apps'),
  flag: phrase('flags'),
  otherCause: phrase('other causes'),
  reboot: phrase('reboots'),
  wait: phrase('waits'),
  signIn: phrase('sign-ins'),
  signInProblem: phrase('refusals'),
  token: phrase('token states'),
  autoLogon: phrase('auto-logon clearings'),
  hello: phrase('Hello signs'),
  security: phrase('security states'),
  finding: phrase('findings'),
  note: phrase('notes'),
  mark: phrase('marks'),
});

export const attemptEndWords = spoken<AttemptEnd>({
  joinRolledBack: phrase('the join was taken back'),
  deviceReset: phrase('the device was reset'),
  tryAgain: phrase('somebody asked to try again'),
  newJoin: phrase('the device joined anew'),
});

export const attemptOutcomeWords = spoken<AttemptOutcome>({
  completed: phrase('completed'),
  failed: phrase('failed'),
  interrupted: phrase('interrupted'),
  unknown: phrase('outcome unknown'),
});

/** `App: Contoso VPN` */
export function otherCauseName({ kind, name }: OtherCause): string {
  return name === null ? otherCauseWords[kind] : `${otherCauseWords[kind]}: ${name}`;
}

const otherCauseWords = spoken<OtherCauseKind>({
  application: phrase('App'),
  windowsUpdate: phrase('Windows Update'),
  oobeUpdate: phrase('OOBE update'),
  script: phrase('Script'),
  deviceRename: phrase('Rename of the device'),
  user: phrase('The user'),
  powerLoss: phrase('Power loss'),
  crash: phrase('Crash'),
  hybridJoin: phrase('Domain join'),
  provisioningPackage: phrase('Provisioning package'),
  preProvisioning: phrase('Pre-provisioning'),
  devicePreparationAgent: phrase('Device preparation agent'),
  setup: phrase('Windows setup'),
  deviceReset: phrase('Device reset'),
  mdmRebootCsp: phrase('Restart asked for by MDM'),
});

export const workloadWords = spoken<WorkloadState>({
  notStarted: phrase('not started'),
  completed: phrase('completed'),
  skipped: phrase('skipped'),
  uninstalled: phrase('uninstalled'),
  failed: phrase('failed'),
  inProgress: phrase('in progress'),
  restartRequired: phrase('restart required'),
  cancelled: phrase('cancelled'),
  unknown: phrase('state unknown'),
});

export const clearingWords = spoken<AutoLogonClearing['by']>({
  beforeRestart: phrase('Auto-logon cleared by OOBE as it restarts'),
  pageReload: phrase('Auto-logon cleared by the status page as it is loaded again'),
  diagnosticsPage: phrase('Auto-logon cleared on the way back from the diagnostics page'),
});

export const tokenWords = spoken<TokenFacts['state']>({
  present: phrase('Token present'),
  missing: phrase('No token'),
  unknown: phrase('Token unknown'),
});

export const helloWords = spoken<HelloFacts['state']>({
  provisioned: phrase('Hello set up'),
  incomplete: phrase('Hello not finished'),
  notConfigured: phrase('Hello not offered'),
  unknown: phrase('Hello unknown'),
});

export const securityWords = spoken<SecurityState>({
  measured: phrase('Measured'),
  notMeasuredSinceEnrollment: phrase('Not measured since the enrollment'),
  rebootPending: phrase('Waits for a restart'),
  active: phrase('Active'),
  unknown: phrase('Not known'),
});

/** A policy that asked for a restart, by what is made of it. */
export const causeWords = spoken<CauseVerdict>({
  confirmed: phrase('confirmed cause'),
  likely: phrase('likely cause'),
  possible: phrase('possible cause'),
  refuted: phrase('refuted cause'),
});

/** Several of them drawn as one. */
export const causePlurals = spoken<CauseVerdict>({
  confirmed: phrase('confirmed causes'),
  likely: phrase('likely causes'),
  possible: phrase('possible causes'),
  refuted: phrase('refuted causes'),
});

/** The same of what is no policy. */
export const otherCausePlurals = spoken<CauseVerdict>({
  confirmed: phrase('confirmed other causes'),
  likely: phrase('likely other causes'),
  possible: phrase('possible other causes'),
  refuted: phrase('refuted other causes'),
});

/** What a lock screen waited for. */
export const untilWords = spoken<SignInClass>({
  first: phrase('Until the first sign-in'),
  automatic: phrase('Until the automatic sign-in'),
  rePrompt: phrase('Until the re-prompt'),
  planned: phrase('Until the planned sign-in'),
  afterEnrollment: phrase('Until the sign-in after enrollment'),
  unknown: phrase('Until the sign-in'),
});

/** Who signed in, where no log has the name. */
export const userClassWords = spoken<SignInUserClass>({
  entra: phrase('entra user'),
  domain: phrase('domain user'),
  local: phrase('local user'),
  oobe: phrase('oobe user'),
  unknown: phrase('unknown user'),
});

/** What a refusal is about. */
export const refusalWords = spoken<SignInProblemCategory>({
  tap: phrase('Temporary Access Pass'),
  mfa: phrase('multi-factor authentication'),
  password: phrase('password'),
  conditionalAccess: phrase('Conditional Access'),
  session: phrase('session'),
  device: phrase('device'),
  network: phrase('network'),
});
