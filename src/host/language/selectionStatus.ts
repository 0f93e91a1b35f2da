import * as vscode from 'vscode';
import { Disposable } from '../disposable';
import type { OpenLogs } from './openLogs';

/** A selection that is still being drawn is not measured, milliseconds. */
const restTime = 120;

/** How much time lies between the ends of a selection in a log, and how many records. */
export class SelectionStatus extends Disposable {
  private readonly item = this.register(
    vscode.window.createStatusBarItem('autopilotTriage.selection', vscode.StatusBarAlignment.Right, 101),
  );
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly logs: OpenLogs) {
    super();
    this.item.name = vscode.l10n.t('Autopilot Triage Selection');
    this.register(
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
        this.measureSoon(textEditor);
      }),
    );
    this.register(
      vscode.window.onDidChangeActiveTextEditor((editor) => {
        this.measureSoon(editor);
      }),
    );
  }

  override dispose(): void {
    clearTimeout(this.timer);
    super.dispose();
  }

  private measureSoon(editor: vscode.TextEditor | undefined): void {
    clearTimeout(this.timer);
    if (editor?.document.languageId !== 'mdmlog' || editor.selection.isSingleLine) {
      this.item.hide();
      return;
    }
    this.timer = setTimeout(() => {
      this.measure(editor).catch(() => {
        this.item.hide();
      });
    }, restTime);
  }

  private async measure({ document, selection }: vscode.TextEditor): Promise<void> {
    const log = await this.logs.of(document);
    // A selection that ends before the first character of a line does not touch that line.
    const last = selection.end.character === 0 ? selection.end.line - 1 : selection.end.line;
    const span = log?.text.span(selection.start.line, last) ?? null;
    if (log === null || span === null) {
      this.item.hide();
      return;
    }
    const duration = `${span.durationMs < 0 ? '−' : ''}${log.text.elapsed(span.durationMs)}`;
    this.item.text = `$(watch) ${vscode.l10n.t('{0} · {1} records', duration, span.records)}`;
    this.item.tooltip = vscode.l10n.t('Time from the first to the last selected record');
    this.item.show();
  }
}
