import * as l10n from '@vscode/l10n';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { errorProblem, type Problem } from '../core/bytes/problem';
import { readUserRules, type RuleFile, type UserRules } from '../core/enrollment/findings/userRules/readUserRules';

/** A folder with more than this, or a file larger than this, was not written by hand. */
const maxFiles = 200;
const maxBytes = 1_000_000;

/**
 * The rules in the .json files of a folder, in the order of their names; folders in it are not searched. Rejects with
 * the system's error when the folder cannot be read; what is wrong with a file is one of the problems.
 */
export async function readRuleFolder(folder: string): Promise<UserRules> {
  const names = (await readdir(folder)).filter((name) => name.toLowerCase().endsWith('.json')).sort();
  const unread: Problem[] = [];
  if (names.length > maxFiles) {
    const left = names.length - maxFiles;
    unread.push(
      errorProblem('rules.too-many', folder, l10n.t('{0} of the {1} files are left out.', left, names.length)),
    );
  }
  const files: RuleFile[] = [];
  for (const name of names.slice(0, maxFiles)) {
    try {
      files.push({ name, text: await textOf(path.join(folder, name)) });
    } catch (error) {
      unread.push(
        errorProblem('rules.unreadable', name, `${name}: ${error instanceof Error ? error.message : String(error)}`),
      );
    }
  }
  const read = readUserRules(files);
  return { rules: read.rules, problems: [...unread, ...read.problems] };
}

async function textOf(file: string): Promise<string> {
  const facts = await stat(file);
  if (!facts.isFile()) {
    throw new Error(l10n.t('this is not a file'));
  }
  if (facts.size > maxBytes) {
    throw new Error(l10n.t('{0} bytes are more than a file with rules has', facts.size));
  }
  return readFile(file, 'utf8');
}
