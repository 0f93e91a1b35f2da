import * as vscode from 'vscode';
import type { EvidenceRef } from '../../core/enrollment/document/evidence';
import type { MemberText, OpenBundle } from '../bundle/openBundle';
import { Disposable } from '../disposable';
import { bundlePlace, logScheme, logUri } from '../documents/bundleUri';
import { placesOf } from './evidenceIndex';
import { columnForLogs } from './logColumn';

export interface ShowOptions {
  /** The keyboard stays where it is. */
  readonly preserveFocus?: boolean;
  /** A tab that the next one replaces; the default. */
  readonly preview?: boolean;
}

/** How long the record stays marked after a jump, milliseconds: long enough for the eye to land. */
const markDuration = 1800;

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

  /** Shows the evidence and returns its editor. Says why when it cannot. */
  async showEvidence(
    bundle: OpenBundle,
    evidence: EvidenceRef,
    options: ShowOptions = {},
  ): Promise<vscode.TextEditor | undefined> {
    return this.show(bundle, evidence.path, () => bundle.textOf(evidence), evidence, options);
  }

  /** Shows a member, or a part of it, from its beginning, or where its editor stood. */
  async showMember(bundle: OpenBundle, path: string, options: ShowOptions = {}, part = 1): Promise<void> {
    await this.show(bundle, path, () => bundle.text(path, part), null, options);
  }

  /**
   * Moves the editors that show the log of `evidence` already to it. Nothing is opened, the keyboard stays where it
   * is, and so does a cursor that is on the record.
   */
  async showWhereVisible(bundle: OpenBundle, evidence: EvidenceRef): Promise<void> {
    const paths = new Set(placesOf(evidence, bundle.copies).map(({ path }) => path));
    for (const editor of vscode.window.visibleTextEditors) {
      const { document, selection } = editor;
      const place = document.uri.scheme === logScheme ? bundlePlace(document.uri) : null;
      if (place?.key !== bundle.key || !paths.has(place.path)) {
        continue;
      }
      const { lines } = await bundle.text(place.path, place.part);
      const span = lines.spanOf({ ...evidence, path: place.path }, document.lineCount);
      if (span !== null && (selection.active.line < span.first || selection.active.line > span.last)) {
        this.reveal(editor, document, span.first, span.last);
      }
    }
  }

  override dispose(): void {
    clearTimeout(this.unmark);
    super.dispose();
  }

  private async show(
    bundle: OpenBundle,
    path: string,
    read: () => Promise<MemberText>,
    evidence: EvidenceRef | null,
    { preserveFocus = false, preview = true }: ShowOptions,
  ): Promise<vscode.TextEditor | undefined> {
    try {
      const { lines, part } = await read();
      const document = await vscode.workspace.openTextDocument(logUri(bundle, path, part));
      const where = { preview, preserveFocus, viewColumn: await columnForLogs() };
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
    editor.selection = new vscode.Selection(start, start);
    // To the beginning of the last line: the end of a long one would scroll the header out to the left.
    const visible = new vscode.Range(start, new vscode.Position(last, 0));
    editor.revealRange(visible, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    editor.setDecorations(this.mark, [new vscode.Range(start, document.lineAt(last).range.end)]);
    clearTimeout(this.unmark);
    this.unmark = setTimeout(() => {
      for (const visible of vscode.window.visibleTextEditors) {
        visible.setDecorations(this.mark, []);
      }
    }, markDuration);
  }
}
