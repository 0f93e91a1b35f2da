import * as vscode from 'vscode';
import type { BundleOpener } from '../bundle/bundleOpener';
import type { OpenBundles } from '../bundle/openBundles';
import { Disposable } from '../disposable';
import { bundlePlace, logScheme } from '../documents/bundleUri';
import type { EvidenceIndexes } from './evidenceIndexes';
import type { StoryFocus } from './storyFocus';

/** Typing speed, milliseconds: a cursor that is still moving is not followed. */
const restTime = 120;

/** Follows the cursor through the logs of a bundle: timeline and trees show the same record. */
export class SelectionFollower extends Disposable {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly bundles: OpenBundles,
    private readonly opener: BundleOpener,
    private readonly indexes: EvidenceIndexes,
    private readonly focus: StoryFocus,
  ) {
    super();
    this.register(
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
        this.followSoon(textEditor);
      }),
    );
    this.register(
      vscode.window.onDidChangeActiveTextEditor((editor) => {
        if (editor !== undefined) {
          this.followSoon(editor);
        }
      }),
    );
  }

  override dispose(): void {
    clearTimeout(this.timer);
    super.dispose();
  }

  private followSoon(editor: vscode.TextEditor): void {
    if (editor.document.uri.scheme !== logScheme) {
      return;
    }
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      // A bundle that cannot be opened again has already said so in its editor.
      this.follow(editor).catch(() => undefined);
    }, restTime);
  }

  private async follow(editor: vscode.TextEditor): Promise<void> {
    const place = bundlePlace(editor.document.uri);
    const bundle = place === null ? null : await this.opener.byKey(place.key);
    if (place === null || bundle?.member(place.path) === undefined) {
      return;
    }
    this.bundles.activate(bundle);
    const { lines } = await bundle.text(place.path);
    const evidence = lines.evidenceAt(place.path, editor.selection.active.line);
    if (evidence === null) {
      return;
    }
    const index = this.indexes.of(bundle);
    const items = index.itemsAt(evidence);
    const { current } = this.focus;
    // A record may prove two things: whoever jumped here for one of them stays with it.
    const stays = current?.bundle === bundle && current.itemId !== null && items.includes(current.itemId);
    this.focus.moveTo({
      bundle,
      evidence: index.nearest(evidence),
      itemId: stays ? current.itemId : (items[0] ?? null),
      origin: 'editor',
    });
  }
}
