import { isObject } from '../logs/jsonFacts';

/** Whether two JSON values say the same; the order of properties says nothing. */
export function sameValue(left: unknown, right: unknown): boolean {
  if (left === right) {
    return true;
  }
  if (Array.isArray(left) && Array.isArray(right)) {
    return left.length === right.length && left.every((item, at) => sameValue(item, right[at]));
  }
  if (isObject(left) && isObject(right)) {
    const names = Object.keys(left);
    return (
      names.length === Object.keys(right).length &&
      names.every((name) => Object.hasOwn(right, name) && sameValue(left[name], right[name]))
    );
  }
  return false;
}

/**
 * Both values as one, where one only says more than the other, such as properties that a later version has added;
 * `undefined` where they contradict each other.
 */
export function unitedValue(left: unknown, right: unknown): unknown {
  if (sameValue(left, right)) {
    return left;
  }
  if (!isObject(left) || !isObject(right)) {
    return undefined;
  }
  const united = Object.entries({ ...left, ...right }).map(([name, value]) => {
    const isShared = Object.hasOwn(left, name) && Object.hasOwn(right, name);
    return [name, isShared ? unitedValue(left[name], right[name]) : value] as const;
  });
  return united.some(([, value]) => value === undefined) ? undefined : Object.fromEntries(united);
}
