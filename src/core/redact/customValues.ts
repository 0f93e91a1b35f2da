import type { LinePattern } from '../search/linePattern';

/** Long lines are looked at in windows of this length, each half over the next: a match of half a window is in one. */
const windowLength = 4_000;

/** What fits a pattern of one's own in a line. */
export function* customValues(pattern: LinePattern, line: string): Generator<string> {
  if (pattern.firstEnd(line) < 0) {
    return;
  }
  for (let from = 0; from === 0 || from + windowLength / 2 < line.length; from += windowLength / 2) {
    yield* valuesIn(pattern, line.slice(from, from + windowLength));
  }
}

function* valuesIn(pattern: LinePattern, text: string): Generator<string> {
  for (let start = 0; start < text.length;) {
    const end = pattern.longestEnd(text, start);
    if (end > start) {
      yield text.slice(start, end);
    }
    start = Math.max(end, start + 1);
  }
}
