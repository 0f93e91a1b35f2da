import type { LinePlace } from './anchor';
import type { HashedLines } from './hashedLines';

/** Where a line is now. Counted from 1. */
export type FoundLine =
  | { readonly outcome: 'exact'; readonly line: number }
  /** `why` is half a sentence. */
  | { readonly outcome: 'moved'; readonly line: number; readonly score: number; readonly why: string }
  | { readonly outcome: 'lost'; readonly why: string };

/** A line that occurs more often is told apart by nearness alone. */
const mostCandidates = 256;

/** Finds the line of a place in a text: where it was, else by what it says, else by what stood around it. */
export function findLine(place: LinePlace, lines: HashedLines): FoundLine {
  const { line, hash, before, after } = place;
  const known = before.length + after.length;
  const here = lines.hash(line) === hash;
  if (here && neighbours(place, line, lines) === known) {
    return { outcome: 'exact', line };
  }
  const candidates = lines.nearest(hash, line, mostCandidates);
  const best = bestOf(candidates, (candidate) => neighbours(place, candidate, lines));
  if (best !== null) {
    if (best.score === 0 && known > 0 && candidates.length > 1) {
      const why = `the line occurs ${candidates.length} times, and nowhere between the lines it stood between`;
      return { outcome: 'lost', why };
    }
    return best.line === line
      ? { outcome: 'exact', line }
      : { outcome: 'moved', line: best.line, score: 1 + best.score, why: `it was line ${line}` };
  }
  return byNeighbours(place, lines) ?? { outcome: 'lost', why: 'the line is not there any more' };
}

/** How many of the lines around the place stand around `line`, too. */
function neighbours({ before, after }: LinePlace, line: number, lines: HashedLines): number {
  const above = before.filter((hash, distance) => lines.hash(line - 1 - distance) === hash);
  const below = after.filter((hash, distance) => lines.hash(line + 1 + distance) === hash);
  return above.length + below.length;
}

interface Scored {
  readonly line: number;
  readonly score: number;
}

/** The candidate with the highest score; of equals the first one, which is the nearest. */
function bestOf(candidates: readonly number[], scoreOf: (line: number) => number): Scored | null {
  return candidates.reduce<Scored | null>((best, line) => {
    const score = scoreOf(line);
    return best === null || score > best.score ? { line, score } : best;
  }, null);
}

/** The line itself reads differently, but what stood directly above and below still does. */
function byNeighbours(place: LinePlace, lines: HashedLines): FoundLine | null {
  const [above] = place.before;
  const [below] = place.after;
  if (above === undefined || below === undefined) {
    return null;
  }
  const between = lines
    .nearest(above, place.line - 1, mostCandidates)
    .map((line) => line + 1)
    .filter((line) => lines.hash(line + 1) === below);
  const best = bestOf(between, (line) => neighbours(place, line, lines));
  return best === null
    ? null
    : { outcome: 'moved', ...best, why: 'the line reads differently, but stands between the same lines' };
}
