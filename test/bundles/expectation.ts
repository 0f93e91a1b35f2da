import type { TriageDocument } from '../../src/core/enrollment/document/triageDocument';

type Leaf = string | number | boolean | null | undefined;

/** What is expected of a value: of an object the fields that are named, of a list the entries that are named. */
export type Expected<T> = [T] extends [Leaf]
  ? T | OneOf<T>
  : T extends readonly (infer Item)[]
    ? readonly Expected<Item>[] | ListRule<Expected<Item>>
    : T extends object
      ? { readonly [K in keyof T]?: Expected<T[K]> }
      : T;

/**
 * What a triage document of a scenario has to say at least. Of a plain list its entries must be found, in any
 * order, and there may be others; a {@link ListRule} says more.
 */
export type ExpectedTriage = Expected<TriageDocument>;

/** A value may be any of these, where the logs do not decide between them. */
export class OneOf<T> {
  constructor(readonly values: readonly T[]) {}
}

export function oneOf<T extends Leaf>(...values: readonly T[]): OneOf<T> {
  return new OneOf(values);
}

interface ListClauses<Item> {
  /** These must be found. */
  readonly includes?: readonly Item[];
  /** Of the entries like `among`, or of all where it is not given, there are these and no others. */
  readonly exactly?: readonly Item[];
  readonly among?: Item;
  /** Besides `exactly`, entries like these may be there, because the document may tell such a thing or not. */
  readonly tolerated?: readonly Item[];
  /** Nothing like one of these is found. */
  readonly absent?: readonly Item[];
}

/** What holds for a list, also about what must not be in it. */
export class ListRule<Item> {
  constructor(readonly clauses: ListClauses<Item>) {}
}

export function list<Item>(clauses: ListClauses<Item>): ListRule<Item> {
  return new ListRule(clauses);
}

/** These entries and no others. */
export function exactly<Item>(...items: readonly Item[]): ListRule<Item> {
  return new ListRule({ exactly: items });
}

/** Logs with whole seconds, and starts that are only known from an uptime, cannot be more exact. */
const toleranceMs = 2000;

/** Where `actual` does not say what `expected` says, one line for each place; empty when it does. */
export function differences(actual: unknown, expected: unknown, where = 'document'): readonly string[] {
  if (Array.isArray(expected)) {
    return missing(entries(actual), expected, where);
  }
  if (expected instanceof ListRule) {
    return ruleDifferences(entries(actual), expected, where);
  }
  if (expected instanceof OneOf) {
    const fits = expected.values.some((value) => same(actual, value, where));
    return fits ? [] : [`${where}: ${print(actual)} instead of one of ${print(expected.values)}`];
  }
  if (typeof expected === 'object' && expected !== null) {
    const fields: Readonly<Record<string, unknown>> = isRecord(actual) ? actual : {};
    return Object.entries(expected).flatMap(([name, value]) => differences(fields[name], value, `${where}.${name}`));
  }
  return same(actual, expected, where) ? [] : [`${where}: ${print(actual)} instead of ${print(expected)}`];
}

/** Whether `actual` says all that `expected` says. */
export function matches(actual: unknown, expected: unknown, where = 'value'): boolean {
  return differences(actual, expected, where).length === 0;
}

function ruleDifferences(actual: readonly unknown[], { clauses }: ListRule<unknown>, where: string): string[] {
  const { includes = [], exactly: only, among = {}, tolerated = [], absent = [] } = clauses;
  const unwanted = actual.filter((entry) => absent.some((item) => matches(entry, item, where)));
  return [
    ...missing(actual, includes, where),
    ...(only === undefined ? [] : onlyDifferences(actual, { only, among, tolerated }, where)),
    ...unwanted.map((entry) => `${where}: ${print(entry)} must not be there`),
  ];
}

interface Only {
  readonly only: readonly unknown[];
  readonly among: unknown;
  readonly tolerated: readonly unknown[];
}

function onlyDifferences(actual: readonly unknown[], { only, among, tolerated }: Only, where: string): string[] {
  const meant = actual.filter((entry) => matches(entry, among, where));
  const { unused, lines } = pair(meant, only, where);
  const tooMany = unused.filter((entry) => !tolerated.some((item) => matches(entry, item, where)));
  return [...lines, ...tooMany.map((entry) => `${where}: ${print(entry)} must not be there`)];
}

function missing(actual: readonly unknown[], expected: readonly unknown[], where: string): string[] {
  return pair(actual, expected, where).lines;
}

/** Gives each expected entry an actual one of its own; tells what was not found and which were not needed. */
function pair(actual: readonly unknown[], expected: readonly unknown[], where: string) {
  const free = new Set(actual.keys());
  const lines = expected.flatMap((item, index) => {
    const found = [...free].find((at) => matches(actual[at], item, `${where}[${at}]`));
    if (found !== undefined) {
      free.delete(found);
      return [];
    }
    const nearest = differences(actual[index], item, `${where}[${index}]`);
    return [`${where}: nothing like ${print(item)}`, ...(index < actual.length ? nearest : [])];
  });
  return { lines, unused: [...free].map((at) => actual[at]) };
}

function entries(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function same(actual: unknown, expected: unknown, where: string): boolean {
  if (typeof actual === 'number' && typeof expected === 'number' && where.endsWith('Ms')) {
    return Math.abs(actual - expected) <= toleranceMs;
  }
  if (typeof actual === 'string' && typeof expected === 'string' && isInstant(expected)) {
    return Math.abs(Date.parse(actual) - Date.parse(expected)) <= toleranceMs;
  }
  return actual === expected;
}

function isInstant(text: string): boolean {
  return /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** A reboot or sign-in in full is long; the evidence of it says nothing here. */
function print(value: unknown): string {
  if (value === undefined) {
    return 'nothing';
  }
  return JSON.stringify(value, (name, inner: unknown) => {
    const isNoise = name === 'evidence' || name === 'why' || name === 'advice' || name === 'links';
    return isNoise ? undefined : inner;
  });
}
