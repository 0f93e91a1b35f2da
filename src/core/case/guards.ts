import { isObject } from '../logs/jsonFacts';

/** Whether a value out of a JSON file is what it should be. */
export type Guard<T> = (value: unknown) => value is T;

export function isText(value: unknown): value is string {
  return typeof value === 'string';
}

export function isBoolean(value: unknown): value is boolean {
  return typeof value === 'boolean';
}

/** A whole number that is not negative and that JavaScript holds exactly. */
export function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

/** ISO 8601 with a day, a time and a zone. */
export function isTime(value: unknown): value is string {
  return (
    typeof value === 'string' &&
    /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/.test(value) &&
    !Number.isNaN(Date.parse(value))
  );
}

export function oneOf<T extends string>(values: readonly T[]): Guard<T> {
  return (value): value is T => (values as readonly unknown[]).includes(value);
}

export function orNull<T>(guard: Guard<T>): Guard<T | null> {
  return (value): value is T | null => value === null || guard(value);
}

export function listOf<T>(guard: Guard<T>): Guard<readonly T[]> {
  return (value): value is readonly T[] => Array.isArray(value) && value.every((item) => guard(item));
}

/** An object whose named properties are as they should be; it may have others. */
export function shaped<T extends object>(shape: { readonly [Name in keyof T]-?: Guard<T[Name]> }): Guard<T> {
  const guards = Object.entries<Guard<unknown>>(shape);
  return (value): value is T => isObject(value) && guards.every(([name, guard]) => guard(value[name]));
}

/** Nothing in a case is nested deeper, and what is deeper could not be walked safely. */
const deepest = 32;

/** Whether a value can be walked by recursion. */
export function isShallow(value: unknown, depth = deepest): boolean {
  if (typeof value !== 'object' || value === null) {
    return true;
  }
  return depth > 0 && Object.values(value).every((inner) => isShallow(inner, depth - 1));
}
