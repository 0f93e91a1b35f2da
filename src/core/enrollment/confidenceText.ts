import * as l10n from '@vscode/l10n';
import { phrase, spoken } from '../words/language';
import type { Confidence } from './document/evidence';

/** Beside the name of a field that says what it is. */
export const confidenceWords = spoken<Confidence>({
  high: phrase('high'),
  medium: phrase('medium'),
  low: phrase('low'),
});

/** `high confidence` */
export function confidenceText(confidence: Confidence): string {
  return l10n.t('{0} confidence', confidenceWords[confidence]);
}
