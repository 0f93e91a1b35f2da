import type { ContentTest } from './contentTest';
import { fitsNumber } from './eventSearch';
import type { LineFacts } from './lineFacts';
import { linePreview } from './preview';
import { isInSpans, type SearchPlan } from './searchPlan';
import type { SearchMatch } from './searchResult';

interface FactsOfLine {
  readonly timeMs: number | null;
  readonly rawMs: number | null;
  readonly level: number | null;
}

const unknown: FactsOfLine = { timeMs: null, rawMs: null, level: null };

/**
 * Does the query ask for something that only events have? Then no line can fit. Leaving out an event id or a
 * provider leaves lines alone.
 */
export function excludesLines({ provider, channel, id, record, user }: SearchPlan): boolean {
  return [provider, channel, id, record, user].some((conditions) => conditions.some(({ negated }) => !negated));
}

/** Tests the lines of one text member, from the first to the last. */
export class LineSearch {
  /** Position in the facts of the record that the current line belongs to. */
  private at = -1;

  constructor(
    private readonly path: string,
    private readonly facts: LineFacts | null,
    private readonly plan: SearchPlan,
    private readonly content: ContentTest,
  ) {}

  /** Does line `number` (counted from 1) fit? Lines are asked for in ascending order. */
  fits(number: number, text: string): boolean {
    const { timeMs, level } = this.factsOf(number);
    return (
      this.plan.times.every(({ spans, negated }) => isInSpans(timeMs, spans) !== negated) &&
      fitsNumber(level ?? -1, this.plan.level) &&
      this.content.fits(text)
    );
  }

  /** The line as a match to show; it is the one that {@link fits} was asked about last. */
  match(number: number, text: string): SearchMatch {
    return {
      path: this.path,
      recordId: null,
      line: number,
      ...this.factsOf(number),
      provider: null,
      eventId: null,
      ...linePreview(text, this.content),
    };
  }

  private factsOf(number: number): FactsOfLine {
    const { facts } = this;
    if (facts === null) {
      return unknown;
    }
    while (this.at + 1 < facts.lines.length && facts.lines[this.at + 1]! <= number) {
      this.at += 1;
    }
    if (this.at < 0) {
      return unknown;
    }
    const level = facts.levels[this.at]!;
    return {
      timeMs: known(facts.timeMs[this.at]!),
      rawMs: known(facts.rawMs[this.at]!),
      level: level === 0 ? null : level,
    };
  }
}

function known(ms: number): number | null {
  return Number.isNaN(ms) ? null : ms;
}
