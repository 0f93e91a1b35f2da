import { l10n } from 'vscode';
import type { OtherCause, OtherCauseKind, RebootCause, RebootCost } from '../../core/enrollment/document/reboots';
import { shortDuration } from '../../core/words/duration';
import { verdictLabel } from './labels';

/* The words for what restarted a device and what that cost, in the language of the editor. */

/** Scripts and some apps have no name in the logs: their id says nothing in a narrow row. */
const guid = /^\{?[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}\}?$/i;

/** What else than a policy restarts a device. */
export function otherCauseLabel(kind: OtherCauseKind): string {
  switch (kind) {
    case 'application':
      return l10n.t('App');
    case 'windowsUpdate':
      return l10n.t('Windows Update');
    case 'oobeUpdate':
      return l10n.t('OOBE update');
    case 'script':
      return l10n.t('Script');
    case 'deviceRename':
      return l10n.t('Rename of the device');
    case 'user':
      return l10n.t('A person');
    case 'powerLoss':
      return l10n.t('Power loss');
    case 'crash':
      return l10n.t('Crash of Windows');
    case 'hybridJoin':
      return l10n.t('Domain join');
    case 'provisioningPackage':
      return l10n.t('Provisioning package');
    case 'preProvisioning':
      return l10n.t('Pre-provisioning');
    case 'devicePreparationAgent':
      return l10n.t('Device preparation agent');
    case 'setup':
      return l10n.t('Windows setup');
    case 'deviceReset':
      return l10n.t('Reset of the device');
    case 'mdmRebootCsp':
      return l10n.t('Restart command of the MDM service');
  }
}

/** `App: Contoso VPN`, or the kind alone where no log names it. */
export function otherCauseName({ kind, name }: Pick<OtherCause, 'kind' | 'name'>): string {
  return name === null ? otherCauseLabel(kind) : `${otherCauseLabel(kind)}: ${name}`;
}

/** The surest of the other causes that may be right, for a row without room for more. */
export function leadingCauseName(causes: readonly OtherCause[]): string | null {
  const leading = causes.find(({ verdict, name }) => verdict !== 'refuted' && name !== null);
  if (leading === undefined || leading.name === null) {
    return null;
  }
  const name = guid.test(leading.name) ? otherCauseLabel(leading.kind) : leading.name;
  return leading.verdict === 'possible' ? `${verdictLabel(leading.verdict)}: ${name}` : name;
}

/** How often a setting asked; `null` for once. */
export function flagCountLabel({ count }: Pick<RebootCause, 'count'>): string | null {
  return count === 1 ? null : l10n.t('asked {0} times', count);
}

/** What a restart cost the person in front of it, as one phrase. What is not known is said, not left out. */
export function costLabel({ prompts, waitMs }: RebootCost): string {
  if (prompts === null) {
    return l10n.t('cost not known from this bundle');
  }
  if (prompts === 0) {
    return l10n.t('nobody had to sign in because of it');
  }
  const again = prompts === 1 ? l10n.t('1 sign-in more') : l10n.t('{0} sign-ins more', prompts);
  const wait = waitMs === null ? l10n.t('wait not known') : l10n.t('{0} at the lock screen', shortDuration(waitMs));
  return `${again}, ${wait}`;
}
