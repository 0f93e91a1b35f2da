import * as vscode from 'vscode';
import type { BundleOpener } from '../bundle/bundleOpener';
import { setContextKey } from '../contextKeys';
import { Disposable } from '../disposable';
import { bundlePlace, logScheme } from '../documents/bundleUri';
import type { EvidenceNavigator } from './evidenceNavigator';

/** Steps through the parts of a log that is too long for one document, and tells the menus where that is possible. */
export class PartNavigation extends Disposable {
  constructor(
    private readonly opener: BundleOpener,
    private readonly navigator: EvidenceNavigator,
  ) {
    super();
    this.register(
      vscode.window.onDidChangeActiveTextEditor((editor) => {
        void this.announce(editor);
      }),
    );
    void this.announce(vscode.window.activeTextEditor);
  }

  async step(direction: 'next' | 'previous'): Promise<void> {
    const shown = await this.shownPart(vscode.window.activeTextEditor);
    const number = (shown?.number ?? 0) + (direction === 'next' ? 1 : -1);
    if (shown === null || number < 1 || number > shown.count) {
      vscode.window.setStatusBarMessage(vscode.l10n.t('There is no such part of this log.'), 4000);
      return;
    }
    await this.navigator.showMember(shown.bundle, shown.path, {}, number);
  }

  private async announce(editor: vscode.TextEditor | undefined): Promise<void> {
    // A bundle that cannot be opened again has already said so in its editor.
    const shown = await this.shownPart(editor).catch(() => null);
    if (editor === vscode.window.activeTextEditor) {
      setContextKey('autopilotTriage.hasPreviousPart', shown !== null && shown.number > 1);
      setContextKey('autopilotTriage.hasNextPart', shown !== null && shown.number < shown.count);
    }
  }

  private async shownPart(editor: vscode.TextEditor | undefined) {
    const place = editor?.document.uri.scheme === logScheme ? bundlePlace(editor.document.uri) : null;
    const bundle = place === null ? null : await this.opener.byKey(place.key);
    if (place === null || bundle?.member(place.path) === undefined) {
      return null;
    }
    const { part } = await bundle.text(place.path, place.part);
    return part === null ? null : { bundle, path: place.path, ...part };
  }
}
