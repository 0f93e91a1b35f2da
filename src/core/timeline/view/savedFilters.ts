/*
 * Filters that a user has given a name. They are kept for all bundles, so what comes back is checked.
 */
import { pluralWords } from '../words';
import type { FilterKind, Severity, TimelineFilter } from './timelineFilter';
import { severities } from './timelineFilter';

export interface SavedFilter {
  readonly name: string;
  readonly filter: TimelineFilter;
}

/** Enough for anybody, and short enough for a list. */
export const mostSavedFilters = 50;
const longestName = 60;
const longestText = 500;
const mostValues = 1_000;

/** With a filter under a name, in place of one of the same name; the same list for a name that says nothing. */
export function withSaved(saved: readonly SavedFilter[], name: string, filter: TimelineFilter): readonly SavedFilter[] {
  const own = name.trim().slice(0, longestName);
  if (own === '') {
    return saved;
  }
  return [...withoutSaved(saved, own), { name: own, filter }]
    .sort((left, right) => left.name.localeCompare(right.name, 'en'))
    .slice(0, mostSavedFilters);
}

export function withoutSaved(saved: readonly SavedFilter[], name: string): readonly SavedFilter[] {
  return saved.filter((other) => other.name !== name);
}

/** The usable entries of a list of unknown origin. */
export function readSavedFilters(value: unknown): readonly SavedFilter[] {
  if (!Array.isArray(value)) {
    return [];
  }
  return value.slice(0, mostSavedFilters).flatMap((entry: unknown): SavedFilter[] => {
    const { name, filter } = (typeof entry === 'object' && entry !== null ? entry : {}) as Partial<SavedFilter>;
    const read = readFilter(filter);
    return typeof name === 'string' && name.trim() !== '' && read !== null
      ? [{ name: name.trim().slice(0, longestName), filter: read }]
      : [];
  });
}

/** A filter of unknown origin; values that there cannot be are left out. `null` when it is no filter at all. */
export function readFilter(value: unknown): TimelineFilter | null {
  if (typeof value !== 'object' || value === null) {
    return null;
  }
  const { kinds, severities: levels, providers, users, text } = value as Readonly<Record<string, unknown>>;
  return {
    kinds: strings(kinds).filter(isKind),
    severities: strings(levels).filter(isSeverity),
    providers: strings(providers),
    users: strings(users),
    text: typeof text === 'string' ? text.slice(0, longestText) : '',
  };
}

function strings(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((entry) => typeof entry === 'string').slice(0, mostValues) : [];
}

function isKind(value: string): value is FilterKind {
  return value === 'record' || Object.hasOwn(pluralWords, value);
}

function isSeverity(value: string): value is Severity {
  return severities.some((severity) => severity === value);
}
