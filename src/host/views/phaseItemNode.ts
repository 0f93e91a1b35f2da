import * as vscode from 'vscode';
import type { PhaseItem } from '../../core/enrollment/document/phases';
import type { OpenBundle } from '../bundle/openBundle';
import { contradictionNodes } from './contradictionNodes';
import { evidenceNodes, openEvidenceCommand } from './evidenceNode';
import { phaseStateLabel, untoldState } from './labels';
import { itemKindLabel, restartNeedLabel } from './phaseLabels';
import { phaseStateIcon } from './stateIcons';
import { storyTooltip } from './storyTooltip';
import { TreeNode } from './treeNode';

/** An app, policy, certificate or network profile that a subcategory waited for. */
export class PhaseItemNode extends TreeNode {
  constructor(
    private readonly bundle: OpenBundle,
    parent: TreeNode,
    index: number,
    private readonly item: PhaseItem,
  ) {
    // Windows may track one id twice; the index keeps the rows apart.
    super(`${parent.id}/item-${index}-${item.id}`, parent);
  }

  override row(): vscode.TreeItem {
    const { state, kind, evidence } = this.item;
    const row = new vscode.TreeItem(this.name, vscode.TreeItemCollapsibleState.Collapsed);
    row.description = this.facts(untoldState(state)).join(' · ');
    row.iconPath = phaseStateIcon(state);
    row.contextValue = `phaseItem.${kind}`;
    row.command = openEvidenceCommand(this.bundle, evidence[0]);
    row.accessibilityInformation = { label: [this.name, ...this.facts()].join(', ') };
    return row;
  }

  override tooltip(): vscode.MarkdownString {
    const { id, evidence } = this.item;
    return storyTooltip(this.bundle, this.name, [...this.facts(), id], evidence);
  }

  protected override buildChildren(): readonly TreeNode[] {
    const { id, evidence } = this.item;
    return [...contradictionNodes(this.bundle, this, id, evidence), ...evidenceNodes(this.bundle, this, evidence)];
  }

  private get name(): string {
    return this.item.name ?? this.item.id;
  }

  private facts(state: readonly string[] = [phaseStateLabel(this.item.state)]): readonly string[] {
    const restart = restartNeedLabel(this.item.restartNeed);
    return [...state, ...(restart === null ? [] : [restart]), itemKindLabel(this.item)];
  }
}
