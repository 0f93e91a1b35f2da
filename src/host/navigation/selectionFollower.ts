import * as vscode from 'vscode';
import type { EvidenceRef } from '../../core/enrollment/document/evidence';
import type { BundleOpener } from '../bundle/bundleOpener';
import type { OpenBundle } from '../bundle/openBundle';
import type { OpenBundles } from '../bundle/openBundles';
import { Disposable } from '../disposable';
import { bundlePlace, logScheme } from '../documents/bundleUri';
import { evidenceKey, placesOf } from './evidenceIndex';
import type { EvidenceIndexes } from './evidenceIndexes';
import type { StoryFocus, StoryPlace } from './storyFocus';

/** Typing speed, milliseconds: a cursor that is still moving is not followed. */
const restTime = 120;

/**
 * Follows the cursor through the logs of a bundle: timeline and trees show the same record. A log that is merely
 * opened or brought to the front moves nothing: its cursor stands where it stands, nobody put it there.
 */
export class SelectionFollower extends Disposable {
  private timer: NodeJS.Timeout | undefined;
  /** Where the cursor was last followed to, or found unmoved. */
  private lastPlace = '';

  constructor(
    private readonly bundles: Pick<OpenBundles, 'activate'>,
    private readonly opener: Pick<BundleOpener, 'byKey'>,
    private readonly indexes: EvidenceIndexes,
    private readonly focus: StoryFocus,
  ) {
    super();
    this.register(
      vscode.window.onDidChangeTextEditorSelection(({ textEditor, kind }) => {
        if (kind !== undefined && !focus.isPreviewing) {
          this.followSoon(textEditor, kind);
        }
      }),
    );
    this.register(
      vscode.window.onDidChangeActiveTextEditor((editor) => {
        if (editor !== undefined) {
          // A bundle that cannot be opened again has already said so in its editor.
          this.activateBundle(editor).catch(() => undefined);
        }
      }),
    );
  }

  override dispose(): void {
    clearTimeout(this.timer);
    super.dispose();
  }

  private followSoon(editor: vscode.TextEditor, kind: vscode.TextEditorSelectionChangeKind): void {
    if (editor.document.uri.scheme !== logScheme) {
      return;
    }
    clearTimeout(this.timer);
    const { current } = this.focus;
    this.timer = setTimeout(() => {
      const where = `${editor.document.uri.toString()}:${editor.selection.active.line}`;
      // A selection that was only restored, after a preview for one, is no movement.
      const hasMoved = where !== this.lastPlace || kind !== vscode.TextEditorSelectionChangeKind.Command;
      this.lastPlace = where;
      if (hasMoved && !this.focus.isPreviewing && vscode.window.visibleTextEditors.includes(editor)) {
        this.follow(editor, current).catch(() => undefined);
      }
    }, restTime);
  }

  private async activateBundle({ document }: vscode.TextEditor): Promise<void> {
    const place = document.uri.scheme === logScheme ? bundlePlace(document.uri) : null;
    const bundle = place === null ? null : await this.opener.byKey(place.key);
    if (bundle !== null) {
      this.bundles.activate(bundle);
    }
  }

  /** @param before where the story stood when the cursor moved: who has moved it since was later, and wins */
  private async follow(editor: vscode.TextEditor, before: StoryPlace | undefined): Promise<void> {
    const place = bundlePlace(editor.document.uri);
    const bundle = place === null ? null : await this.opener.byKey(place.key);
    if (place === null || bundle?.member(place.path) === undefined) {
      return;
    }
    this.bundles.activate(bundle);
    const { lines } = await bundle.text(place.path, place.part);
    const atCursor = lines.evidenceAt(place.path, editor.selection.active.line);
    if (atCursor === null || this.isAt(bundle, atCursor)) {
      return;
    }
    const index = this.indexes.of(bundle);
    const evidence = index.nearest(atCursor);
    if (evidence !== null && !this.isAt(bundle, evidence) && this.focus.current === before) {
      const itemId = this.focus.itemAmong(bundle, index.itemsAt(evidence));
      this.focus.moveTo({ bundle, evidence, itemId, origin: 'editor' });
    }
  }

  /** The jump that put the cursor here has told everybody already, and knows best what it was made for. */
  private isAt(bundle: OpenBundle, evidence: EvidenceRef): boolean {
    const { current } = this.focus;
    return (
      current?.bundle === bundle &&
      current.evidence !== null &&
      placesOf(current.evidence, bundle.copies).some((place) => evidenceKey(place) === evidenceKey(evidence))
    );
  }
}
