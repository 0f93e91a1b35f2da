import * as vscode from 'vscode';
import type { EvidenceRef } from '../../core/enrollment/triageDocument';
import type { OpenBundle } from '../bundle/openBundle';
import { Disposable } from '../disposable';
import { logUri } from '../documents/bundleUri';
import { columnForLogs } from './logColumn';

export interface ShowOptions {
  /** The keyboard stays where it is. */
  readonly preserveFocus?: boolean;
  /** A tab that the next one replaces; the default. */
  readonly preview?: boolean;
}

/** How long the record stays marked after a jump, milliseconds: long enough for the eye to land. */
const markDuration = 1800;

/** VS Code keeps larger texts from extensions; an editor can still show them. Bytes of UTF-8. */
const largestDocument = 50 * 1024 * 1024;

/** Opens what a claim rests on: the log as text, at the record or line, marked for a moment. */
export class EvidenceNavigator extends Disposable {
  private readonly mark = this.register(
    vscode.window.createTextEditorDecorationType({
      isWholeLine: true,
      backgroundColor: new vscode.ThemeColor('editor.findRangeHighlightBackground'),
      // High contrast themes have no backgrounds: there the border carries the mark.
      border: '1px solid',
      borderColor: new vscode.ThemeColor('contrastActiveBorder'),
      overviewRulerColor: new vscode.ThemeColor('editorOverviewRuler.findMatchForeground'),
      overviewRulerLane: vscode.OverviewRulerLane.Center,
    }),
  );
  private unmark: NodeJS.Timeout | undefined;

  /** Shows the evidence. Says why when it cannot; returns the editor where extensions can have it. */
  async showEvidence(
    bundle: OpenBundle,
    evidence: EvidenceRef,
    options: ShowOptions = {},
  ): Promise<vscode.TextEditor | undefined> {
    return this.show(bundle, evidence.path, evidence, options);
  }

  /** Shows a member from its beginning, or where its editor stood. */
  async showMember(bundle: OpenBundle, path: string, options: ShowOptions = {}): Promise<void> {
    await this.show(bundle, path, null, options);
  }

  override dispose(): void {
    clearTimeout(this.unmark);
    super.dispose();
  }

  private async show(
    bundle: OpenBundle,
    path: string,
    evidence: EvidenceRef | null,
    { preserveFocus = false, preview = true }: ShowOptions,
  ): Promise<vscode.TextEditor | undefined> {
    try {
      const { bytes, lines } = await bundle.text(path);
      const uri = logUri(bundle, path);
      const where = { preview, preserveFocus, viewColumn: columnForLogs() };
      if (bytes.length >= largestDocument) {
        const line = evidence === null ? undefined : lines.spanOf(evidence, Infinity)?.first;
        const selection = line === undefined ? {} : { selection: new vscode.Range(line, 0, line, 0) };
        await vscode.commands.executeCommand('vscode.open', uri, { ...where, ...selection });
        return undefined;
      }
      const document = await vscode.workspace.openTextDocument(uri);
      const editor = await vscode.window.showTextDocument(document, where);
      const span = evidence === null ? null : lines.spanOf(evidence, document.lineCount);
      if (span !== null) {
        this.reveal(editor, document, span.first, span.last);
      } else if (evidence !== null) {
        vscode.window.setStatusBarMessage(vscode.l10n.t('That record is not in the text of {0}.', path), 4000);
      }
      return editor;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      void vscode.window.showWarningMessage(vscode.l10n.t('{0} cannot be shown: {1}', path, reason));
      return undefined;
    }
  }

  private reveal(editor: vscode.TextEditor, document: vscode.TextDocument, first: number, last: number): void {
    const start = new vscode.Position(first, 0);
    const range = new vscode.Range(start, document.lineAt(last).range.end);
    editor.selection = new vscode.Selection(start, start);
    editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    editor.setDecorations(this.mark, [range]);
    clearTimeout(this.unmark);
    this.unmark = setTimeout(() => {
      for (const visible of vscode.window.visibleTextEditors) {
        visible.setDecorations(this.mark, []);
      }
    }, markDuration);
  }
}
