/*
 * Advice has two sides: what to do, and what that costs. Findings carry both as one text, so that no report can show
 * the one without the other; a view with room for two rows takes them apart again.
 */
import * as l10n from '@vscode/l10n';

export function withPrice(advice: string, price: string | null): string {
  return price === null ? advice : l10n.t('{0} The price: {1}', advice, price);
}

/** `price` is `null` where the advice has none. The advice has been said in the language that is spoken. */
export function sidesOfAdvice(advice: string): { readonly advice: string; readonly price: string | null } {
  const mark = l10n.t('{0} The price: {1}', '', '');
  const at = advice.indexOf(mark);
  return at < 0 ? { advice, price: null } : { advice: advice.slice(0, at), price: advice.slice(at + mark.length) };
}
