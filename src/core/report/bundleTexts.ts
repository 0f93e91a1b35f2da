import * as l10n from '@vscode/l10n';
import type { BundleKind } from '../bundle/bundle';
import { phrase } from '../words/language';
import { numberText } from '../words/numbers';

/** The English are the codes of the triage document. */
export const bundleKinds: Readonly<Record<BundleKind, string>> = {
  mdmDiagnostics: phrase('mdmDiagnostics'),
  collectDiagnostics: phrase('collectDiagnostics'),
  folder: phrase('folder'),
  singleLog: phrase('singleLog'),
};

export function memberCount(count: number): string {
  return count === 1 ? l10n.t('1 member') : l10n.t('{0} members', numberText(count));
}
