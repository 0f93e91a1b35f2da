import * as l10n from '@vscode/l10n';
import { phrase, spoken } from '../words/language';
import { codeForms } from './codeForms';
import { LinePattern } from './linePattern';
import type { Instant, Query, QueryCondition, QueryProblem, QuerySpan, QueryTerm } from './query';
import { tokenize, type QueryToken, type TokenValue } from './queryTokens';
import { parseInstant, parseLevel, parseNumberRange, parsePhase, type ValueResult } from './queryValues';

/** Fields that a query may name, with what they ask for. */
export const queryFields = spoken<string>({
  provider: phrase('part of the provider of an event'),
  id: phrase('event ids, e.g. 1074,6005-6009'),
  level: phrase('error, warning+, 1-3, …'),
  channel: phrase('part of the channel of an event'),
  record: phrase('record ids of events'),
  user: phrase('SID or part of a user name'),
  time: phrase('UTC, +5m after the start of the enrollment, or boot:2'),
  phase: phrase('devicePreparation, deviceSetup, accountSetup'),
  boot: phrase('number of the boot, 1 for the first'),
  member: phrase('part of the path of a file'),
  case: phrase('yes to tell upper and lower case apart'),
});

const fieldNames: ReadonlySet<string> = new Set(Object.keys(queryFields));

type FieldToken = Extract<QueryToken, { kind: 'field' }>;
type PatternToken = Extract<QueryToken, { kind: 'pattern' }>;

/**
 * Reads a query. Words and phrases have to occur in one record or line, patterns to fit in one line, fields to hold;
 * a `-` in front leaves out what fits. A 32-bit result code is found in all its forms, unless it is in quotation marks.
 * Never throws: what cannot be meant is listed with its place.
 */
export function parseQuery(text: string): Query {
  const { tokens, problems: tokenProblems } = tokenize(text, fieldNames);
  const problems: QueryProblem[] = [...tokenProblems];
  const terms: QueryTerm[] = [];
  const caseTokens = tokens.filter(isCaseToken);
  const caseSensitive = caseTokens.map((token) => readCase(token, problems)).includes(true);
  for (const token of tokens) {
    const condition = isCaseToken(token) ? null : conditionOf(token, caseSensitive, problems);
    if (condition !== null) {
      terms.push({ ...condition, negated: token.negated, start: token.start, end: token.end });
    }
  }
  if (tokens.length === 0) {
    problems.push({ start: 0, end: text.length, detail: l10n.t('Nothing to search for yet.') });
  }
  return { text, terms, caseSensitive, problems };
}

function conditionOf(token: QueryToken, caseSensitive: boolean, problems: QueryProblem[]): QueryCondition | null {
  switch (token.kind) {
    case 'text':
      return textCondition(token, problems);
    case 'pattern':
      return patternCondition(token, caseSensitive, problems);
    case 'field':
      return fieldCondition(token, problems);
  }
}

function textCondition(token: Extract<QueryToken, { kind: 'text' }>, problems: QueryProblem[]): QueryCondition | null {
  const { text, quoted } = token;
  if (text === '') {
    problems.push({ ...spanOf(token), detail: l10n.t('There is nothing between the quotation marks.') });
    return null;
  }
  const unknown = quoted ? undefined : unknownField.exec(text)?.[1];
  if (unknown !== undefined) {
    const meant = similarField(unknown.toLowerCase());
    const help =
      meant === undefined
        ? l10n.t('Fields are {0}.', Object.keys(queryFields).join(', '))
        : l10n.t('Did you mean {0}:?', meant);
    const detail = l10n.t('There is no field "{0}". {1} As text, put it in quotation marks.', unknown, help);
    problems.push({ ...spanOf(token), detail });
    return null;
  }
  const forms = quoted ? null : codeForms(text);
  return forms === null ? { kind: 'text', text } : { kind: 'code', forms };
}

/** A word and a value joined as a field would be; `https://`, `C:\\` and `std::` are none. */
const unknownField = /^([a-z]{2,}):(?=[^\s:/\\])/i;

/** The field whose name differs by one letter too many, too few, other or swapped. */
function similarField(name: string): string | undefined {
  return Object.keys(queryFields).find((field) => {
    let start = 0;
    while (start < field.length && field[start] === name[start]) {
      start += 1;
    }
    const [a, b] = [field.slice(start), name.slice(start)];
    const swapped = a.slice(1, 2) + a.slice(0, 1) + a.slice(2);
    return a.slice(1) === b || a === b.slice(1) || a.slice(1) === b.slice(1) || swapped === b;
  });
}

