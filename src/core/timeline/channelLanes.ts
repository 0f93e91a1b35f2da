/*
 * One lane per event channel or log: its records, and where the bundle is blind. A missing channel is not a
 * healthy channel, so absent ones have a lane too.
 */
import * as l10n from '@vscode/l10n';
import { phrase, spokenCount } from '../words/language';
import type { LogCoverage, RecordGap as CoverageGap } from '../bundle/coverage';
import { channelNames } from './channelNames';
import { indexOfSeries } from './eventSeries';
import type { EventSeries, IndexedSeries, RecordGap } from './eventSeries';
import { spokenChannel } from './spokenLabel';
import { instantOf } from '../words/instant';
import type { TimeRange } from './timeScale';
import type { ChannelLane, NoData } from './timelineModel';
import { coverageWords } from '../enrollment/storyWords';

/** Coverage and series of one log, before the lane knows how far the bundle reaches. */
interface ChannelSource {
  readonly log: string;
  readonly coverage: LogCoverage | null;
  readonly series: IndexedSeries | null;
  readonly covered: TimeRange | null;
}

/** Joins coverage and series (by member path, else by log), those with records first, in the document's order. */
export function channelSources(
  coverage: readonly LogCoverage[],
  channels: readonly EventSeries[],
): readonly ChannelSource[] {
  const left = new Set(channels);
  const take = (entry: LogCoverage): EventSeries | undefined => {
    const found =
      channels.find((series) => left.has(series) && series.path === entry.path) ??
      channels.find((series) => left.has(series) && entry.path === null && series.log === entry.log);
    if (found !== undefined) {
      left.delete(found);
    }
    return found;
  };
  const known = coverage.map((entry) => sourceOf(entry.log, entry, take(entry)));
  const others = [...left].map((series) => sourceOf(series.log, null, series));
  const all = [...known, ...others];
  return [...all.filter(({ covered }) => covered !== null), ...all.filter(({ covered }) => covered === null)];
}

/** Lanes for a bundle that reaches over `extent`. */
export function channelLanes(sources: readonly ChannelSource[], extent: TimeRange): readonly ChannelLane[] {
  const labels = channelNames(sources.map(({ log }) => log));
  return sources.map((source, index) => {
    const path = source.series?.source.path ?? source.coverage?.path ?? null;
    const lane = {
      kind: 'channel' as const,
      id: `channel/${index}`,
      label: labels[index]!,
      log: source.log,
      path,
      state: source.coverage?.state ?? ((source.series?.times.length ?? 0) > 0 ? 'present' : 'empty'),
      records: source.series?.source.times.length ?? source.coverage?.records ?? 0,
      series: source.series,
      covered: source.covered,
      noData: noDataOf(source, extent),
      group: null,
    };
    return { ...lane, spoken: spokenChannel(lane) };
  });
}

function sourceOf(log: string, coverage: LogCoverage | null, series: EventSeries | undefined): ChannelSource {
  const indexed = series === undefined ? null : indexOfSeries(series);
  return { log, coverage, series: indexed, covered: coveredBy(indexed) ?? coveredByDocument(coverage) };
}

function coveredBy(series: IndexedSeries | null): TimeRange | null {
  const start = series?.times[0];
  const end = series?.times.at(-1);
  return start === undefined || end === undefined ? null : { start, end };
}

function coveredByDocument(coverage: LogCoverage | null): TimeRange | null {
  const first = instantOf(coverage?.first ?? null);
  const last = instantOf(coverage?.last ?? null);
  return first === null || last === null ? null : { start: Math.min(first, last), end: Math.max(first, last) };
}

/** A channel may be silent for so long; one that ends earlier is of another time, milliseconds (as in `covers`). */
const silentMs = 24 * 3_600_000;

/**
 * A channel is silent after its last record, but blind before its first: older records are overwritten, or the
 * log did not exist yet (record ids start at 1 then). Gaps in the record ids are blind as well. A text log is known up
 * to its last line only. A log that was collected and is empty is quiet.
 */
function noDataOf(source: ChannelSource, extent: TimeRange): readonly NoData[] {
  const state = source.coverage?.state ?? 'empty';
  if (source.covered === null) {
    return state === 'empty' ? [] : [{ start: extent.start, end: extent.end, why: coverageWords[state] }];
  }
  const firstId = source.series?.source.recordIds[0] ?? source.coverage?.firstRecordId ?? null;
  const why =
    firstId === null
      ? l10n.t('the log begins later')
      : firstId > 1
        ? l10n.t('older records are gone: the log begins with record {0}', firstId)
        : l10n.t('the log begins later, with record 1');
  const before = source.covered.start > extent.start ? [{ start: extent.start, end: source.covered.start, why }] : [];
  const gaps = source.series?.gaps ?? (source.coverage?.gaps ?? []).flatMap(gapOfCoverage);
  return [
    ...before,
    ...gaps.map(({ start, end, missing }) => ({
      start,
      end,
      why: spokenCount(missing, phrase('1 record missing'), phrase('{0} records missing')),
    })),
    ...noDataAfter(source.covered, firstId === null, extent),
  ];
}

function noDataAfter({ end: last }: TimeRange, isText: boolean, { end }: TimeRange): NoData[] {
  const start = isText ? last : last + silentMs;
  const why = isText ? l10n.t('the log ends earlier') : l10n.t('the last record is more than a day older');
  return start < end ? [{ start, end, why }] : [];
}

function gapOfCoverage({ from, to, missing }: CoverageGap): RecordGap[] {
  const [start, end] = [instantOf(from), instantOf(to)];
  return start === null || end === null ? [] : [{ start, end, missing }];
}
