/*
 * From the triage document and the times of its channels to the model that canvas and list show.
 */
import type { Boot } from '../enrollment/document/boots';
import type { Phase, Subcategory } from '../enrollment/document/phases';
import type { Reboot } from '../enrollment/document/reboots';
import type { TriageDocument } from '../enrollment/document/triageDocument';
import { channelLanes, channelSources } from './channelLanes';
import type { EventSeries } from './eventSeries';
import { findingItems } from './findingItems';
import { pausesOf } from './pauses';
import { phaseItem, subcategoryItem } from './phaseItems';
import type { Position, SpokenSpan } from './spokenLabel';
import { bootItem, clockStepItem, flagItem, rebootItem, signInItems, zoneChangeItem } from './storyItems';
import { allItems } from './selection';
import type { TimeRange } from './timeScale';
import { padRange } from './timeScale';
import { instantOf, zoneText } from '../words/instant';
import type {
  Band,
  BandStyle,
  Link,
  Pause,
  RowKind,
  StoryLane,
  StoryLaneId,
  TimelineItem,
  TimelineModel,
} from './timelineModel';
import { counted, phaseWords, stateWords } from '../enrollment/storyWords';
import { laneWords } from './words';

/** Stands in for the reach of a bundle without times; nothing is drawn then, so any hour will do. */
const nothing: TimeRange = { start: 0, end: 3_600_000 };

/** Builds the model. Never throws; what has no readable time is named in the notes of its lane. */
export function buildTimeline(document: TriageDocument, channels: readonly EventSeries[]): TimelineModel {
  const sources = channelSources(document.coverage, channels);
  const known = unionOf([...sources.flatMap(({ covered }) => covered ?? []), ...storySpans(document)]);
  const reach = known ?? nothing;
  const bootOf = matchBoots(document.reboots, document.boots);

  const taken = new Set<string>();
  const lanes = [
    bootsLane(document, bootOf),
    phasesLane(document.phases, reach.end, pausesOf(document)),
    flagsLane(document.reboots),
    rebootsLane(document.reboots),
    signInsLane(document),
  ].map((lane) => withUniqueIds(lane, taken));
  const story = lanes.flatMap((lane) => lane.items);
  const findings = withUniqueIds(findingsLane(findingItems(document.findings, story, channels)), taken);
  const storyLanes = [...lanes, findings].filter((lane) => allItems(lane).length > 0 || lane.note !== null);

  const items = new Map(storyLanes.flatMap(allItems).map((item) => [item.id, item]));
  const extent = unionOf([reach, ...storyLanes.flatMap((lane) => lane.items)]) ?? reach;
  return {
    lanes: [...storyLanes, ...channelLanes(sources, extent)],
    hasTimes: known !== null || storyLanes.some((lane) => lane.items.length > 0),
    items,
    bands: bandsOf(document, items, bootOf),
    links: linksOf(document, items),
    extent: padRange(extent, 0.01),
    story: padRange(enrollmentSpan(document, items) ?? extent, 0.04),
  };
}

function bootsLane(document: TriageDocument, bootOf: ReadonlyMap<Reboot, Boot>): StoryLane {
  const downtimes = new Map([...bootOf].map(([reboot, boot]) => [boot, reboot.downtimeMs]));
  const boots = document.boots.map((boot, index) =>
    bootItem(boot, positionOf(index, document.boots), downtimes.get(boot) ?? null),
  );
  const { steps, localOffsets } = document.clock;
  const clock = [...steps.map(clockStepItem), ...localOffsets.slice(1).map(zoneChangeItem)];
  const first = localOffsets[0];
  const note = first === undefined ? null : `Device at ${zoneText(first.minutesEastOfUtc)}`;
  return storyLane('boots', [...boots, ...clock], note, clock.length > 0 ? ['main', 'sub'] : ['main']);
}

function phasesLane(phases: readonly Phase[], lastTime: number, pauses: readonly Pause[]): StoryLane {
  const items: TimelineItem[] = [];
  const notes: string[] = [];
  const rowEnds: number[] = [];
  phases.forEach((phase, index) => {
    const next = phases.slice(index + 1).map(({ start }) => instantOf(start));
    const fallbackEnd = next.find((start) => start !== null) ?? lastTime;
    const previousEnd = instantOf(phases[index - 1]?.end ?? null);
    const span = spanOfPhase(phase, previousEnd, fallbackEnd);
    if (span === null) {
      notes.push(`${phaseWords[phase.id]}: ${stateWords[phase.state]}`);
      return;
    }
    items.push(phaseItem(phase, span, pauses));
    for (const subcategory of phase.subcategories) {
      const subSpan = spanOfPhase(subcategory, span.start, span.end);
      if (subSpan !== null) {
        items.push(subcategoryItem(subcategory, phase, subSpan, 1 + freeRow(rowEnds, subSpan), pauses));
      }
    }
  });
  const rows: RowKind[] = ['main', ...rowEnds.map((): RowKind => 'sub')];
  return storyLane('phases', items, notes.length === 0 ? null : notes.join(', '), rows);
}

function flagsLane(reboots: readonly Reboot[]): StoryLane {
  const flags = reboots.flatMap((reboot, number) =>
    reboot.causes.map((cause, index) => flagItem(cause, index, reboot, positionOf(number, reboots))),
  );
  return storyLane('flags', flags, null);
}

function rebootsLane(reboots: readonly Reboot[]): StoryLane {
  return storyLane(
    'reboots',
    reboots.map((reboot, index) => rebootItem(reboot, positionOf(index, reboots))),
    null,
  );
}

