import * as l10n from '@vscode/l10n';
import { phrase, spoken } from '../words/language';

/** Where a part stands among the parts of its log, counted from 1. */
export interface PartPosition {
  readonly number: number;
  readonly count: number;
}

/** The words in the notes that lead to the neighbours of a part; editors make links of them. */
export const partWords = spoken<'previous' | 'next'>({
  previous: phrase('previous part'),
  next: phrase('next part'),
});

/** The first line of a part: which one it is, what of the log it holds, and where the rest is. */
export function noteAbovePart(position: PartPosition, content: string): string {
  const { number, count } = position;
  const facts = [l10n.t('part {0} of {1}', number, count), content];
  if (number > 1) {
    facts.push(partWords.previous);
  }
  if (number < count) {
    facts.push(partWords.next);
  }
  return `# ${facts.join(' · ')}\n`;
}

/** The last line of a part that others follow; empty for the last part. */
export function noteBelowPart({ number, count }: PartPosition): string {
  return number < count ? `# ${l10n.t('part {0} of {1} ends here', number, count)} · ${partWords.next}\n` : '';
}
