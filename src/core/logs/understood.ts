import { linesOf } from '../bytes/lines';

/**
 * How much of a text its reader made sense of. Empty lines and continuations of what was understood count as
 * understood; a reader never counts a line whose content it dropped.
 */
export interface Understood {
  readonly lines: number;
  /** All lines of the text. */
  readonly of: number;
}

/** A text that was understood to the last line. */
export function understoodWhole(text: string): Understood {
  const of = countLines(text);
  return { lines: of, of };
}

/** A text that was understood up to the line (counted from 1) in which its first mistake is. */
export function understoodBefore(line: number, text: string): Understood {
  const of = countLines(text);
  return { lines: Math.max(0, Math.min(of, line - 1)), of };
}

/** A text of which nothing was understood. */
export function understoodNothing(text: string): Understood {
  return { lines: 0, of: countLines(text) };
}

/** Lines as an editor counts them, but for the empty one behind a last line break. */
export function countLines(text: string): number {
  let count = 0;
  for (const { number } of linesOf(text)) {
    count = number;
  }
  return count;
}
