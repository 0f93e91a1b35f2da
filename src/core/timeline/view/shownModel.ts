/*
 * From the whole model to what is shown of it: filtered, with the user's marks, lanes in the user's order.
 */
import type { TimelineModel } from '../timelineModel';
import { allItems } from '../selection';
import { filterModel } from './filterModel';
import type { TimelineFacts } from './itemFacts';
import { arrangedLanes, orderedLanes } from './laneArrangement';
import { withMarks } from './marks';
import type { TimelineView } from './timelineView';

/** Only what the model depends on. */
export type ModelView = Pick<TimelineView, 'filter' | 'marks' | 'lanes'>;

export function shownModel(model: TimelineModel, facts: TimelineFacts, view: ModelView): TimelineModel {
  const marked = withMarks(filterModel(model, facts, view.filter), view.marks);
  const lanes = arrangedLanes(marked.lanes, view.lanes);
  if (lanes.length === marked.lanes.length) {
    return { ...marked, lanes };
  }
  const items = new Map(
    lanes.flatMap((lane) => (lane.kind === 'story' ? allItems(lane).map((item) => [item.id, item] as const) : [])),
  );
  return {
    ...marked,
    lanes,
    items,
    bands: marked.bands.filter(({ item }) => items.has(item.id)),
    links: marked.links.filter(({ from, to }) => items.has(from.id) && items.has(to.id)),
  };
}

/** All lanes that the user can show or hide, in the user's order. */
export function lanesToArrange(model: TimelineModel, facts: TimelineFacts, view: ModelView): TimelineModel['lanes'] {
  return orderedLanes(withMarks(filterModel(model, facts, view.filter), view.marks).lanes, view.lanes);
}

/** How much a filter and hidden lanes keep back: nobody must take what is left for all there is. */
export interface KeptBack {
  readonly items: number;
  readonly records: number;
  readonly lanes: number;
}

export function keptBack(model: TimelineModel, shown: TimelineModel): KeptBack {
  const missing = [...model.items.keys()].filter((id) => !shown.items.has(id)).length;
  const ids = new Set(shown.lanes.map(({ id }) => id));
  return {
    items: missing,
    records: recordsOf(model) - recordsOf(shown),
    lanes: model.lanes.filter(({ id }) => !ids.has(id)).length,
  };
}

function recordsOf({ lanes }: TimelineModel): number {
  return lanes.reduce((sum, lane) => sum + (lane.kind === 'channel' ? lane.records : 0), 0);
}
