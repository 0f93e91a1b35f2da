import type { UserRules } from '../core/enrollment/findings/userRules/readUserRules';
import { testUserRules } from '../core/enrollment/findings/userRules/testUserRules';
import { counted } from '../core/enrollment/storyWords';
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
      ...rules.problems.map(({ detail }) => `invalid  ${detail}`),
      ...failed.map(({ file, rule, test, detail }) => `failed   ${file}: ${rule}: ${test}: ${detail}`),
      ...untested.map(({ file, rule }) => `untested ${file}: ${rule.id}`),
      `${counted(rules.rules.length, 'rule')}: ${results.length - failed.length} passed, ${failed.length} failed${
        rules.problems.length === 0 ? '' : `, ${rules.problems.length} invalid`
      }`,
      '',
    ].join('\n'),
  );
  return rules.problems.length === 0 && failed.length === 0;
}
