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

  /**
   * The row without its id and tooltip. Its context value is what menus ask about (`viewItem`): a kind, and after a dot
   * the state, verdict or severity, for example `phase.failed`, `cause.confirmed`, `finding.warning`, `move.restarts`,
   * `attempt.last`; `finding.gap` is a finding that names what is missing. Leaves of proof are `evidence`.
   */
  abstract row(): vscode.TreeItem;

  /** Built when the pointer rests on the row. */
  tooltip(): vscode.MarkdownString | undefined {
    return undefined;
  }

  protected buildChildren(): readonly TreeNode[] {
    return [];
  }
}
