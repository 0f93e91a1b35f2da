import * as vscode from 'vscode';
import type { CaseSessions, CaseTrouble } from './caseSessions';

/** A file that is not the case of this bundle: it is left alone until the person decides. */
const foreignFiles = new Set([
  'case.not-json',
  'case.no-case',
  'case.too-deep',
  'case.wrong-list',
  'case.wrong-statement',
  'case.git-conflict',
  'case.other-bundle',
]);

/** Says that a case cannot be read or saved where it is, and offers what can be done about it. */
export async function showCaseTrouble(cases: CaseSessions, { bundle, session, problem }: CaseTrouble): Promise<void> {
  const { detail } = await bundle.shownPart(problem);
  const message = `${bundle.name}: ${detail}`;
  if (problem.code === 'case.entry-unread') {
    void vscode.window.showWarningMessage(message);
    return;
  }
  const chooseFolder = vscode.l10n.t('Choose Another Folder…');
  const setAside = vscode.l10n.t('Set It Aside');
  const tryAgain = vscode.l10n.t('Try Again');
  const isForeign = foreignFiles.has(problem.code);
  const answer = await vscode.window.showWarningMessage(
    `${message} ${vscode.l10n.t('Your notes are kept safe on this machine meanwhile.')}`,
    chooseFolder,
    isForeign ? setAside : tryAgain,
  );
  switch (answer) {
    case chooseFolder:
      await moveCase(cases, bundle);
      break;
    case setAside:
      await session.setAside();
      break;
    case tryAgain:
      await session.save();
      break;
    case undefined:
  }
}

async function moveCase(cases: CaseSessions, bundle: CaseTrouble['bundle']): Promise<void> {
  const [folder] =
    (await vscode.window.showOpenDialog({
      title: vscode.l10n.t('Folder for the Case Notes of {0}', bundle.name),
      openLabel: vscode.l10n.t('Keep Notes Here'),
      canSelectFiles: false,
      canSelectFolders: true,
    })) ?? [];
  if (folder !== undefined) {
    await cases.moveTo(bundle, folder.fsPath);
  }
}
