import * as vscode from 'vscode';
import type { CaseDocument } from '../../core/case/caseDocument';
import type { ReportForm } from '../../core/report/reportForms';
import type { ReportScope } from '../../core/report/reportInput';

/** What report a person wants. */
export interface WantedReport {
  readonly form: ReportForm;
  readonly scope: ReportScope;
  /** With pseudonyms for names, also where the screen shows them. */
  readonly isRedacted: boolean;
}

export const extensions: Readonly<Record<ReportForm, string>> = {
  markdown: 'md',
  html: 'html',
  sarif: 'sarif',
  csv: 'csv',
  json: 'json',
};

/** Names of formats are no words to translate. */
const labels: Readonly<Record<ReportForm, string>> = {
  markdown: 'Markdown',
  html: 'HTML',
  sarif: 'SARIF',
  csv: 'CSV',
  json: 'JSON',
};

export function formFilters(form: ReportForm): Record<string, string[]> {
  return { [labels[form]]: [extensions[form]] };
}

/**
 * Asks for the format; where something is starred, for how much; and where the screen shows names, whether the report
 * may. `undefined` when the person gave up.
 */
export async function askReport(
  caseDocument: CaseDocument,
  { title, hasNames }: { readonly title: string; readonly hasNames: boolean },
): Promise<WantedReport | undefined> {
  const form = await askForm(title);
  const scope = form && (hasStars(caseDocument) ? await askScope(title) : 'everything');
  const isRedacted = scope && (hasNames ? await askNames(title) : true);
  return form === undefined || scope === undefined || isRedacted === undefined
    ? undefined
    : { form, scope, isRedacted };
}

/** Is there anything that a report of what is starred could show? */
function hasStars({ stars, annotations }: CaseDocument): boolean {
  return stars.length > 0 || annotations.some(({ star }) => star);
}

async function askForm(title: string): Promise<ReportForm | undefined> {
  const details: Readonly<Record<ReportForm, string>> = {
    html: vscode.l10n.t('One page with timeline, causes and quotes; prints well to PDF'),
    markdown: vscode.l10n.t('For a ticket; names neither user nor device'),
    csv: vscode.l10n.t('The story as a table, one event a row'),
    sarif: vscode.l10n.t('Findings for viewers and pipelines'),
    json: vscode.l10n.t('Everything that is known, for scripts'),
  };
  const items = (Object.keys(details) as ReportForm[]).map((form) => ({
    label: labels[form],
    description: details[form],
    form,
  }));
  return (await vscode.window.showQuickPick(items, { title, placeHolder: vscode.l10n.t('Format') }))?.form;
}

async function askScope(title: string): Promise<ReportScope | undefined> {
  const items: readonly { readonly label: string; readonly scope: ReportScope }[] = [
    { label: vscode.l10n.t('Everything'), scope: 'everything' },
    { label: vscode.l10n.t('Only what is starred'), scope: 'starred' },
  ];
  return (await vscode.window.showQuickPick(items, { title }))?.scope;
}

async function askNames(title: string): Promise<boolean | undefined> {
  const items = [
    {
      label: vscode.l10n.t('With names'),
      description: vscode.l10n.t('For those who may know whose device it is'),
      isRedacted: false,
    },
    {
      label: vscode.l10n.t('With pseudonyms'),
      description: vscode.l10n.t('People, devices and networks are replaced; the report is read back and checked'),
      isRedacted: true,
    },
  ];
  return (await vscode.window.showQuickPick(items, { title, placeHolder: vscode.l10n.t('Names in the report') }))
    ?.isRedacted;
}
