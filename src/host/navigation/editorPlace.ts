import * as vscode from 'vscode';
import { logScheme } from '../documents/bundleUri';

/**
 * Remembers where the person is, for a preview that may be given up. The returned function goes back: to the
 * editor, selection and scroll position, or, where no text editor was active, by closing the previewed log.
 */
export function rememberEditor(): () => Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const openBefore = new Set(logTabs().map(tabKey));
  if (editor === undefined) {
    return async () => {
      await vscode.window.tabGroups.close(
        logTabs().filter((tab) => !openBefore.has(tabKey(tab))),
        true,
      );
    };
  }
  const { document, selection, viewColumn } = editor;
  const [visible] = editor.visibleRanges;
  return async () => {
    const restored = await vscode.window.showTextDocument(document, { selection, ...(viewColumn && { viewColumn }) });
    if (visible !== undefined) {
      restored.revealRange(visible, vscode.TextEditorRevealType.AtTop);
    }
  };
}

function logTabs(): vscode.Tab[] {
  return vscode.window.tabGroups.all
    .flatMap((group) => group.tabs)
    .filter((tab) => tab.input instanceof vscode.TabInputText && tab.input.uri.scheme === logScheme);
}

function tabKey(tab: vscode.Tab): string {
  const uri = tab.input instanceof vscode.TabInputText ? tab.input.uri.toString() : '';
  return `${tab.group.viewColumn} ${uri}`;
}
