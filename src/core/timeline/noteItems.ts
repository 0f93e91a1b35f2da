/*
 * What people have written about the bundle, on a lane of its own. A note stands where it was pinned: at a moment, over
 * a range, or at the thing that it is about.
 */
import * as l10n from '@vscode/l10n';
import { phrase, spoken } from '../words/language';
import { clockTime, isInstant } from '../words/instant';
import { longDuration } from '../words/duration';
import { bar, detailsOf, mark, unplaced } from './itemShapes';
import { sentence } from './spokenLabel';
import { RowStack, storyLane } from './storyLane';
import type { Glyph, StoryLane, TimelineItem } from './timelineModel';

/** `settled`: the thread is resolved. */
export type NoteKind = 'open' | 'starred' | 'settled';

/** A note of a case, as far as the timeline shows it. */
export interface TimelineNote {
  readonly id: string;
  /** Its first words, as plain text. */
  readonly label: string;
  /**
   * Milliseconds since 1970 UTC, both the same for a moment; not a number where its place has no time: then it stands
   * at the item of {@link storyId}, or in the list alone.
   */
  readonly start: number;
  readonly end: number;
  readonly kind: NoteKind;
  /** Entry of the document that it is about. */
  readonly storyId?: string;
}

const glyphs: Readonly<Record<NoteKind, Glyph>> = { open: 'note', starred: 'noteStarred', settled: 'noteSettled' };
const kindWords = spoken<Exclude<NoteKind, 'open'>>({ starred: phrase('starred'), settled: phrase('settled') });

/** More notes on ranges than this side by side share rows. */
const mostRows = 4;

/** `story`: the items that notes can stand at. */
export function notesLane(notes: readonly TimelineNote[], story: readonly TimelineItem[]): StoryLane {
  const startOf = new Map([
    ...story.map(({ storyId, start }) => [storyId, start] as const),
    // What the entry itself stands for comes before what belongs to it.
    ...story.filter(({ id, storyId }) => id === storyId).map(({ id, start }) => [id, start] as const),
  ]);
  const items = notes.map((note, index) => {
    const start = isInstant(note.start) ? note.start : (startOf.get(note.storyId ?? '') ?? null);
    return noteItem(note, start, l10n.t('Note {0} of {1}', index + 1, notes.length));
  });
  const placed = items.filter(({ shape }) => shape !== 'none').sort((a, b) => a.start - b.start);
  const stack = new RowStack(mostRows);
  const ranges = placed.filter(({ shape }) => shape === 'bar').map((item) => ({ ...item, row: stack.rowFor(item) }));
  const marks = placed.filter(({ shape }) => shape === 'mark').map((item) => ({ ...item, row: stack.count }));
  return storyLane('notes', [...ranges, ...marks], {
    rows: Array.from({ length: stack.count + (marks.length > 0 || stack.count === 0 ? 1 : 0) }, () => 'sub' as const),
    unplaced: items.filter(({ shape }) => shape === 'none'),
  });
}

/** `start`: where it stands, or `null`. */
function noteItem(note: TimelineNote, start: number | null, position: string): TimelineItem {
  const isRange = start !== null && isInstant(note.end) && note.end > start && start === note.start;
  const state = note.kind === 'open' ? '' : kindWords[note.kind];
  const essentials = {
    id: `note/${note.id}`,
    storyId: note.storyId ?? `note/${note.id}`,
    kind: 'note',
    glyph: glyphs[note.kind],
    tone: note.kind === 'settled' ? 'neutral' : 'progress',
    fill: note.kind === 'settled' ? 'outline' : 'solid',
    label: note.label,
    title: note.label,
    details: detailsOf(state === '' ? l10n.t('A note of this case') : l10n.t('A note of this case, {0}', state)),
    spoken: sentence([
      position,
      state,
      start !== null && clockTime(start),
      isRange && longDuration(note.end - note.start),
      note.label,
    ]),
    evidence: [],
  } as const;
  if (start === null) {
    return unplaced(essentials);
  }
  return isRange ? bar({ ...essentials, start, end: note.end }) : mark({ ...essentials, start });
}
