import * as vscode from 'vscode';
import { Disposable } from '../disposable';
import type { OpenLogs } from './openLogs';

const setting = 'autopilotTriage.inlayHints';

/** Logs longer than this have no hints unless the setting asks for them. */
const automaticUpTo = 20_000;

/** Device-local time and the distance to the record before, beside the time of each record. */
export class TimeInlays extends Disposable implements vscode.InlayHintsProvider {
  private readonly changed = this.register(new vscode.EventEmitter<void>());
  readonly onDidChangeInlayHints = this.changed.event;

  constructor(private readonly logs: OpenLogs) {
    super();
    this.register(
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration(setting)) {
          this.changed.fire();
        }
      }),
    );
  }

  async provideInlayHints(document: vscode.TextDocument, range: vscode.Range): Promise<vscode.InlayHint[]> {
    const wish = vscode.workspace.getConfiguration(undefined, document).get<'auto' | 'on' | 'off'>(setting, 'auto');
    if (wish === 'off' || (wish === 'auto' && document.lineCount > automaticUpTo)) {
      return [];
    }
    const log = await this.logs.of(document);
    return (log?.text.inlays(range.start.line, range.end.line + 1) ?? []).map(({ line, column, text }) => {
      const hint = new vscode.InlayHint(new vscode.Position(line, column), text);
      hint.paddingLeft = column > 0;
      hint.paddingRight = column === 0;
      return hint;
    });
  }
}
