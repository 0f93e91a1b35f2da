import path from 'node:path';
import * as vscode from 'vscode';
import { hasTemplate, type ReportForm, type TemplateForm } from '../../core/report/reportForms';
import { engine } from '../engine';
import { exists } from './saveMember';

const fileNames: Readonly<Record<TemplateForm, string>> = { markdown: 'report.md', html: 'report.html' };

/** A template of a team. */
export interface TeamTemplate {
  readonly file: vscode.Uri;
  readonly text: string;
}

/** The template in the folder of the setting; `null` where the built-in one is to be used. */
export async function teamTemplate(form: ReportForm): Promise<TeamTemplate | null> {
  const file = hasTemplate(form) ? templateFile(form) : null;
  if (file === null || !(await exists(file))) {
    return null;
  }
  return { file, text: new TextDecoder().decode(await vscode.workspace.fs.readFile(file)) };
}

/** Opens the template of a team; the built-in one is put into the folder of the setting first where there is none yet. */
export async function editTemplate(): Promise<void> {
  const picked = await vscode.window.showQuickPick(
    [
      { label: 'Markdown', form: 'markdown' as const },
      { label: 'HTML', form: 'html' as const },
    ],
    { title: vscode.l10n.t('Edit Report Template') },
  );
  if (picked === undefined) {
    return;
  }
  const file = templateFile(picked.form);
  if (file === null) {
    const open = vscode.l10n.t('Open Setting');
    const answer = await vscode.window.showInformationMessage(
      vscode.l10n.t('Templates lie in a folder of yours. Name it in the settings first.'),
      open,
    );
    if (answer === open) {
      await vscode.commands.executeCommand('workbench.action.openSettings', 'autopilotTriage.templateFolder');
    }
    return;
  }
  if (!(await exists(file))) {
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(engine().templateToChange(picked.form)));
  }
  await vscode.window.showTextDocument(file);
}

/** `null` where the setting names no folder; a relative path would mean another one in each window. */
function templateFile(form: TemplateForm): vscode.Uri | null {
  const folder = vscode.workspace.getConfiguration('autopilotTriage').get<unknown>('templateFolder');
  return typeof folder === 'string' && path.isAbsolute(folder)
    ? vscode.Uri.joinPath(vscode.Uri.file(folder), fileNames[form])
    : null;
}
