import { LinePattern } from '../search/linePattern';

/** Patterns of one's own, or which of them cannot be used. */
export type CustomPatterns =
  | { readonly ok: true; readonly patterns: readonly LinePattern[] }
  | { readonly ok: false; readonly source: string; readonly detail: string };

/** Reads patterns in the syntax of JavaScript, case aside. All or none: what one would have hidden must not slip by. */
export function patternsIn(sources: readonly string[]): CustomPatterns {
  const patterns: LinePattern[] = [];
  for (const source of sources) {
    const pattern = LinePattern.parse(source, true);
    if (!(pattern instanceof LinePattern)) {
      return { ok: false, source, detail: pattern.detail };
    }
    patterns.push(pattern);
  }
  return { ok: true, patterns };
}