/** The usual flags change nothing: case is a matter of the whole query, and each line is looked at by itself. */
function patternCondition(
  token: PatternToken,
  caseSensitive: boolean,
  problems: QueryProblem[],
): QueryCondition | null {
  const { source, flags } = token;
  if (/[^imsu]/.test(flags)) {
    problems.push({ ...spanOf(token), detail: l10n.t('Of the flags "{0}" only i, m, s and u are known.', flags) });
    return null;
  }
  try {
    // The syntax is that of JavaScript, so let it be checked there.
    new RegExp(source);
  } catch (error) {
    problems.push({ ...spanOf(token), detail: error instanceof Error ? error.message : String(error) });
    return null;
  }
  const pattern = LinePattern.parse(source, !caseSensitive);
  if ('detail' in pattern) {
    const start = token.start + (token.negated ? 2 : 1) + pattern.offset;
    problems.push({ start, end: token.end, detail: pattern.detail });
    return null;
  }
  return { kind: 'pattern', pattern };
}

function fieldCondition(token: FieldToken, problems: QueryProblem[]): QueryCondition | null {
  const { name, operator, values } = token;
  const empty = values.find(({ text }) => text === '');
  if (empty !== undefined) {
    const detail = l10n.t('{0} needs a value: {1}.', `${name}${operator}`, queryFields[name]!);
    problems.push({ ...(empty.end > empty.start ? spanOf(empty) : spanOf(token)), detail });
    return null;
  }
  if (operator !== ':' && name !== 'time') {
    problems.push({
      ...spanOf(token),
      detail: l10n.t('{0} is asked for with a colon: {1}:{2}.', name, name, values[0]!.text),
    });
    return null;
  }
  switch (name) {
    case 'provider':
    case 'channel':
    case 'member':
    case 'user':
      return { kind: 'name', field: name, values: values.map(({ text }) => text) };
    case 'id':
    case 'record': {
      const ranges = readAll(values, parseNumberRange, problems);
      return ranges && { kind: 'number', field: name, ranges };
    }
    case 'level': {
      const ranges = readAll(values, parseLevel, problems);
      return ranges && { kind: 'number', field: 'level', ranges: ranges.flat() };
    }
    case 'boot': {
      const ranges = readAll(values, parseNumberRange, problems);
      return ranges && { kind: 'boot', ranges };
    }
    case 'phase': {
      const phases = readAll(values, parsePhase, problems);
      return phases && { kind: 'phase', phases };
    }
    default:
      return timeCondition(token, problems);
  }
}

/** `null` where one of the values means nothing; each such value is a problem of its own. */
function readAll<Value>(
  values: readonly TokenValue[],
  read: (text: string) => ValueResult<Value>,
  problems: QueryProblem[],
): readonly Value[] | null {
  const found: Value[] = [];
  for (const value of values) {
    const result = read(value.text);
    if ('value' in result) {
      found.push(result.value);
    } else {
      problems.push({ ...spanOf(value), detail: result.detail });
    }
  }
  return found.length === values.length ? found : null;
}

function timeCondition({ operator, values, ...token }: FieldToken, problems: QueryProblem[]): QueryCondition | null {
  const written = readAll(values, parseInstant, problems)?.[0];
  if (written === undefined) {
    return null;
  }
  if (values.length > 1) {
    problems.push({ ...spanOf(token), detail: l10n.t('A time is one value; write time> and time< for a span.') });
    return null;
  }
  const { instant, lengthMs } = written;
  if (operator === ':' && instant.from === 'boot') {
    return { kind: 'boot', ranges: [{ from: instant.boot, to: instant.boot }] };
  }
  switch (operator) {
    case '>':
    case '>=':
      // After a day or an hour is from its beginning on; only an exact moment is left out itself.
      return { kind: 'time', from: operator === '>' && lengthMs === 1 ? later(instant, 1) : instant, to: null };
    case '<':
      return { kind: 'time', from: null, to: instant };
    case '<=':
      return { kind: 'time', from: null, to: later(instant, lengthMs) };
    case ':':
      return { kind: 'time', from: instant, to: later(instant, lengthMs) };
  }
}

/** Boots are named by their start alone, so nothing can be added to one. */
function later(instant: Instant, ms: number): Instant {
  switch (instant.from) {
    case 'utc':
      return { ...instant, ms: instant.ms + ms };
    case 'enrollment':
      return { ...instant, offsetMs: instant.offsetMs + ms };
    case 'boot':
      return instant;
  }
}

function isCaseToken(token: QueryToken): token is FieldToken {
  return token.kind === 'field' && token.name === 'case';
}

function readCase({ values, ...token }: FieldToken, problems: QueryProblem[]): boolean {
  const value = values[0]!.text.toLowerCase();
  if (value !== 'yes' && value !== 'no') {
    problems.push({ ...spanOf(token), detail: l10n.t('case: takes yes or no.') });
  }
  return value === 'yes';
}

function spanOf({ start, end }: QuerySpan): QuerySpan {
  return { start, end };
}
