import * as vscode from 'vscode';
import { Disposable } from '../disposable';

const scheme = 'autopilot-placeholder';

/** Keep a group of editors open while what it shows is read again. */
export class PlaceholderDocuments extends Disposable implements vscode.TextDocumentContentProvider {
  constructor() {
    super();
    this.register(vscode.workspace.registerTextDocumentContentProvider(scheme, this));
  }

  provideTextDocumentContent(): string {
    return vscode.l10n.t('Reading again…');
  }

  async show(viewColumn: vscode.ViewColumn): Promise<void> {
    const uri = vscode.Uri.from({ scheme, path: `/${vscode.l10n.t('Reading again…')}` });
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document, { viewColumn, preserveFocus: true, preview: false });
  }

  /** In one group. */
  async close(column: vscode.ViewColumn): Promise<void> {
    await this.closeIn(vscode.window.tabGroups.all.filter(({ viewColumn }) => viewColumn === column));
  }

  async closeAll(): Promise<void> {
    await this.closeIn(vscode.window.tabGroups.all);
  }

  private async closeIn(groups: readonly vscode.TabGroup[]): Promise<void> {
    const tabs = groups
      .flatMap((group) => group.tabs)
      .filter(({ input }) => input instanceof vscode.TabInputText && input.uri.scheme === scheme);
    if (tabs.length > 0) {
      await vscode.window.tabGroups.close(tabs, true);
    }
  }
}
