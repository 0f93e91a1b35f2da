/** Where a part stands among the parts of its log, counted from 1. */
export interface PartPosition {
  readonly number: number;
  readonly count: number;
}

/** The words in the notes that lead to the neighbours of a part; editors make links of them. */
export const partWords = { previous: 'previous part', next: 'next part' } as const;

/** The first line of a part: which one it is, what of the log it holds, and where the rest is. */
export function noteAbovePart(position: PartPosition, content: string): string {
  const { number, count } = position;
  const facts = [`part ${number} of ${count}`, content];
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
  return number < count ? `# part ${number} of ${count} ends here · ${partWords.next}\n` : '';
}
