/*
 * The model as far as a filter lets it through. Items that pass are the very objects of the model, so a selection
 * stays what it is.
 */
import type { IndexedSeries } from '../eventSeries';
import { allItems } from '../selection';
import type { ChannelLane, Lane, StoryLane, TimelineItem, TimelineModel } from '../timelineModel';
import { countOfSeverities, type ItemFacts, type TimelineFacts } from './itemFacts';
import type { Severity, TimelineFilter } from './timelineFilter';
import { isFiltering, severityOfLevel } from './timelineFilter';

/** Lanes of the story that nothing is left of go; those of logs go when their log or all records are unwanted. */
export function filterModel(model: TimelineModel, facts: TimelineFacts, filter: TimelineFilter): TimelineModel {
  if (!isFiltering(filter)) {
    return model;
  }
  const passes = itemTest(facts, filter);
  const wanted = new Set([...model.items.values()].filter(passes));
  // A part is nowhere without the whole: the phase of a wanted subcategory stays.
  for (const { parent } of [...wanted]) {
    const whole = parent === null ? undefined : model.items.get(parent);
    if (whole !== undefined) {
      wanted.add(whole);
    }
  }
  return onlyItems(
    model,
    (item) => wanted.has(item),
    (lane) => filterChannel(lane, facts, filter),
  );
}

/** Does an item pass, whatever becomes of its parts? */
export function itemTest(facts: TimelineFacts, filter: TimelineFilter): (item: TimelineItem) => boolean {
  const words = wordsOf(filter.text);
  const isChosen = (chosen: readonly string[], value: string): boolean => chosen.length === 0 || chosen.includes(value);
  return ({ id, kind }) => {
    const own: ItemFacts | undefined = facts.items.get(id);
    if (own === undefined) {
      // The user's own marks are not part of the bundle: a filter of the bundle leaves them alone.
      return true;
    }
    return (
      isChosen(filter.kinds, kind) &&
      isChosen(filter.severities, own.severity) &&
      (filter.users.length === 0 || (own.user !== null && filter.users.includes(own.user))) &&
      (filter.providers.length === 0 || filter.providers.some((provider) => own.providers.has(provider))) &&
      words.every((word) => own.text.includes(word))
    );
  };
}

/** Lower-case words of what was typed. */
export function wordsOf(text: string): readonly string[] {
  return text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
}

/** The model with some of its items, and what becomes of its logs; bands and links go with their items. */
export function onlyItems(
  model: TimelineModel,
  isWanted: (item: TimelineItem) => boolean,
  channel: (lane: ChannelLane) => ChannelLane | null,
): TimelineModel {
  const lanes = model.lanes.flatMap((lane): Lane[] => {
    if (lane.kind === 'channel') {
      return [channel(lane) ?? []].flat();
    }
    const left: StoryLane = {
      ...lane,
      items: lane.items.filter(isWanted),
      unplaced: lane.unplaced.filter(isWanted),
    };
    return allItems(left).length > 0 ? [left] : [];
  });
  return {
    ...model,
    lanes,
    items: new Map([...model.items].filter(([, item]) => isWanted(item))),
    bands: model.bands.filter(({ item }) => isWanted(item)),
    links: model.links.filter(({ from, to }) => isWanted(from) && isWanted(to)),
  };
}

function filterChannel(lane: ChannelLane, facts: TimelineFacts, filter: TimelineFilter): ChannelLane | null {
  const { kinds, severities, providers } = filter;
  const isWanted =
    (kinds.length === 0 || kinds.includes('record')) && (providers.length === 0 || providers.includes(lane.log));
  if (!isWanted) {
    return null;
  }
  if (severities.length === 0 || lane.series === null) {
    return lane;
  }
  const records = countOfSeverities(facts.records.get(lane.id), severities);
  return { ...lane, records, series: seriesOfSeverities(lane.series, severities) };
}

/** The records of some severities; they keep their index into the source. */
function seriesOfSeverities(series: IndexedSeries, wanted: readonly Severity[]): IndexedSeries {
  const { source, order, times } = series;
  const isWanted = Uint8Array.from({ length: 256 }, (_, level) => (wanted.includes(severityOfLevel(level)) ? 1 : 0));
  const kept = new Uint32Array(times.length);
  let count = 0;
  for (let index = 0; index < times.length; index += 1) {
    const record = order === null ? index : order[index]!;
    if (isWanted[source.levels[record]!] === 1) {
      kept[count] = index;
      count += 1;
    }
  }
  const left = kept.subarray(0, count);
  return {
    ...series,
    times: Float64Array.from(left, (index) => times[index]!),
    order: Uint32Array.from(left, (index) => (order === null ? index : order[index]!)),
    errors: wanted.includes('error') ? series.errors : new Float64Array(),
    warnings: wanted.includes('warning') ? series.warnings : new Float64Array(),
  };
}
