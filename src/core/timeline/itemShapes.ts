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
  Partial<Omit<TimelineItem, 'shape'>>;

/** Drawn as a glyph at its start. */
export function mark(essentials: ItemEssentials & { readonly start: number }): TimelineItem {
  return itemOf(essentials, 'mark');
}

/** Drawn from start to end. */
export function bar(essentials: ItemEssentials & { readonly start: number; readonly end: number }): TimelineItem {
  return itemOf(essentials, 'bar');
}

/** A drawing that points to a moment. */
export function sceneItem(
  essentials: ItemEssentials & { readonly start: number; readonly scene: Scene },
): TimelineItem {
  return itemOf(essentials, 'scene');
}

/** Has no place in time: a row of the list and nothing else. */
export function unplaced(essentials: ItemEssentials): TimelineItem {
  return itemOf(essentials, 'none');
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

/** Every field written out, since spreading objects of this many fields costs more than all the rest of a story. */
function itemOf(essentials: ItemEssentials, shape: TimelineItem['shape']): TimelineItem {
  const { id, kind, tone, label, title, details, spoken, evidence, start = Number.NaN } = essentials;
  return {
    id,
    storyId: essentials.storyId ?? id,
    kind,
    shape,
    start,
    end: essentials.end ?? start,
    openStart: essentials.openStart ?? false,
    openEnd: essentials.openEnd ?? false,
    uncertaintyMs: essentials.uncertaintyMs ?? null,
    row: essentials.row ?? 0,
    parent: essentials.parent ?? null,
    glyph: essentials.glyph ?? null,
    scene: essentials.scene ?? null,
    fill: essentials.fill ?? 'solid',
    tone,
    pauses: essentials.pauses ?? [],
    label,
    rowLabel: essentials.rowLabel ?? label,
    plural: essentials.plural ?? pluralWords[kind],
    title,
    details,
    spoken,
    evidence,
    group: essentials.group ?? null,
  };
}
