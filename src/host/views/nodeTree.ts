import * as vscode from 'vscode';
import { Disposable } from '../disposable';
import type { TreeNode } from './treeNode';

/** Shows {@link TreeNode}s in a view. */
export class NodeTree extends Disposable implements vscode.TreeDataProvider<TreeNode> {
  private readonly changed = this.register(new vscode.EventEmitter<undefined>());
  private roots: readonly TreeNode[] | undefined;

  readonly onDidChangeTreeData = this.changed.event;

  /** @param isOpen how a row was left, by its id; `undefined` where it opens by itself or not */
  constructor(
    private readonly buildRoots: () => readonly TreeNode[],
    private readonly isOpen: (id: string) => boolean | undefined = () => undefined,
  ) {
    super();
  }

  refresh(): void {
    this.roots = undefined;
    this.changed.fire(undefined);
  }

  getTreeItem(node: TreeNode): vscode.TreeItem {
    const row = node.row();
    row.id = node.id;
    const isOpen = row.collapsibleState === vscode.TreeItemCollapsibleState.None ? undefined : this.isOpen(node.id);
    if (isOpen !== undefined) {
      row.collapsibleState = vscode.TreeItemCollapsibleState[isOpen ? 'Expanded' : 'Collapsed'];
    }
    return row;
  }

  getChildren(node?: TreeNode): TreeNode[] {
    return [...(node?.children ?? this.rootNodes())];
  }

  getParent(node: TreeNode): TreeNode | undefined {
    return node.parent;
  }

  resolveTreeItem(item: vscode.TreeItem, node: TreeNode): vscode.TreeItem {
    const tooltip = node.tooltip();
    if (tooltip !== undefined) {
      item.tooltip = tooltip;
    }
    return item;
  }

  /** The first node that `matches`, in the order of the view. */
  find(matches: (node: TreeNode) => boolean): TreeNode | undefined {
    const waiting = [...this.rootNodes()].reverse();
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
      if (matches(node)) {
        return node;
      }
      waiting.push(...[...node.children].reverse());
    }
    return undefined;
  }

  private rootNodes(): readonly TreeNode[] {
    this.roots ??= this.buildRoots();
    return this.roots;
  }
}
