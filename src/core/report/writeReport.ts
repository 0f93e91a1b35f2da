import * as l10n from '@vscode/l10n';
import type { ReportForm, TemplateForm } from './reportForms';
import type { ReportInput } from './reportInput';
import { reportModel } from './reportModel';
import { sarifReport } from './sarif';
import { storyCsv } from './storyCsv';
import { fillTemplate } from './template/fillTemplate';
import { parseTemplate, type TemplateProblem } from './template/parseTemplate';
import type { Writer } from './template/texts';
import { templateFields } from './templateFields';
import { builtInTemplate } from './templates/builtInTemplate';
import { htmlWriter, markdownWriter } from './writers';

const writers: Readonly<Record<TemplateForm, Writer>> = { markdown: markdownWriter, html: htmlWriter };

/** A report, or what is wrong with the template. */
export type WrittenReport =
  { readonly ok: true; readonly text: string } | { readonly ok: false; readonly problem: TemplateProblem };

/** What is wrong with a template, if anything is: the first thing only. */
export function templateProblem(template: string): TemplateProblem | null {
  const reading = parseTemplate(template, templateFields);
  return reading.ok ? null : reading.problem;
}

/** @param template of a team, instead of the one that is built in; only for Markdown and HTML */
export function writeReport(form: ReportForm, input: ReportInput, template?: string): WrittenReport {
  switch (form) {
    case 'markdown':
    case 'html':
      return fromTemplate(template ?? builtInTemplate(form), form, input);
    case 'sarif':
      return { ok: true, text: sarifReport(input) };
    case 'csv':
      return { ok: true, text: storyCsv(input.told) };
    case 'json':
      return { ok: true, text: jsonReport(input) };
  }
}

function fromTemplate(text: string, form: TemplateForm, input: ReportInput): WrittenReport {
  const reading = parseTemplate(text, templateFields);
  if (!reading.ok) {
    return reading;
  }
  const filled = fillTemplate(reading.template, reportModel(input), writers[form]);
  return filled === null
    ? { ok: false, problem: { line: 1, detail: l10n.t('the filled template would be too long') } }
    : { ok: true, text: filled };
}

/** The triage document; with the case beside it where one is given. */
function jsonReport({ told, caseDocument }: ReportInput): string {
  const content = caseDocument === null ? told : { ...told, case: caseDocument };
  return `${JSON.stringify(content, null, 2)}\n`;
}
