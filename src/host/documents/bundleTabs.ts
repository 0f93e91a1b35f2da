import * as vscode from 'vscode';
import type { OpenBundles } from '../bundle/openBundles';
import { bundlePlace } from './bundleUri';

/** Logs of a bundle that is closed have nothing to show any more: their tabs go with it. */
export function closeTabsWithBundle(bundles: OpenBundles): vscode.Disposable {
  return bundles.onDidClose(({ key }) => {
    const tabs = vscode.window.tabGroups.all
      .flatMap((group) => group.tabs)
      .filter((tab) => tabUris(tab).some((uri) => bundlePlace(uri)?.key === key));
    void vscode.window.tabGroups.close(tabs, true);
  });
}

function tabUris({ input }: vscode.Tab): vscode.Uri[] {
  if (input instanceof vscode.TabInputText || input instanceof vscode.TabInputCustom) {
    return [input.uri];
  }
  return input instanceof vscode.TabInputTextDiff ? [input.original, input.modified] : [];
}
