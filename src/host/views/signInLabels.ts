import { l10n } from 'vscode';
import type { Confidence } from '../../core/enrollment/document/evidence';
import type {
  CredentialStrength,
  HelloFacts,
  HelloPatternId,
  SignInProblemCategory,
  TokenFacts,
} from '../../core/enrollment/document/signIns';
import { shortDuration } from '../../core/words/duration';

/* The words for sign-ins, tokens and Windows Hello beyond their kind, in the language of the editor. */

export function confidenceLabel(confidence: Confidence): string {
  switch (confidence) {
    case 'high':
      return l10n.t('confidence: high');
    case 'medium':
      return l10n.t('confidence: medium');
    case 'low':
      return l10n.t('confidence: low');
  }
}

/** How much the logs say about a credential. */
export function strengthLabel(strength: CredentialStrength): string {
  switch (strength) {
    case 'strong':
      return l10n.t('its own trace');
    case 'medium':
      return l10n.t('a likely trace');
    case 'weak':
      return l10n.t('circumstances only');
  }
}

export function problemCategoryLabel(category: SignInProblemCategory): string {
  switch (category) {
    case 'tap':
      return l10n.t('Temporary Access Pass');
    case 'mfa':
      return l10n.t('multi-factor authentication');
    case 'password':
      return l10n.t('password');
    case 'conditionalAccess':
      return l10n.t('Conditional Access');
    case 'session':
      return l10n.t('session');
    case 'device':
      return l10n.t('device');
    case 'network':
      return l10n.t('network');
  }
}

export function helloStateLabel(state: HelloFacts['state']): string {
  switch (state) {
    case 'provisioned':
      return l10n.t('provisioned');
    case 'incomplete':
      return l10n.t('incomplete');
    case 'notConfigured':
      return l10n.t('not configured');
    case 'unknown':
      return l10n.t('unknown');
  }
}

export function tokenStateLabel(state: TokenFacts['state']): string {
  switch (state) {
    case 'present':
      return l10n.t('present');
    case 'missing':
      return l10n.t('missing');
    case 'unknown':
      return l10n.t('unknown');
  }
}

export function helloPatternLabel(id: HelloPatternId): string {
  switch (id) {
    case 'signedInAgainWithoutKey':
      return l10n.t('Signed in again without a key');
    case 'noTokenAtSignIn':
      return l10n.t('No token at the sign-in');
    case 'policyArrivedLate':
      return l10n.t('The policy arrived late');
    case 'wizardNotFinished':
      return l10n.t('The wizard was not finished');
    case 'keyNotRegistered':
      return l10n.t('The key was not registered');
    case 'webSignInDespiteKey':
      return l10n.t('Web sign-in despite a key');
    case 'wrongPin':
      return l10n.t('Wrong PIN');
    case 'containerRemoved':
      return l10n.t('The container was removed');
    case 'containerBroken':
      return l10n.t('The container is broken');
    case 'oddTile':
      return l10n.t('An odd tile on the lock screen');
    case 'signedOutAtOnce':
      return l10n.t('Signed out at once');
  }
}

/** `null` where it is a second or less. */
export function uncertaintyLabel(uncertaintyMs: number | null | undefined): string | null {
  return uncertaintyMs === null || uncertaintyMs === undefined || uncertaintyMs < 2_000
    ? null
    : l10n.t('the time may be off by {0}', shortDuration(uncertaintyMs));
}
