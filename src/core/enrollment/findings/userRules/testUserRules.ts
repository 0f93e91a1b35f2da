import * as l10n from '@vscode/l10n';
import { noUserRules, type LoadedRule, type UserRules } from './readUserRules';
import { momentsFrom } from './moments';
import { tellUserFindings } from './tellUserFindings';
import type { RuleEvent } from './userRuleEvents';
import type { UserRuleTest } from './userRuleShape';

/** How one embedded test of a rule went. */
export interface RuleTestResult {
  readonly file: string;
  readonly rule: string;
  readonly test: string;
  readonly passed: boolean;
  /** Why it failed; empty when it passed. */
  readonly detail: string;
}

/** Runs the tests that are written beside the rules. */
export function testUserRules({ rules }: UserRules): readonly RuleTestResult[] {
  return rules.flatMap((loaded) => (loaded.rule.tests ?? []).map((test) => runTest(loaded, test)));
}

function runTest(loaded: LoadedRule, test: UserRuleTest): RuleTestResult {
  const phases = (test.phases ?? []).map(({ id, start, end }) => ({
    id,
    from: Date.parse(start),
    to: Date.parse(end),
  }));
  const reboots = (test.reboots ?? []).map(({ start, end }, index) => ({
    id: `reboot-${index + 1}`,
    from: Date.parse(start),
    to: Date.parse(end),
  }));
  const found = tellUserFindings(
    { ...noUserRules, rules: [loaded] },
    test.events.map(toEvent),
    momentsFrom(phases, reboots),
  );
  const detail = complaint(
    test,
    found.map(({ title }) => title),
  );
  return { file: loaded.file, rule: loaded.rule.id, test: test.name, passed: detail === '', detail };
}

function complaint({ finds, title }: UserRuleTest, titles: readonly string[]): string {
  if (finds !== titles.length > 0) {
    return finds ? l10n.t('nothing was found') : l10n.t('found: {0}', titles.join('; '));
  }
  return title === undefined || !finds || titles.includes(title)
    ? ''
    : l10n.t('found "{0}", not "{1}"', titles.join('; '), title);
}

function toEvent(
  { provider, eventId, channel, time, fields }: UserRuleTest['events'][number],
  index: number,
): RuleEvent {
  return {
    provider,
    eventId,
    channel: channel ?? '',
    fields: Object.entries(fields ?? {}).map(([name, value]) => ({ name, value })),
    at: time === undefined ? NaN : Date.parse(time),
    ref: { path: 'test', recordId: index + 1 },
  };
}
