/*
 * From the triage document and the times of its channels to the model that canvas and list show.
 */
import type { Reboot } from '../enrollment/document/reboots';
import type { TriageDocument } from '../enrollment/document/triageDocument';
import { instantOf } from '../words/instant';
import { appsLane } from './appItems';
import { attemptsLane } from './attemptItems';
import { bandsOf, linksOf, matchBoots } from './bandsAndLinks';
import { channelLanes, channelSources } from './channelLanes';
import type { EventSeries } from './eventSeries';
import { EvidenceTimes } from './evidenceTimes';
import { findingItems } from './findingItems';
import { helloLane, tokenLane } from './identityItems';
import { notesLane, type TimelineNote } from './noteItems';
import { securityLane } from './securityItems';
import { allItems } from './selection';
import { bootsLane, causesLane, findingsLane, phasesLane, rebootsLane, screensLane, signInsLane } from './storyLanes';
import type { TimeRange } from './timeScale';
import { padRange } from './timeScale';
import type { StoryLane, StoryLaneId, TimelineItem, TimelineModel } from './timelineModel';

/** Stands in for the reach of a bundle without times; nothing is drawn then, so any hour will do. */
const nothing: TimeRange = { start: 0, end: 3_600_000 };

/** From top to bottom. */
const laneOrder: readonly StoryLaneId[] = [
  'screens',
  'boots',
  'attempts',
  'phases',
  'apps',
  'flags',
  'reboots',
  'signIns',
  'token',
  'hello',
  'security',
  'findings',
  'notes',
];

/** Builds the model. Never throws; what has no readable time is named in the notes of its lane. */
export function buildTimeline(
  document: TriageDocument,
  channels: readonly EventSeries[],
  notes: readonly TimelineNote[] = [],
): TimelineModel {
  const sources = channelSources(document.coverage, channels);
  const known = unionOf([...sources.flatMap(({ covered }) => covered ?? []), ...storySpans(document)]);
  const reach = known ?? nothing;
  const bootOf = matchBoots(document.reboots, document.boots);
  const times = new EvidenceTimes(channels);

  const taken = new Set<string>();
  const told = [
    bootsLane(document, bootOf),
    phasesLane(document, reach.end),
    causesLane(document, times),
    rebootsLane(document.reboots),
    signInsLane(document),
  ].map((lane) => withUniqueIds(lane, taken));
  const story = told.flatMap((lane) => lane.items);
  // The story itself comes first: a place in the logs stands for the reboot before it stands for its drawing.
  const lanes = [
    ...told,
    ...[
      findingsLane(document.findings, findingItems(document.findings, story, times)),
      attemptsLane(document.attempts),
      appsLane(document),
      tokenLane(document, times),
      helloLane(document, times),
      securityLane(document.securityImpact, times, reach.end),
      screensLane(document, times),
      notesLane(notes, story),
    ].map((lane) => withUniqueIds(lane, taken)),
  ].filter((lane) => allItems(lane).length > 0 || lane.note !== null);

  const items = new Map(lanes.flatMap(allItems).map((item) => [item.id, item]));
  const extent = unionOf([reach, ...lanes.flatMap((lane) => lane.items)]) ?? reach;
  const storyLanes = lanes.sort((a, b) => laneOrder.indexOf(a.topic) - laneOrder.indexOf(b.topic));
  const span = enrollmentSpan(document, items) ?? extent;
  return {
    lanes: [...storyLanes, ...channelLanes(sources, extent)],
    hasTimes: known !== null || storyLanes.some((lane) => lane.items.length > 0),
    items,
    bands: bandsOf(document, items, bootOf),
    links: linksOf(document, items),
    extent: padRange(extent, 0.01),
    story: padRange(span, 0.04),
    enrollmentStart: document.phases.map(({ start }) => instantOf(start)).find((start) => start !== null) ?? span.start,
    meeting: null,
    localOffsets: document.clock.localOffsets
      .map(({ from, minutesEastOfUtc }) => ({ from: instantOf(from) ?? Number.NaN, minutesEastOfUtc }))
      .filter(({ from, minutesEastOfUtc }) => Number.isFinite(from) && Math.abs(minutesEastOfUtc) < 24 * 60)
      .sort((a, b) => a.from - b.from),
  };
}

/** Ids come from the document; should two entries share one, both must still be reachable. */
function withUniqueIds(lane: StoryLane, taken: Set<string>): StoryLane {
  const withUniqueId = (item: TimelineItem): TimelineItem => {
    let id = item.id;
    for (let copy = 2; taken.has(id); copy += 1) {
      id = `${item.id}#${copy}`;
    }
    taken.add(id);
    return id === item.id ? item : { ...item, id };
  };
  return { ...lane, items: lane.items.map(withUniqueId), unplaced: lane.unplaced.map(withUniqueId) };
}

/** What happened before the first phase belongs to the enrollment when it was so near, milliseconds. */
const setupReach = 24 * 3_600_000;
/** So soon after the last phase, the offer of Windows Hello is what the enrollment ended with, milliseconds. */
const helloReach = 3_600_000;

/**
 * From the first to the last thing that happened before the enrollment was over. A bundle may remember how Windows was
 * set up a year ago: that is in it, but not what it is about.
 */
function enrollmentSpan(document: TriageDocument, items: ReadonlyMap<string, TimelineItem>): TimeRange | null {
  const spanOfAll = (entries: readonly { readonly id: string }[]): TimeRange | null =>
    unionOf(entries.flatMap(({ id }) => items.get(id) ?? []));
  const reboots = document.reboots.filter(({ during }) => during !== 'afterEnrollment');
  const signIns = document.signIns.filter((signIn) => signIn.class !== 'afterEnrollment');
  const isEarly = ({ during }: Reboot): boolean => during === 'setup' || during === 'preJoin' || during === 'unknown';
  const core = spanOfAll([
    ...document.attempts,
    ...document.phases,
    ...reboots.filter((reboot) => !isEarly(reboot)),
    ...signIns,
  ]);
  const isNear = ({ time }: Reboot): boolean => core === null || (instantOf(time) ?? 0) >= core.start - setupReach;
  const whole = unionOf([core, spanOfAll(reboots.filter(isNear))].filter((span) => span !== null));
  if (whole === null) {
    return null;
  }
  const hello = [...items.values()].filter(
    ({ scene, start, openStart }) =>
      scene?.kind === 'hello' && !openStart && start > whole.start && start <= whole.end + helloReach,
  );
  return unionOf([whole, ...hello]);
}

function storySpans(document: TriageDocument): TimeRange[] {
  const times = [
    ...document.boots.map(({ start }) => start),
    ...document.attempts.flatMap(({ start, end }) => [start, end]),
    ...document.phases.flatMap(({ start, end }) => [start, end]),
    ...document.reboots.map(({ time }) => time),
    ...document.signIns.map(({ time }) => time),
  ];
  return times.flatMap((iso) => {
    const time = instantOf(iso);
    return time === null ? [] : { start: time, end: time };
  });
}

function unionOf(ranges: Iterable<TimeRange>): TimeRange | null {
  let start = Number.POSITIVE_INFINITY;
  let end = Number.NEGATIVE_INFINITY;
  for (const range of ranges) {
    start = Math.min(start, range.start);
    end = Math.max(end, range.end);
  }
  return start <= end ? { start, end } : null;
}
