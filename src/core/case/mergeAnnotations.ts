import type { Annotation, Conflict, Reply } from './caseDocument';
import { compareReactions, compareReplies } from './caseOrder';
import { conflictKey, sortedConflicts } from './conflict';
import { laterValue, mergeSets, mergeUnknown, type Sides, type SideStamps } from './mergeValues';
import { sameValue } from './sameValue';
import { mergeLiving } from './mergeLiving';
import { aspect, compareStamps, compareText, type Histories, type History, type WrittenText } from './trail';

/** What each side's trail knows. */
export interface Knowledge {
  readonly mine: Histories;
  readonly theirs: Histories;
}

interface Knowing {
  readonly mine: History;
  readonly theirs: History;
}

/** One annotation that both sides have. The result does not depend on which side is mine. */
export function mergeAnnotation(sides: Sides<Annotation>, knowledge: Knowledge): Annotation {
  if (sameValue(sides.mine, sides.theirs)) {
    return sides.mine;
  }
  const { id } = sides.mine;
  const histories = knowing(knowledge, id, null);
  const later = <Name extends keyof Annotation>(name: Name): Annotation[Name] =>
    laterValue(field(sides, name), lastOf(histories, name));
  const merged = {
    ...mergeComment(sides, histories),
    id,
    anchor: later('anchor'),
    tags: mergeSets(field(sides, 'tags'), {
      keyOf: (tag) => tag,
      stampsOf: (tag) => lastOf(histories, aspect.tag(tag)),
    }).toSorted(compareText),
    star: later('star'),
    status: later('status'),
    resolved: later('resolved'),
    replies: mergeLiving(field(sides, 'replies'), {
      lives: {
        mine: (reply) => knowledge.mine.lifeOf(id, reply),
        theirs: (reply) => knowledge.theirs.lifeOf(id, reply),
      },
      both: (replySides) => mergeReply(replySides, knowing(knowledge, id, replySides.mine.id)),
    }).toSorted(compareReplies),
  };
  return { ...mergeUnknown(sides, merged, wholeOf(sides)), ...merged };
}

function mergeReply(sides: Sides<Reply>, histories: Knowing): Reply {
  if (sameValue(sides.mine, sides.theirs)) {
    return sides.mine;
  }
  const merged = { ...mergeComment(sides, histories), id: sides.mine.id };
  return { ...mergeUnknown(sides, merged, wholeOf(sides)), ...merged };
}

type Comment = Pick<Reply, 'text' | 'created' | 'edited' | 'reactions' | 'conflicts'>;

/** What annotations and replies have in common. */
function mergeComment(sides: Sides<Comment>, histories: Knowing): Comment {
  const { mine, theirs } = sides;
  const version = ({ text, edited }: Comment): Pick<Comment, 'text' | 'edited'> => ({ text, edited });
  const winner = laterValue(
    { mine: version(mine), theirs: version(theirs), base: sides.base && version(sides.base) },
    wholeOf(sides),
  );
  const loser = winner.text === mine.text ? theirs : mine;
  const isLost = loser.text !== winner.text && isConflict(sides, histories);
  const lost: readonly Conflict[] = isLost ? [{ kind: 'text', ...writtenAt(loser) }] : [];
  return {
    ...winner,
    created: laterValue(field(sides, 'created'), wholeOf(sides)),
    reactions: mergeSets(field(sides, 'reactions'), {
      keyOf: ({ by, reaction }) => aspect.reaction(by, reaction),
      stampsOf: (key) => lastOf(histories, key),
    }).toSorted(compareReactions),
    conflicts: mergeConflicts(sides, histories, lost),
  };
}

/** Neither side knew of what the other wrote; or the trails do not tell, and neither text is the one both had. */
function isConflict({ mine, theirs, base }: Sides<Comment>, histories: Knowing): boolean {
  const [left, right] = [writtenAt(mine), writtenAt(theirs)];
  const isTold = histories.mine.tellsText(left) && histories.theirs.tellsText(right);
  if (compareStamps(left, right) === 0 && !isTold) {
    return base === undefined || (mine.text !== base.text && theirs.text !== base.text);
  }
  return !histories.theirs.knowsText(left) && !histories.mine.knowsText(right);
}

/** Conflicts of both sides and those that are `fresh`, without those that one side has settled or written over. */
function mergeConflicts(sides: Sides<Comment>, histories: Knowing, fresh: readonly Conflict[]): readonly Conflict[] {
  const known = mergeSets(field({ ...sides, base: undefined }, 'conflicts'), {
    keyOf: conflictKey,
    stampsOf: (key) => lastOf(histories, aspect.conflict(key)),
    staysUntold: (conflict, side) => {
      const otherSide = side === 'mine' ? 'theirs' : 'mine';
      return conflict.kind === 'text'
        ? conflict.text === sides[otherSide].text || !histories[otherSide].knowsText(conflict)
        : !histories[otherSide].knowsDeletion(conflict);
    },
  });
  const keys = new Set(known.map(conflictKey));
  return sortedConflicts([...known, ...fresh.filter((conflict) => !keys.has(conflictKey(conflict)))]);
}

function knowing({ mine, theirs }: Knowledge, id: string, reply: string | null): Knowing {
  return { mine: mine.of(id, reply), theirs: theirs.of(id, reply) };
}

function field<T, Name extends keyof T>({ mine, theirs, base }: Sides<T>, name: Name): Sides<T[Name]> {
  return { mine: mine[name], theirs: theirs[name], base: base?.[name] };
}

function lastOf({ mine, theirs }: Knowing, aspectName: string): SideStamps {
  return { mine: mine.last(aspectName), theirs: theirs.last(aspectName) };
}

function writtenAt({ text, created, edited }: Pick<Comment, 'text' | 'created' | 'edited'>): WrittenText {
  const { by, at } = edited ?? created;
  return { text, by, at };
}

function wholeOf({ mine, theirs }: Sides<Comment>): SideStamps {
  return { mine: writtenAt(mine), theirs: writtenAt(theirs) };
}