function signInsLane({ signIns }: TriageDocument): StoryLane {
  const items = signIns.flatMap((signIn, index) => signInItems(signIn, positionOf(index, signIns)));
  const hasWaits = items.some(({ kind }) => kind === 'wait');
  return storyLane('signIns', items, null, hasWaits ? ['main', 'sub'] : ['main']);
}

function findingsLane(findings: readonly TimelineItem[]): StoryLane {
  const unplaced = findings.filter(({ shape }) => shape === 'none');
  const placed = findings.filter(({ shape }) => shape !== 'none');
  // The second row gives the note, which points to the list, a place beside the chart.
  const lane =
    unplaced.length === 0
      ? storyLane('findings', placed, null)
      : storyLane('findings', placed, `${unplaced.length} without a time`, ['main', 'sub']);
  return { ...lane, unplaced };
}

function storyLane(
  id: StoryLaneId,
  drafts: readonly (TimelineItem | null)[],
  note: string | null,
  rows: readonly RowKind[] = ['main'],
): StoryLane {
  const items = drafts.filter((item) => item !== null);
  const unreadable = drafts.length - items.length;
  const notes = [note, unreadable > 0 ? `${counted(unreadable, 'entry')} without a readable time` : null];
  const text = notes.filter((part) => part !== null).join(', ');
  items.sort((left, right) => left.start - right.start || left.row - right.row);
  return { kind: 'story', id, label: laneWords[id], note: text === '' ? null : text, rows, items, unplaced: [] };
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

/** Start and end with what is missing guessed from the neighbours, or `null` when neither is known. */
function spanOfPhase(part: Phase | Subcategory, earliest: number | null, latest: number): SpokenSpan | null {
  const start = instantOf(part.start);
  const end = instantOf(part.end);
  if (start === null && end === null) {
    return null;
  }
  const from = start ?? Math.min(earliest ?? end!, end!);
  const to = end ?? Math.max(latest, from);
  return { start: from, end: Math.max(from, to), openStart: start === null, openEnd: end === null };
}

/** First row that is free by then; notes the end of the new span in it. */
function freeRow(rowEnds: number[], span: TimeRange): number {
  const free = rowEnds.findIndex((end) => end <= span.start);
  const row = free < 0 ? rowEnds.length : free;
  rowEnds[row] = span.end;
  return row;
}

/** The boot that ended each reboot's downtime, where the bundle shows it. */
function matchBoots(reboots: readonly Reboot[], boots: readonly Boot[]): ReadonlyMap<Reboot, Boot> {
  return new Map(
    reboots.flatMap((reboot): [Reboot, Boot][] => {
      const boot = boots.find(({ id }) => id === reboot.boot);
      return boot === undefined ? [] : [[reboot, boot]];
    }),
  );
}

function bandsOf(
  document: TriageDocument,
  items: ReadonlyMap<string, TimelineItem>,
  bootOf: ReadonlyMap<Reboot, Boot>,
): readonly Band[] {
  const bands: Band[] = [];
  const add = (id: string, style: BandStyle): void => {
    const item = items.get(id);
    if (item !== undefined) {
      bands.push({ item, style, start: item.start, end: item.end });
    }
  };
  const rebooted = new Set(bootOf.values());
  for (const reboot of document.reboots) {
    const kind = bootOf.get(reboot)?.kind;
    const lost = kind === 'powerLoss' || (kind === undefined && reboot.class === 'unexpected');
    add(reboot.id, lost ? 'powerLoss' : 'restart');
  }
  for (const boot of document.boots.filter((candidate) => !rebooted.has(candidate))) {
    const style = lonelyBootStyle(boot.kind);
    if (style !== null) {
      add(boot.id, style);
    }
  }
  document.clock.steps.forEach((_, index) => {
    add(`clockStep/${index + 1}`, 'clockStep');
  });
  return bands;
}

/** How a boot cuts through the logs when no reboot with a downtime tells. */
function lonelyBootStyle(kind: Boot['kind']): BandStyle | null {
  switch (kind) {
    case 'restart':
      return 'restart';
    case 'powerLoss':
      return 'powerLoss';
    case 'shutdownAndStart':
      return 'shutdown';
    case 'fastStartup':
      return 'fastStartup';
    case 'firstBoot':
    case 'unknown':
      return null;
  }
}

function linksOf(document: TriageDocument, items: ReadonlyMap<string, TimelineItem>): readonly Link[] {
  const links: Link[] = [];
  for (const reboot of document.reboots) {
    const to = items.get(reboot.id);
    reboot.causes.forEach(({ verdict }, index) => {
      const from = items.get(`flag/${reboot.id}/${index + 1}`);
      if (from !== undefined && to !== undefined) {
        links.push({ from, to, verdict });
      }
    });
  }
  for (const signIn of document.signIns) {
    const from = signIn.afterReboot === null ? undefined : items.get(signIn.afterReboot);
    const to = items.get(signIn.id);
    if (from !== undefined && to !== undefined) {
      links.push({ from, to, verdict: 'confirmed' });
    }
  }
  return links;
}

/** From the first to the last thing that happened before the enrollment was over. */
function enrollmentSpan(document: TriageDocument, items: ReadonlyMap<string, TimelineItem>): TimeRange | null {
  const ids = [
    ...document.phases.map(({ id }) => id),
    ...document.reboots.filter(({ during }) => during !== 'afterEnrollment').map(({ id }) => id),
    ...document.signIns.filter((signIn) => signIn.class !== 'afterEnrollment').map(({ id }) => id),
  ];
  return unionOf(ids.flatMap((id) => items.get(id) ?? []));
}

function storySpans(document: TriageDocument): TimeRange[] {
  const times = [
    ...document.boots.map(({ start }) => start),
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

function positionOf(index: number, all: readonly unknown[]): Position {
  return { number: index + 1, total: all.length };
}
