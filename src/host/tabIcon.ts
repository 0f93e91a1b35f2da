import * as vscode from 'vscode';

/** The icon of a tab: VS Code draws it as it is, so that each kind of theme needs its own. */
export function tabIcon(extensionUri: vscode.Uri): { readonly light: vscode.Uri; readonly dark: vscode.Uri } {
  const of = (theme: string): vscode.Uri => vscode.Uri.joinPath(extensionUri, 'media', `tab-${theme}.svg`);
  return { light: of('light'), dark: of('dark') };
}
