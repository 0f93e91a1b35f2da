import { l10n } from 'vscode';
import type {
  CauseVerdict,
  Credential,
  EvidenceRef,
  PhaseId,
  PhaseState,
  Reboot,
  RebootClass,
  RebootDuring,
  SignIn,
  SignInClass,
} from '../../core/enrollment/triageDocument';

/* The words for the values of the triage document, in the language of the editor. */

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
      return l10n.t('not known from this bundle');
  }
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
      return l10n.t('Application reboot');
    case 'oobeUpdate':
      return l10n.t('Setup update reboot');
    case 'deviceRename':
      return l10n.t('Rename reboot');
    case 'provisioningPackage':
      return l10n.t('Provisioning package reboot');
    case 'hybridJoin':
      return l10n.t('Hybrid join reboot');
    case 'setup':
      return l10n.t('Windows setup reboot');
    case 'preProvisioning':
      return l10n.t('Pre-provisioning reboot');
    case 'devicePreparationAgent':
      return l10n.t('Device preparation reboot');
    case 'windowsUpdate':
      return l10n.t('Windows Update reboot');
    case 'script':
      return l10n.t('Script reboot');
    case 'user':
      return l10n.t('Manual reboot');
    case 'unexpected':
      return l10n.t('Unexpected restart');
    case 'unknown':
      return l10n.t('Reboot, cause unknown');
  }
}

export function rebootLabel(reboot: Reboot): string {
  return rebootClassLabel(reboot.class);
}

/** Does the enrollment flow call for it? In words that also stand without the colour of the icon. */
export function expectedLabel(expected: boolean | null): string {
  if (expected === null) {
    return l10n.t('not decidable whether expected');
  }
  return expected ? l10n.t('expected') : l10n.t('not called for by the enrollment');
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
      return l10n.t('not the cause');
  }
}

function signInClassLabel(signInClass: SignInClass): string {
  switch (signInClass) {
    case 'first':
      return l10n.t('First sign-in');
    case 'automatic':
      return l10n.t('Automatic sign-in');
    case 'rePrompt':
      return l10n.t('Asked to sign in again');
    case 'planned':
      return l10n.t('Planned sign-in');
    case 'afterEnrollment':
      return l10n.t('Sign-in after the enrollment');
    case 'unknown':
      return l10n.t('Sign-in');
  }
}

export function signInLabel(signIn: SignIn): string {
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
      return l10n.t('Windows Hello PIN');
    case 'helloBiometric':
      return l10n.t('Windows Hello biometrics');
    case 'fido2':
      return l10n.t('security key');
    case 'smartCard':
      return l10n.t('smart card');
    case 'autoLogon':
      return l10n.t('automatic logon');
    case 'unknown':
      return null;
  }
}

/** `system.evtx · record 247`: where the evidence is, by file name. */
export function evidenceLabel(evidence: EvidenceRef): string {
  const name = evidence.path.slice(evidence.path.lastIndexOf('/') + 1);
  return 'recordId' in evidence
    ? l10n.t('{0} · record {1}', name, evidence.recordId)
    : l10n.t('{0} · line {1}', name, evidence.line);
}
