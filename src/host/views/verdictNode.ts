import * as vscode from 'vscode';
import type { Verdict, VerdictKind } from '../../core/case/caseDocument';
import { caseVerdictLabel } from '../case/noteLabels';
import { TreeNode } from './treeNode';

export function caseVerdictIcon(verdict: VerdictKind): vscode.ThemeIcon {
  switch (verdict) {
    case 'agree':
      return new vscode.ThemeIcon('thumbsup');
    case 'disagree':
      return new vscode.ThemeIcon('thumbsdown');
    case 'differentCause':
      return new vscode.ThemeIcon('arrow-swap');
  }
}

/** What a person thinks of the finding above. */
export class VerdictNode extends TreeNode {
  constructor(
    parent: TreeNode,
    private readonly verdict: Verdict,
  ) {
    super(`${parent.id}/verdict ${verdict.by}`, parent);
  }

  override row(): vscode.TreeItem {
    const { verdict, by, note } = this.verdict;
    const label = vscode.l10n.t('{0}: {1}', by, caseVerdictLabel(verdict));
    const row = new vscode.TreeItem(label);
    row.description = note;
    row.iconPath = caseVerdictIcon(verdict);
    row.contextValue = `verdict.${verdict}`;
    row.accessibilityInformation = { label: note === '' ? label : `${label}, ${note}` };
    return row;
  }
}
