import * as vscode from 'vscode';
import { Disposable } from '../disposable';
import type { RedactionSettings } from './redactionSettings';

/** Says in the status bar that names are hidden, as long as they are; a click shows them again. */
export class NamesHiddenStatus extends Disposable {
  private readonly item = this.register(
    vscode.window.createStatusBarItem('autopilotTriage.namesHidden', vscode.StatusBarAlignment.Left, 9),
  );

  constructor(private readonly redaction: Pick<RedactionSettings, 'isOnScreen'>) {
    super();
    const { item } = this;
    item.name = vscode.l10n.t('Autopilot Triage: Names Hidden');
    item.text = `$(eye-closed) ${vscode.l10n.t('Names hidden')}`;
    item.tooltip = vscode.l10n.t(
      'Logs, views and whatever is copied or saved from them have pseudonyms in place of names. Click to show names.',
    );
    item.accessibilityInformation = { label: vscode.l10n.t('Names are hidden. Show names'), role: 'button' };
    item.command = 'autopilotTriage.toggleRedaction';
    this.register(
      vscode.workspace.onDidChangeConfiguration(() => {
        this.update();
      }),
    );
    this.update();
  }

  private update(): void {
    if (this.redaction.isOnScreen) {
      this.item.show();
    } else {
      this.item.hide();
    }
  }
}
