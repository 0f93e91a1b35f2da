import * as vscode from 'vscode';
import type { EvidenceRef } from '../../core/enrollment/document/evidence';
import { capitalised } from '../../core/enrollment/storyWords';
import type { OpenBundle } from '../bundle/openBundle';
import { plainMarkdown } from '../plainMarkdown';
import { BranchNode } from './branchNode';
import { distinctPlaces } from './distinctPlaces';
import { evidencePlaceLabel, shortEvidencePlace } from './labels';
import { shortLogName } from './logName';
import { TreeNode } from './treeNode';

/**
 * The command of a row that opens its evidence.
 * @param itemId the item of the story that the row stands for: it is what the person chose
 */
export function openEvidenceCommand(bundle: OpenBundle, evidence: EvidenceRef, itemId?: string): vscode.Command {
  return {
    command: 'autopilotTriage.openEvidence',
    title: vscode.l10n.t('Open Evidence'),
    arguments: itemId === undefined ? [bundle.key, evidence] : [bundle.key, evidence, itemId],
  };
}

/** So many places stand below a row as they are; more of them would push everything else out of sight. */
const unfoldedPlaces = 4;

/** Rows for `evidence`, below `parent`; a place that is named twice has one row, and many places have a branch. */
export function evidenceNodes(
  bundle: OpenBundle,
  parent: TreeNode,
  evidence: readonly EvidenceRef[],
): readonly TreeNode[] {
  const places = distinctPlaces(evidence);
  const below = (node: TreeNode) => places.map((place, index) => new EvidenceNode(bundle, node, index, place));
  const branch = {
    label: vscode.l10n.t('Evidence'),
    detail: String(places.length),
    icon: new vscode.ThemeIcon('output'),
    context: 'evidenceBranch',
  };
  return places.length <= unfoldedPlaces
    ? below(parent)
    : [new BranchNode(`${parent.id}/evidence`, parent, branch, below)];
}

/** A record or line that proves what its parent says. */
export class EvidenceNode extends TreeNode {
  constructor(
    readonly bundle: OpenBundle,
    parent: TreeNode,
    index: number,
    readonly evidence: EvidenceRef,
  ) {
    super(`${parent.id}/evidence-${index}`, parent);
  }

  override row(): vscode.TreeItem {
    const { note, path } = this.evidence;
    const label = note ?? evidencePlaceLabel(this.evidence);
    const place = note === undefined ? shortLogName(path) : shortEvidencePlace(this.evidence);
    const row = new vscode.TreeItem(capitalised(label));
    row.description = place;
    row.iconPath = new vscode.ThemeIcon('output');
    row.contextValue = 'evidence';
    row.command = openEvidenceCommand(this.bundle, this.evidence);
    row.accessibilityInformation = {
      label: vscode.l10n.t('Evidence: {0}', `${label}, ${place}`),
    };
    return row;
  }

  override tooltip(): vscode.MarkdownString {
    const place = `${evidencePlaceLabel(this.evidence)} · ${this.evidence.path}`;
    return new vscode.MarkdownString(plainMarkdown(place));
  }
}
