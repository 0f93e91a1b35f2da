import type { PatternAssertion, PatternNode } from './patternSyntax';

/** One step of a pattern. Steps follow each other unless they say otherwise. */
export type PatternStep =
  /** Takes one character that fits the class, an index into {@link PatternProgram.characters}. */
  | { readonly kind: 'character'; readonly index: number }
  | { readonly kind: 'assertion'; readonly assertion: PatternAssertion }
  /** Goes on at all of these places at once. */
  | { readonly kind: 'fork'; readonly to: number[] }
  | { readonly kind: 'found' };

/** A pattern as steps (Thompson, "Regular Expression Search Algorithm", 1968). */
export interface PatternProgram {
  readonly steps: readonly PatternStep[];
  /** The classes of characters, as sources of regular expressions for one character. */
  readonly characters: readonly string[];
}

/** Counted repetitions are written out; `null` when that makes more steps than this. */
const maxSteps = 4_000;

export function compilePattern(pattern: PatternNode): PatternProgram | null {
  const steps: PatternStep[] = [];
  const characters: string[] = [];
  /** Also what adds no step costs time when it is repeated. */
  let effort = 0;

  const fork = (...to: number[]): { readonly kind: 'fork'; readonly to: number[] } => {
    const step = { kind: 'fork', to } as const;
    steps.push(step);
    return step;
  };

  const add = (node: PatternNode): void => {
    effort += 1;
    if (effort > maxSteps) {
      return;
    }
    switch (node.kind) {
      case 'character': {
        const known = characters.indexOf(node.source);
        steps.push({ kind: 'character', index: known < 0 ? characters.push(node.source) - 1 : known });
        break;
      }
      case 'assertion':
        steps.push(node);
        break;
      case 'sequence':
        node.parts.forEach(add);
        break;
      case 'choice': {
        const start = fork();
        const ends = node.options.map((option) => {
          start.to.push(steps.length);
          add(option);
          return fork();
        });
        for (const end of ends) {
          end.to.push(steps.length);
        }
        break;
      }
      case 'repeat':
        addRepeat(node);
    }
  };

  const addRepeat = ({ part, least, most }: Extract<PatternNode, { kind: 'repeat' }>): void => {
    for (let count = 0; count < least && effort <= maxSteps; count += 1) {
      add(part);
    }
    if (most === Infinity) {
      const start = steps.length;
      const entry = fork(start + 1);
      add(part);
      fork(start);
      entry.to.push(steps.length);
      return;
    }
    const exits: { readonly to: number[] }[] = [];
    for (let count = least; count < most && effort <= maxSteps; count += 1) {
      exits.push(fork(steps.length + 1));
      add(part);
    }
    for (const exit of exits) {
      exit.to.push(steps.length);
    }
  };

  add(pattern);
  steps.push({ kind: 'found' });
  return effort > maxSteps ? null : { steps, characters };
}
