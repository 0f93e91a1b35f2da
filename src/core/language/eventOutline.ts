import * as l10n from '@vscode/l10n';
import type { TriageDocument } from '../enrollment/document/triageDocument';
import { isOfLog } from './evidenceLine';
import type { LogContext } from './logContext';
import { entryLimit, type OutlineEntry } from './outline';
import { parseRecordHeader } from './recordHeader';
import { bootIndexAt, phaseAt } from './storyTime';
import { linesOfRecords, recordsText, timeGroups, type ChildrenOf } from './timeGroups';
import { isInstant, wallClockText } from '../words/instant';
import { phaseWords } from '../enrollment/storyWords';

/** So few records in a phase need no groups. */
const ungrouped = 12;

/** Start of Windows > phase > group of records > record. Without a story: groups and records. */
export function eventOutline(context: LogContext): readonly OutlineEntry[] {
  const { index, story } = context;
  const count = index.firstLines.length;
  const childrenOf = recordEntries(context);
  if (story === null) {
    return timeGroups(context, 0, count, ungrouped, childrenOf);
  }
  const boots = runningBoots(story, index.correctedMs);
  return runs(0, count, (record) => boots[record]!).flatMap(({ first, end, value }) => {
    const phases = phaseEntries(context, story, first, end, childrenOf);
    const boot = story.boots[value];
    return boot === undefined
      ? phases
      : [
          {
            kind: 'boot' as const,
            name: l10n.t('Start {0} of {1}', value + 1, story.boots.length),
            detail: `${wallClockText(Date.parse(boot.start))} · ${recordsText(end - first)}`,
            ...linesOfRecords(index, first, end),
            children: phases,
          },
        ];
  });
}

function phaseEntries(
  context: LogContext,
  story: TriageDocument,
  from: number,
  to: number,
  childrenOf: ChildrenOf,
): readonly OutlineEntry[] {
  const { index } = context;
  return runs(from, to, (record) => phaseAt(story, index.correctedMs[record]!)?.id ?? null).flatMap(
    ({ first, end, value }) => {
      const groups = timeGroups(context, first, end, ungrouped, childrenOf);
      return value === null
        ? groups
        : [
            {
              kind: 'phase' as const,
              name: phaseWords[value],
              detail: recordsText(end - first),
              ...linesOfRecords(index, first, end),
              children: groups,
            },
          ];
    },
  );
}

/**
 * The start that each record belongs to. Records stand in the order of writing, but what was buffered during a start
 * may carry times before it: once a start has begun, what follows belongs to it or to a later one.
 */
function runningBoots(story: TriageDocument, times: Float64Array): Int32Array {
  const boots = new Int32Array(times.length);
  let current = -1;
  times.forEach((ms, record) => {
    current = Math.max(current, bootIndexAt(story, ms));
    boots[record] = current;
  });
  return boots;
}

interface Run<T> {
  readonly first: number;
  readonly end: number;
  readonly value: T;
}

/** Neighbours of the same value, together. */
function runs<T>(from: number, to: number, valueOf: (record: number) => T): readonly Run<T>[] {
  const found: Run<T>[] = [];
  let first = from;
  for (let record = from + 1; record <= to; record += 1) {
    if (record === to || valueOf(record) !== valueOf(first)) {
      found.push({ first, end: record, value: valueOf(first) });
      first = record;
    }
  }
  return found;
}

/** Every record where there are few; else those of the story and the errors, as far as the outline has room. */
function recordEntries(context: LogContext): ChildrenOf {
  const { index, lines, story } = context;
  const all = index.firstLines.length <= entryLimit;
  const told = story === null ? new Set<number>() : recordsOfStory(context, story);
  let room = entryLimit;
  return (first, end) => {
    const entries: OutlineEntry[] = [];
    for (let record = first; record < end && room > 0; record += 1) {
      const line = index.firstLines[record]!;
      const header = parseRecordHeader(lines.line(line));
      const recordId = index.recordIds?.[record] ?? -1;
      const isError = header?.level === 'Error' || header?.level === 'Critical';
      if (header === null || !(all || isError || told.has(recordId))) {
        continue;
      }
      room -= 1;
      const ms = index.correctedMs[record]!;
      entries.push({
        kind: isError ? 'error' : 'record',
        name: `${header.provider} ${header.eventId}`,
        detail: [isInstant(ms) ? wallClockText(ms) : '', `#${recordId}`, header.meaning]
          .filter((part) => part !== '')
          .join(' · '),
        ...linesOfRecords(index, record, record + 1),
        children: [],
      });
    }
    return entries;
  };
}

function recordsOfStory(context: LogContext, story: TriageDocument): ReadonlySet<number> {
  const { reboots, signIns, phases, boots, findings } = story;
  const evidence = [
    ...reboots.flatMap((reboot) => [...reboot.evidence, ...reboot.causes.flatMap((cause) => cause.evidence)]),
    ...[...signIns, ...phases, ...boots, ...findings].flatMap((item) => item.evidence),
  ];
  return new Set(evidence.flatMap((at) => ('recordId' in at && isOfLog(context, at) ? [at.recordId] : [])));
}
