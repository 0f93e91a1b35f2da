import type { TemplateForm } from '../reportForms';
import { htmlTemplate } from './htmlTemplate';
import { markdownTemplate } from './markdownTemplate';

/** What a report is written with, unless a team has a template of its own. */
export const builtInTemplates: Readonly<Record<TemplateForm, string>> = {
  markdown: markdownTemplate,
  html: htmlTemplate,
};
