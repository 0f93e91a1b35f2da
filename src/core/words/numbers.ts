import * as l10n from '@vscode/l10n';

/** `1234` → `1,234`, with the separator of the language. */
export function numberText(value: number): string {
  return value.toLocaleString('en-US').replaceAll(',', l10n.t(','));
}
