import { l10n } from 'vscode';
import type { BootKind } from '../../core/enrollment/document/boots';
import type { CauseVerdict, Reboot, RebootCause, RebootDuring } from '../../core/enrollment/document/reboots';
import type { Credential, SignIn, SignInClass } from '../../core/enrollment/document/signIns';
import type { EvidenceRef } from '../../core/enrollment/document/evidence';
import type { FindingSeverity } from '../../core/enrollment/document/findings';
import { isEndUnseen } from '../../core/enrollment/document/enrollmentSight';
import type { Phase, PhaseId, PhaseState } from '../../core/enrollment/document/phases';
import type { RebootClass } from '../../core/catalog/rebootClass';
import { shortLogName } from './logName';

/*
 * The words for the values of the triage document, in the language of the editor. In English they are those of
 * core/enrollment/storyWords, so that timeline, trees, reports and command line have one name for each thing.
 */

export function phaseLabel(id: PhaseId): string {
  switch (id) {
    case 'devicePreparation':
      return l10n.t('Device preparation');
    case 'deviceSetup':
      return l10n.t('Device setup');
    case 'accountSetup':
      return l10n.t('Account setup');
  }
}

export function phaseStateLabel(state: PhaseState): string {
  switch (state) {
    case 'notStarted':
      return l10n.t('not started');
    case 'inProgress':
      return l10n.t('in progress');
    case 'succeeded':
      return l10n.t('succeeded');
    case 'failed':
      return l10n.t('failed');
    case 'skipped':
      return l10n.t('skipped');
    case 'unknown':
      return l10n.t('state unknown');
  }
}

/** How a phase, or a part of one, went. */
export function phaseStateText(part: Pick<Phase, 'state' | 'start'>): string {
  return isEndUnseen(part) ? l10n.t('end not seen') : phaseStateLabel(part.state);
}

/** The word for a state where its icon alone does not tell it: a green tick needs none. */
export function untoldState(state: PhaseState, text = phaseStateLabel(state)): readonly string[] {
  return state === 'succeeded' ? [] : [text];
}

export function rebootDuringLabel(during: RebootDuring): string {
  switch (during) {
    case 'setup':
      return l10n.t('Windows setup');
    case 'preJoin':
      return l10n.t('before the join');
    case 'devicePreparation':
    case 'deviceSetup':
    case 'accountSetup':
      return phaseLabel(during);
    case 'afterEnrollment':
      return l10n.t('after the enrollment');
    case 'unknown':
      return l10n.t('phase unknown');
  }
}

function rebootClassLabel(rebootClass: RebootClass): string {
  switch (rebootClass) {
    case 'coalescedPolicy':
      return l10n.t('Policy reboot');
    case 'application':
      return l10n.t('App reboot');
    case 'oobeUpdate':
      return l10n.t('OOBE update reboot');
    case 'deviceRename':
      return l10n.t('Rename reboot');
    case 'provisioningPackage':
      return l10n.t('Provisioning package reboot');
    case 'hybridJoin':
      return l10n.t('Domain join reboot');
    case 'setup':
      return l10n.t('Windows setup reboot');
    case 'preProvisioning':
      return l10n.t('Pre-provisioning reboot');
    case 'devicePreparationAgent':
      return l10n.t('Device preparation agent reboot');
    case 'windowsUpdate':
      return l10n.t('Windows Update reboot');
    case 'script':
      return l10n.t('Script reboot');
    case 'user':
      return l10n.t('Reboot by the user');
    case 'unexpected':
      return l10n.t('Unexpected reboot');
    case 'unknown':
      return l10n.t('Reboot of unknown cause');
  }
}

export function rebootLabel(reboot: Pick<Reboot, 'class'>): string {
  return rebootClassLabel(reboot.class);
}

/** The same in a row that has little room; `null` where it is not decidable. */
export function shortExpectedLabel(expected: boolean | null): string | null {
  if (expected === null) {
    return null;
  }
  return expected ? l10n.t('expected') : l10n.t('not called for');
}

