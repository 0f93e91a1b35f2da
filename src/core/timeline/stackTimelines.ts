/*
 * Several bundles in one model, each under its own title, moved so that one moment of each lies at the same place. The
 * first bundle keeps its times. On such an axis there is no time of day, only time before and after that moment; what
 * is said of an item is said in its own times.
 */
import * as l10n from '@vscode/l10n';
import type { Alignment } from './alignment';
import { alignmentWords, momentOf } from './alignment';
import { shiftLane } from './shiftLane';
import { allItems } from './selection';
import type { TimeRange } from './timeScale';
import type { Lane, LaneGroup, NoData, TimelineModel } from './timelineModel';

/** A bundle of the stack. */
export interface StackedBundle {
  /** Name of the bundle. */
  readonly title: string;
  readonly model: TimelineModel;
}

export interface TimelineStack {
  readonly model: TimelineModel;
  /** What it is aligned on: the start of the enrollment where a bundle does not show what was asked for. */
  readonly alignment: Alignment;
  /** Titles of the bundles that do not show what was asked for. */
  readonly withoutIt: readonly string[];
}

/** Stacks bundles from top to bottom in their order; each becomes a {@link LaneGroup} `1`, `2`, …. */
export function stackTimelines(bundles: readonly [StackedBundle, ...StackedBundle[]], asked: Alignment): TimelineStack {
  const withoutIt = bundles.filter(({ model }, index) => momentOf(asked, model, index) === null);
  const alignment: Alignment = withoutIt.length === 0 ? asked : { kind: 'enrollmentStart' };
  const moments = bundles.map(({ model }, index) => momentOf(alignment, model, index) ?? model.enrollmentStart);
  const [origin] = moments as [number, ...number[]];
  const shifted = bundles.map(({ title, model }, index) =>
    shiftModel(model, { id: String(index + 1), title, shift: origin - moments[index]! }),
  );
  const extent = unionOf(shifted.map((model) => model.extent));
  return {
    model: {
      lanes: shifted.flatMap(({ lanes, extent: own }) => lanes.map((lane) => blindOutside(lane, own, extent))),
      hasTimes: shifted.some(({ hasTimes }) => hasTimes),
      items: new Map(shifted.flatMap(({ items }) => [...items])),
      bands: shifted.flatMap(({ bands }) => bands),
      links: shifted.flatMap(({ links }) => links),
      extent,
      story: unionOf(shifted.map(({ story }) => story)),
      enrollmentStart: origin,
      meeting: alignmentWords(alignment),
      localOffsets: [],
    },
    alignment,
    withoutIt: withoutIt.map(({ title }) => title),
  };
}

function shiftModel(model: TimelineModel, group: LaneGroup): TimelineModel {
  const lanes = model.lanes.map((lane) => shiftLane(lane, group));
  const moved = lanes.flatMap((lane) => (lane.kind === 'story' ? allItems(lane) : []));
  const original = model.lanes.flatMap((lane) => (lane.kind === 'story' ? allItems(lane) : []));
  const movedOf = new Map(original.map((item, index) => [item, moved[index]!]));
  return {
    ...model,
    lanes,
    // In the same order: the first item that rests on a place in the logs is the one to show for it.
    items: new Map([...model.items.values()].flatMap((item) => movedOf.get(item) ?? []).map((item) => [item.id, item])),
    bands: model.bands.flatMap(({ item, style }) => {
      const own = movedOf.get(item);
      return own === undefined ? [] : [{ item: own, style, start: own.start, end: own.end }];
    }),
    links: model.links.flatMap(({ from, to, verdict }) => {
      const [cause, effect] = [movedOf.get(from), movedOf.get(to)];
      return cause === undefined || effect === undefined ? [] : [{ from: cause, to: effect, verdict }];
    }),
    extent: moveRange(model.extent, group.shift),
    story: moveRange(model.story, group.shift),
  };
}

/** Where only another bundle reaches, this one's logs are not quiet. */
function blindOutside(lane: Lane, own: TimeRange, all: TimeRange): Lane {
  if (lane.kind === 'story') {
    return lane;
  }
  const why = l10n.t('outside of this bundle');
  const outside: NoData[] = [
    { start: all.start, end: own.start, why },
    { start: own.end, end: all.end, why },
  ];
  const [before, after] = outside.map((span) => (span.end > span.start ? [span] : [])) as [NoData[], NoData[]];
  return { ...lane, noData: [...before, ...lane.noData, ...after] };
}

function moveRange({ start, end }: TimeRange, shift: number): TimeRange {
  return { start: start + shift, end: end + shift };
}

function unionOf(ranges: readonly TimeRange[]): TimeRange {
  return {
    start: Math.min(...ranges.map(({ start }) => start)),
    end: Math.max(...ranges.map(({ end }) => end)),
  };
}
