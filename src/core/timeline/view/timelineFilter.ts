/*
 * What a user wants to see of the story and of the logs. In each list nothing chosen means: everything.
 */
import type { ItemKind } from '../timelineModel';

/** As loud as the story or the log itself says: by a finding's severity, an item's tone, a record's level. */
export type Severity = 'error' | 'warning' | 'information' | 'verbose';

export const severities: readonly Severity[] = ['error', 'warning', 'information', 'verbose'];

/** Kinds of items, and the records of the logs. */
export type FilterKind = ItemKind | 'record';

export interface TimelineFilter {
  readonly kinds: readonly FilterKind[];
  readonly severities: readonly Severity[];
  /** Names of logs: those lanes, and the items that rest on them. */
  readonly providers: readonly string[];
  /** Names as the facets spell them. */
  readonly users: readonly string[];
  /** Words that all have to be in what is known about an item. Records have no text here: they are left alone. */
  readonly text: string;
}

export type FilterFacet = 'kinds' | 'severities' | 'providers' | 'users';

export const noFilter: TimelineFilter = { kinds: [], severities: [], providers: [], users: [], text: '' };

export function isFiltering(filter: TimelineFilter): boolean {
  const { kinds, severities: levels, providers, users, text } = filter;
  return [kinds, levels, providers, users].some(({ length }) => length > 0) || text.trim() !== '';
}

/** With one value of a facet chosen, or no longer. */
export function withChoice(filter: TimelineFilter, facet: FilterFacet, value: string, chosen: boolean): TimelineFilter {
  const others = (filter[facet] as readonly string[]).filter((other) => other !== value);
  return { ...filter, [facet]: chosen ? [...others, value] : others };
}

/** Under Windows' own levels ([MS-EVEN6], winmeta.xml): 1 critical, 2 error, 3 warning, 5 verbose. */
export function severityOfLevel(level: number): Severity {
  switch (level) {
    case 1:
    case 2:
      return 'error';
    case 3:
      return 'warning';
    case 5:
      return 'verbose';
    default:
      return 'information';
  }
}
