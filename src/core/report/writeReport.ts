import { escapeHtml, escapeMarkdown } from './escapeText';
import type { ReportInput } from './reportInput';
import { reportModel, scoped } from './reportModel';
import { sarifReport } from './sarif';
import { storyCsv } from './storyCsv';
import { fillTemplate, parseTemplate, type Template, type TemplateProblem, type Writer } from './template';
import { htmlTemplate } from './templates/htmlTemplate';
import { markdownTemplate } from './templates/markdownTemplate';

export type ReportForm = 'markdown' | 'html' | 'sarif' | 'csv' | 'json';

/** The forms that are made from a template, and could be from another one. */
export type TemplateForm = 'markdown' | 'html';

export const builtInTemplates: Readonly<Record<TemplateForm, string>> = {
  markdown: markdownTemplate,
  html: htmlTemplate,
};

const writers: Readonly<Record<TemplateForm, Writer>> = {
  markdown: { escape: escapeMarkdown, withMarkup: false },
  html: { escape: escapeHtml, withMarkup: true },
};

/** A report, or what is wrong with the template. */
export type WrittenReport =
  { readonly ok: true; readonly text: string } | { readonly ok: false; readonly problem: TemplateProblem };

/** @param template of a team, instead of the one that is built in; only for Markdown and HTML */
export function writeReport(form: ReportForm, input: ReportInput, template?: string): WrittenReport {
  switch (form) {
    case 'markdown':
    case 'html':
      return fromTemplate(template ?? builtInTemplates[form], input, writers[form]);
    case 'sarif':
      return { ok: true, text: sarifReport(input) };
    case 'csv':
      return { ok: true, text: storyCsv(input) };
    case 'json':
      return { ok: true, text: jsonReport(input) };
  }
}

function fromTemplate(text: string, input: ReportInput, writer: Writer): WrittenReport {
  const template: Template | TemplateProblem = parseTemplate(text);
  if ('detail' in template) {
    return { ok: false, problem: template };
  }
  const filled = fillTemplate(template, reportModel(input), writer);
  return filled === null
    ? { ok: false, problem: { line: 1, detail: 'the filled template would be too long' } }
    : { ok: true, text: filled };
}

/** The triage document; with the case beside it where one is given. */
function jsonReport(input: ReportInput): string {
  const { document, caseDocument } = scoped(input);
  const content = caseDocument === null ? document : { ...document, case: caseDocument };
  return `${JSON.stringify(content, null, 2)}\n`;
}
