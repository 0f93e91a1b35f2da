import { foldUnit, isDigit, isWordUnit } from './letters';

/** Where a pattern may begin and end. */
export type PatternEdge =
  /** Only where no word goes on: `martin` is not in `Martinique`. */
  | 'word'
  /** Anywhere but inside a number. */
  | 'number'
  | 'none';

export interface Pattern {
  readonly text: string;
  readonly edge: PatternEdge;
  /** Index of the identifier it belongs to. */
  readonly owner: number;
}

/** A found pattern: units `[start, end)` of what was searched. */
export interface Hit {
  readonly start: number;
  readonly end: number;
  readonly owner: number;
}

/** Something with code units to search. */
export interface Units {
  readonly length: number;
  at(index: number): number;
}

/**
 * All patterns at once, without regard to case (A. Aho and M. Corasick, 1975): one step a character, however many
 * patterns there are.
 */
export class PatternAutomaton {
  /** Class of a folded code unit; 0 for those in no pattern. */
  private readonly classes = new Uint16Array(65_536);
  private readonly classCount: number;
  /** Next state by state and class. */
  private readonly next: Int32Array;
  /** Pattern that ends in a state, or -1. */
  private readonly ending: Int32Array;
  /** The next shorter state that ends a pattern, or 0. */
  private readonly shorter: Int32Array;

  constructor(private readonly patterns: readonly Pattern[]) {
    this.classCount = this.classify();
    const states = 1 + patterns.reduce((sum, { text }) => sum + text.length, 0);
    const trie = new Int32Array(states * this.classCount).fill(-1);
    this.ending = new Int32Array(states).fill(-1);
    const count = this.grow(trie);
    this.next = trie.subarray(0, count * this.classCount);
    this.shorter = this.link(count);
  }

  /** The patterns in it, from left to right, none overlapping another: of two the one that begins first, then the longer. */
  find(units: Units): readonly Hit[] {
    const hits: Hit[] = [];
    const { classes, next, classCount } = this;
    let state = 0;
    for (let index = 0; index < units.length; index += 1) {
      state = next[state * classCount + classes[units.at(index)]!]!;
      for (let end = this.firstEnding(state); end > 0; end = this.shorter[end]!) {
        const hit = this.hitAt(units, this.ending[end]!, index + 1);
        if (hit !== null && keepLongest(hits, hit)) {
          break;
        }
      }
    }
    return hits;
  }

  private firstEnding(state: number): number {
    return this.ending[state]! >= 0 ? state : this.shorter[state]!;
  }

  private hitAt(units: Units, pattern: number, end: number): Hit | null {
    const { text, edge, owner } = this.patterns[pattern]!;
    const start = end - text.length;
    return goesOn(units, start - 1, start, edge) || goesOn(units, end, end - 1, edge) ? null : { start, end, owner };
  }

  /** Gives every character of the patterns a class, the same for both cases. */
  private classify(): number {
    let count = 1;
    const taken = new Map<number, number>();
    for (const { text } of this.patterns) {
      for (let index = 0; index < text.length; index += 1) {
        const unit = foldUnit(text.charCodeAt(index));
        if (!taken.has(unit)) {
          taken.set(unit, count);
          count += 1;
        }
      }
    }
    for (let unit = 0; unit < this.classes.length; unit += 1) {
      this.classes[unit] = taken.get(foldUnit(unit)) ?? 0;
    }
    return count;
  }

  private grow(trie: Int32Array): number {
    let count = 1;
    this.patterns.forEach(({ text }, pattern) => {
      let state = 0;
      for (let index = 0; index < text.length; index += 1) {
        const slot = state * this.classCount + this.classes[text.charCodeAt(index)]!;
        if (trie[slot]! < 0) {
          trie[slot] = count;
          count += 1;
        }
        state = trie[slot]!;
      }
      if (state > 0 && this.ending[state]! < 0) {
        this.ending[state] = pattern;
      }
    });
    return count;
  }

  /** Fills the gaps of the trie, state by state from the root, with where a failed match goes on. */
  private link(count: number): Int32Array {
    const { next, classCount } = this;
    const failure = new Int32Array(count);
    const shorter = new Int32Array(count);
    const queue = new Int32Array(count);
    let queued = 1;
    for (let head = 0; head < queued; head += 1) {
      const state = queue[head]!;
      for (let unit = 0; unit < classCount; unit += 1) {
        const slot = state * classCount + unit;
        const elsewhere = state === 0 ? 0 : next[failure[state]! * classCount + unit]!;
        const child = next[slot]!;
        if (child < 0) {
          next[slot] = elsewhere;
          continue;
        }
        failure[child] = elsewhere;
        shorter[child] = this.ending[elsewhere]! >= 0 ? elsewhere : shorter[elsewhere]!;
        queue[queued] = child;
        queued += 1;
      }
    }
    return shorter;
  }
}

/** Does a word or number go on from the unit `inside` to the one `outside` a match? */
function goesOn(units: Units, outside: number, inside: number, edge: PatternEdge): boolean {
  if (edge === 'none' || outside < 0 || outside >= units.length) {
    return false;
  }
  const isInside = edge === 'word' ? isWordUnit : isDigit;
  return isInside(units.at(outside)) && isInside(units.at(inside));
}

/**
 * Hits come by their ends. A later one takes the place of those inside it; behind one that begins before it, it is
 * refused.
 */
function keepLongest(hits: Hit[], hit: Hit): boolean {
  let first = hits.length;
  while (first > 0 && hits[first - 1]!.end > hit.start) {
    first -= 1;
  }
  if (first < hits.length && hits[first]!.start < hit.start) {
    return false;
  }
  hits.length = first;
  hits.push(hit);
  return true;
}
