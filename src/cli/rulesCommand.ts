import * as l10n from '@vscode/l10n';
import type { UserRules } from '../core/enrollment/findings/userRules/readUserRules';
import { testUserRules } from '../core/enrollment/findings/userRules/testUserRules';
import { phrase, spokenCount } from '../core/words/language';
import { readRuleFolder } from '../files/ruleFolder';
import { reasonOf } from './openPath';
import { write } from './output';
import { UserError } from './userError';

/** The rules of a folder. Rejects with a {@link UserError} when it cannot be read. */
export function loadRules(folder: string): Promise<UserRules> {
  return readRuleFolder(folder).catch((error: unknown) => {
    throw new UserError(`${folder}: ${reasonOf(error)}`);
  });
}

/** `rules test <folder>`: checks every file and runs the tests beside the rules. Did all of them pass? */
export async function runRuleTests(folder: string): Promise<boolean> {
  const rules = await loadRules(folder);
  const results = testUserRules(rules);
  const failed = results.filter(({ passed }) => !passed);
  const untested = rules.rules.filter(({ rule }) => (rule.tests ?? []).length === 0);
  await write(
    [
      ...rules.problems.map(({ detail }) => l10n.t('invalid  {0}', detail)),
      ...failed.map(({ file, rule, test, detail }) => l10n.t('failed   {0}: {1}: {2}: {3}', file, rule, test, detail)),
      ...untested.map(({ file, rule }) => l10n.t('untested {0}: {1}', file, rule.id)),
      [
        spokenCount(
          rules.rules.length,
          phrase('1 rule: {1} passed, {2} failed'),
          phrase('{0} rules: {1} passed, {2} failed'),
          String(results.length - failed.length),
          String(failed.length),
        ),
        ...(rules.problems.length === 0 ? [] : [l10n.t('{0} invalid', rules.problems.length)]),
      ].join(', '),
      '',
    ].join('\n'),
  );
  return rules.problems.length === 0 && failed.length === 0;
}
