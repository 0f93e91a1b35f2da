import * as l10n from '@vscode/l10n';
import type { LinePlace } from './anchor';
import { hashFrom, type HashedLines } from './hashedLines';

/** Where a line is now. Counted from 1. */
export type FoundLine =
  | { readonly outcome: 'exact'; readonly line: number }
  /** `why` is half a sentence; `score` is the higher, the surer. */
  | { readonly outcome: 'moved'; readonly line: number; readonly score: number; readonly why: string }
  | { readonly outcome: 'lost'; readonly why: string };

/** Of a line that occurs more often, only the nearest ones are looked at. */
const mostCandidates = 256;

/** A place by the fingerprints of its lines. */
interface Wanted {
  readonly line: number;
  readonly hash: number;
  readonly before: readonly number[];
  readonly after: readonly number[];
}

/** Finds the line of a place in a text: where it was, else by what it says, else by what stood around it. */
export function findLine(place: LinePlace, lines: HashedLines): FoundLine {
  const { line } = place;
  const wanted: Wanted = {
    line,
    hash: hashFrom(place.hash),
    before: place.before.map(hashFrom),
    after: place.after.map(hashFrom),
  };
  const known = wanted.before.length + wanted.after.length;
  if (lines.isAt(line, wanted.hash) && neighbours(wanted, line, lines) === known) {
    return { outcome: 'exact', line };
  }
  const candidates = lines.nearest(wanted.hash, line, mostCandidates);
  const best = bestOf(candidates, wanted, lines);
  if (best === null) {
    return byNeighbours(wanted, lines) ?? { outcome: 'lost', why: l10n.t('the line is not there any more') };
  }
  if (best.score === 0 && known > 0 && candidates.length > 1) {
    const count = candidates.length;
    const why =
      count < mostCandidates
        ? l10n.t('the line occurs {0} times, and nowhere between the lines it stood between', count)
        : l10n.t('the line occurs at least {0} times, and nowhere between the lines it stood between', count);
    return { outcome: 'lost', why };
  }
  if (best.line === line) {
    return { outcome: 'exact', line };
  }
  const why =
    best.equals > 1
      ? l10n.t('it was line {0}, and is the nearest of {1} lines that read the same', line, best.equals)
      : l10n.t('it was line {0}', line);
  return { outcome: 'moved', line: best.line, score: 1 + best.score, why };
}

/** How many of the lines around the place stand around `line`, too. */
function neighbours({ before, after }: Wanted, line: number, lines: HashedLines): number {
  let count = 0;
  before.forEach((hash, distance) => (count += Number(lines.isAt(line - 1 - distance, hash))));
  after.forEach((hash, distance) => (count += Number(lines.isAt(line + 1 + distance, hash))));
  return count;
}

interface Best {
  readonly line: number;
  readonly score: number;
  /** How many candidates have that score. */
  readonly equals: number;
}

/** The candidate with the most neighbours; of equals the first one, which is the nearest. */
function bestOf(candidates: readonly number[], wanted: Wanted, lines: HashedLines): Best | null {
  return candidates.reduce<Best | null>((best, line) => {
    const score = neighbours(wanted, line, lines);
    if (best === null || score > best.score) {
      return { line, score, equals: 1 };
    }
    return score === best.score ? { ...best, equals: best.equals + 1 } : best;
  }, null);
}

/** The line itself reads differently, but what stood directly above and below still does. */
function byNeighbours(wanted: Wanted, lines: HashedLines): FoundLine | null {
  const [above] = wanted.before;
  const [below] = wanted.after;
  if (above === undefined || below === undefined) {
    return null;
  }
  const between = lines
    .nearest(above, wanted.line - 1, mostCandidates)
    .map((line) => line + 1)
    .filter((line) => lines.isAt(line + 1, below));
  const best = bestOf(between, wanted, lines);
  return best === null
    ? null
    : {
        outcome: 'moved',
        line: best.line,
        score: best.score,
        why: l10n.t('the line reads differently, but stands between the same lines'),
      };
}
