import type { Stamp } from './caseDocument';
import { sameValue, unitedValue } from './sameValue';
import { compareStamps, compareText } from './trail';

/** One thing as both sides have it, and as both had it when they parted; `undefined` where it is not known. */
export interface Sides<T> {
  readonly mine: T;
  readonly theirs: T;
  readonly base: T | undefined;
}

/** When each side last changed something; `null` where its trail has nothing on that. */
export interface SideStamps {
  readonly mine: Stamp | null;
  readonly theirs: Stamp | null;
}

/**
 * The value that counts: the later change. Where the trails do not tell, somebody has edited the file by hand, and the
 * side that differs from what both had counts. As a last resort the choice is the same on every machine.
 */
export function laterValue<T>({ mine, theirs, base }: Sides<T>, stamps: SideStamps): T {
  if (sameValue(mine, theirs)) {
    return mine;
  }
  const order = compareStamps(stamps.mine, stamps.theirs);
  if (order !== 0) {
    return order > 0 ? mine : theirs;
  }
  if (base !== undefined && sameValue(mine, base)) {
    return theirs;
  }
  if (base !== undefined && sameValue(theirs, base)) {
    return mine;
  }
  return eitherValue(mine, theirs);
}

/** Two values of the same standing: both as one if they can be, else one of them, the same on every machine. */
export function eitherValue<T>(left: T, right: T): T {
  const united = unitedValue(left, right) as T | undefined;
  return united ?? (compareText(JSON.stringify(left), JSON.stringify(right)) > 0 ? left : right);
}

/** A set that both sides may have changed. */
export interface MergedSet<T> {
  readonly keyOf: (item: T) => string;
  /** When each side last added or removed the item of that key. */
  readonly stampsOf: (key: string) => SideStamps;
  /** Merges what both have; {@link eitherValue} where it has no stamps of its own. */
  readonly both?: (mine: T, theirs: T, base: T | undefined) => T;
  /** Whether an item stays that only `side` has, where no trail tells. */
  readonly staysUntold?: (item: T, side: keyof SideStamps) => boolean;
}

/**
 * The items of both sides. One that only one side has stays, unless the other side removed it later, or, with no word
 * about it in either trail, unless both once had it.
 */
export function mergeSets<T>({ mine, theirs, base }: Sides<readonly T[]>, set: MergedSet<T>): readonly T[] {
  const byKey = (items: readonly T[] = []): ReadonlyMap<string, T> =>
    new Map(items.map((item) => [set.keyOf(item), item]));
  const [left, right, before] = [byKey(mine), byKey(theirs), byKey(base)];
  const merged: T[] = [];
  const takeLonely = (item: T, key: string, side: keyof SideStamps): void => {
    const stamps = set.stampsOf(key);
    const order = compareStamps(stamps[side], stamps[side === 'mine' ? 'theirs' : 'mine']);
    const stays = order === 0 ? (set.staysUntold?.(item, side) ?? !before.has(key)) : order > 0;
    if (stays) {
      merged.push(item);
    }
  };
  for (const [key, item] of left) {
    const other = right.get(key);
    if (other === undefined) {
      takeLonely(item, key, 'mine');
    } else {
      merged.push((set.both ?? eitherValue)(item, other, before.get(key)));
    }
  }
  for (const [key, item] of right) {
    if (!left.has(key)) {
      takeLonely(item, key, 'theirs');
    }
  }
  return merged;
}

/**
 * Properties that the types do not know, by hand or by a later version: what either side has, and of two that differ the
 * one that {@link laterValue} chooses.
 */
export function mergeUnknown<T extends object>(
  { mine, theirs, base }: Sides<T>,
  known: object,
  stamps: SideStamps,
): object {
  const [left, right, before] = [mine, theirs, base ?? {}].map((side) => new Map(Object.entries(side)));
  const names = new Set([...left!.keys(), ...right!.keys()]);
  return Object.fromEntries(
    [...names]
      .filter((name) => !Object.hasOwn(known, name))
      .map((name) => [
        name,
        laterValue(
          {
            mine: left!.has(name) ? left!.get(name) : right!.get(name),
            theirs: right!.has(name) ? right!.get(name) : left!.get(name),
            base: before!.get(name),
          },
          stamps,
        ),
      ]),
  );
}
