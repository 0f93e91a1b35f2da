/*
 * What there is to know about a selection or about what is under the pointer: the tooltip and the details show it.
 */
import * as l10n from '@vscode/l10n';
import { phrase, spokenCount, wholeNumber } from '../words/language';
import { coverageWords } from '../enrollment/storyWords';
import type { EvidenceRef } from '../enrollment/document/evidence';
import { shortDuration } from '../words/duration';
import { fullTime } from '../words/instant';
import type { Hit } from './hitTest';
import { detailsOf } from './itemShapes';
import { groupName } from './placeItems';
import type { Selection } from './selection';
import { evidencesOf, spokenLane } from './selection';
import { levelWord } from './spokenLabel';
import { utcDisplay, type TimeDisplay } from './timeDisplay';
import type { ChannelLane, Detail, Lane, LaneGroup, StoryLane, TimelineItem } from './timelineModel';

export interface Description {
  readonly title: string;
  /** Empty for what has no time. */
  readonly when: string;
  /** Most important first. */
  readonly details: readonly Detail[];
  /** Places in the logs that it rests on. */
  readonly evidence: readonly EvidenceRef[];
}

/** More marks drawn as one than this are only counted. */
const listedItems = 6;
/** More blind spans of a log than this are only counted. */
const listedGaps = 3;

export function describeSelection(selection: Selection, display: TimeDisplay = utcDisplay): Description {
  const evidence = evidencesOf(selection);
  switch (selection.kind) {
    case 'item':
      return { ...describeItem(selection.item, display), evidence };
    case 'lane':
      return { ...describeLane(selection.lane, display), evidence };
    case 'record':
      return { ...describeRecord(selection.lane, selection.record, 1, display), evidence };
  }
}

/** `null` where nothing is that could be described. */
export function describeHit(hit: Hit, display: TimeDisplay = utcDisplay): Description | null {
  switch (hit.kind) {
    case 'box':
      return hit.box.items.length === 1 ? describeItem(hit.item, display) : describeGroup(hit.box.items, display);
    case 'band':
      return describeItem(hit.item, display);
    case 'record':
      return describeRecord(hit.lane, hit.record, hit.count, display);
    case 'noData':
      return { title: l10n.t('No data'), when: '', details: detailsOf(hit.lane.log, hit.span.why), evidence: [] };
    case 'fold':
      return {
        title: l10n.t('{0} without a record', shortDuration(hit.fold.end - hit.fold.start)),
        when: `${display.short(hit.fold.start)} – ${display.short(hit.fold.end)}`,
        details: detailsOf(l10n.t('Drawn short; G draws it to scale')),
        evidence: [],
      };
    case 'gutter':
      return describeLane(hit.lane, display);
    case 'minimap':
    case 'axis':
    case 'plot':
      return null;
  }
}

/** A place in a log in words, without its folders: `record 4711 of System.evtx: the page began here`. */
export function evidenceWords(reference: EvidenceRef): string {
  const name = reference.path.slice(reference.path.lastIndexOf('/') + 1);
  const place =
    'line' in reference
      ? l10n.t('line {0} of {1}', reference.line, name)
      : l10n.t('record {0} of {1}', reference.recordId, name);
  return `${place}${reference.note === undefined ? '' : `: ${reference.note}`}`;
}

function describeItem(item: TimelineItem, display: TimeDisplay): Description {
  const { title, details, evidence } = item;
  return { title, when: whenOf(item, display), details, evidence };
}

/** A moment on the axis; in a stack, where it is moved, with the bundle's own time. */
function momentWords(time: number, { full }: TimeDisplay, group: LaneGroup | null): string {
  return group === null ? full(time) : `${full(time)} (${fullTime(time - group.shift)})`;
}

function whenOf({ shape, start, end, openStart, openEnd, group }: TimelineItem, display: TimeDisplay): string {
  if (shape === 'none' || (shape === 'scene' && openStart)) {
    return '';
  }
  if (openStart) {
    return l10n.t('until {0}', momentWords(end, display, group));
  }
  return `${momentWords(start, display, group)}${end > start && !openEnd ? ` · ${shortDuration(end - start)}` : ''}`;
}

/** Several marks drawn as one: each with the first thing there is to know about it. */
function describeGroup(items: readonly [TimelineItem, ...TimelineItem[]], display: TimeDisplay): Description {
  const [first] = items;
  const others = items.slice(listedItems);
  const when = momentWords(first.start, display, first.group);
  const apart = (items.at(-1) ?? first).start - first.start;
  return {
    title: groupName(items),
    when: apart > 0 ? `${when} · ${l10n.t('within {0}', shortDuration(apart))}` : when,
    details: detailsOf(
      ...items.slice(0, listedItems).map(({ label, details }) => {
        const [important] = details;
        return important === undefined ? label : ([label, important.text] as const);
      }),
      others.length > 0 && restOf(others),
      l10n.t('Click again for the next one'),
    ),
    evidence: [],
  };
}

/** Scenes are few and each of its own sort: all of them have their names. */
function restOf(items: readonly TimelineItem[]): string {
  return items.every(({ shape }) => shape === 'scene')
    ? items.map(({ label }) => label).join(' · ')
    : l10n.t('and {0} more', items.length);
}

function describeRecord(lane: ChannelLane, record: number, count: number, display: TimeDisplay): Description {
  const source = lane.series?.source;
  return {
    title: l10n.t('{0}, record {1}', lane.log, source?.recordIds[record] ?? '?'),
    when: momentWords(source?.times[record] ?? Number.NaN, display, lane.group),
    details: detailsOf(
      levelWord(source?.levels[record] ?? 4),
      count > 1 && l10n.t('{0} records share this pixel at this zoom', wholeNumber(count)),
    ),
    evidence: [],
  };
}

function laneDetails(lane: StoryLane): readonly Detail[] {
  const more = lane.unplaced.length - listedItems;
  return detailsOf(
    spokenLane(lane),
    ...lane.unplaced.slice(0, listedItems).map(({ rowLabel }) => [l10n.t('Without a time'), rowLabel] as const),
    more > 0 && l10n.t('and {0} more', more),
  );
}

function describeLane(lane: Lane, display: TimeDisplay): Description {
  if (lane.kind === 'story') {
    return { title: lane.label, when: '', details: laneDetails(lane), evidence: [] };
  }
  const { covered, noData, records, state } = lane;
  const more = noData.length - listedGaps;
  return {
    title: lane.log,
    when:
      covered === null
        ? ''
        : `${momentWords(covered.start, display, lane.group)} – ${momentWords(covered.end, display, lane.group)}`,
    details: detailsOf(
      covered === null ? coverageWords[state] : spokenCount(records, phrase('1 record'), phrase('{0} records')),
      ...(state === 'present' ? noData.slice(0, listedGaps).map(({ why }) => [l10n.t('No data'), why] as const) : []),
      state === 'present' &&
        more > 0 &&
        spokenCount(more, phrase('and 1 more span without data'), phrase('and {0} more spans without data')),
    ),
    evidence: [],
  };
}
