/*
 * Advice has two sides: what to do, and what that costs. Findings carry both as one text, so that no report can show
 * the one without the other; a view with room for two rows takes them apart again.
 */

const priceMark = ' The price: ';

export function withPrice(advice: string, price: string | null): string {
  return price === null ? advice : `${advice}${priceMark}${price}`;
}

/** `price` is `null` where the advice has none. */
export function sidesOfAdvice(advice: string): { readonly advice: string; readonly price: string | null } {
  const at = advice.indexOf(priceMark);
  return at < 0 ? { advice, price: null } : { advice: advice.slice(0, at), price: advice.slice(at + priceMark.length) };
}
