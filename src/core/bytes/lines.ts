import { lastAtOrBelow } from './sorted';
/** One line of a text, without its line break. */
export interface TextLine {
  /** Counted from 1, as editors show it. */
  readonly number: number;
  readonly text: string;
}

/** Walks the lines of a text; CRLF, bare LF and bare CR all end a line, as they do in an editor. */
export function* linesOf(text: string): Generator<TextLine> {
  const lineBreak = /\r\n|\n|\r/g;
  let start = 0;
  let number = 1;
  for (let match = lineBreak.exec(text); match !== null; match = lineBreak.exec(text)) {
    yield { number, text: text.slice(start, match.index) };
    start = lineBreak.lastIndex;
    number += 1;
  }
  if (start < text.length) {
    yield { number, text: text.slice(start) };
  }
}

/** Offsets at which the lines of a text begin, to turn an offset into a line number. */
export function lineStarts(text: string): Uint32Array {
  const starts = [0];
  const lineBreak = /\r\n|\n|\r/g;
  while (lineBreak.exec(text) !== null) {
    starts.push(lineBreak.lastIndex);
  }
  return Uint32Array.from(starts);
}

/** The 1-based line in which `offset` lies. */
export function lineAt(starts: Uint32Array, offset: number): number {
  return lastAtOrBelow(starts, offset) + 1;
}
