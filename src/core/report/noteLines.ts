/*
 * What a line of a note is by how it begins. Notes come from colleagues' files too: time is linear in the line.
 */

/** A line that begins with a mark of a list. */
export interface ItemLine {
  /** Before the mark; a tab is four blanks. */
  readonly blanks: string;
  /** `-`, `*`, `+`, or a number with what stands behind it, such as `3.`. */
  readonly mark: string;
  readonly text: string;
}

/** An item of a list; `null` for any other line. */
export function itemOf(line: string): ItemLine | null {
  const [, blanks = '', mark = '', text = ''] = /^([ \t]*)([-*+]|\d{1,9}[.)])[ \t]+(.*)$/.exec(line) ?? [];
  return mark === '' ? null : { blanks: blanks.replaceAll('\t', '    '), mark, text };
}

/** The text of a heading, without signs that close it; `null` for any other line. */
export function headingOf(line: string): string | null {
  const [mark] = /^ {0,3}#{1,6} +/.exec(line) ?? [];
  if (mark === undefined) {
    return null;
  }
  const text = line.slice(mark.length).trimEnd();
  let end = text.length;
  while (text[end - 1] === '#') {
    end -= 1;
  }
  return end === 0 || text[end - 1] === ' ' ? text.slice(0, end).trimEnd() : text;
}
