import { lowerBound } from '../bytes/sorted';
import type { LinePlace } from './anchor';

/** How many lines above and below a place tell it from others that read the same. */
const contextLines = 3;
/** As much of a line as a person needs to recognise it, UTF-16 units. */
const longestQuote = 160;
/** Lines beyond this are found where they were, but not looked for elsewhere: line and hash share one number. */
const indexedLines = 2 ** 21;

/** The lines of one text, by number and by what they say. Lines are counted from 1. */
export class HashedLines {
  private readonly hashes: Uint32Array;
  /** Hash and line in one number, ascending; made when a line is looked for. */
  private order: Float64Array | null = null;

  constructor(private readonly lines: readonly string[]) {
    this.hashes = Uint32Array.from(lines, hashOf);
  }

  get count(): number {
    return this.lines.length;
  }

  /** Whether `line` is there and reads like the line that `hash` was taken of. */
  isAt(line: number, hash: number): boolean {
    return this.hashes[line - 1] === hash;
  }

  /** At most `limit` lines of that hash, the nearest to `line` first. */
  nearest(hash: number, line: number, limit: number): readonly number[] {
    this.order ??= orderOf(this.hashes);
    const order = this.order;
    const first = hash * indexedLines;
    const at = (index: number): number | null => {
      const found = (order[index] ?? -1) - first;
      return found >= 0 && found < indexedLines ? found + 1 : null;
    };
    let below = lowerBound(order, first + Math.min(line, indexedLines) - 1);
    let above = below - 1;
    const found: number[] = [];
    while (found.length < limit) {
      const [up, down] = [at(above), at(below)];
      if (up === null && down === null) {
        break;
      }
      if (down === null || (up !== null && line - up < down - line)) {
        found.push(up!);
        above -= 1;
      } else {
        found.push(down);
        below += 1;
      }
    }
    return found;
  }

  /** What makes `line` of the member `path` findable again, for a note on `count` lines. */
  place(path: string, line: number, count = 1): LinePlace {
    const around = (step: 1 | -1): readonly string[] =>
      Array.from({ length: contextLines }, (_, distance) => this.hashes[line - 1 + step * (distance + 1)]).flatMap(
        (hash) => (hash === undefined ? [] : [hexOf(hash)]),
      );
    return {
      path,
      line,
      lines: count,
      hash: hexOf(this.hashes[line - 1] ?? hashOf('')),
      quote: (this.lines[line - 1] ?? '').trim().slice(0, longestQuote),
      before: around(-1),
      after: around(1),
    };
  }
}

/**
 * A fingerprint of a line or another text: FNV-1a (Fowler, Noll, Vo) over its UTF-16 units, so that no bytes have to be made of millions
 * of lines. Blanks at the end do not count; editors and mail programs drop them.
 */
function hashOf(line: string): number {
  const text = line.trimEnd();
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return hash >>> 0;
}

/** A fingerprint of a text as it stands in a case. */
export function textMark(text: string): string {
  return hexOf(hashOf(text));
}

/** As it stands in a case: 8 hex digits. */
function hexOf(hash: number): string {
  return hash.toString(16).padStart(8, '0');
}

/** The fingerprint out of a case; `NaN`, which no line has, for what is none. */
export function hashFrom(hex: string): number {
  return /^[0-9a-f]{8}$/.test(hex) ? Number.parseInt(hex, 16) : Number.NaN;
}

function orderOf(hashes: Uint32Array): Float64Array {
  return Float64Array.from(hashes.subarray(0, indexedLines), (hash, at) => hash * indexedLines + at).sort();
}
