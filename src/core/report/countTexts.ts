import * as l10n from '@vscode/l10n';
import { wholeNumber } from '../words/language';

/** `1 restart`, `3 restarts` */
export function restartCount(count: number): string {
  return count === 1 ? l10n.t('1 restart') : l10n.t('{0} restarts', wholeNumber(count));
}

/** `1 sign-in`, `3 sign-ins` */
export function signInCount(count: number): string {
  return count === 1 ? l10n.t('1 sign-in') : l10n.t('{0} sign-ins', wholeNumber(count));
}
