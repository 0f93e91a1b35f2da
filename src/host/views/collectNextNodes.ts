import * as vscode from 'vscode';
import type { CollectNext } from '../../core/enrollment/document/collectNext';
import type { OpenBundle } from '../bundle/openBundle';
import { plainMarkdown } from '../plainMarkdown';
import { BranchNode } from './branchNode';
import { FactNode } from './factNode';
import { TreeNode } from './treeNode';

/** A branch with what to ask for next; none where nothing is open. */
export function collectNextNodes(bundle: OpenBundle): readonly TreeNode[] {
  const { collectNext } = bundle.document;
  const branch = {
    label: vscode.l10n.t('What to collect next'),
    detail: String(collectNext.length),
    icon: new vscode.ThemeIcon('inbox'),
    context: 'collectNextBranch',
    explanation: vscode.l10n.t(
      'Each of these would settle something that this bundle leaves open; the smallest first.',
    ),
  };
  return collectNext.length === 0
    ? []
    : [
        new BranchNode(`${bundle.key}/collect-next`, undefined, branch, (node) => [
          ...collectNext.map((source, index) => new CollectNextNode(bundle, node, source, index)),
          new HowToCollectNode(node),
        ]),
      ];
}

/** Something that is not in the bundle and would decide what is open. Its way to get it can be copied. */
export class CollectNextNode extends TreeNode {
  constructor(
    private readonly bundle: OpenBundle,
    parent: TreeNode,
    private readonly source: CollectNext,
    index: number,
  ) {
    super(`${parent.id}/${index}-${source.what}`, parent);
  }

  /** The command to run, or the way through a portal. */
  get how(): string {
    return this.source.how;
  }

  override row(): vscode.TreeItem {
    const { what, why, size } = this.source;
    const row = new vscode.TreeItem(what, vscode.TreeItemCollapsibleState.Collapsed);
    row.description = sizeLabel(size);
    row.iconPath = new vscode.ThemeIcon('cloud-download');
    row.contextValue = 'collectNext';
    row.accessibilityInformation = { label: `${what}, ${sizeLabel(size)}, ${why}` };
    return row;
  }

  override tooltip(): vscode.MarkdownString {
    const { what, why, how } = this.source;
    return new vscode.MarkdownString(`**${plainMarkdown(what)}**\n\n${plainMarkdown(why)}\n\n`).appendCodeblock(
      how,
      'bat',
    );
  }

  protected override buildChildren(): readonly TreeNode[] {
    const { why, how } = this.source;
    return [
      new FactNode(this.bundle, this, { name: 'why', icon: new vscode.ThemeIcon('info'), text: why }),
      new FactNode(this.bundle, this, { name: 'how', icon: new vscode.ThemeIcon('terminal'), text: how }),
    ];
  }
}

/** A row that leads to the page about collecting. */
export class HowToCollectNode extends TreeNode {
  constructor(parent: TreeNode) {
    super(`${parent.id}/how-to-collect`, parent);
  }

  override row(): vscode.TreeItem {
    const label = vscode.l10n.t('How to collect a bundle');
    const row = new vscode.TreeItem(label);
    row.iconPath = new vscode.ThemeIcon('book');
    row.contextValue = 'howToCollect';
    row.command = { command: 'autopilotTriage.howToCollect', title: label };
    row.accessibilityInformation = { label };
    return row;
  }
}

function sizeLabel(size: CollectNext['size']): string {
  switch (size) {
    case 'small':
      return vscode.l10n.t('small');
    case 'medium':
      return vscode.l10n.t('medium');
    case 'large':
      return vscode.l10n.t('large');
  }
}
