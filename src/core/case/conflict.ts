import type { Conflict } from './caseDocument';
import { textMark } from './hashedLines';
import { compareStamps, compareText } from './trail';

/** One text for one conflict: the version that did not win, or the deletion. */
export function conflictKey(conflict: Conflict): string {
  const { kind, by, at } = conflict;
  return kind === 'text' ? `${kind} ${at} ${by} ${textMark(conflict.text)}` : `${kind} ${at} ${by}`;
}

/** The order of conflicts in a note. */
export function sortedConflicts(conflicts: readonly Conflict[]): readonly Conflict[] {
  return [...conflicts].sort(
    (left, right) => compareStamps(left, right) || compareText(conflictKey(left), conflictKey(right)),
  );
}
