import * as vscode from 'vscode';
import { plainMarkdown } from '../plainMarkdown';
import { pageTitle } from './pageTitle';
import { TreeNode } from './treeNode';

/** A page to read on, outside the editor. */
export class LinkNode extends TreeNode {
  constructor(
    parent: TreeNode,
    index: number,
    private readonly link: string,
  ) {
    super(`${parent.id}/link-${index}`, parent);
  }

  override row(): vscode.TreeItem {
    const uri = vscode.Uri.parse(this.link, true);
    const row = new vscode.TreeItem(pageTitle(this.link));
    row.description = uri.authority;
    row.iconPath = new vscode.ThemeIcon('link-external');
    row.contextValue = 'link';
    row.command = { command: 'vscode.open', title: vscode.l10n.t('Open'), arguments: [uri] };
    row.accessibilityInformation = { label: vscode.l10n.t('Link: {0}', pageTitle(this.link)), role: 'link' };
    return row;
  }

  override tooltip(): vscode.MarkdownString {
    return new vscode.MarkdownString(plainMarkdown(this.link));
  }
}