/** Does the enrollment flow call for it? In words that also stand without the colour of the icon. */
export function expectedLabel(expected: boolean | null): string {
  if (expected === null) {
    return l10n.t('not decidable whether expected');
  }
  return expected ? l10n.t('expected') : l10n.t('not called for by the enrollment');
}

export function bootLabel(kind: BootKind): string {
  switch (kind) {
    case 'restart':
      return l10n.t('Windows started after a restart');
    case 'powerLoss':
      return l10n.t('Windows started after a power loss');
    case 'fastStartup':
      return l10n.t('Resumed by fast startup');
    case 'shutdownAndStart':
      return l10n.t('Windows started after a shutdown');
    case 'firstBoot':
      return l10n.t('First start of Windows');
    case 'unknown':
      return l10n.t('Windows started');
  }
}

/** How many settings are behind a reboot; `null` where none is known. */
export function causesLabel(causes: readonly RebootCause[]): string | null {
  const blamed = causes.filter(({ verdict }) => verdict === 'confirmed' || verdict === 'likely').length;
  if (blamed > 0) {
    return blamed === 1 ? l10n.t('1 cause') : l10n.t('{0} causes', blamed);
  }
  const possible = causes.filter(({ verdict }) => verdict === 'possible').length;
  if (possible > 0) {
    return possible === 1 ? l10n.t('1 possible cause') : l10n.t('{0} possible causes', possible);
  }
  return null;
}

export function severityLabel(severity: FindingSeverity): string {
  switch (severity) {
    case 'error':
      return l10n.t('error');
    case 'warning':
      return l10n.t('warning');
    case 'info':
      return l10n.t('info');
  }
}

export function verdictLabel(verdict: CauseVerdict): string {
  switch (verdict) {
    case 'confirmed':
      return l10n.t('confirmed cause');
    case 'likely':
      return l10n.t('likely cause');
    case 'possible':
      return l10n.t('possible cause');
    case 'refuted':
      return l10n.t('refuted cause');
  }
}

function signInClassLabel(signInClass: SignInClass): string {
  switch (signInClass) {
    case 'first':
      return l10n.t('First sign-in');
    case 'automatic':
      return l10n.t('Automatic sign-in');
    case 'rePrompt':
      return l10n.t('Re-prompt');
    case 'planned':
      return l10n.t('Planned sign-in');
    case 'afterEnrollment':
      return l10n.t('Sign-in after enrollment');
    case 'unknown':
      return l10n.t('Sign-in');
  }
}

export function signInLabel(signIn: Pick<SignIn, 'class'>): string {
  return signInClassLabel(signIn.class);
}

/** `null` where the bundle does not tell. */
export function credentialLabel(credential: Credential): string | null {
  switch (credential) {
    case 'webSignIn':
      return l10n.t('web sign-in');
    case 'temporaryAccessPass':
      return l10n.t('Temporary Access Pass');
    case 'password':
      return l10n.t('password');
    case 'helloPin':
      return l10n.t('Hello PIN');
    case 'helloBiometric':
      return l10n.t('Hello biometrics');
    case 'fido2':
      return l10n.t('security key');
    case 'smartCard':
      return l10n.t('smart card');
    case 'autoLogon':
      return l10n.t('auto-logon');
    case 'unknown':
      return null;
  }
}

/** `record 247`, `line 40` */
export function evidencePlaceLabel(evidence: EvidenceRef): string {
  return 'recordId' in evidence ? l10n.t('record {0}', evidence.recordId) : l10n.t('line {0}', evidence.line);
}

/** `#247`, `line 40`: where in its log. */
export function evidencePosition(evidence: EvidenceRef): string {
  return 'recordId' in evidence ? `#${evidence.recordId}` : evidencePlaceLabel(evidence);
}

/** `#247 · System.evtx`, `line 40 · setupact.log`: short, for beside what the place proves. */
export function shortEvidencePlace(evidence: EvidenceRef): string {
  return `${evidencePosition(evidence)} · ${shortLogName(evidence.path)}`;
}

/** `asked for the restart · #247 · System.evtx` */
export function evidenceCitation(evidence: EvidenceRef): string {
  const place = shortEvidencePlace(evidence);
  return evidence.note === undefined ? place : `${evidence.note} · ${place}`;
}
