import * as l10n from '@vscode/l10n';
import { sidesOfAdvice } from '../enrollment/adviceWords';
import type { Move } from '../enrollment/document/securityImpact';

/**
 * Advice with its price. What moving a setting costs is told with what it would save, under security, and not a second
 * time here.
 */
export function adviceText(whole: string, moves: readonly Move[]): string {
  const { advice, price } = sidesOfAdvice(whole);
  const isTold = moves.some((move) => move.now === 'restarts' && move.price.some(({ why }) => price?.includes(why)));
  return isTold ? `${advice} ${l10n.t('Its price is told under security.')}` : whole;
}
