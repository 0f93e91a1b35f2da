import * as l10n from '@vscode/l10n';
import { compilePattern, type PatternProgram } from './patternProgram';
import { parsePattern, requiredLiteral, type PatternAssertion, type PatternProblem } from './patternSyntax';

/** Longer patterns are not typed by anyone. */
const maxLength = 500;
/** States that are kept; a pattern that needs more starts to collect them anew. */
const maxStates = 1_000;
/** Stands for the end of the line where a character would be. */
const endOfLine = -1;
/** Characters that logs are mostly made of. */
const nearCodes = 128;

/** All places of the program that the text so far may lead to. */
interface State {
  readonly places: readonly number[];
  /** Matches may begin anywhere, not only where this began. */
  readonly isSearching: boolean;
  readonly atLineStart: boolean;
  readonly afterWord: boolean;
  /** Where a character leads, as far as it was asked for: the end of the line at 0, ASCII from 1 on, the rest apart. */
  readonly nearEdges: (Edge | undefined)[];
  readonly farEdges: Map<number, Edge>;
}

interface Edge {
  /** A match ends before the character. */
  readonly found: boolean;
  readonly next: State;
}

/**
 * A regular expression that finds its lines in a time that grows with the text only, whatever the pattern and the text
 * are: all ways to match are followed at once, and each set of places is worked out once (a lazy deterministic
 * automaton; R. Cox, "Regular Expression Matching Can Be Simple And Fast", 2007). The expressions of JavaScript go back
 * and try again, which a pattern like `(a+)+b` turns into years.
 */
export class LinePattern {
  private readonly states = new Map<string, State>();
  private readonly anchored: (State | undefined)[] = [];
  private readonly tests: readonly RegExp[];

  private constructor(
    private readonly program: PatternProgram,
    ignoreCase: boolean,
    /** What every match contains; in lower case where case is ignored. */
    private readonly literal: string,
  ) {
    this.tests = program.characters.map((source) => new RegExp(`^${source}$`, ignoreCase ? 'is' : 's'));
  }

  /** Reads a pattern in the syntax of JavaScript, or says why it cannot be used. */
  static parse(source: string, ignoreCase: boolean): LinePattern | PatternProblem {
    if (source.length > maxLength) {
      return { offset: maxLength, detail: l10n.t('The pattern is longer than {0} characters.', maxLength) };
    }
    const pattern = parsePattern(source);
    if ('detail' in pattern) {
      return pattern;
    }
    const program = compilePattern(pattern);
    const literal = requiredLiteral(pattern);
    return program === null
      ? { offset: 0, detail: l10n.t('The pattern repeats too much.') }
      : new LinePattern(program, ignoreCase, ignoreCase ? literal.toLowerCase() : literal);
  }

  /**
   * Can the pattern fit in one of the lines of `text` at all? A quick look, which says yes when in doubt.
   *
   * @param text in lower case where the pattern ignores case
   */
  mayFit(text: string): boolean {
    return text.includes(this.literal);
  }

  /** Where in the line `[start, end)` of `text` the match that ends first does so; -1 when there is none. */
  firstEnd(text: string, start = 0, end = text.length): number {
    let state = this.state([], true, true, false);
    for (let at = start; at <= end; at += 1) {
      const { found, next } = this.follow(state, at < end ? text.charCodeAt(at) : endOfLine);
      if (found) {
        return at;
      }
      state = next;
    }
    return -1;
  }

  /** Where the longest match that starts at `start` of the line `text` ends; -1 when there is none. */
  longestEnd(text: string, start: number): number {
    let state = this.anchoredState(start === 0, start > 0 && isWord(text.charCodeAt(start - 1)));
    let longest = -1;
    for (let at = start; at <= text.length && state.places.length > 0; at += 1) {
      const { found, next } = this.follow(state, at < text.length ? text.charCodeAt(at) : endOfLine);
      longest = found ? at : longest;
      state = next;
    }
    return longest;
  }

  private follow(state: State, code: number): Edge {
    if (code >= nearCodes) {
      const far = state.farEdges.get(code) ?? this.work(state, code);
      state.farEdges.set(code, far);
      return far;
    }
    return (state.nearEdges[code + 1] ??= this.work(state, code));
  }

  /** Follows all places of `state` at once: first as far as no character is needed, then over `code`. */
  private work({ places, isSearching, atLineStart, afterWord }: State, code: number): Edge {
    const { steps } = this.program;
    const beforeWord = isWord(code);
    const holds: Readonly<Record<PatternAssertion, boolean>> = {
      lineStart: atLineStart,
      lineEnd: code === endOfLine,
      wordEdge: afterWord !== beforeWord,
      noWordEdge: afterWord === beforeWord,
    };
    const character = code === endOfLine ? '' : String.fromCharCode(code);
    const reached = new Set(isSearching ? [...places, 0] : places);
    const next: number[] = [];
    let found = false;
    // A set that is walked also gives what is added on the way, and each place only once.
    for (const place of reached) {
      const step = steps[place]!;
      switch (step.kind) {
        case 'found':
          found = true;
          break;
        case 'fork':
          step.to.forEach((to) => reached.add(to));
          break;
        case 'assertion':
          if (holds[step.assertion]) {
            reached.add(place + 1);
          }
          break;
        case 'character':
          if (this.tests[step.index]!.test(character)) {
            next.push(place + 1);
          }
      }
    }
    return { found, next: this.state(next, isSearching, false, beforeWord) };
  }

  /** Where a match may begin only here; asked for at each character of a preview, so kept at hand. */
  private anchoredState(atLineStart: boolean, afterWord: boolean): State {
    return (this.anchored[(atLineStart ? 1 : 0) + (afterWord ? 2 : 0)] ??= this.state(
      [0],
      false,
      atLineStart,
      afterWord,
    ));
  }

  private state(places: number[], isSearching: boolean, atLineStart: boolean, afterWord: boolean): State {
    const key = `${isSearching} ${atLineStart} ${afterWord} ${places.sort((a, b) => a - b).join()}`;
    let state = this.states.get(key);
    if (state === undefined) {
      if (this.states.size >= maxStates) {
        this.states.clear();
      }
      const nearEdges = new Array<Edge | undefined>(nearCodes + 1).fill(undefined);
      state = { places, isSearching, atLineStart, afterWord, nearEdges, farEdges: new Map() };
      this.states.set(key, state);
    }
    return state;
  }
}

/** What `\b` takes for a part of a word. */
function isWord(code: number): boolean {
  return (
    (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || code === 0x5f
  );
}
