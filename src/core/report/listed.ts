import * as l10n from '@vscode/l10n';
import { numberText } from '../words/numbers';

/** The first few of a list, and how many more: `a, b and 4 more`. */
export function listed(names: readonly string[], shown: number): string {
  const named = names.slice(0, shown).join(', ');
  return names.length > shown ? l10n.t('{0} and {1} more', named, numberText(names.length - shown)) : named;
}
