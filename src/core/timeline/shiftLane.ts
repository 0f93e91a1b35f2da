/*
 * A lane as part of a stack of bundles: moved in time, with ids that no other bundle has.
 */
import * as l10n from '@vscode/l10n';
import type { IndexedSeries } from './eventSeries';
import type { TimeRange } from './timeScale';
import type { ChannelLane, Lane, LaneGroup, StoryLane, TimelineItem } from './timelineModel';

/** Id in the model of what a document calls `id`: in a stack, every bundle has a `reboot-1`. */
export function idIn(group: LaneGroup | null, id: string): string {
  return group === null ? id : `${group.id}/${id}`;
}

export function shiftLane(lane: Lane, group: LaneGroup): Lane {
  return lane.kind === 'story' ? shiftStory(lane, group) : shiftChannel(lane, group);
}

function shiftStory(lane: StoryLane, group: LaneGroup): StoryLane {
  return {
    ...lane,
    id: idIn(group, lane.id),
    items: lane.items.map((item) => shiftItem(item, group)),
    unplaced: lane.unplaced.map((item) => shiftItem(item, group)),
    group,
  };
}

/** The sentence for the ear keeps the item's own times, and says which bundle it is of. */
function shiftItem(item: TimelineItem, group: LaneGroup): TimelineItem {
  return {
    ...item,
    ...moved(item, group),
    id: idIn(group, item.id),
    parent: item.parent === null ? null : idIn(group, item.parent),
    pauses: item.pauses.map((pause) => ({ ...pause, ...moved(pause, group) })),
    spoken: `${item.spoken}, ${l10n.t('in {0}', group.title)}`,
    group,
  };
}

function shiftChannel(lane: ChannelLane, group: LaneGroup): ChannelLane {
  return {
    ...lane,
    id: idIn(group, lane.id),
    series: lane.series === null || group.shift === 0 ? lane.series : shiftSeries(lane.series, group),
    covered: lane.covered === null ? null : moved(lane.covered, group),
    noData: lane.noData.map((span) => ({ ...span, ...moved(span, group) })),
    spoken: `${lane.spoken}, ${l10n.t('in {0}', group.title)}`,
    group,
  };
}

function shiftSeries(series: IndexedSeries, group: LaneGroup): IndexedSeries {
  const times = movedTimes(series.source.times, group);
  return {
    ...series,
    source: { ...series.source, times },
    // Where nothing had to be sorted, both are the same times: no second copy.
    times: series.order === null ? times.subarray(0, series.times.length) : movedTimes(series.times, group),
    errors: movedTimes(series.errors, group),
    warnings: movedTimes(series.warnings, group),
    gaps: series.gaps.map((gap) => ({ ...gap, ...moved(gap, group) })),
  };
}

function movedTimes(times: Float64Array, { shift }: LaneGroup): Float64Array {
  return times.map((time) => time + shift);
}

function moved({ start, end }: TimeRange, { shift }: LaneGroup): TimeRange {
  return { start: start + shift, end: end + shift };
}
