import * as vscode from 'vscode';
import type { EvidenceRef } from '../../core/enrollment/document/evidence';
import type { OpenBundle } from '../bundle/openBundle';
import { evidenceNodes, openEvidenceCommand } from './evidenceNode';
import { storyTooltip } from './storyTooltip';
import { TreeNode } from './treeNode';

/** Something that is said about the row above, in one line. */
export interface Fact {
  /** Tells it from its siblings, in its id. */
  readonly name: string;
  readonly icon: vscode.ThemeIcon;
  readonly text: string;
  /** Beside the text, dimmed. */
  readonly detail?: string;
  /** More than the line holds, for the hover. */
  readonly why?: readonly string[];
  readonly evidence?: readonly EvidenceRef[];
  /** `note` where no menu needs to know it. */
  readonly context?: string;
}

/** A fact below a row of the story: its sentence, with the evidence below it. The whole of it is in the hover. */
export class FactNode extends TreeNode {
  constructor(
    private readonly bundle: OpenBundle,
    parent: TreeNode,
    private readonly fact: Fact,
  ) {
    super(`${parent.id}/${fact.name}`, parent);
  }

  override row(): vscode.TreeItem {
    const { icon, text, detail = '', context = 'note' } = this.fact;
    const [first] = this.evidence;
    const row = new vscode.TreeItem(
      text,
      first === undefined ? vscode.TreeItemCollapsibleState.None : vscode.TreeItemCollapsibleState.Collapsed,
    );
    row.description = detail;
    row.iconPath = icon;
    row.contextValue = context;
    row.accessibilityInformation = { label: detail === '' ? text : `${text}, ${detail}` };
    if (first !== undefined) {
      row.command = openEvidenceCommand(this.bundle, first);
    }
    return row;
  }

  override tooltip(): vscode.MarkdownString {
    const { text, detail = '', why = [] } = this.fact;
    return storyTooltip(
      this.bundle,
      text,
      [detail, ...why].filter((line) => line !== ''),
      this.evidence,
    );
  }

  protected override buildChildren(): readonly TreeNode[] {
    return evidenceNodes(this.bundle, this, this.evidence);
  }

  private get evidence(): readonly EvidenceRef[] {
    return this.fact.evidence ?? [];
  }
}
