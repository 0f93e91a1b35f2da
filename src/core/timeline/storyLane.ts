/* How a lane of the story is put together from its items. */
import * as l10n from '@vscode/l10n';
import { phrase, spokenCount } from '../words/language';
import type { TimeRange } from './timeScale';
import type { RowKind, StoryLane, StoryLaneId, TimelineItem } from './timelineModel';
import { laneWords } from './words';

interface LaneParts {
  readonly note?: string | null;
  readonly rows?: readonly RowKind[];
  /** What belongs to the lane and has no time. */
  readonly unplaced?: readonly TimelineItem[];
  /** How many of those tell what is not known, and so have no time to be missed. */
  readonly gaps?: number;
}

/** `null` among the drafts stands for an entry whose time cannot be read: the note counts those. */
export function storyLane(
  id: StoryLaneId,
  drafts: readonly (TimelineItem | null)[],
  { note = null, rows = ['main'], unplaced = [], gaps = 0 }: LaneParts = {},
): StoryLane {
  const items = drafts.filter((item) => item !== null);
  const unreadable = drafts.length - items.length;
  const notes = [
    note,
    unreadable > 0
      ? spokenCount(
          unreadable,
          phrase('1 entry without a readable time'),
          phrase('{0} entries without a readable time'),
        )
      : null,
    unplaced.length > gaps ? l10n.t('{0} without a time', unplaced.length - gaps) : null,
    gaps > 0 ? l10n.t('{0} not known', gaps) : null,
  ].filter((part) => part !== null);
  items.sort((left, right) => left.start - right.start || left.row - right.row);
  return {
    kind: 'story',
    id,
    topic: id,
    label: laneWords[id],
    note: notes.length === 0 ? null : notes.join(', '),
    // A lane of one row has no place for a note below its name.
    rows: rows.length === 1 && unplaced.length > 0 ? ['main', 'sub'] : rows,
    items,
    unplaced,
    group: null,
  };
}

/** Gives spans that overlap rows of their own, up to a number of rows; after that they share. */
export class RowStack {
  private readonly ends: number[] = [];

  constructor(private readonly most: number) {}

  get count(): number {
    return this.ends.length;
  }

  /** Spans come by start. */
  rowFor(span: TimeRange): number {
    const free = this.ends.findIndex((end) => end <= span.start);
    const row =
      free >= 0 ? free : this.ends.length < this.most ? this.ends.length : this.ends.indexOf(Math.min(...this.ends));
    this.ends[row] = Math.max(span.end, this.ends[row] ?? Number.NEGATIVE_INFINITY);
    return row;
  }
}
