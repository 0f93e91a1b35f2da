import { anchorKey } from './anchor';
import { mergeBundles } from './bundleIdentity';
import { caseLists, emptyCase, type CaseDocument, type Conflict, type StatedFacts } from './caseDocument';
import { compareAnnotations, compareStars, compareVerdicts } from './caseOrder';
import { conflictKey } from './conflict';
import { mergeAnnotation } from './mergeAnnotations';
import { mergeLiving } from './mergeLiving';
import { eitherValue, laterValue, mergeSets, mergeUnknown, type Sides } from './mergeValues';
import { sameValue } from './sameValue';
import { aspect, compareEntries, compareText, Histories, subject, type TrailEntry } from './trail';

/** A conflict that a merge has found, to be shown. */
export interface FoundConflict {
  readonly annotation: string;
  /** `null`: in the annotation itself. */
  readonly reply: string | null;
  readonly conflict: Conflict;
}

export interface MergedCase {
  readonly case: CaseDocument;
  /** Those that neither side knew. */
  readonly conflicts: readonly FoundConflict[];
}

/**
 * Two versions of a case as one, note by note. The trails tell which change is the later one and what was deleted, so
 * it does not matter which side is mine, and merging again changes nothing.
 * @param base what both sides had when they parted, if it is known; it decides on what was edited by hand
 */
export function mergeCases(mine: CaseDocument, theirs: CaseDocument, base?: CaseDocument): MergedCase {
  if (mine === theirs) {
    return { case: mine, conflicts: [] };
  }
  const knowledge = { mine: new Histories(mine.trail), theirs: new Histories(theirs.trail) };
  const sides: Sides<CaseDocument> = { mine, theirs, base };
  const lastOf = (on: string, aspectName: string) => ({
    mine: knowledge.mine.of(on).last(aspectName),
    theirs: knowledge.theirs.of(on).last(aspectName),
  });
  const annotations = mergeLiving(list(sides, 'annotations'), {
    lives: { mine: (id) => knowledge.mine.lifeOf(id), theirs: (id) => knowledge.theirs.lifeOf(id) },
    both: (annotationSides) => mergeAnnotation(annotationSides, knowledge),
  });
  const merged: CaseDocument = {
    version: mine.version,
    bundles: mergeBundles(mine.bundles, theirs.bundles),
    annotations: annotations.toSorted(compareAnnotations),
    verdicts: mergeSets(list(sides, 'verdicts'), {
      keyOf: ({ finding, by }) => `${finding}\n${by}`,
      stampsOf: (key) => {
        const [finding = '', by = ''] = key.split('\n');
        return lastOf(subject.finding(finding), aspect.verdict(by));
      },
      both: (left, right, before) =>
        laterValue({ mine: left, theirs: right, base: before }, { mine: left, theirs: right }),
    }).toSorted(compareVerdicts),
    stars: mergeSets(list(sides, 'stars'), {
      keyOf: ({ anchor }) => anchorKey(anchor),
      stampsOf: (key) => lastOf(subject.star(key), 'star'),
      both: (left, right, before) =>
        laterValue({ mine: left, theirs: right, base: before }, { mine: left, theirs: right }),
    }).toSorted(compareStars),
    stated: mergeStated({ mine: mine.stated, theirs: theirs.stated, base: base?.stated }),
    trail: mergeTrails(mine.trail, theirs.trail),
    unread: mergeUnread(mine, theirs),
  };
  const unknown = mergeUnknown(sides, merged, { mine: null, theirs: null });
  const document = { ...unknown, ...merged };
  return { case: document, conflicts: foundConflicts(document, mine, theirs) };
}

/** Several versions of a case as one; `emptyCase` where there is none. In pairs of pairs, so that the work stays linear. */
export function mergeAll(cases: readonly CaseDocument[]): CaseDocument {
  let round = cases;
  while (round.length > 1) {
    round = Array.from({ length: Math.ceil(round.length / 2) }, (_, at) => {
      const [left, right] = [round[2 * at]!, round[2 * at + 1]];
      return right === undefined ? left : mergeCases(left, right).case;
    });
  }
  return round[0] ?? emptyCase;
}

function list<Name extends 'annotations' | 'verdicts' | 'stars'>(
  { mine, theirs, base }: Sides<CaseDocument>,
  name: Name,
): Sides<CaseDocument[Name]> {
  return { mine: mine[name], theirs: theirs[name], base: base?.[name] };
}

function mergeStated(sides: Sides<StatedFacts>): StatedFacts {
  const fact = <Name extends keyof StatedFacts>(name: Name): Sides<StatedFacts[Name]> => ({
    mine: sides.mine[name],
    theirs: sides.theirs[name],
    base: sides.base?.[name],
  });
  const later = <T extends StatedFacts['issuedAt'] | StatedFacts['lifetimeMinutes'] | StatedFacts['oneTime']>(
    factSides: Sides<T>,
  ): T => laterValue(factSides, { mine: factSides.mine, theirs: factSides.theirs });
  const known = {
    basis: emptyCase.stated.basis,
    issuedAt: later(fact('issuedAt')),
    lifetimeMinutes: later(fact('lifetimeMinutes')),
    oneTime: later(fact('oneTime')),
  };
  return { ...mergeUnknown(sides, known, { mine: null, theirs: null }), ...known };
}

/** Both trails, in the order of time, each entry once. */
function mergeTrails(mine: readonly TrailEntry[], theirs: readonly TrailEntry[]): readonly TrailEntry[] {
  const merged: TrailEntry[] = [];
  let left = 0;
  let right = 0;
  while (left < mine.length || right < theirs.length) {
    const order = left === mine.length ? 1 : right === theirs.length ? -1 : compareEntries(mine[left]!, theirs[right]!);
    merged.push(order === 0 ? eitherValue(mine[left]!, theirs[right]!) : order < 0 ? mine[left]! : theirs[right]!);
    left += Number(order <= 0);
    right += Number(order >= 0);
  }
  return merged;
}

/** What does not read is never lost; what both have stands once. */
function mergeUnread(mine: CaseDocument, theirs: CaseDocument): CaseDocument['unread'] {
  const merged = caseLists.map((name) => {
    const [left, right] = [mine.unread[name], theirs.unread[name]];
    return [name, sameValue(left, right) ? left : eachOnce([...left, ...right])] as const;
  });
  return { ...mine.unread, ...Object.fromEntries(merged) };
}

function eachOnce(entries: readonly unknown[]): readonly unknown[] {
  const byText = new Map(entries.map((entry) => [JSON.stringify(entry), entry]));
  return [...byText].sort(([left], [right]) => compareText(left, right)).map(([, entry]) => entry);
}

function foundConflicts(merged: CaseDocument, mine: CaseDocument, theirs: CaseDocument): readonly FoundConflict[] {
  const known = new Set([...conflictsIn(mine), ...conflictsIn(theirs)].map(foundKey));
  return [...conflictsIn(merged)].filter((found) => !known.has(foundKey(found)));
}

/** All conflicts of a case that are still open. */
export function conflictsIn({ annotations }: CaseDocument): readonly FoundConflict[] {
  return annotations.flatMap(({ id, conflicts, replies }) => [
    ...conflicts.map((conflict) => ({ annotation: id, reply: null, conflict })),
    ...replies.flatMap((reply) => reply.conflicts.map((conflict) => ({ annotation: id, reply: reply.id, conflict }))),
  ]);
}

function foundKey({ annotation, reply, conflict }: FoundConflict): string {
  return `${annotation}\n${reply ?? ''}\n${conflictKey(conflict)}`;
}
