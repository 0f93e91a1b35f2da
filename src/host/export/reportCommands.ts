import * as vscode from 'vscode';
import type { CaseDocument } from '../../core/case/caseDocument';
import { reportForms, type ReportForm } from '../../core/report/reportForms';
import type { OpenBundle } from '../bundle/openBundle';
import { chosenAuthor } from '../case/caseAuthor';
import type { CaseSessions } from '../case/caseSessions';
import type { OpenBundles } from '../bundle/openBundles';
import { engine } from '../engine';
import { BundleNode } from '../views/fileNodes';
import type { RedactionSettings } from '../redaction/redactionSettings';
import { handOut, type Destination } from './handOut';
import { withLateProgress } from './lateProgress';
import { askReport, extensions, formFilters, type WantedReport } from './reportPicker';
import type { ReportPreviews } from './reportPreview';
import { teamTemplate, type TeamTemplate } from './reportTemplates';
import { confirmed } from './saveMember';
import { telling } from './telling';

/** Makes reports. The arguments come from rows, menus and other extensions. */
export class ReportCommands {
  constructor(
    private readonly bundles: OpenBundles,
    private readonly cases: CaseSessions,
    private readonly previews: ReportPreviews,
    private readonly redaction: RedactionSettings,
  ) {}

  /**
   * @param form one of `reportForms`; asked for unless it is given
   * @param target where to write; asked for unless it is given
   * @param isRedacted `true` for pseudonyms also where the screen shows names
   */
  async export(row: unknown, form: unknown, target: unknown, isRedacted: unknown): Promise<vscode.Uri | undefined> {
    const bundle = this.bundleOf(row);
    const given = { form, isRedacted: isRedacted === true };
    const wanted = bundle && (await this.wantedReport(bundle, given, vscode.l10n.t('Export Report')));
    if (bundle === undefined || wanted === undefined) {
      return undefined;
    }
    const done = await this.deliver(bundle, wanted, async () => {
      // The dialog asks by itself before it hands out a file that is there.
      const file = target instanceof vscode.Uri ? await confirmed(target) : await askFile(bundle, wanted.form);
      return file && { kind: 'file', file };
    });
    if (done?.kind !== 'file') {
      return undefined;
    }
    const { file } = done;
    vscode.window.setStatusBarMessage(
      vscode.l10n.t('{0} saved.', file.scheme === 'file' ? file.fsPath : file.path),
      6000,
    );
    return file;
  }

  /** @param form one of `reportForms`; asked for unless it is given */
  async preview(row: unknown, form: unknown): Promise<void> {
    const bundle = this.bundleOf(row);
    const given = { form, isRedacted: false };
    const wanted = bundle && (await this.wantedReport(bundle, given, vscode.l10n.t('Preview Report')));
    if (bundle !== undefined && wanted !== undefined) {
      await this.showPreview(bundle, wanted);
    }
  }

  async copyForTicket(row: unknown): Promise<void> {
    const bundle = this.bundleOf(row);
    const wanted = { form: 'markdown', scope: 'everything', isRedacted: false } as const;
    if (bundle !== undefined && (await this.deliver(bundle, wanted, () => ({ kind: 'clipboard' }))) !== undefined) {
      vscode.window.setStatusBarMessage(vscode.l10n.t('Ticket text of {0} copied.', bundle.name), 4000);
    }
  }

  /** @param into the page that shows it already */
  private async showPreview(bundle: OpenBundle, wanted: WantedReport, into?: vscode.WebviewPanel): Promise<void> {
    const { form } = wanted;
    const again = (now: OpenBundle, page?: vscode.WebviewPanel): Promise<void> => this.showPreview(now, wanted, page);
    const show = (text: string): Promise<void> =>
      this.previews.show(bundle, { form, name: reportName(bundle, form), text, again }, into);
    await this.deliver(bundle, wanted, () => ({ kind: 'preview', show }));
  }

  private async wantedReport(
    bundle: OpenBundle,
    { form, isRedacted }: { readonly form: unknown; readonly isRedacted: boolean },
    title: string,
  ): Promise<WantedReport | undefined> {
    const known = reportForms.find((name) => name === form);
    return known === undefined
      ? askReport(await this.caseOf(bundle), { title, hasNames: bundle.redaction === null })
      : { form: known, scope: 'everything', isRedacted };
  }

  /**
   * Makes the report, asks where it goes, and hands it out. Whatever is in the way is told.
   *
   * @returns where it went; `undefined` where it did not
   */
  private async deliver(
    bundle: OpenBundle,
    { form, scope, isRedacted }: WantedReport,
    choose: () => Destination | Promise<Destination | undefined>,
  ): Promise<Destination | undefined> {
    return telling(vscode.l10n.t('The report of {0} was not made', bundle.name), async () => {
      const redaction = isRedacted ? this.redaction.request : null;
      const template = await teamTemplate(form);
      const caseDocument = await this.caseOf(bundle);
      const namesAuthors = form !== 'markdown' || chosenAuthor() !== null;
      const request = { form, scope, caseDocument, namesAuthors, template: template?.text };
      const written = await withLateProgress(vscode.l10n.t('Making the report of {0}', bundle.name), (signal) =>
        bundle.report(request, redaction, signal),
      );
      if (!written.ok) {
        void showTemplateProblem(template, written.problem.line, written.problem.detail);
        return undefined;
      }
      const destination = await choose();
      if (destination !== undefined) {
        await handOut(bundle, written.text, destination, { form, redaction });
      }
      return destination;
    });
  }

  /** With what colleagues have written to its file until now. */
  private async caseOf(bundle: OpenBundle): Promise<CaseDocument> {
    const session = await this.cases.of(bundle);
    await session.refresh();
    return session.document;
  }

  private bundleOf(row: unknown): OpenBundle | undefined {
    return row instanceof BundleNode ? row.bundle : this.bundles.active;
  }
}

async function showTemplateProblem(template: TeamTemplate | null, line: number, detail: string): Promise<void> {
  const name = template === null ? '' : vscode.workspace.asRelativePath(template.file, false);
  const open = vscode.l10n.t('Open Template');
  const answer = await vscode.window.showErrorMessage(
    vscode.l10n.t('The report template {0} has a mistake in line {1}: {2}', name, line, detail),
    ...(template === null ? [] : [open]),
  );
  if (answer === open && template !== null) {
    const at = new vscode.Position(line - 1, 0);
    await vscode.window.showTextDocument(template.file, { selection: new vscode.Range(at, at) });
  }
}

function reportName({ name }: OpenBundle, form: ReportForm): string {
  const [harmless = ''] = engine().diskPaths([`${name.replace(/\.\w{1,5}$/, '')}-report.${extensions[form]}`]);
  return harmless;
}

function askFile(bundle: OpenBundle, form: ReportForm): Thenable<vscode.Uri | undefined> {
  const { source } = bundle;
  return vscode.window.showSaveDialog({
    title: vscode.l10n.t('Export Report'),
    ...(source.scheme === 'file' && { defaultUri: vscode.Uri.joinPath(source, '..', reportName(bundle, form)) }),
    filters: formFilters(form),
  });
}
