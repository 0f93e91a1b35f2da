import type { TemplateForm } from '../reportForms';
import { htmlTemplate } from './htmlTemplate';
import { markdownTemplate } from './markdownTemplate';

/** What a report is written with, unless a team has a template of its own; in the language that is spoken. */
export function builtInTemplate(form: TemplateForm): string {
  return form === 'html' ? htmlTemplate() : markdownTemplate();
}
