import * as l10n from '@vscode/l10n';
import type { QueryProblem, QuerySpan } from './query';

/** How a field and its value are joined. */
export type FieldOperator = ':' | '>' | '>=' | '<' | '<=';

/** One item of a comma-separated value. */
export interface TokenValue extends QuerySpan {
  readonly text: string;
}

/** A term as it is written, before anyone asks what its value means. */
export type QueryToken = QuerySpan & { readonly negated: boolean } &
  /** `quoted`: it stands in quotation marks, so that it is nothing but these words. */
  (
    | { readonly kind: 'text'; readonly text: string; readonly quoted: boolean }
    | { readonly kind: 'pattern'; readonly source: string; readonly flags: string }
    | {
        readonly kind: 'field';
        readonly name: string;
        readonly operator: FieldOperator;
        readonly values: readonly TokenValue[];
      }
  );

export interface QueryTokens {
  readonly tokens: readonly QueryToken[];
  readonly problems: readonly QueryProblem[];
}

const fieldStart = /([a-z]+)(:|>=?|<=?)/iy;
/** A pattern ends at the first free slash, if nothing but flags stands behind it; `/Vendor/MSFT` is text. */
const patternShape = /\/((?:\\.|\[(?:\\.|[^\]\\])*\]|[^/\\[])+)\/([a-z]*)(?=\s|$)/iy;
/** The bracket swallows the closing slash: the pattern is broken, and nobody means a path by it. */
const unclosedClassShape = /\/((?:\\.|\[(?:\\.|[^\]\\])*\]|[^/\\[])*\[(?:\\.|[^\]\\])*?)\/([a-z]*)(?=\s|$)/iy;
/** `-` in front of a term; not the sign of a number. */
const minusShape = /-(?=[^\s-])(?!\d+(?:\s|$))/y;
const quotedShape = /"((?:\\.|[^"\\])*)("|$)/y;
const wordShape = /[^\s]+/y;
/** An item of a list ends at a comma or blank, unless it is in quotes. */
const itemShape = /[^\s,"]+/y;

/**
 * Takes a query apart: words, `"phrases"`, `/patterns/flags` and `field:value,value`, each with `-` in front to leave
 * out what fits; `-5` is a number. A field is only what is called like one of `fieldNames`: paths and URIs stay text.
 */
export function tokenize(query: string, fieldNames: ReadonlySet<string>): QueryTokens {
  const tokens: QueryToken[] = [];
  const problems: QueryProblem[] = [];
  let at = 0;

  const take = (shape: RegExp): RegExpExecArray | null => {
    shape.lastIndex = at;
    const match = shape.exec(query);
    at = match === null ? at : shape.lastIndex;
    return match;
  };

  const takeQuoted = (): string | null => {
    const start = at;
    const match = take(quotedShape);
    if (match !== null && match[2] === '') {
      problems.push({ start, end: query.length, detail: l10n.t('The closing quotation mark is missing.') });
    }
    return match === null ? null : match[1]!.replace(/\\(["\\])/g, '$1');
  };

  const takeValues = (): TokenValue[] => {
    const values: TokenValue[] = [];
    do {
      const start = at;
      const text = takeQuoted() ?? take(itemShape)?.[0] ?? '';
      values.push({ text, start, end: at });
    } while (take(/,/y) !== null);
    return values;
  };

  while (take(/\s*/y) !== null && at < query.length) {
    const start = at;
    const negated = take(minusShape) !== null;
    const quoted = takeQuoted();
    if (quoted !== null) {
      tokens.push({ kind: 'text', text: quoted, quoted: true, negated, start, end: at });
      continue;
    }
    const pattern = take(patternShape) ?? take(unclosedClassShape);
    if (pattern !== null) {
      tokens.push({ kind: 'pattern', source: pattern[1]!, flags: pattern[2]!, negated, start, end: at });
      continue;
    }
    const nameAt = at;
    const field = take(fieldStart);
    if (field !== null && fieldNames.has(field[1]!.toLowerCase())) {
      const [, name, operator] = field as unknown as [string, string, FieldOperator];
      tokens.push({ kind: 'field', name: name.toLowerCase(), operator, values: takeValues(), negated, start, end: at });
      continue;
    }
    at = nameAt;
    const text = take(wordShape)?.[0] ?? '';
    tokens.push({ kind: 'text', text, quoted: false, negated, start, end: at });
  }
  return { tokens, problems };
}
