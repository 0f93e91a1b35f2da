import type * as vscode from 'vscode';

/** One row of a view. Nodes build their children once, when first asked, so that reveal finds the same objects. */
export abstract class TreeNode {
  private builtChildren: readonly TreeNode[] | undefined;

  /**
   * @param id unique in its view and the same after a reload: the view's open branches hang on it
   * @param parent `undefined` for roots
   */
  constructor(
    readonly id: string,
    readonly parent: TreeNode | undefined,
  ) {}

  get children(): readonly TreeNode[] {
    this.builtChildren ??= this.buildChildren();
    return this.builtChildren;
  }

  /** The row without its id and tooltip. */
  abstract row(): vscode.TreeItem;

  /** Built when the pointer rests on the row. */
  tooltip(): vscode.MarkdownString | undefined {
    return undefined;
  }

  protected buildChildren(): readonly TreeNode[] {
    return [];
  }
}
