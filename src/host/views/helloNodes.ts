import * as vscode from 'vscode';
import type { OpenBundle } from '../bundle/openBundle';
import { evidenceNodes, openEvidenceCommand } from './evidenceNode';
import { type Fact, FactNode } from './factNode';
import { confidenceLabel, helloPatternLabel, helloStateLabel, tokenStateLabel } from './signInLabels';
import { cautionIcon, helloIcon, tokenIcon } from './stateIcons';
import { StoryItemNode } from './storyItemNode';
import { storyTooltip } from './storyTooltip';
import type { TreeNode } from './treeNode';

/** How Windows Hello ended, and the known courses of events behind it. */
export class HelloNode extends StoryItemNode {
  constructor(bundle: OpenBundle) {
    super(bundle, undefined, 'hello');
  }

  override row(): vscode.TreeItem {
    const { state, lockScreenProblem, evidence } = this.hello;
    const label = vscode.l10n.t('Windows Hello');
    const facts = [
      helloStateLabel(state),
      ...(lockScreenProblem === true ? [vscode.l10n.t('the lock screen asks for what the user does not have')] : []),
    ];
    const row = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Collapsed);
    row.description = facts.join(' · ');
    row.iconPath = helloIcon(state);
    row.contextValue = `hello.${state}`;
    row.accessibilityInformation = { label: [label, ...facts].join(', ') };
    const [first] = evidence;
    if (first !== undefined) {
      row.command = openEvidenceCommand(this.bundle, first, this.itemId);
    }
    return row;
  }

  override tooltip(): vscode.MarkdownString {
    const { state, why, confidence, evidence } = this.hello;
    const facts = [helloStateLabel(state), why, ...(confidence === null ? [] : [confidenceLabel(confidence)])];
    return storyTooltip(this.bundle, vscode.l10n.t('Windows Hello'), facts, evidence);
  }

  protected override buildChildren(): readonly TreeNode[] {
    const { why, patterns, evidence } = this.hello;
    const facts: readonly Fact[] = [
      { name: 'why', icon: new vscode.ThemeIcon('info'), text: why },
      ...patterns.map((pattern, index) => ({
        name: `pattern-${index}-${pattern.id}`,
        icon: cautionIcon(),
        text: helloPatternLabel(pattern.id),
        detail: pattern.why,
        why: [confidenceLabel(pattern.confidence)],
        evidence: pattern.evidence,
        context: 'helloPattern',
      })),
    ];
    return [
      ...facts.filter(({ text }) => text !== '').map((fact) => new FactNode(this.bundle, this, fact)),
      ...evidenceNodes(this.bundle, this, evidence),
    ];
  }

  private get hello() {
    return this.bundle.document.hello;
  }
}

/** The token of the user at the end of the bundle. */
export class TokenNode extends StoryItemNode {
  constructor(bundle: OpenBundle) {
    super(bundle, undefined, 'token');
  }

  override row(): vscode.TreeItem {
    const { state, why, evidence } = this.bundle.document.token;
    const label = vscode.l10n.t('User token');
    const row = new vscode.TreeItem(
      label,
      evidence.length === 0 ? vscode.TreeItemCollapsibleState.None : vscode.TreeItemCollapsibleState.Collapsed,
    );
    row.description = why === '' ? tokenStateLabel(state) : `${tokenStateLabel(state)} · ${why}`;
    row.iconPath = tokenIcon(state);
    row.contextValue = `token.${state}`;
    row.accessibilityInformation = { label: `${label}, ${tokenStateLabel(state)}, ${why}` };
    const [first] = evidence;
    if (first !== undefined) {
      row.command = openEvidenceCommand(this.bundle, first, this.itemId);
    }
    return row;
  }

  override tooltip(): vscode.MarkdownString {
    const { state, why, evidence } = this.bundle.document.token;
    return storyTooltip(this.bundle, vscode.l10n.t('User token'), [tokenStateLabel(state), why], evidence);
  }

  protected override buildChildren(): readonly TreeNode[] {
    return evidenceNodes(this.bundle, this, this.bundle.document.token.evidence);
  }
}
