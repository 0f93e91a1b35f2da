import * as l10n from '@vscode/l10n';
import type { Bundle } from '../core/bundle/bundle';
import type { CaseDocument } from '../core/case/caseDocument';
import { statedPass } from '../core/case/statedFacts';
import { noUserRules, type UserRules } from '../core/enrollment/findings/userRules/readUserRules';
import { triage, type Triage } from '../core/enrollment/triage';
import { redactedView } from '../core/redact/redactedView';
import { redactExport } from '../core/redact/redactExport';
import { Redactor } from '../core/redact/redactor';
import { makeRedactedReport } from '../core/report/makeRedactedReport';
import { makeReport, type ReportRequest } from '../core/report/makeReport';
import { namesInCase } from '../core/report/namesInCase';
import { summarize } from '../core/report/summary';
import { templateProblem, type WrittenReport } from '../core/report/writeReport';
import type { RedactionArguments, Target, TriageArguments } from './arguments';
import { caseIn, checkBelonging, textIn } from './caseArgument';
import { checkLocked } from './lockedMembers';
import { withBundle } from './openPath';
import { checkOut, writeOut } from './outFile';
import { identifiersIn, refuseLeaks } from './redaction';
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
    const told = triage(bundle, statedIn(target, caseDocument), rules);
    const request = requestOf(target, caseDocument, templateText);
    const text = await (target.redaction === null
      ? textOf(bundle, told, request)
      : redactedTextOf(bundle, told, request, target.redaction));
    await writeOut(text, target);
  });
}

/** What the report is to be; `null` for the story in words. */
function requestOf(
  { form, starred }: TriageArguments,
  caseDocument: CaseDocument | null,
  template: string | undefined,
): ReportRequest | null {
  return form === 'words' ? null : { form, scope: starred ? 'starred' : 'everything', caseDocument, template };
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

async function textOf(bundle: Bundle, told: Triage, request: ReportRequest | null): Promise<string> {
  return request === null ? summarize(told.document) : textIfMade(await makeReport(bundle, told, request));
}

/** The same with pseudonyms. Rejects with a {@link LeakError} where a name would still be in it. */
async function redactedTextOf(
  bundle: Bundle,
  told: Triage,
  request: ReportRequest | null,
  options: RedactionArguments,
): Promise<string> {
  const found = await identifiersIn(bundle, options, namesInCase(request?.caseDocument ?? null));
  if (request !== null) {
    const { report, leaks } = await makeRedactedReport(bundle, told, request, found);
    refuseLeaks(leaks);
    return textIfMade(report);
  }
  const view = redactedView(bundle, told, new Redactor(found.identifiers));
  const { text, leaks } = await redactExport(summarize(view.told.document), found);
  refuseLeaks(leaks);
  return text;
}

function textIfMade(report: WrittenReport): string {
  if (!report.ok) {
    throw new UserError(l10n.t('the report was not made: {0}', report.problem.detail));
  }
  return report.text;
}
