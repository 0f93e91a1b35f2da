import * as vscode from 'vscode';
import { Disposable } from '../disposable';
import { NodeTree } from './nodeTree';
import { TreeExpansion } from './treeExpansion';
import type { TreeNode } from './treeNode';

/** How long after a row was brought into view its selection may be reported, milliseconds. */
const reportDelay = 500;

/** A tree in its view; which of its rows are open survives a reload of the window. */
export class NodeView extends Disposable {
  /** Rows whose selection is nobody's choice. */
  private readonly revealed = new Set<TreeNode>();
  private readonly chosen = this.register(new vscode.EventEmitter<TreeNode>());
  /** A person has selected a row. */
  readonly onDidChoose = this.chosen.event;

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
    this.register(
      this.view.onDidChangeSelection(({ selection: [node] }) => {
        if (node !== undefined && !this.revealed.has(node)) {
          this.chosen.fire(node);
        }
      }),
    );
  }

  /** Brings a row into view and selects it; unlike a choice, that is not told to anybody. */
  async reveal(node: TreeNode, options: { readonly focus: boolean; readonly expand?: boolean }): Promise<void> {
    this.revealed.add(node);
    try {
      await this.view.reveal(node, { select: true, ...options });
    } finally {
      setTimeout(() => this.revealed.delete(node), reportDelay);
    }
  }
}
