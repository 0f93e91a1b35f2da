/*
 * The search of the timeline: items of the story and lanes, in the order of the list.
 */
import { treeRows } from '../keyboardOrder';
import type { Direction } from '../keyboardOrder';
import type { Selection } from '../selection';
import { selectionKey } from '../selection';
import type { TimelineModel } from '../timelineModel';
import { wordsOf } from './filterModel';
import type { TimelineFacts } from './itemFacts';

/** What all words of a query are in; nothing for an empty query. */
export function searchTimeline(model: TimelineModel, facts: TimelineFacts, query: string): readonly Selection[] {
  const words = wordsOf(query);
  if (words.length === 0) {
    return [];
  }
  return treeRows(model)
    .filter(({ selection, spoken }) => {
      const text = `${textOf(selection, facts)}\n${spoken.toLowerCase()}`;
      return words.every((word) => text.includes(word));
    })
    .map(({ selection }) => selection);
}

/** Which of the matches is selected, from 0; -1 when none is. */
export function matchIndex(matches: readonly Selection[], selection: Selection | null): number {
  const key = selection === null ? null : selectionKey(selection);
  return matches.findIndex((match) => selectionKey(match) === key);
}

/** The match after or before that one, around the ends; `null` without matches. */
export function nextMatch(matches: readonly Selection[], index: number, direction: Direction): Selection | null {
  const from = index === -1 && direction === -1 ? 0 : index;
  return matches[(from + direction + matches.length) % Math.max(1, matches.length)] ?? null;
}

function textOf(selection: Selection, facts: TimelineFacts): string {
  switch (selection.kind) {
    case 'item':
      return facts.items.get(selection.item.id)?.text ?? selection.item.title.toLowerCase();
    case 'lane':
    case 'record': {
      const { lane } = selection;
      return (lane.kind === 'channel' ? `${lane.label}\n${lane.log}` : lane.label).toLowerCase();
    }
  }
}
