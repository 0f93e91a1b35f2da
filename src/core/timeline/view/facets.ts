/*
 * What there is to choose from in each facet of a filter, and how much each choice would leave.
 */
import * as l10n from '@vscode/l10n';
import { phrase, spoken } from '../../words/language';
import { capitalised } from '../../enrollment/storyWords';
import type { TimelineModel } from '../timelineModel';
import { pluralWords } from '../words';
import { itemTest } from './filterModel';
import { countOfSeverities, type TimelineFacts, userLabel } from './itemFacts';
import type { FilterFacet, FilterKind, Severity, TimelineFilter } from './timelineFilter';
import { severities } from './timelineFilter';

export interface FacetValue {
  readonly value: string;
  readonly label: string;
  /** Items of the story and records of logs, as far as the other facets let them through. */
  readonly items: number;
  readonly records: number;
  readonly chosen: boolean;
}

export type Facets = Readonly<Record<FilterFacet, readonly FacetValue[]>>;

const severityLabels = spoken<Severity>({
  error: phrase('Error'),
  warning: phrase('Warning'),
  information: phrase('Information'),
  verbose: phrase('Verbose'),
});

/** Values that the bundle has, or that are chosen although it does not. */
export function facetsOf(model: TimelineModel, facts: TimelineFacts, filter: TimelineFilter): Facets {
  const logLabels = new Map(
    model.lanes.flatMap((lane) => (lane.kind === 'channel' ? [[lane.log, lane.label] as const] : [])),
  );
  return {
    kinds: facet('kinds', kindCounts, (kind) => kindLabel(kind as FilterKind)),
    severities: facet('severities', severityCounts, (severity) => severityLabels[severity as Severity]),
    providers: facet('providers', providerCounts, (provider) => logLabels.get(provider) ?? provider),
    users: facet('users', userCounts, userLabel),
  };

  function facet(name: FilterFacet, count: (counts: Counts) => void, label: (value: string) => string) {
    const counts = new Counts();
    count(counts);
    const chosen: readonly string[] = filter[name];
    return counts.values(chosen).map(([value, { items, records }]): FacetValue => ({
      value,
      label: label(value),
      items,
      records,
      chosen: chosen.includes(value),
    }));
  }

  function kindCounts(counts: Counts): void {
    countItems(counts, 'kinds', ({ kind }) => [kind]);
    counts.add('record', 0, 0);
    eachLog((lane, records) => {
      counts.add('record', 0, filter.providers.length === 0 || filter.providers.includes(lane) ? records : 0);
    });
  }

  function severityCounts(counts: Counts): void {
    for (const severity of severities) {
      counts.add(severity, 0, 0);
    }
    countItems(counts, 'severities', ({ id }) => [facts.items.get(id)?.severity ?? 'information']);
    if (filter.kinds.length > 0 && !filter.kinds.includes('record')) {
      return;
    }
    for (const lane of model.lanes) {
      if (lane.kind === 'channel' && (filter.providers.length === 0 || filter.providers.includes(lane.log))) {
        for (const severity of severities) {
          counts.add(severity, 0, facts.records.get(lane.id)?.[severity] ?? 0);
        }
      }
    }
  }

  function providerCounts(counts: Counts): void {
    eachLog((log, records) => {
      counts.add(log, 0, filter.kinds.length === 0 || filter.kinds.includes('record') ? records : 0);
    });
    countItems(counts, 'providers', ({ id }) => [...(facts.items.get(id)?.providers ?? [])]);
  }

  function userCounts(counts: Counts): void {
    countItems(counts, 'users', ({ id }) => [facts.items.get(id)?.user ?? []].flat());
  }

  function countItems(
    counts: Counts,
    own: FilterFacet,
    valuesOf: (item: { readonly id: string; readonly kind: string }) => readonly string[],
  ): void {
    const passes = itemTest(facts, { ...filter, [own]: [] });
    for (const item of model.items.values()) {
      const one = facts.items.has(item.id) && passes(item) ? 1 : 0;
      for (const value of facts.items.has(item.id) ? valuesOf(item) : []) {
        counts.add(value, one, 0);
      }
    }
  }

  function eachLog(visit: (log: string, records: number) => void): void {
    for (const lane of model.lanes) {
      if (lane.kind === 'channel') {
        visit(lane.log, countOfSeverities(facts.records.get(lane.id), filter.severities));
      }
    }
  }
}

function kindLabel(kind: FilterKind): string {
  return kind === 'record' ? l10n.t('Records of the logs') : capitalised(pluralWords[kind]);
}

class Counts {
  private readonly byValue = new Map<string, { items: number; records: number }>();

  add(value: string, items: number, records: number): void {
    const known = this.byValue.get(value) ?? { items: 0, records: 0 };
    this.byValue.set(value, { items: known.items + items, records: known.records + records });
  }

  /** Those that were counted, in that order, and the chosen ones that were not. */
  values(chosen: readonly string[]): [string, { readonly items: number; readonly records: number }][] {
    const missing = chosen.filter((value) => !this.byValue.has(value));
    return [...this.byValue, ...missing.map((value): [string, { items: number; records: number }] => [value, none])];
  }
}

const none = { items: 0, records: 0 };
