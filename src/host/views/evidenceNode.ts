import * as vscode from 'vscode';
import type { EvidenceRef } from '../../core/enrollment/triageDocument';
import type { OpenBundle } from '../bundle/openBundle';
import { evidenceLabel } from './labels';
import { TreeNode } from './treeNode';

/** The command of a row that opens its evidence. */
export function openEvidenceCommand(bundle: OpenBundle, evidence: EvidenceRef): vscode.Command {
  return {
    command: 'autopilotTriage.openEvidence',
    title: vscode.l10n.t('Open Evidence'),
    arguments: [bundle.key, evidence],
  };
}

/** Rows for `evidence`, below `parent`. */
export function evidenceNodes(
  bundle: OpenBundle,
  parent: TreeNode,
  evidence: readonly EvidenceRef[],
): readonly EvidenceNode[] {
  return evidence.map((reference, index) => new EvidenceNode(bundle, parent, index, reference));
}

/** A record or line that proves what its parent says. */
export class EvidenceNode extends TreeNode {
  constructor(
    private readonly bundle: OpenBundle,
    parent: TreeNode,
    index: number,
    private readonly evidence: EvidenceRef,
  ) {
    super(`${parent.id}/evidence-${index}`, parent);
  }

  override row(): vscode.TreeItem {
    const label = evidenceLabel(this.evidence);
    const row = new vscode.TreeItem(label);
    const note = this.evidence.note;
    if (note !== undefined) {
      row.description = note;
    }
    row.iconPath = new vscode.ThemeIcon('output');
    row.contextValue = 'evidence';
    row.command = openEvidenceCommand(this.bundle, this.evidence);
    row.accessibilityInformation = {
      label: vscode.l10n.t('Evidence: {0}', note === undefined ? label : `${label}, ${note}`),
    };
    return row;
  }

  override tooltip(): vscode.MarkdownString {
    return new vscode.MarkdownString().appendText(this.evidence.path);
  }
}
