import type { Annotation, Reply } from './caseDocument';
import { sortedConflicts } from './conflict';
import type { Sides } from './mergeValues';
import type { Life } from './trail';

/** Things that can be deleted: annotations, and replies within one. */
export interface Living<T> {
  /** What each side's trail knows of it; `null` where that is nothing. */
  readonly lives: { readonly mine: (id: string) => Life | null; readonly theirs: (id: string) => Life | null };
  /** Merges what both sides still have. */
  readonly both: (sides: Sides<T>) => T;
}

/**
 * What lives after a merge. Only a deletion in the other side's trail removes anything; and if that side did not know of
 * something that was done here, it stays and says so: nobody deletes what he has not seen.
 */
export function mergeLiving<T extends Reply | Annotation>(
  { mine, theirs, base }: Sides<readonly T[]>,
  { lives, both }: Living<T>,
): readonly T[] {
  const byId = (items: readonly T[] = []): ReadonlyMap<string, T> => new Map(items.map((item) => [item.id, item]));
  const [left, right, before] = [byId(mine), byId(theirs), byId(base)];
  const fromMine = mine.flatMap((item) => {
    const other = right.get(item.id);
    return other === undefined
      ? survivor(item, lives.mine, lives.theirs)
      : both({ mine: item, theirs: other, base: before.get(item.id) });
  });
  const fromTheirs = theirs.flatMap((item) => (left.has(item.id) ? [] : survivor(item, lives.theirs, lives.mine)));
  return [...fromMine, ...fromTheirs];
}

/** The item that only its own side still has; nothing if the other side may delete it. */
function survivor<T extends Reply | Annotation>(
  item: T,
  here: (id: string) => Life | null,
  there: (id: string) => Life | null,
): readonly T[] {
  const other = there(item.id);
  const lastWord = other?.own.last('life') ?? null;
  if (other === null || lastWord?.did !== 'delete') {
    return [item];
  }
  const own = here(item.id);
  if (own?.own.knows(lastWord) === true) {
    return [item];
  }
  if (own === null || other.whole.covers(own.whole)) {
    return [];
  }
  const { by, at } = lastWord;
  return [{ ...item, conflicts: sortedConflicts([...item.conflicts, { kind: 'deleted', by, at }]) }];
}
