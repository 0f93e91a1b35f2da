import * as l10n from '@vscode/l10n';
import type { TriageDocument } from '../enrollment/document/triageDocument';
import { nameTest } from './nameTest';
import type { Instant, NumberRange, Query, QueryProblem, QueryTerm } from './query';

/** Milliseconds since 1970 UTC, corrected: from `from` up to, not including, `to`. */
export interface TimeSpan {
  readonly from: number;
  readonly to: number;
}

/** A condition on a name: true or false, and whether true is wanted. */
export interface NameCondition {
  readonly negated: boolean;
  readonly fits: (name: string) => boolean;
}

export interface NumberCondition {
  readonly negated: boolean;
  readonly ranges: readonly NumberRange[];
}

export interface TimeCondition {
  readonly negated: boolean;
  readonly spans: readonly TimeSpan[];
}

/** Something that has to occur in the text. */
export type ContentCondition = Extract<QueryTerm, { kind: 'text' | 'code' | 'pattern' }>;

/** A query in the terms of one bundle: boots and phases have become times. */
export interface SearchPlan {
  readonly provider: readonly NameCondition[];
  readonly channel: readonly NameCondition[];
  readonly member: readonly NameCondition[];
  readonly user: readonly NameCondition[];
  readonly id: readonly NumberCondition[];
  readonly record: readonly NumberCondition[];
  readonly level: readonly NumberCondition[];
  readonly times: readonly TimeCondition[];
  readonly content: readonly ContentCondition[];
  readonly caseSensitive: boolean;
}

/** Accounts that every Windows has, by SID. */
const wellKnownUsers: Readonly<Record<string, string>> = {
  'S-1-5-18': 'SYSTEM',
  'S-1-5-19': 'LOCAL SERVICE',
  'S-1-5-20': 'NETWORK SERVICE',
};

type Story = Pick<TriageDocument, 'boots' | 'phases' | 'signIns'>;

/** Plans a query for a bundle; what the bundle does not know (a fourth boot of three) becomes a problem. */
export function planSearch(
  query: Query,
  story: Story,
): { readonly plan: SearchPlan; readonly problems: readonly QueryProblem[] } {
  const problems: QueryProblem[] = [...query.problems];
  const names = (field: 'provider' | 'channel' | 'member' | 'user'): NameCondition[] =>
    query.terms.flatMap((term) =>
      term.kind === 'name' && term.field === field
        ? [{ negated: term.negated, fits: anyOf(term.values.map((value) => nameOrUser(field, value, story))) }]
        : [],
    );
  const numbers = (field: 'id' | 'record' | 'level'): NumberCondition[] =>
    query.terms.flatMap((term) =>
      term.kind === 'number' && term.field === field ? [{ negated: term.negated, ranges: term.ranges }] : [],
    );
  const plan: SearchPlan = {
    provider: names('provider'),
    channel: names('channel'),
    member: names('member'),
    user: names('user'),
    id: numbers('id'),
    record: numbers('record'),
    level: numbers('level'),
    times: query.terms.flatMap((term) => {
      const spans = spansOf(term, story, problems);
      return spans === null ? [] : [{ negated: term.negated, spans }];
    }),
    content: query.terms.filter((term) => term.kind === 'text' || term.kind === 'code' || term.kind === 'pattern'),
    caseSensitive: query.caseSensitive,
  };
  return { plan, problems };
}

function anyOf(tests: readonly ((name: string) => boolean)[]): (name: string) => boolean {
  return (name) => tests.some((fits) => fits(name));
}

/** A user may be asked for by name where the bundle tells which SID has it. */
function nameOrUser(field: string, value: string, { signIns }: Story): (name: string) => boolean {
  const fits = nameTest(value);
  if (field !== 'user') {
    return fits;
  }
  const sids = new Set(Object.entries(wellKnownUsers).flatMap(([sid, name]) => (fits(name) ? [sid] : [])));
  for (const { user } of signIns) {
    if (user.sid !== null && user.name !== null && fits(user.name)) {
      sids.add(user.sid);
    }
  }
  return (name) => fits(name) || sids.has(name);
}

/** The times that a term asks for; `null` for terms that do not ask for any. */
function spansOf(term: QueryTerm, story: Story, problems: QueryProblem[]): readonly TimeSpan[] | null {
  const complain = (detail: string): null => {
    problems.push({ start: term.start, end: term.end, detail });
    return null;
  };
  switch (term.kind) {
    case 'time': {
      const from = term.from === null ? -Infinity : instantMs(term.from, story, complain);
      const to = term.to === null ? Infinity : instantMs(term.to, story, complain);
      return from === null || to === null ? null : [{ from, to }];
    }
    case 'boot': {
      const { boots } = story;
      const spans = boots.flatMap(({ start }, index): TimeSpan[] =>
        isInRanges(index + 1, term.ranges)
          ? [{ from: Date.parse(start), to: Date.parse(boots[index + 1]?.start ?? '') || Infinity }]
          : [],
      );
      return spans.length === 0 ? complain(knownBoots(boots.length)) : spans;
    }
    case 'phase': {
      const spans = story.phases.flatMap(({ id, start, end }): TimeSpan[] =>
        term.phases.includes(id) && start !== null
          ? [{ from: Date.parse(start), to: end === null ? Infinity : Date.parse(end) }]
          : [],
      );
      return spans.length === 0
        ? complain(l10n.t('The bundle does not show when {0} began.', term.phases.join(l10n.t(' or '))))
        : spans;
    }
    case 'text':
    case 'code':
    case 'pattern':
    case 'name':
    case 'number':
      return null;
  }
}

function instantMs(instant: Instant, story: Story, complain: (detail: string) => null): number | null {
  switch (instant.from) {
    case 'utc':
      return instant.ms;
    case 'boot': {
      const boot = story.boots[instant.boot - 1];
      return boot === undefined ? complain(knownBoots(story.boots.length)) : Date.parse(boot.start);
    }
    case 'enrollment': {
      const start = enrollmentStart(story);
      return start === null
        ? complain(l10n.t('The bundle does not show when the enrollment began: give the time in UTC.'))
        : start + instant.offsetMs;
    }
  }
}

/** When the first phase of the Enrollment Status Page began, milliseconds since 1970 UTC. */
function enrollmentStart({ phases }: Pick<TriageDocument, 'phases'>): number | null {
  const starts = phases.flatMap(({ start }) => (start === null ? [] : [Date.parse(start)]));
  return starts.length === 0 ? null : Math.min(...starts);
}

function knownBoots(count: number): string {
  switch (count) {
    case 0:
      return l10n.t('The bundle does not show any start of Windows.');
    case 1:
      return l10n.t('The bundle shows one boot only: boot:1.');
    default:
      return l10n.t('The bundle shows the boots 1 to {0}.', count);
  }
}

/** Is the number in one of the ranges? */
export function isInRanges(value: number, ranges: readonly NumberRange[]): boolean {
  return ranges.some(({ from, to }) => value >= from && value <= to);
}

/** Is the time in one of the spans? A time that is not known is in none. */
export function isInSpans(timeMs: number | null, spans: readonly TimeSpan[]): boolean {
  return timeMs !== null && spans.some(({ from, to }) => timeMs >= from && timeMs < to);
}
