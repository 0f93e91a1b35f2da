import type { TriageDocument } from '../../src/core/enrollment/document/triageDocument';

type Partly<T> = T extends readonly (infer Item)[]
  ? readonly Partly<Item>[]
  : T extends object
    ? { readonly [K in keyof T]?: Partly<T[K]> }
    : T;

/**
 * What a triage document of a scenario has to say at least. Of a list it names entries that must be found, in any
 * order; there may be others.
 */
export type ExpectedTriage = Partly<TriageDocument>;

/** Logs with whole seconds, and starts that are only known from an uptime, cannot be more exact. */
const toleranceMs = 2000;

/** Where `actual` does not say what `expected` says, one line for each place; empty when it does. */
export function differences(actual: unknown, expected: unknown, where = 'document'): readonly string[] {
  if (Array.isArray(expected)) {
    return listDifferences(Array.isArray(actual) ? actual : [], expected, where);
  }
  if (typeof expected === 'object' && expected !== null) {
    const fields: Readonly<Record<string, unknown>> = isRecord(actual) ? actual : {};
    return Object.entries(expected).flatMap(([name, value]) => differences(fields[name], value, `${where}.${name}`));
  }
  return same(actual, expected, where) ? [] : [`${where}: ${print(actual)} instead of ${print(expected)}`];
}

function listDifferences(actual: readonly unknown[], expected: readonly unknown[], where: string): string[] {
  const free = new Set(actual.keys());
  return expected.flatMap((item, index) => {
    const found = [...free].find((at) => differences(actual[at], item, `${where}[${at}]`).length === 0);
    if (found !== undefined) {
      free.delete(found);
      return [];
    }
    const nearest = differences(actual[index], item, `${where}[${index}]`);
    return [`${where}: nothing like ${print(item)}`, ...(index < actual.length ? nearest : [])];
  });
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

function print(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value);
}
