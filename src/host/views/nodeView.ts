import * as vscode from 'vscode';
import { Disposable } from '../disposable';
import { NodeTree } from './nodeTree';
import { TreeExpansion } from './treeExpansion';
import type { TreeNode } from './treeNode';

/** A tree in its view; which of its rows are open survives a reload of the window. */
export class NodeView extends Disposable {
  readonly tree: NodeTree;
  readonly view: vscode.TreeView<TreeNode>;

  constructor(
    id: string,
    roots: () => readonly TreeNode[],
    storage: vscode.Memento,
    dragAndDropController?: vscode.TreeDragAndDropController<TreeNode>,
  ) {
    super();
    const expansion = new TreeExpansion(storage, id);
    this.tree = this.register(new NodeTree(roots, (row) => expansion.isOpen(row)));
    this.view = this.register(
      vscode.window.createTreeView<TreeNode>(id, {
        treeDataProvider: this.tree,
        showCollapseAll: true,
        ...(dragAndDropController && { dragAndDropController }),
      }),
    );
    this.register(
      this.view.onDidExpandElement(({ element }) => {
        expansion.remember(element.id, true);
      }),
    );
    this.register(
      this.view.onDidCollapseElement(({ element }) => {
        expansion.remember(element.id, false);
      }),
    );
  }
}
