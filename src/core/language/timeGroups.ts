import * as l10n from '@vscode/l10n';
import type { LogContext } from './logContext';
import type { LogIndex } from './logIndex';
import type { OutlineEntry } from './outline';
import { localOffsetAt } from './storyTime';
import { shortDuration } from '../words/duration';
import { isInstant, wallClockText } from '../words/instant';
import { phrase, spokenCount } from '../words/language';

/** A silence this long ends a group, milliseconds. */
const silenceMs = 30_000;
/** A group stays short enough to be seen as one. */
const recordsPerGroup = 250;

/** Chooses which records of a group stand for themselves below it. */
export type ChildrenOf = (first: number, end: number) => readonly OutlineEntry[];

/**
 * Groups of records between silences, for `[first, end)` of the log.
 *
 * @param limit at least this many records before silences count: a handful needs no groups
 */
export function timeGroups(
  context: LogContext,
  first: number,
  end: number,
  limit: number,
  childrenOf: ChildrenOf = () => [],
): readonly OutlineEntry[] {
  if (end - first <= limit) {
    return childrenOf(first, end);
  }
  const { index } = context;
  const groups: OutlineEntry[] = [];
  let start = first;
  for (let record = first + 1; record <= end; record += 1) {
    const silence = Math.abs((index.correctedMs[record] ?? NaN) - (index.correctedMs[record - 1] ?? NaN));
    if (record === end || silence >= silenceMs || record - start >= recordsPerGroup) {
      groups.push(group(context, start, record, childrenOf));
      start = record;
    }
  }
  return groups;
}

function group({ index, story }: LogContext, first: number, end: number, childrenOf: ChildrenOf): OutlineEntry {
  const from = index.correctedMs[first]!;
  const to = index.correctedMs[end - 1]!;
  const count = end - first;
  const east = story === null || index.basis === 'wallClock' || !isInstant(from) ? null : localOffsetAt(story, from);
  return {
    kind: 'group',
    name: isInstant(from) ? wallClockText(from) : l10n.t('without a time'),
    detail: [
      recordsText(count),
      ...(isInstant(to - from) && count > 1 ? [shortDuration(to - from)] : []),
      ...(east === null || east === 0 ? [] : [l10n.t('{0} on the device', wallClockText(from, east))]),
    ].join(' · '),
    ...linesOfRecords(index, first, end),
    children: childrenOf(first, end),
  };
}

/** `12 records`. */
export function recordsText(count: number): string {
  return spokenCount(count, phrase('1 record'), phrase('{0} records'));
}

/** The lines of the records `[first, end)`. */
export function linesOfRecords(
  index: LogIndex,
  first: number,
  end: number,
): { readonly firstLine: number; readonly lastLine: number } {
  return { firstLine: index.firstLines[first]!, lastLine: index.lastLines[end - 1]! };
}
