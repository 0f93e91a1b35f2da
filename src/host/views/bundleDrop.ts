import * as vscode from 'vscode';
import type { BundleOpener } from '../bundle/bundleOpener';
import { sourceName } from '../bundle/bundleSource';
import { showOpeningError } from '../bundle/openingErrors';
import type { TreeNode } from './treeNode';

/** Files and folders that are dropped on a view are opened as bundles. */
export class BundleDrop implements vscode.TreeDragAndDropController<TreeNode> {
  readonly dropMimeTypes = ['text/uri-list'];
  readonly dragMimeTypes = [];

  constructor(private readonly opener: BundleOpener) {}

  async handleDrop(_target: TreeNode | undefined, data: vscode.DataTransfer): Promise<void> {
    const list = await data.get('text/uri-list')?.asString();
    // RFC 2483: one URI a line, lines with # are comments.
    const sources = (list ?? '').split(/\r?\n/).filter((line) => line !== '' && !line.startsWith('#'));
    for (const source of sources.map((line) => vscode.Uri.parse(line, true))) {
      try {
        await this.opener.open(source);
      } catch (error) {
        await showOpeningError(sourceName(source), error);
      }
    }
  }
}
