import { l10n } from 'vscode';
import type { Phase } from '../../core/enrollment/document/phases';
import type { Reboot } from '../../core/enrollment/document/reboots';
import type { SignIn } from '../../core/enrollment/document/signIns';
import type { StoryItem } from '../../core/language/storyTime';
import { credentialLabel, expectedLabel, phaseLabel, phaseStateText, rebootLabel, signInLabel } from '../views/labels';

/** More causes than this make a line that nobody reads. */
const causesNamed = 2;

/** `Reboot 2 of 2: caused by DeviceGuard/LsaCfgFlags, DmaGuard/DeviceEnumerationPolicy · not called for by the enrollment` */
export function storyLensText(item: StoryItem): string {
  switch (item.kind) {
    case 'reboot':
      return rebootText(item.reboot, item.number, item.of);
    case 'signIn':
      return signInText(item.signIn);
    case 'phase':
      return phaseText(item.phase);
    case 'boot':
      return l10n.t('Start {0} of {1}', item.number, item.of);
  }
}

function rebootText(reboot: Reboot, number: number, of: number): string {
  const head = l10n.t('Reboot {0} of {1}', number, of);
  const causes = reboot.causes
    .filter(({ verdict }) => verdict !== 'refuted')
    .map(({ uri }) => uri.split('/').slice(-2).join('/'));
  const shown = causes.slice(0, causesNamed).join(', ');
  const more = causes.length > causesNamed ? ` ${l10n.t('and {0} more', causes.length - causesNamed)}` : '';
  const why = causes.length === 0 ? rebootLabel(reboot) : l10n.t('caused by {0}', `${shown}${more}`);
  return `${head}: ${why} · ${expectedLabel(reboot.expected)}`;
}

function signInText(signIn: SignIn): string {
  const credential = credentialLabel(signIn.credential);
  return credential === null ? signInLabel(signIn) : `${signInLabel(signIn)} · ${credential}`;
}

function phaseText(phase: Phase): string {
  return `${phaseLabel(phase.id)} · ${phaseStateText(phase)}`;
}
