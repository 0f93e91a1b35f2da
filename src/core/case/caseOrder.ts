import { countHolding } from '../bytes/sorted';
import { anchorKey, isRecordPlace, memberOf, placeOf, type Anchor, type Place } from './anchor';
import type { Annotation, Reaction, Reply, Star, Verdict } from './caseDocument';
import { compareStamps, compareText } from './trail';

/*
 * The order of things in a case and in its file: the same on every machine, whoever came first.
 */

/**
 * By what they are about: the file reads like the bundle, and notes that two people add at the same time stand apart, so
 * that Git can merge them. Equal only for the same annotation.
 */
export function compareAnnotations(left: Annotation, right: Annotation): number {
  return (
    compareAnchors(left.anchor, right.anchor) ||
    compareStamps(left.created, right.created) ||
    compareText(left.id, right.id)
  );
}

/** The case first, then the story, then member by member from top to bottom. */
export function compareAnchors(left: Anchor, right: Anchor): number {
  return (
    rank(left) - rank(right) ||
    compareText(memberOf(left) ?? '', memberOf(right) ?? '') ||
    position(placeOf(left)) - position(placeOf(right)) ||
    compareText(detail(left), detail(right))
  );
}

function rank({ kind }: Anchor): number {
  switch (kind) {
    case 'case':
      return 0;
    case 'reboot':
    case 'signIn':
    case 'finding':
      return 1;
    case 'timeRange':
      return 2;
    case 'member':
    case 'line':
    case 'record':
    case 'link':
      return 3;
  }
}

function position(place: Place | null): number {
  return place === null ? 0 : isRecordPlace(place) ? place.recordId : place.line;
}

function detail(anchor: Anchor): string {
  switch (anchor.kind) {
    case 'timeRange':
      return anchor.start;
    case 'reboot':
    case 'signIn':
    case 'finding':
      return anchor.item;
    default:
      return '';
  }
}

/** `sorted` with `item` at its place. */
export function withInserted<T>(sorted: readonly T[], item: T, compare: (left: T, right: T) => number): readonly T[] {
  return sorted.toSpliced(
    countHolding(sorted.length, (index) => compare(sorted[index]!, item) <= 0),
    0,
    item,
  );
}

/** Replies stand in the order in which they were written. */
export function compareReplies(left: Reply, right: Reply): number {
  return compareStamps(left.created, right.created) || compareText(left.id, right.id);
}

export function compareReactions(left: Reaction, right: Reaction): number {
  return compareText(left.reaction, right.reaction) || compareText(left.by, right.by);
}

export function compareVerdicts(left: Verdict, right: Verdict): number {
  return compareText(left.finding, right.finding) || compareText(left.by, right.by);
}

export function compareStars(left: Star, right: Star): number {
  return compareText(anchorKey(left.anchor), anchorKey(right.anchor));
}
