import * as vscode from 'vscode';
import { sourceName } from '../bundle/bundleSource';
import { bundlePlace } from '../documents/bundleUri';
import { isBundleFileName } from './timelineViewTypes';

/**
 * The bundle file in the tab in front, be it opened or shown by VS Code as "binary"; `undefined` for any other tab,
 * and for archives inside a bundle.
 */
export function bundleFileInFront(): vscode.Uri | undefined {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  if (!(input instanceof vscode.TabInputText || input instanceof vscode.TabInputCustom)) {
    return undefined;
  }
  const { uri } = input;
  return bundlePlace(uri) === null && isBundleFileName(sourceName(uri)) ? uri : undefined;
}
