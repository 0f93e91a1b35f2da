/*
 * Words for the terms of the triage document, in one place: the timeline, the reports and the command line speak
 * alike. The trees of the editor have their own.
 */
import * as l10n from '@vscode/l10n';
import { phrase, spoken } from '../words/language';
import type { CoverageState } from '../bundle/coverage';
import type { RebootClass } from '../catalog/rebootClass';
import type { ProtectedArea } from '../catalog/securityAreas';
import type { BootKind } from './document/boots';
import type { CauseVerdict, RebootDuring } from './document/reboots';
import { shortDuration, signedDuration } from '../words/duration';
import type { Sleep } from './document/sleeps';
import type { PlacedBy } from './clock/clockTrack';
import type { ClockSegment, ClockStep } from './document/clockFacts';
import type { Credential, SignInClass } from './document/signIns';
import type { FindingSeverity } from './document/findings';
import type { Phase, PhaseId, PhaseState } from './document/phases';
import { isEndUnseen } from './document/enrollmentSight';

export const bootWords = spoken<BootKind>({
  restart: phrase('restart'),
  powerLoss: phrase('power loss'),
  fastStartup: phrase('fast startup'),
  shutdownAndStart: phrase('shutdown and start'),
  firstBoot: phrase('first boot'),
  unknown: phrase('start, cause unknown'),
});

export const clockStepWords = spoken<ClockStep['reason']>({
  timeSync: phrase('time sync'),
  resume: phrase('resume'),
  timeZone: phrase('time zone change'),
  unknown: phrase('unknown reason'),
});

/** After "the device was". */
export const sleepWords = spoken<Sleep['kind']>({
  sleep: phrase('asleep'),
  hibernation: phrase('hibernating'),
  standby: phrase('in standby'),
});

/** How a record was put into a segment of the clock. */
export const placedByWords = spoken<PlacedBy>({
  ownRecord: phrase('the log holds the clock steps itself'),
  jump: phrase('by the jump of its times'),
  assumed: phrase('assumed: its times decide nothing'),
});

/** How far a time may be off, behind it: ` (may be off by 2 min)`; empty where it is a second or less. */
export function uncertaintyWords(uncertaintyMs: number | null | undefined): string {
  return uncertaintyMs === null || uncertaintyMs === undefined || uncertaintyMs < 2_000
    ? ''
    : ` (${l10n.t('may be off by {0}', shortDuration(uncertaintyMs))})`;
}

/** One segment of the clock: `up to 2026-02-17T12:22:21.130Z: −7 h 59 min (time sync)`. */
export function segmentWords({ start, end, correctionMs, correctedBy, shownAgain }: ClockSegment): string {
  const reasons = [...new Set(correctedBy.map(({ reason }) => clockStepWords[reason]))].join(', ');
  const correction = correctionMs === 0 ? l10n.t('as recorded') : `${signedDuration(correctionMs)} (${reasons})`;
  const corrected = `${spanWords(start, end)}: ${correction}`;
  return shownAgain === null
    ? corrected
    : l10n.t('{0}; the clock showed {1} to {2} twice', corrected, shownAgain.from, shownAgain.to);
}

function spanWords(start: string | null, end: string | null): string {
  if (start === null) {
    return end === null ? l10n.t('all of it') : l10n.t('up to {0}', end);
  }
  return end === null ? l10n.t('from {0}', start) : l10n.t('from {0} to {1}', start, end);
}

export const phaseWords = spoken<PhaseId>({
  devicePreparation: phrase('Device preparation'),
  deviceSetup: phrase('Device setup'),
  accountSetup: phrase('Account setup'),
});

export const stateWords = spoken<PhaseState>({
  notStarted: phrase('not started'),
  inProgress: phrase('in progress'),
  succeeded: phrase('succeeded'),
  failed: phrase('failed'),
  skipped: phrase('skipped'),
  unknown: phrase('state unknown'),
});

/** How a phase, or a part of one, went. */
export function phaseStateText(part: Pick<Phase, 'state' | 'start'>): string {
  return isEndUnseen(part) ? l10n.t('end not seen') : stateWords[part.state];
}

export const duringWords = spoken<RebootDuring>({
  setup: phrase('Windows setup'),
  preJoin: phrase('before the join'),
  devicePreparation: phrase('device preparation'),
  deviceSetup: phrase('device setup'),
  accountSetup: phrase('account setup'),
  afterEnrollment: phrase('after the enrollment'),
  unknown: phrase('phase unknown'),
});

