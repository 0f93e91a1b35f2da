import * as vscode from 'vscode';
import { plainMarkdown } from '../plainMarkdown';
import { TreeNode } from './treeNode';

/** What the row of a branch shows. */
export interface Branch {
  readonly label: string;
  /** Beside the label, dimmed: often how many rows are inside. */
  readonly detail: string;
  readonly icon: vscode.ThemeIcon;
  readonly context: string;
  readonly isOpen?: boolean;
  /** What the branch is about, where its label does not say it all. */
  readonly explanation?: string;
}

/** Gathers rows that belong together, folded unless they are what people came for. */
export class BranchNode extends TreeNode {
  /** @param id of the node; the caller knows what makes it unique in its view */
  constructor(
    id: string,
    parent: TreeNode | undefined,
    private readonly branch: Branch,
    private readonly build: (branch: TreeNode) => readonly TreeNode[],
  ) {
    super(id, parent);
  }

  override row(): vscode.TreeItem {
    const { label, detail, icon, context, isOpen } = this.branch;
    const row = new vscode.TreeItem(
      label,
      isOpen === true ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.Collapsed,
    );
    row.description = detail;
    row.iconPath = icon;
    row.contextValue = context;
    row.accessibilityInformation = { label: detail === '' ? label : `${label}: ${detail}` };
    return row;
  }

  override tooltip(): vscode.MarkdownString | undefined {
    const { explanation } = this.branch;
    return explanation === undefined ? undefined : new vscode.MarkdownString(plainMarkdown(explanation));
  }

  protected override buildChildren(): readonly TreeNode[] {
    return this.build(this);
  }
}
