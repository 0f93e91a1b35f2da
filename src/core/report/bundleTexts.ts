import * as l10n from '@vscode/l10n';
import { phrase, spoken, wholeNumber } from '../words/language';
import type { BundleKind } from '../bundle/bundle';

/** The English are the codes of the triage document. */
export const bundleKinds = spoken<BundleKind>({
  mdmDiagnostics: phrase('mdmDiagnostics'),
  collectDiagnostics: phrase('collectDiagnostics'),
  folder: phrase('folder'),
  singleLog: phrase('singleLog'),
});

export function memberCount(count: number): string {
  return count === 1 ? l10n.t('1 member') : l10n.t('{0} members', wholeNumber(count));
}
