import { l10n } from 'vscode';
import type { ProtectedArea } from '../../core/catalog/securityAreas';
import type { MoveSavings, SecurityState } from '../../core/enrollment/document/securityImpact';
import { shortDuration } from '../../core/words/duration';

/* The words for security and the price of a move, in the language of the editor. */

export function areaLabel(area: ProtectedArea): string {
  switch (area) {
    case 'deviceHealthAttestation':
      return l10n.t('Device health');
    case 'bitLocker':
      return l10n.t('BitLocker');
    case 'secureBoot':
      return l10n.t('Secure Boot');
    case 'codeIntegrity':
      return l10n.t('Code Integrity');
    case 'deviceGuard':
      return l10n.t('Device Guard');
    case 'virtualizationBasedSecurity':
      return l10n.t('Virtualization-based security');
    case 'directMemoryAccess':
      return l10n.t('Protection against direct memory access');
    case 'exploitProtection':
      return l10n.t('Exploit protection');
    case 'firmware':
      return l10n.t('Firmware settings');
    case 'browserIsolation':
      return l10n.t('Browser isolation');
  }
}

export function securityStateLabel(state: SecurityState): string {
  switch (state) {
    case 'measured':
      return l10n.t('measured since the enrollment');
    case 'notMeasuredSinceEnrollment':
      return l10n.t('not measured since the enrollment');
    case 'rebootPending':
      return l10n.t('waits for a restart');
    case 'active':
      return l10n.t('active');
    case 'unknown':
      return l10n.t('unknown');
  }
}

/** `1 restart, 1 sign-in, 6 min 36 s`: what would not have happened. What is not known is said. */
export function savingsLabel({ reboots, prompts, waitMs }: MoveSavings): string {
  return [
    reboots === 1 ? l10n.t('1 restart') : l10n.t('{0} restarts', reboots),
    promptsLabel(prompts),
    ...(waitMs === null || waitMs === 0 ? [] : [shortDuration(waitMs)]),
  ].join(', ');
}

function promptsLabel(prompts: number | null): string {
  if (prompts === null) {
    return l10n.t('sign-ins not known');
  }
  return prompts === 1 ? l10n.t('1 sign-in') : l10n.t('{0} sign-ins', prompts);
}
