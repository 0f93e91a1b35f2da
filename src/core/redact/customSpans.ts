import type { LinePattern } from '../search/linePattern';

/** In longer lines a pattern that fits hides the whole line: looking for each of its matches could take too long. */
const longestLine = 4_000;

/** Where a pattern of one's own fits in a line, from left to right. */
export function customSpans(
  pattern: LinePattern,
  line: string,
): readonly { readonly start: number; readonly end: number }[] {
  if (pattern.firstEnd(line) < 0) {
    return [];
  }
  if (line.length > longestLine) {
    return [{ start: 0, end: line.length }];
  }
  const spans: { start: number; end: number }[] = [];
  for (let start = 0; start < line.length;) {
    const end = pattern.longestEnd(line, start);
    if (end > start) {
      spans.push({ start, end });
    }
    start = Math.max(end, start + 1);
  }
  return spans;
}
