import * as l10n from '@vscode/l10n';

/** What can stand between two characters. */
export type PatternAssertion = 'lineStart' | 'lineEnd' | 'wordEdge' | 'noWordEdge';

/** A pattern as a tree. Which group a piece was in does not matter for finding it. */
export type PatternNode =
  /** One character, as a regular expression of its own: `a`, `.`, `\d`, `[^x]`. */
  | { readonly kind: 'character'; readonly source: string }
  | { readonly kind: 'assertion'; readonly assertion: PatternAssertion }
  | { readonly kind: 'sequence'; readonly parts: readonly PatternNode[] }
  | { readonly kind: 'choice'; readonly options: readonly PatternNode[] }
  | { readonly kind: 'repeat'; readonly part: PatternNode; readonly least: number; readonly most: number };

/** Why a pattern cannot be used, and where in it the reason stands. */
export interface PatternProblem {
  readonly offset: number;
  readonly detail: string;
}

const tokenShape =
  /\\(?:x[0-9a-f]{2}|u[0-9a-f]{4}|c[a-z]|[\s\S])|\[(?:\\[\s\S]|[^\]\\])*\]|\(\?(?:[:=!]|<[=!]|<\w+>)|(?:[*+?]|\{\d+(?:,\d*)?\})\??|[\s\S]/giy;

const assertions: Readonly<Record<string, PatternAssertion>> = {
  '^': 'lineStart',
  $: 'lineEnd',
  '\\b': 'wordEdge',
  '\\B': 'noWordEdge',
};

/** A group that is not closed yet: its options so far, and the parts of the current one. */
interface OpenGroup {
  readonly options: PatternNode[];
  parts: PatternNode[];
}

/**
 * Reads a regular expression that compiles. Without look-around and back-references, which cannot be matched in a
 * time that grows no faster than the text.
 */
export function parsePattern(source: string): PatternNode | PatternProblem {
  const open: OpenGroup[] = [{ options: [], parts: [] }];
  for (const match of source.matchAll(tokenShape)) {
    const [token] = match;
    const group = open.at(-1)!;
    const assertion = assertions[token];
    if (assertion !== undefined) {
      group.parts.push({ kind: 'assertion', assertion });
    } else if (/^\(\?<?[=!]/.test(token)) {
      return { offset: match.index, detail: l10n.t('Look-around is not available in patterns.') };
    } else if (/^\\[1-9k]/.test(token)) {
      return { offset: match.index, detail: l10n.t('References to a group are not available in patterns.') };
    } else if (token.startsWith('(')) {
      open.push({ options: [], parts: [] });
    } else if (token === ')' && open.length > 1) {
      open.pop();
      open.at(-1)!.parts.push(closed(group));
    } else if (token === '|') {
      group.options.push({ kind: 'sequence', parts: group.parts });
      group.parts = [];
    } else if (/^(?:[*+?]|\{\d)/.test(token) && group.parts.length > 0) {
      group.parts.push({ kind: 'repeat', part: group.parts.pop()!, ...repeats(token) });
    } else {
      group.parts.push({ kind: 'character', source: token });
    }
  }
  return closed(open[0]!);
}

function closed({ options, parts }: OpenGroup): PatternNode {
  const last: PatternNode = { kind: 'sequence', parts };
  return options.length === 0 ? last : { kind: 'choice', options: [...options, last] };
}

/** Greedy and lazy find the same lines. */
function repeats(quantifier: string): { readonly least: number; readonly most: number } {
  switch (quantifier[0]) {
    case '*':
      return { least: 0, most: Infinity };
    case '+':
      return { least: 1, most: Infinity };
    case '?':
      return { least: 0, most: 1 };
    default: {
      const [least = '0', most] = quantifier.replace(/[{}?]/g, '').split(',');
      return { least: Number(least), most: most === undefined ? Number(least) : most === '' ? Infinity : Number(most) };
    }
  }
}

/**
 * The longest text that every match of a pattern contains, as far as it is easy to see; else the empty text. ASCII only:
 * there upper and lower case are what everyone takes them for.
 */
export function requiredLiteral(pattern: PatternNode): string {
  let longest = '';
  let current = '';
  for (const part of pattern.kind === 'sequence' ? pattern.parts : [pattern]) {
    const isPlain = part.kind === 'character' && /^[\w :/=@#%&~<>,;!"'-]$/.test(part.source);
    current = isPlain ? current + part.source : '';
    longest = current.length > longest.length ? current : longest;
  }
  return longest;
}
