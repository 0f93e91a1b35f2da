import type { Bundle } from '../core/bundle/bundle';
import { authorsOf } from '../core/case/authors';
import type { CaseDocument } from '../core/case/caseDocument';
import { statedPass } from '../core/case/statedFacts';
import { noUserRules, type UserRules } from '../core/enrollment/findings/userRules/readUserRules';
import { triage, type Triage } from '../core/enrollment/triage';
import { makeReport, type ReportRequest } from '../core/report/makeReport';
import { summarize } from '../core/report/summary';
import { templateProblem } from '../core/report/writeReport';
import type { Target, TriageArguments } from './arguments';
import { caseIn, checkBelonging, textIn } from './caseArgument';
import { checkLocked } from './lockedMembers';
import { withBundle } from './openPath';
import { checkOut, writeOut } from './outFile';
import { redaction } from './redaction';
import { loadRules } from './rulesCommand';
import { UserError } from './userError';

/** `<bundle> [--json | --markdown | …]`: the story in words, or a report of it. */
export async function runTriage(target: Target & TriageArguments): Promise<void> {
  // Mistakes in what is small are said before a large bundle is read.
  const { location, caseFile, template } = target;
  await checkOut(target, [location, caseFile, template]);
  const rules = target.rules === undefined ? noUserRules : await rulesOf(target.rules);
  const caseDocument = caseFile === undefined ? null : await caseIn(caseFile);
  const templateText = template === undefined ? undefined : await templateIn(template);
  await withBundle(target, async (bundle) => {
    checkLocked(bundle, target);
    if (caseDocument !== null && caseFile !== undefined) {
      await checkBelonging(caseDocument, bundle, caseFile);
    }
    const original = triage(bundle, statedIn(target, caseDocument), rules);
    const authors = caseDocument === null ? [] : authorsOf(caseDocument);
    const redacted = target.redaction === null ? null : await redaction(bundle, original, authors, target.redaction);
    const told = redacted?.told ?? original;
    const scope = target.starred ? 'starred' : 'everything';
    const { form } = target;
    const request = { scope, caseDocument, template: templateText, isRedacted: redacted !== null } as const;
    const text =
      form === 'words'
        ? summarize(told.document)
        : await report(redacted?.bundle ?? bundle, told, { form, ...request });
    await writeOut(redacted === null ? text : await redacted.checked(text), target);
  });
}

/** What the command line says of the pass stands above what the case says. */
function statedIn({ pass }: TriageArguments, caseDocument: CaseDocument | null) {
  const stated = pass ?? (caseDocument === null ? null : statedPass(caseDocument));
  return stated === null ? null : { temporaryAccessPass: stated };
}

async function rulesOf(folder: string): Promise<UserRules> {
  const rules = await loadRules(folder);
  for (const { detail } of rules.problems) {
    process.stderr.write(`autopilot-triage: ${detail}\n`);
  }
  return rules;
}

async function templateIn(file: string): Promise<string> {
  const text = await textIn(file);
  const problem = templateProblem(text);
  if (problem !== null) {
    throw new UserError(`${file}:${problem.line}: ${problem.detail}`);
  }
  return text;
}

async function report(bundle: Bundle, told: Triage, request: ReportRequest): Promise<string> {
  const written = await makeReport(bundle, told, request);
  if (!written.ok) {
    throw new UserError(`the report was not made: ${written.problem.detail}`);
  }
  return written.text;
}
