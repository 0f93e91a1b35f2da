import * as l10n from '@vscode/l10n';
import { errorProblem, type Problem } from '../../../bytes/problem';
import { builtInRules } from '../builtInRules';
import { misfits } from './shape';
import { userRuleFileShape, type UserRule, type UserRuleFile } from './userRuleShape';

/** A rule and the file that it was read from. */
export interface LoadedRule {
  readonly file: string;
  readonly rule: UserRule;
}

/** The rules of a folder, and what kept others from being used. */
export interface UserRules {
  readonly rules: readonly LoadedRule[];
  readonly problems: readonly Problem[];
}

export const noUserRules: UserRules = { rules: [], problems: [] };

/** The text of a file with rules. */
export interface RuleFile {
  /** For people: its name, or its path in the folder. */
  readonly name: string;
  readonly text: string;
}

/** More problems of one file than this would not be read. */
const problemsShown = 20;

/** Reads files with rules. A file with a mistake in it is left out as a whole, so that no rule runs half understood. */
export function readUserRules(files: readonly RuleFile[]): UserRules {
  const taken = new Set(builtInRules.map(({ id }) => id));
  const rules: LoadedRule[] = [];
  const problems: Problem[] = [];
  for (const file of files) {
    const read = readFile(file);
    problems.push(...read.problems);
    for (const rule of read.rules) {
      if (taken.has(rule.id)) {
        problems.push(ruleProblem(file, l10n.t('the id {0} is taken by another rule', rule.id)));
      } else {
        taken.add(rule.id);
        rules.push({ file: file.name, rule });
      }
    }
  }
  return { rules, problems };
}

interface ReadFile {
  readonly rules: readonly UserRule[];
  readonly problems: readonly Problem[];
}

function readFile(file: RuleFile): ReadFile {
  const parsed = parseJson(file.text);
  if ('error' in parsed) {
    return { rules: [], problems: [ruleProblem(file, l10n.t('this is not JSON: {0}', parsed.error))] };
  }
  const wrong = misfits(parsed.value, userRuleFileShape);
  if (wrong.length === 0) {
    // The check and the type are made from one description.
    return { rules: (parsed.value as UserRuleFile).rules, problems: [] };
  }
  const shown = wrong
    .slice(0, problemsShown)
    .map(({ at, what }) => ruleProblem(file, `${at === '' ? l10n.t('the file') : at} ${what}`));
  const more = wrong.length - shown.length;
  return { rules: [], problems: more > 0 ? [...shown, ruleProblem(file, l10n.t('{0} more mistakes', more))] : shown };
}

function parseJson(text: string): { readonly value: unknown } | { readonly error: string } {
  try {
    return { value: JSON.parse(text.replace(/^\uFEFF/, '')) as unknown };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

function ruleProblem({ name }: RuleFile, detail: string): Problem {
  return errorProblem('rules.invalid', name, `${name}: ${detail}`);
}
