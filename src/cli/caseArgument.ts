import * as l10n from '@vscode/l10n';
import { readFile } from 'node:fs/promises';
import { belonging, contentKey } from '../core/case/bundleIdentity';
import type { CaseDocument } from '../core/case/caseDocument';
import { readCase } from '../core/case/readCase';
import type { Bundle } from '../core/bundle/bundle';
import { reasonOf } from './openPath';
import { UserError } from './userError';

/** The case in a file. Rejects with a {@link UserError} where there is none; tells what of it does not read. */
export async function caseIn(file: string): Promise<CaseDocument> {
  const reading = readCase(await textIn(file), file);
  if (!reading.ok) {
    throw new UserError(`${file}: ${reading.problem.detail}`);
  }
  for (const { detail } of reading.problems) {
    process.stderr.write(`autopilot-triage: ${file}: ${detail}\n`);
  }
  return reading.case;
}

/** Notes on another bundle would be told of the wrong device. Rejects with a {@link UserError}. */
export async function checkBelonging(caseDocument: CaseDocument, bundle: Bundle, file: string): Promise<void> {
  const { sha256, name, members } = bundle;
  const identity = { sha256, names: [name], content: await contentKey(members) };
  if (belonging(caseDocument, identity) === 'other') {
    throw new UserError(l10n.t('{0}: this case is about another bundle than {1}', file, name));
  }
}

/** The text of a file. Rejects with a {@link UserError}. */
export async function textIn(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new UserError(`${file}: ${reasonOf(error)}`);
  }
}
