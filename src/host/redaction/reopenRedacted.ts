import * as vscode from 'vscode';
import type { OpenBundles } from '../bundle/openBundles';
import type { RedactionSettings } from './redactionSettings';

/** Reads the open bundles again when names are to be hidden or shown: nothing of what stood there before stays open. */
export function reopenRedacted(bundles: OpenBundles, redaction: RedactionSettings): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration(async (event) => {
    if (!redaction.isChangedBy(event)) {
      return;
    }
    const open = bundles.all;
    open.forEach((bundle) => {
      bundles.close(bundle);
    });
    for (const { source } of open) {
      await vscode.commands.executeCommand('autopilotTriage.openResource', source);
    }
  });
}
