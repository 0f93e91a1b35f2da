import type { MovePrice } from './document/securityImpact';
import { areaWords, capitalised } from './storyWords';

/** `Secure Boot, BitLocker: not measured …`: areas with the same reason are told together. */
export function priceWords(prices: readonly MovePrice[]): readonly string[] {
  const byReason = new Map<string, Set<string>>();
  for (const { area, why } of prices) {
    byReason.set(why, (byReason.get(why) ?? new Set()).add(areaWords[area]));
  }
  return [...byReason].map(([why, areas]) => `${capitalised([...areas].join(', '))}: ${why}`);
}
