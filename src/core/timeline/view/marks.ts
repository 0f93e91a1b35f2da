/*
 * Moments that a user has marked, as a lane of their own.
 */
import * as l10n from '@vscode/l10n';
import { clockTime } from '../../words/instant';
import { mark } from '../itemShapes';
import { storyLane } from '../storyLane';
import type { StoryLane, TimelineItem, TimelineModel } from '../timelineModel';

export interface TimeMark {
  /** Milliseconds since 1970 UTC. */
  readonly time: number;
}

/** More marks than this help nobody to find anything. */
export const mostMarks = 200;

/** Marks a moment, or takes the mark away where there is one at this very moment. In order of time. */
export function toggledMark(marks: readonly TimeMark[], time: number): readonly TimeMark[] {
  const others = marks.filter((other) => other.time !== time);
  return others.length < marks.length || marks.length >= mostMarks
    ? others
    : [...others, { time }].sort((left, right) => left.time - right.time);
}

/** The mark that an item stands for, or `null`. */
export function markOf(marks: readonly TimeMark[], item: TimelineItem): TimeMark | null {
  return item.kind === 'mark' ? (marks.find(({ time }) => time === item.start) ?? null) : null;
}

/** The model with the lane of marks between the story and the logs, in a stack on top; the same without marks. */
export function withMarks(model: TimelineModel, marks: readonly TimeMark[]): TimelineModel {
  if (marks.length === 0) {
    return model;
  }
  const lane = marksLane(marks);
  const logs = model.lanes.findIndex(({ kind }) => kind === 'channel');
  const at = model.meeting !== null ? 0 : logs === -1 ? model.lanes.length : logs;
  return {
    ...model,
    lanes: [...model.lanes.slice(0, at), lane, ...model.lanes.slice(at)],
    items: new Map([...model.items, ...lane.items.map((item) => [item.id, item] as const)]),
  };
}

function marksLane(marks: readonly TimeMark[]): StoryLane {
  const items = marks.map(({ time }, index) =>
    mark({
      id: `mark/${time}`,
      kind: 'mark',
      start: time,
      glyph: 'userMark',
      tone: 'progress',
      label: l10n.t('Mark {0}', index + 1),
      title: l10n.t('Your mark {0} of {1}', index + 1, marks.length),
      details: [],
      spoken: `${l10n.t('Mark {0} of {1}', index + 1, marks.length)}, ${clockTime(time)}`,
      evidence: [],
    }),
  );
  return storyLane('marks', items);
}
