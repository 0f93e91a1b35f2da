import assert from 'node:assert/strict';
import { openBundle } from '../../../src/core/bundle/openBundle';
import type { Bundle } from '../../../src/core/bundle/bundle';
import { MemorySource } from '../../../src/core/bytes/byteSource';
import { triage, type Triage } from '../../../src/core/enrollment/triage';
import { BundleSearch, type SearchOptions } from '../../../src/core/search/bundleSearch';
import type { SearchMatch, SearchOutcome } from '../../../src/core/search/searchResult';

export interface OpenedSample {
  readonly bundle: Bundle;
  readonly told: Triage;
  readonly search: BundleSearch;
}

export async function openSample(name: string, bytes: Uint8Array): Promise<OpenedSample> {
  const source = new MemorySource(Uint8Array.from(bytes));
  const opened = await openBundle({ kind: 'file', name, source });
  assert.ok(opened.ok);
  const told = triage(opened.bundle);
  return { bundle: opened.bundle, told, search: new BundleSearch(opened.bundle, told) };
}

export interface Found {
  readonly matches: readonly SearchMatch[];
  readonly outcome: SearchOutcome;
}

/** Runs a search to its end. */
export async function find(search: BundleSearch, query: string, options?: SearchOptions): Promise<Found> {
  const matches: SearchMatch[] = [];
  let outcome: SearchOutcome | undefined;
  for await (const update of search.search(query, options)) {
    if (update.kind === 'matches') {
      matches.push(...update.matches);
    } else if (update.kind === 'end') {
      outcome = update.outcome;
    }
  }
  assert.ok(outcome, 'the outcome comes last');
  return { matches, outcome };
}
