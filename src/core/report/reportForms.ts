export const reportForms = ['markdown', 'html', 'sarif', 'csv', 'json'] as const;
export type ReportForm = (typeof reportForms)[number];

/** The forms that are made from a template, and could be from another one. */
export type TemplateForm = 'markdown' | 'html';

export function hasTemplate(form: ReportForm): form is TemplateForm {
  return form === 'markdown' || form === 'html';
}
