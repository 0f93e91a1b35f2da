import type { LinePattern } from './linePattern';
import type { SearchPlan } from './searchPlan';

/** A preview marks no more than this many pieces. */
const maxRanges = 20;

export type TextRange = readonly [offset: number, length: number];

/** Tests texts for the words and patterns of a query, and says where they are. */
export class ContentTest {
  /** Of each, any form has to occur. */
  private readonly words: readonly { readonly forms: readonly string[]; readonly negated: boolean }[];
  private readonly patterns: readonly { readonly pattern: LinePattern; readonly negated: boolean }[];
  /** Positive words as expressions, for their places in texts of the original case. */
  private readonly wordMarks: readonly RegExp[];
  private readonly foldsCase: boolean;

  constructor({ content, caseSensitive }: Pick<SearchPlan, 'content' | 'caseSensitive'>) {
    const words = content.flatMap((term) =>
      term.kind === 'pattern'
        ? []
        : [{ forms: term.kind === 'text' ? [term.text] : term.forms, negated: term.negated }],
    );
    this.words = words.map(({ forms, negated }) => ({
      forms: caseSensitive ? forms : forms.map((form) => form.toLowerCase()),
      negated,
    }));
    this.wordMarks = words
      .filter(({ negated }) => !negated)
      .flatMap(({ forms }) => forms.map((form) => wordMark(form, caseSensitive)));
    this.patterns = content.filter((term) => term.kind === 'pattern');
    this.foldsCase = !caseSensitive && content.length > 0;
  }

  get isEmpty(): boolean {
    return this.words.length === 0 && this.patterns.length === 0;
  }

  /** Is there anything that a preview could mark? */
  get hasMarks(): boolean {
    return this.wordMarks.length > 0 || this.patterns.some(({ negated }) => !negated);
  }

  /** Can a line or record of `text` fit at all? A quick look at the whole, which says yes when in doubt. */
  mayFit(text: string): boolean {
    const folded = this.foldsCase ? text.toLowerCase() : text;
    return (
      this.words.every(({ forms, negated }) => negated || occursIn(folded, forms)) &&
      this.patterns.every(({ pattern, negated }) => negated || pattern.mayFit(folded))
    );
  }

  /** Does every condition hold for `text`? Patterns look at each of its lines by itself. */
  fits(text: string): boolean {
    const folded = this.foldsCase ? text.toLowerCase() : text;
    return (
      this.words.every(({ forms, negated }) => occursIn(folded, forms) !== negated) &&
      this.patterns.every(({ pattern, negated }) => (pattern.mayFit(folded) && fitsALine(pattern, text)) !== negated)
    );
  }

  /** An offset at or in the first piece that was found in a line; `null` when nothing was. */
  firstIn(line: string): number | null {
    const offsets = [
      ...this.wordMarks.map((mark) => line.search(mark)),
      ...this.patterns.map(({ pattern, negated }) => (negated ? -1 : pattern.firstEnd(line))),
    ].filter((offset) => offset >= 0);
    return offsets.length === 0 ? null : Math.min(...offsets);
  }

  /** The pieces that were found in a short line, in order, without overlaps. Takes time with its length squared. */
  rangesIn(line: string): readonly TextRange[] {
    const found = [
      ...this.wordMarks.flatMap((mark) =>
        [...line.matchAll(mark)].map((match): TextRange => [match.index, match[0].length]),
      ),
      ...this.patterns.flatMap(({ pattern, negated }) => (negated ? [] : patternRanges(pattern, line))),
    ].sort((a, b) => a[0] - b[0]);
    let end = 0;
    const free = found.filter(([offset, length]) => {
      const isFree = offset >= end;
      end = isFree ? offset + length : end;
      return isFree;
    });
    return free.slice(0, maxRanges);
  }
}

function occursIn(text: string, forms: readonly string[]): boolean {
  return forms.some((form) => text.includes(form));
}

function fitsALine(pattern: LinePattern, text: string): boolean {
  for (let start = 0; start <= text.length;) {
    const lineBreak = text.indexOf('\n', start);
    const end = lineBreak < 0 ? text.length : lineBreak;
    if (pattern.firstEnd(text, start, end) >= 0) {
      return true;
    }
    start = end + 1;
  }
  return false;
}

function patternRanges(pattern: LinePattern, line: string): readonly TextRange[] {
  const ranges: TextRange[] = [];
  for (let start = 0; start < line.length && ranges.length < maxRanges;) {
    const end = pattern.longestEnd(line, start);
    if (end > start) {
      ranges.push([start, end - start]);
    }
    start = Math.max(end, start + 1);
  }
  return ranges;
}

function wordMark(word: string, caseSensitive: boolean): RegExp {
  return new RegExp(word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'), caseSensitive ? 'g' : 'gi');
}
