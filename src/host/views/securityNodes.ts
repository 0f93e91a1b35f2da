import * as vscode from 'vscode';
import type { Move, SecurityImpact } from '../../core/enrollment/document/securityImpact';
import { subjectName } from '../../core/enrollment/document/subjectName';
import type { OpenBundle } from '../bundle/openBundle';
import { BranchNode } from './branchNode';
import { evidenceNodes, openEvidenceCommand } from './evidenceNode';
import { type Fact, FactNode } from './factNode';
import { areaLabel, savingsLabel, securityStateLabel } from './securityLabels';
import { confidenceLabel } from './signInLabels';
import { securityIcon } from './stateIcons';
import { storyTooltip } from './storyTooltip';
import { TreeNode } from './treeNode';

/** Security as it stood at the end, and both sides of taking a setting or an app out of device setup. */
export function securityNodes(bundle: OpenBundle): readonly TreeNode[] {
  const { securityImpact, moves } = bundle.document;
  return [
    ...(securityImpact.length === 0 ? [] : [securityBranch(bundle, securityImpact)]),
    ...(moves.length === 0 ? [] : [movesBranch(bundle, moves)]),
  ];
}

function securityBranch(bundle: OpenBundle, areas: readonly SecurityImpact[]): TreeNode {
  const open = areas.filter(({ state }) => state === 'rebootPending' || state === 'notMeasuredSinceEnrollment').length;
  const unknown = areas.filter(({ state }) => state === 'unknown').length;
  const facts = [
    ...(open === 0 ? [] : [vscode.l10n.t('{0} waiting for a restart', open)]),
    ...(unknown === 0 ? [] : [vscode.l10n.t('{0} unknown', unknown)]),
  ];
  const branch = {
    label: vscode.l10n.t('Security'),
    detail: facts.join(' · '),
    icon: new vscode.ThemeIcon('shield'),
    context: 'security',
    explanation: vscode.l10n.t(
      'What the device has measured or running since the enrollment, at the end of the bundle.',
    ),
  };
  return new BranchNode(`${bundle.key}/security`, undefined, branch, (node) =>
    areas.map((area) => new FactNode(bundle, node, areaFact(area))),
  );
}

function areaFact({ area, state, why, confidence, evidence }: SecurityImpact): Fact {
  return {
    name: area,
    icon: securityIcon(state),
    text: areaLabel(area),
    detail: securityStateLabel(state),
    why: [why, ...(confidence === null ? [] : [confidenceLabel(confidence)])],
    evidence,
    context: `securityArea.${state}`,
  };
}

function movesBranch(bundle: OpenBundle, moves: readonly Move[]): TreeNode {
  const branch = {
    label: vscode.l10n.t('What moving it would save and cost'),
    detail: String(moves.length),
    icon: new vscode.ThemeIcon('law'),
    context: 'moves',
    explanation: vscode.l10n.t(
      'Both sides of taking a setting or an app out of device setup: what the user would be spared, and what security would wait for.',
    ),
  };
  return new BranchNode(`${bundle.key}/moves`, undefined, branch, (node) =>
    moves.map((move, index) => new MoveNode(bundle, node, move, index)),
  );
}

/** Both sides of moving one setting or app. */
class MoveNode extends TreeNode {
  constructor(
    private readonly bundle: OpenBundle,
    parent: TreeNode,
    private readonly move: Move,
    index: number,
  ) {
    super(`${parent.id}/${index}-${move.subject}`, parent);
  }

  override row(): vscode.TreeItem {
    const label = subjectName(this.bundle.document, this.move.subject);
    const row = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Collapsed);
    row.description = this.verdict();
    row.iconPath = new vscode.ThemeIcon(this.move.kind === 'app' ? 'package' : 'settings');
    row.contextValue = `move.${this.move.now}`;
    row.command = openEvidenceCommand(this.bundle, this.move.evidence[0]);
    row.accessibilityInformation = { label: `${label}, ${this.verdict()}` };
    return row;
  }

  override tooltip(): vscode.MarkdownString {
    const { subject, why, scopeNote, evidence } = this.move;
    return storyTooltip(this.bundle, subject, [this.verdict(), why, scopeNote], evidence);
  }

  protected override buildChildren(): readonly TreeNode[] {
    return [
      ...this.facts().map((fact) => new FactNode(this.bundle, this, fact)),
      ...evidenceNodes(this.bundle, this, this.move.evidence),
    ];
  }

  private verdict(): string {
    return this.move.now === 'restarts'
      ? vscode.l10n.t('would save {0}', savingsLabel(this.move.saves))
      : vscode.l10n.t('nothing to save: its price is paid already');
  }

  private facts(): readonly Fact[] {
    const { why, saves, price, scopeNote } = this.move;
    return [
      { name: 'why', icon: new vscode.ThemeIcon('info'), text: why },
      ...saves.onlyTogetherWith.map((subject, index) => ({
        name: `together-${index}`,
        icon: new vscode.ThemeIcon('link'),
        text: subjectName(this.bundle.document, subject),
        detail: vscode.l10n.t('has to move with it'),
        context: 'moveTogether',
      })),
      ...price.map((part, index) => ({
        name: `price-${index}-${part.area}`,
        icon: new vscode.ThemeIcon('shield'),
        text: vscode.l10n.t('Price: {0}', areaLabel(part.area)),
        detail: part.why,
        context: 'movePrice',
      })),
      { name: 'scope', icon: new vscode.ThemeIcon('organization'), text: scopeNote },
    ].filter(({ text }) => text !== '');
  }
}
