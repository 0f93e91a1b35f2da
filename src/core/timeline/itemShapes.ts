/* The parts of an item that follow from its shape, in one place. */
import * as l10n from '@vscode/l10n';
import { shortDuration } from '../words/duration';
import type { Detail, Scene, TimelineItem } from './timelineModel';
import { pluralWords } from './words';

/** What every item has to say for itself; the rest follows from its kind. */
export type ItemEssentials = Pick<
  TimelineItem,
  'id' | 'kind' | 'tone' | 'label' | 'title' | 'details' | 'spoken' | 'evidence'
> &
  Partial<TimelineItem>;

/** Drawn as a glyph at its start. */
export function mark(essentials: ItemEssentials & { readonly start: number }): TimelineItem {
  return { ...defaults(essentials), end: essentials.start, shape: 'mark', ...essentials };
}

/** Drawn from start to end. */
export function bar(essentials: ItemEssentials & { readonly start: number; readonly end: number }): TimelineItem {
  return { ...defaults(essentials), shape: 'bar', ...essentials };
}

/** A drawing that points to a moment. */
export function sceneItem(
  essentials: ItemEssentials & { readonly start: number; readonly scene: Scene },
): TimelineItem {
  return { ...defaults(essentials), end: essentials.start, shape: 'scene', ...essentials };
}

/** Has no place in time: a row of the list and nothing else. */
export function unplaced(essentials: ItemEssentials): TimelineItem {
  return { ...defaults(essentials), start: Number.NaN, end: Number.NaN, shape: 'none', ...essentials };
}

/** Details from what there is to say: a text, a text with its term, or nothing. */
export function detailsOf(...parts: readonly (string | readonly [term: string, text: string] | false)[]): Detail[] {
  return parts
    .filter((part) => part !== false)
    .map((part) => (typeof part === 'string' ? { term: null, text: part } : { term: part[0], text: part[1] }))
    .filter(({ text }) => text !== '');
}

/** What to say of times that may be off; nothing where a record gives the moment. */
export function doubt(uncertaintyMs: number | null): string[] {
  return uncertaintyMs === null || uncertaintyMs <= 0
    ? []
    : [l10n.t('The time may be off by {0}', shortDuration(uncertaintyMs))];
}

function defaults({ id, kind, label }: ItemEssentials) {
  return {
    storyId: id,
    openStart: false,
    openEnd: false,
    uncertaintyMs: null,
    row: 0,
    parent: null,
    glyph: null,
    scene: null,
    fill: 'solid',
    pauses: [],
    rowLabel: label,
    plural: pluralWords[kind],
    group: null,
  } as const;
}
