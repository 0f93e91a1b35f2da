/*
 * English words for the terms of the triage document, in one place: the timeline, the reports and the command line
 * speak alike. The editor has its own, which are translated.
 */
import type { CoverageState } from '../bundle/coverage';
import type { RebootClass } from '../catalog/rebootClass';
import type { ProtectedArea } from '../catalog/securityAreas';
import type { BootKind } from './document/boots';
import type { CauseVerdict, RebootDuring } from './document/reboots';
import { shortDuration, signedDuration } from '../words/duration';
import type { PlacedBy } from './clock/clockTrack';
import type { ClockSegment, ClockStep } from './document/clockFacts';
import type { Credential, SignInClass } from './document/signIns';
import type { FindingSeverity } from './document/findings';
import type { PhaseId, PhaseState } from './document/phases';

export const bootWords: Readonly<Record<BootKind, string>> = {
  restart: 'restart',
  powerLoss: 'power loss',
  fastStartup: 'fast startup',
  shutdownAndStart: 'shutdown and start',
  firstBoot: 'first boot',
  unknown: 'start, cause unknown',
};

export const clockStepWords: Readonly<Record<ClockStep['reason'], string>> = {
  timeSync: 'time sync',
  resume: 'resume',
  timeZone: 'time zone change',
  unknown: 'unknown reason',
};

/** How a record was put into a segment of the clock. */
export const placedByWords: Readonly<Record<PlacedBy, string>> = {
  ownRecord: 'the log holds the clock steps itself',
  jump: 'by the jump of its times',
  assumed: 'assumed: its times decide nothing',
};

/** How far a time may be off, behind it: ` (may be off by 2 min)`; empty where a record gives the moment. */
export function uncertaintyWords(uncertaintyMs: number | null | undefined): string {
  return uncertaintyMs === null || uncertaintyMs === undefined || uncertaintyMs < 1_000
    ? ''
    : ` (may be off by ${shortDuration(uncertaintyMs)})`;
}

/** One segment of the clock: `up to 2026-02-17T12:22:21.130Z: −7 h 59 min (time sync)`. */
export function segmentWords({ start, end, correctionMs, correctedBy, shownAgain }: ClockSegment): string {
  const span =
    start === null ? (end === null ? 'all of it' : `up to ${end}`) : `from ${start}${end === null ? '' : ` to ${end}`}`;
  const reasons = [...new Set(correctedBy.map(({ reason }) => clockStepWords[reason]))].join(', ');
  const correction = correctionMs === 0 ? 'as recorded' : `${signedDuration(correctionMs)} (${reasons})`;
  const again = shownAgain === null ? '' : `; the clock showed ${shownAgain.from} to ${shownAgain.to} twice`;
  return `${span}: ${correction}${again}`;
}

export const phaseWords: Readonly<Record<PhaseId, string>> = {
  devicePreparation: 'Device preparation',
  deviceSetup: 'Device setup',
  accountSetup: 'Account setup',
};

export const stateWords: Readonly<Record<PhaseState, string>> = {
  notStarted: 'not started',
  inProgress: 'in progress',
  succeeded: 'succeeded',
  failed: 'failed',
  skipped: 'skipped',
  unknown: 'state unknown',
};

export const duringWords: Readonly<Record<RebootDuring, string>> = {
  setup: 'Windows setup',
  preJoin: 'before the join',
  devicePreparation: 'device preparation',
  deviceSetup: 'device setup',
  accountSetup: 'account setup',
  afterEnrollment: 'after the enrollment',
  unknown: 'phase unknown',
};

export const rebootWords: Readonly<Record<RebootClass, string>> = {
  coalescedPolicy: 'policy reboot',
  application: 'app reboot',
  oobeUpdate: 'OOBE update reboot',
  deviceRename: 'rename reboot',
  provisioningPackage: 'provisioning package reboot',
  hybridJoin: 'domain join reboot',
  setup: 'Windows setup reboot',
  preProvisioning: 'pre-provisioning reboot',
  devicePreparationAgent: 'device preparation agent reboot',
  windowsUpdate: 'Windows Update reboot',
  script: 'script reboot',
  user: 'reboot by the user',
  unexpected: 'unexpected reboot',
  unknown: 'reboot of unknown cause',
};

export const verdictWords: Readonly<Record<CauseVerdict, string>> = {
  confirmed: 'confirmed',
  likely: 'likely',
  possible: 'possible',
  refuted: 'refuted',
};

export const signInWords: Readonly<Record<SignInClass, string>> = {
  first: 'first sign-in',
  automatic: 'automatic sign-in',
  rePrompt: 're-prompt',
  planned: 'planned sign-in',
  afterEnrollment: 'sign-in after enrollment',
  unknown: 'sign-in',
};

export const credentialWords: Readonly<Record<Credential, string>> = {
  webSignIn: 'web sign-in',
  temporaryAccessPass: 'Temporary Access Pass',
  password: 'password',
  helloPin: 'Hello PIN',
  helloBiometric: 'Hello biometrics',
  fido2: 'security key',
  smartCard: 'smart card',
  autoLogon: 'auto-logon',
  unknown: 'credential unknown',
};

/** Inside a sentence. */
export const areaWords: Readonly<Record<ProtectedArea, string>> = {
  deviceHealthAttestation: 'device health',
  bitLocker: 'BitLocker',
  secureBoot: 'Secure Boot',
  codeIntegrity: 'Code Integrity',
  deviceGuard: 'Device Guard',
  virtualizationBasedSecurity: 'virtualization-based security',
  directMemoryAccess: 'protection against direct memory access',
  exploitProtection: 'exploit protection',
  firmware: 'firmware settings',
  browserIsolation: 'browser isolation',
};

export const severityWords: Readonly<Record<FindingSeverity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'info',
};

export const coverageWords: Readonly<Record<CoverageState, string>> = {
  present: 'present',
  empty: 'no records',
  absent: 'not in the bundle',
  notCollected: 'not collected',
  unreadable: 'unreadable',
};

/** With a capital at its start. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** `3 causes`, `1 cause`. */
export function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en-US')} ${noun}${count === 1 ? '' : 's'}`;
}

/** Words of subcategory ids that people write differently. */
const subcategoryWords: Readonly<Record<string, string>> = {
  'white glove success': 'pre-provisioning',
  'white glove': 'pre-provisioning',
  aadj: 'Entra join',
  aad: 'Entra',
  esp: 'ESP',
  mdm: 'MDM',
  mfa: 'MFA',
  tpm: 'TPM',
  vpn: 'VPN',
};
const subcategoryTerms = new RegExp(`\\b(?:${Object.keys(subcategoryWords).join('|')})\\b`, 'g');

/** `DeviceSetup.SecurityPoliciesSubcategory` → `Security policies`, `…EspProviderInstallation…` → `ESP provider installation`. */
export function subcategoryName(id: string): string {
  const last = id.slice(id.lastIndexOf('.') + 1).replace(/Subcategory$/, '');
  const words = last.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return words === '' ? id : capitalised(words.replace(subcategoryTerms, (term) => subcategoryWords[term] ?? term));
}

/** The last two segments of a CSP URI: `DeviceGuard/LsaCfgFlags`. */
export function shortUri(uri: string): string {
  return uri.split('/').slice(-2).join('/');
}