export const rebootWords = spoken<RebootClass>({
  coalescedPolicy: phrase('policy reboot'),
  application: phrase('app reboot'),
  oobeUpdate: phrase('OOBE update reboot'),
  deviceRename: phrase('rename reboot'),
  provisioningPackage: phrase('provisioning package reboot'),
  hybridJoin: phrase('domain join reboot'),
  setup: phrase('Windows setup reboot'),
  preProvisioning: phrase('pre-provisioning reboot'),
  devicePreparationAgent: phrase('device preparation agent reboot'),
  windowsUpdate: phrase('Windows Update reboot'),
  script: phrase('script reboot'),
  user: phrase('reboot by the user'),
  unexpected: phrase('unexpected reboot'),
  unknown: phrase('reboot of unknown cause'),
});

export const verdictWords = spoken<CauseVerdict>({
  confirmed: phrase('confirmed'),
  likely: phrase('likely'),
  possible: phrase('possible'),
  refuted: phrase('refuted'),
});

export const signInWords = spoken<SignInClass>({
  first: phrase('first sign-in'),
  automatic: phrase('automatic sign-in'),
  rePrompt: phrase('re-prompt'),
  planned: phrase('planned sign-in'),
  afterEnrollment: phrase('sign-in after enrollment'),
  unknown: phrase('sign-in'),
});

export const credentialWords = spoken<Credential>({
  webSignIn: phrase('web sign-in'),
  temporaryAccessPass: phrase('Temporary Access Pass'),
  password: phrase('password'),
  helloPin: phrase('Hello PIN'),
  helloBiometric: phrase('Hello biometrics'),
  fido2: phrase('security key'),
  smartCard: phrase('smart card'),
  autoLogon: phrase('auto-logon'),
  unknown: phrase('credential unknown'),
});

/** Inside a sentence. */
export const areaWords = spoken<ProtectedArea>({
  deviceHealthAttestation: phrase('device health'),
  bitLocker: phrase('BitLocker'),
  secureBoot: phrase('Secure Boot'),
  codeIntegrity: phrase('Code Integrity'),
  deviceGuard: phrase('Device Guard'),
  virtualizationBasedSecurity: phrase('virtualization-based security'),
  directMemoryAccess: phrase('protection against direct memory access'),
  exploitProtection: phrase('exploit protection'),
  firmware: phrase('firmware settings'),
  browserIsolation: phrase('browser isolation'),
});

export const severityWords = spoken<FindingSeverity>({
  error: phrase('error'),
  warning: phrase('warning'),
  info: phrase('info'),
});

export const coverageWords = spoken<CoverageState>({
  present: phrase('present'),
  empty: phrase('no records'),
  absent: phrase('not in the bundle'),
  notCollected: phrase('not collected'),
  unreadable: phrase('unreadable'),
});

/** With a capital at its start. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** `3 causes`, `1 cause`, in English. */

/** The steps of the status page whose names are known. */
const subcategoryNames: Readonly<Record<string, string>> = {
  Aadj: phrase('Entra join'),
  Apps: phrase('Apps'),
  Certificates: phrase('Certificates'),
  EspProviderInstallation: phrase('ESP provider installation'),
  MdmEnrollment: phrase('MDM enrollment'),
  NetworkConnections: phrase('Network connections'),
  Policies: phrase('Policies'),
  PrepareMultifactorAuth: phrase('Prepare multifactor auth'),
  RebootCoalescing: phrase('Reboot coalescing'),
  SaveWhiteGloveSuccessResult: phrase('Save pre-provisioning result'),
  SecurityPolicies: phrase('Security policies'),
  SendResultsToMdmServer: phrase('Send results to MDM server'),
  TpmAttestation: phrase('TPM attestation'),
  WaitingForAadRegistration: phrase('Waiting for Entra registration'),
};

/** `DeviceSetup.SecurityPoliciesSubcategory` → `Security policies`; one that is not known by its own words, `New step`. */
export function subcategoryName(id: string): string {
  const name = id.slice(id.lastIndexOf('.') + 1).replace(/Subcategory$/, '');
  const known = Object.hasOwn(subcategoryNames, name) ? subcategoryNames[name] : undefined;
  const words = name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return known === undefined ? capitalised(words === '' ? id : words) : l10n.t(known);
}

/** The last two segments of a CSP URI: `DeviceGuard/LsaCfgFlags`. */
export function shortUri(uri: string): string {
  const name = uri.lastIndexOf('/');
  return name <= 0 ? uri : uri.slice(uri.lastIndexOf('/', name - 1) + 1);
}
