import type { Reboot, RebootCause } from '../../../src/core/enrollment/document/reboots';
import type { TriageDocument } from '../../../src/core/enrollment/document/triageDocument';
import { ListRule, matches, OneOf, type Expected } from '../expectation';
import type { ScenarioTruth } from '../truth';
import type { Scores } from './scores';

/** Two instants this close are about the same restart, or the same sign-in, milliseconds. */
const sameMomentMs = 120_000;

/** Counts what `document` says rightly, misses and makes up about a scenario. */
export function countScenario(scores: Scores, document: TriageDocument, truth: ScenarioTruth): void {
  countReboots(scores, document.reboots, truth);
  countRePrompts(scores, document, truth);
  const { state } = document.hello;
  scores.judge('hello', { told: state, true: labelOf(truth.hello.state), isRight: matches(state, truth.hello.state) });
}

function countReboots(scores: Scores, reboots: readonly Reboot[], truth: ScenarioTruth): void {
  const free = new Set(reboots);
  for (const expected of itemsOf(truth.reboots)) {
    const told = nearest(free, expected.time);
    scores.judge('reboots', {
      told: told?.class ?? null,
      true: labelOf(expected.class),
      isRight: told !== undefined && matches(told.class, expected.class),
    });
    if (told !== undefined) {
      free.delete(told);
    }
    countCauses(scores, told?.causes ?? [], expected.causes);
  }
  const { tolerated = [] } = truth.reboots.clauses;
  for (const told of free) {
    if (!tolerated.some((item) => matches(told, item))) {
      scores.judge('reboots', { told: told.class, true: null, isRight: false });
    }
  }
}

function countCauses(scores: Scores, causes: readonly RebootCause[], rule: Expected<Reboot>['causes']): void {
  if (!(rule instanceof ListRule)) {
    return;
  }
  const { includes = [], exactly = [], among = {} } = rule.clauses;
  const free = new Set(causes);
  for (const expected of [...includes, ...exactly]) {
    const told = [...free].find(({ uri, verdict }) => uri === expected.uri && matches(verdict, expected.verdict));
    scores.judge('causes', { told: null, true: labelOf(expected.verdict), isRight: told !== undefined });
    if (told !== undefined) {
      free.delete(told);
    }
  }
  for (const told of free) {
    if (matches(told, among)) {
      scores.judge('causes', { told: told.verdict, true: null, isRight: false });
    }
  }
}

function countRePrompts(scores: Scores, document: TriageDocument, truth: ScenarioTruth): void {
  const free = new Set(document.signIns.filter((signIn) => signIn.class === 'rePrompt'));
  for (const { time } of itemsOf(truth.signIns)) {
    const told = nearest(free, time);
    scores.judge('re-prompts', { told: null, true: 'rePrompt', isRight: told !== undefined });
    if (told !== undefined) {
      free.delete(told);
    }
  }
  free.forEach(() => {
    scores.judge('re-prompts', { told: 'rePrompt', true: null, isRight: false });
  });
}

function itemsOf<Item>(rule: ListRule<Item>): readonly Item[] {
  return rule.clauses.exactly ?? [];
}

function nearest<T extends { readonly time: string }>(entries: ReadonlySet<T>, time: unknown): T | undefined {
  const distance = (entry: T) => Math.abs(Date.parse(entry.time) - Date.parse(String(time)));
  return [...entries]
    .filter((entry) => distance(entry) <= sameMomentMs)
    .sort((left, right) => distance(left) - distance(right))[0];
}

function labelOf(value: unknown): string {
  return value instanceof OneOf ? value.values.join(' or ') : String(value);
}
