/*
 * What lies in a range that the user has selected.
 */
import * as l10n from '@vscode/l10n';
import { phrase, spokenCount } from '../../words/language';
import { longDuration } from '../../words/duration';
import { lowerBound } from '../eventSeries';
import type { TimeDisplay } from '../timeDisplay';
import type { TimeRange } from '../timeScale';
import { spanOf } from '../timeScale';
import type { ItemKind, TimelineItem, TimelineModel } from '../timelineModel';
import { pluralWords, singularWords } from '../words';

export interface SpanSummary {
  readonly durationMs: number;
  /** Of the logs that are shown. */
  readonly records: number;
  readonly errors: number;
  readonly warnings: number;
  /** Items that touch the range, by kind, most of them first. */
  readonly items: readonly { readonly kind: ItemKind; readonly count: number }[];
}

/** Costs two searches per log, not a look at each record. */
export function summariseSpan(model: TimelineModel, span: TimeRange): SpanSummary {
  let records = 0;
  let errors = 0;
  let warnings = 0;
  for (const lane of model.lanes) {
    if (lane.kind === 'channel' && lane.series !== null) {
      records += countWithin(lane.series.times, span);
      errors += countWithin(lane.series.errors, span);
      warnings += countWithin(lane.series.warnings, span);
    }
  }
  const counts = new Map<ItemKind, number>();
  for (const item of model.items.values()) {
    // A drawing of what was seen repeats what another item tells.
    if (touches(item, span) && item.kind !== 'scene') {
      counts.set(item.kind, (counts.get(item.kind) ?? 0) + 1);
    }
  }
  const items = [...counts].map(([kind, count]) => ({ kind, count })).sort((a, b) => b.count - a.count);
  return { durationMs: spanOf(span), records, errors, warnings, items };
}

/** For the bar above the chart and for the ear: `12 minutes, from … to …, 340 records, 2 errors; 1 reboot …`. */
export function spanWords(summary: SpanSummary, span: TimeRange, display: TimeDisplay): string {
  const { records, errors, warnings, items } = summary;
  const logs = [
    spokenCount(records, phrase('1 record'), phrase('{0} records')),
    errors > 0 ? spokenCount(errors, phrase('1 error'), phrase('{0} errors')) : '',
    warnings > 0 ? spokenCount(warnings, phrase('1 warning'), phrase('{0} warnings')) : '',
  ].filter((part) => part !== '');
  const story = items.map(({ kind, count }) => `${count} ${count === 1 ? singularWords[kind] : pluralWords[kind]}`);
  const when = l10n.t(
    '{0}, {1} to {2}',
    longDuration(summary.durationMs),
    display.short(span.start),
    display.short(span.end),
  );
  return [`${when}: ${logs.join(', ')}`, ...(story.length === 0 ? [] : [story.join(', ')])].join('; ');
}

/** Does an item with a time have any of it within the range? */
export function touches({ shape, start, end }: TimelineItem, span: TimeRange): boolean {
  return shape !== 'none' && start <= span.end && end >= span.start;
}

/** How many of ascending times lie in a range, both ends included. */
export function countWithin(times: Float64Array, { start, end }: TimeRange): number {
  const from = lowerBound(times, start, 0, times.length);
  // The end belongs to the range: up to the first that is later.
  let to = lowerBound(times, end, from, times.length);
  while (to < times.length && times[to] === end) {
    to += 1;
  }
  return to - from;
}
