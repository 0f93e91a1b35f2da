import * as vscode from 'vscode';
import type { OpenBundle } from '../bundle/openBundle';
import type { OpenBundles } from '../bundle/openBundles';
import { bundlePlace } from './bundleUri';

/** Logs of a bundle that has left have nothing to show any more: their tabs go with it, and those of texts about it. */
export function closeTabsWithBundle(bundles: OpenBundles): vscode.Disposable {
  return bundles.onDidLeave(({ key }) => {
    const tabs = vscode.window.tabGroups.all
      .flatMap((group) => group.tabs)
      .filter((tab) => tabUris(tab).some((uri) => uri.authority === key));
    void vscode.window.tabGroups.close(tabs, true);
  });
}

/** Is a log, a member or the timeline of `bundle` open, be it in the background? */
export function hasTabsOf({ key, source }: Pick<OpenBundle, 'key' | 'source'>): boolean {
  return vscode.window.tabGroups.all
    .flatMap((group) => group.tabs)
    .flatMap(tabUris)
    .some((uri) => bundlePlace(uri)?.key === key || uri.toString() === source.toString());
}

function tabUris({ input }: vscode.Tab): vscode.Uri[] {
  if (input instanceof vscode.TabInputText || input instanceof vscode.TabInputCustom) {
    return [input.uri];
  }
  return input instanceof vscode.TabInputTextDiff ? [input.original, input.modified] : [];
}
