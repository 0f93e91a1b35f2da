import * as l10n from '@vscode/l10n';
import type { Move } from '../enrollment/document/securityImpact';
import { shortDuration } from '../words/duration';
import { restartCount, signInCount } from './countTexts';

/** What a move would save, one text a thing: `1 restart`, `1 sign-in`, `6 min at the lock screen`. */
export function savingTexts({ reboots, prompts, waitMs }: Move['saves']): readonly string[] {
  return [
    restartCount(reboots),
    prompts === null
      ? l10n.t('an unknown number of sign-ins')
      : prompts === 0
        ? l10n.t('no sign-in')
        : signInCount(prompts),
    ...(waitMs === null || waitMs === 0 ? [] : [l10n.t('{0} at the lock screen', shortDuration(waitMs))]),
  ];
}
