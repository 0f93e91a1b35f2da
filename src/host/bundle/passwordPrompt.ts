import * as vscode from 'vscode';

/** Asks for the password of an encrypted bundle. It is used once and kept nowhere. `undefined`: go on without. */
export function askPassword(bundleName: string, wasWrong: boolean): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title: vscode.l10n.t('{0} is encrypted', bundleName),
    prompt: wasWrong
      ? vscode.l10n.t('That password does not fit. Escape opens what is not encrypted.')
      : vscode.l10n.t('Password of the archive; it is not stored. Escape opens what is not encrypted.'),
    password: true,
    ignoreFocusOut: true,
  });
}
