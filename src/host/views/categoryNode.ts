import * as vscode from 'vscode';
import type { MemberInfo } from '../../protocol/bundleService';
import type { OpenBundle } from '../bundle/openBundle';
import { FileNode } from './fileNode';
import type { MemberCategory } from './memberCategory';
import { categoryLabel } from './memberLabels';
import { TreeNode } from './treeNode';

/** Members that are about one thing. */
export class CategoryNode extends TreeNode {
  constructor(
    private readonly bundle: OpenBundle,
    parent: TreeNode,
    private readonly category: MemberCategory,
    private readonly members: readonly MemberInfo[],
  ) {
    super(`${bundle.key}//category-${category}`, parent);
  }

  override row(): vscode.TreeItem {
    const label = categoryLabel(this.category);
    const count = String(this.members.length);
    const row = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Collapsed);
    row.description = count;
    row.iconPath = categoryIcon(this.category);
    row.contextValue = 'category';
    row.accessibilityInformation = { label: `${label}: ${count}` };
    return row;
  }

  protected override buildChildren(): readonly TreeNode[] {
    return this.members.map((member) => {
      const folder = member.path.split('/').at(-2) ?? null;
      return new FileNode(this.bundle, this, member, folder);
    });
  }
}

function categoryIcon(category: MemberCategory): vscode.ThemeIcon {
  switch (category) {
    case 'eventLogs':
      return new vscode.ThemeIcon('list-flat');
    case 'agentLogs':
      return new vscode.ThemeIcon('cloud-download');
    case 'setupLogs':
      return new vscode.ThemeIcon('tools');
    case 'registry':
      return new vscode.ThemeIcon('database');
    case 'reports':
      return new vscode.ThemeIcon('checklist');
    case 'deviceFacts':
      return new vscode.ThemeIcon('device-desktop');
    case 'traces':
      return new vscode.ThemeIcon('pulse');
    case 'other':
      return new vscode.ThemeIcon('files');
  }
}
