import type { Annotation, Reply } from './caseDocument';
import { sortedConflicts } from './conflict';
import type { Sides } from './mergeValues';
import type { Life } from './trail';

/** Things that can be deleted: annotations, and replies within one. */
export interface Living<T> {
  readonly lives: (id: string) => { readonly mine: Life; readonly theirs: Life };
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
    if (other !== undefined) {
      return both({ mine: item, theirs: other, base: before.get(item.id) });
    }
    const life = lives(item.id);
    return survivor(item, life.mine, life.theirs);
  });
  const fromTheirs = theirs.flatMap((item) => {
    if (left.has(item.id)) {
      return [];
    }
    const life = lives(item.id);
    return survivor(item, life.theirs, life.mine);
  });
  return [...fromMine, ...fromTheirs];
}

/** The item that only its own side still has; nothing if the other side may delete it. */
function survivor<T extends Reply | Annotation>(item: T, here: Life, there: Life): readonly T[] {
  const lastWord = there.own.last('life');
  if (lastWord?.did !== 'delete' || here.own.knows(lastWord)) {
    return [item];
  }
  if (there.whole.covers(here.whole)) {
    return [];
  }
  const { by, at } = lastWord;
  return [{ ...item, conflicts: sortedConflicts([...item.conflicts, { kind: 'deleted', by, at }]) }];
}
