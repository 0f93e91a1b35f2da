import * as vscode from 'vscode';
import type { PassAtRePrompt, SignIn, SignInProblem } from '../../core/enrollment/document/signIns';
import { shortDuration } from '../../core/words/duration';
import type { OpenBundle } from '../bundle/openBundle';
import { evidenceNodes, openEvidenceCommand } from './evidenceNode';
import { type Fact, FactNode } from './factNode';
import { credentialLabel, signInLabel } from './labels';
import { confidenceLabel, problemCategoryLabel, strengthLabel, uncertaintyLabel } from './signInLabels';
import { cautionIcon, signInIcon } from './stateIcons';
import { StoryItemNode } from './storyItemNode';
import { storyTooltip } from './storyTooltip';
import { displayedTime, rowTime } from './timeSetting';
import { TreeNode } from './treeNode';

/** A sign-in: with what, after which wait, and how that is known. */
export class SignInNode extends StoryItemNode {
  constructor(
    bundle: OpenBundle,
    parent: TreeNode | undefined,
    private readonly signIn: SignIn,
  ) {
    super(bundle, parent, signIn.id);
  }

  override row(): vscode.TreeItem {
    const row = new vscode.TreeItem(signInLabel(this.signIn), vscode.TreeItemCollapsibleState.Collapsed);
    const facts = this.facts(rowTime);
    row.description = facts.join(' · ');
    row.iconPath = signInIcon(this.signIn);
    row.contextValue = this.signIn.class === 'rePrompt' ? 'rePrompt' : 'signIn';
    row.command = openEvidenceCommand(this.bundle, this.signIn.evidence[0], this.signIn.id);
    row.accessibilityInformation = { label: [signInLabel(this.signIn), ...facts].join(', ') };
    return row;
  }

  override tooltip(): vscode.MarkdownString {
    const { timeUncertaintyMs, credentialWhy, confidence, evidence } = this.signIn;
    const uncertainty = uncertaintyLabel(timeUncertaintyMs);
    const facts = [
      ...this.facts(displayedTime),
      ...(uncertainty === null ? [] : [uncertainty]),
      credentialWhy,
      confidenceLabel(confidence),
    ];
    return storyTooltip(this.bundle, signInLabel(this.signIn), facts, evidence);
  }

  protected override buildChildren(): readonly TreeNode[] {
    const { id, evidence } = this.signIn;
    const stated = this.bundle.document.temporaryAccessPass?.atRePrompts.filter(({ signIn }) => signIn === id) ?? [];
    return [
      new FactNode(this.bundle, this, this.credentialFact()),
      ...stated.map((pass) => new FactNode(this.bundle, this, passFact(pass))),
      ...evidenceNodes(this.bundle, this, evidence),
    ];
  }

  private credentialFact(): Fact {
    const { credential, credentialStrength, credentialWhy } = this.signIn;
    return {
      name: 'credential',
      icon: new vscode.ThemeIcon(credential === 'unknown' ? 'question' : 'key'),
      text: credentialWhy,
      detail: [
        credentialLabel(credential) ?? vscode.l10n.t('credential unknown'),
        ...(credentialStrength === null ? [] : [strengthLabel(credentialStrength)]),
      ].join(' · '),
      context: 'credential',
    };
  }

  private facts(timeOf: typeof rowTime): string[] {
    const { class: kind, time, waitMs, credential, user } = this.signIn;
    const credentialText = credentialLabel(credential);
    return [
      timeOf(this.bundle, time),
      ...(waitMs === null ? [] : [vscode.l10n.t('waited {0}', shortDuration(waitMs))]),
      ...(credentialText === null ? [] : [credentialText]),
      ...(credentialText === null && kind === 'rePrompt' ? [vscode.l10n.t('credential unknown')] : []),
      ...(user.name === null ? [] : [user.name]),
    ];
  }
}

/** What a person said about the pass never reads like something that was measured. */
function passFact({ why }: PassAtRePrompt): Fact {
  return {
    name: 'stated-pass',
    icon: new vscode.ThemeIcon('comment'),
    text: why,
    detail: vscode.l10n.t('stated, not measured'),
    context: 'statedPass',
  };
}

/** A sign-in or token request that was refused. */
export class SignInProblemNode extends TreeNode {
  /** @param index position in the document: a code may be told in several rows */
  constructor(
    private readonly bundle: OpenBundle,
    parent: TreeNode | undefined,
    private readonly problem: SignInProblem,
    index: number,
  ) {
    super(`${parent?.id ?? bundle.key}/problem-${index}`, parent);
  }

  override row(): vscode.TreeItem {
    const { code, evidence } = this.problem;
    const facts = this.facts(rowTime);
    const row = new vscode.TreeItem(code, vscode.TreeItemCollapsibleState.Collapsed);
    row.description = facts.join(' · ');
    row.iconPath = cautionIcon();
    row.contextValue = 'signInProblem';
    row.command = openEvidenceCommand(this.bundle, evidence[0]);
    row.accessibilityInformation = { label: [code, ...facts].join(', ') };
    return row;
  }

  override tooltip(): vscode.MarkdownString {
    const { code, evidence } = this.problem;
    return storyTooltip(this.bundle, code, this.facts(displayedTime), evidence);
  }

  protected override buildChildren(): readonly TreeNode[] {
    return evidenceNodes(this.bundle, this, this.problem.evidence);
  }

  private facts(timeOf: typeof rowTime): string[] {
    const { category, meaning, time, lastTime, count } = this.problem;
    return [
      time === null ? vscode.l10n.t('time not told') : timeOf(this.bundle, time),
      meaning,
      problemCategoryLabel(category),
      ...(count === 1 ? [] : [vscode.l10n.t('{0} times', count)]),
      ...(count === 1 || lastTime === null ? [] : [vscode.l10n.t('last at {0}', timeOf(this.bundle, lastTime))]),
    ];
  }
}
