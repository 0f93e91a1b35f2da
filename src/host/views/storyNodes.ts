import * as vscode from 'vscode';
import type { Reboot, RebootCause } from '../../core/enrollment/document/reboots';
import type { SignIn } from '../../core/enrollment/document/signIns';
import { shortDuration } from '../../core/words/duration';
import { shortUri } from '../../core/enrollment/storyWords';
import type { OpenBundle } from '../bundle/openBundle';
import { evidenceNodes, openEvidenceCommand } from './evidenceNode';
import {
  causesLabel,
  credentialLabel,
  expectedLabel,
  rebootDuringLabel,
  rebootLabel,
  shortExpectedLabel,
  signInLabel,
  verdictLabel,
} from './labels';
import { rebootIcon, signInIcon, verdictIcon } from './stateIcons';
import { rePromptsOf, storySteps } from './storyOrder';
import { storyTooltip } from './storyTooltip';
import { displayedTime, rowTime } from './timeSetting';
import { TreeNode } from './treeNode';

/** Rows of the view "Reboots & Sign-ins". */
export function storyRoots(bundle: OpenBundle): readonly TreeNode[] {
  return storySteps(bundle.document).map((step) =>
    step.kind === 'reboot'
      ? new RebootNode(bundle, undefined, step.reboot)
      : new SignInNode(bundle, undefined, step.signIn),
  );
}

/** A node that stands for an item of the triage document. */
export abstract class StoryItemNode extends TreeNode {
  constructor(
    protected readonly bundle: OpenBundle,
    parent: TreeNode | undefined,
    /** Id in the triage document. */
    readonly itemId: string,
    /** Differs from the id where that is not unique. */
    name = itemId,
  ) {
    super(`${parent?.id ?? bundle.key}/${name}`, parent);
  }
}

export class RebootNode extends StoryItemNode {
  constructor(
    bundle: OpenBundle,
    parent: TreeNode | undefined,
    private readonly reboot: Reboot,
  ) {
    super(bundle, parent, reboot.id);
  }

  override row(): vscode.TreeItem {
    const { causes, downtimeMs, during, evidence, expected, time } = this.reboot;
    const row = new vscode.TreeItem(
      rebootLabel(this.reboot),
      // What should not have happened is what people came for.
      expected === false ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.Collapsed,
    );
    // A narrow row shows some thirty characters: the verdict comes first.
    const facts = [
      causesLabel(causes),
      shortExpectedLabel(expected),
      rowTime(this.bundle, time),
      rebootDuringLabel(during),
      downLabel(downtimeMs),
    ].filter((fact) => fact !== null);
    row.description = facts.join(' · ');
    row.iconPath = rebootIcon(this.reboot);
    row.contextValue = 'reboot';
    row.command = openEvidenceCommand(this.bundle, evidence[0], this.reboot.id);
    row.accessibilityInformation = { label: [rebootLabel(this.reboot), ...facts].join(', ') };
    return row;
  }

  override tooltip(): vscode.MarkdownString {
    const { causes, confidence, downtimeMs, during, expected, initiator, rawTime, time } = this.reboot;
    const facts = [
      displayedTime(this.bundle, time),
      expectedLabel(expected),
      rebootDuringLabel(during),
      downLabel(downtimeMs),
      ...inOrderOfVerdict(causes).map(({ uri, verdict, why }) => `${verdictLabel(verdict)}: ${shortUri(uri)} (${why})`),
      initiator === null ? null : vscode.l10n.t('initiated by {0}', initiator.process),
      rawTime === time ? null : vscode.l10n.t('the log says {0}', rawTime),
      vscode.l10n.t('confidence: {0}', confidence),
    ].filter((fact) => fact !== null);
    return storyTooltip(this.bundle, rebootLabel(this.reboot), facts, this.reboot.evidence);
  }

  protected override buildChildren(): readonly TreeNode[] {
    const refuted = this.reboot.causes.filter((cause) => cause.verdict === 'refuted');
    return [
      ...inOrderOfVerdict(this.reboot.causes)
        .filter((cause) => cause.verdict !== 'refuted')
        .map((cause) => new CauseNode(this.bundle, this, cause)),
      ...rePromptsOf(this.bundle.document, this.reboot.id).map((signIn) => new SignInNode(this.bundle, this, signIn)),
      ...(refuted.length === 0 ? [] : [new RefutedCausesNode(this.bundle, this, refuted)]),
      ...evidenceNodes(this.bundle, this, this.reboot.evidence),
    ];
  }
}

function downLabel(downtimeMs: number | null): string | null {
  return downtimeMs === null ? null : vscode.l10n.t('{0} down', shortDuration(downtimeMs));
}

function inOrderOfVerdict(causes: readonly RebootCause[]): readonly RebootCause[] {
  return (['confirmed', 'likely', 'possible', 'refuted'] as const).flatMap((verdict) =>
    causes.filter((cause) => cause.verdict === verdict),
  );
}

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
    const facts = [...this.facts(displayedTime), vscode.l10n.t('confidence: {0}', this.signIn.confidence)];
    return storyTooltip(this.bundle, signInLabel(this.signIn), facts, this.signIn.evidence);
  }

  protected override buildChildren(): readonly TreeNode[] {
    return evidenceNodes(this.bundle, this, this.signIn.evidence);
  }

  private facts(timeOf: typeof rowTime): string[] {
    const { time, waitMs, credential, user } = this.signIn;
    const credentialText = credentialLabel(credential);
    return [
      timeOf(this.bundle, time),
      ...(waitMs === null ? [] : [vscode.l10n.t('waited {0}', shortDuration(waitMs))]),
      ...(credentialText === null ? [] : [credentialText]),
      ...(user.name === null ? [] : [user.name]),
    ];
  }
}

/** A setting that was flagged around a reboot, and what speaks for or against it. */
class CauseNode extends TreeNode {
  constructor(
    private readonly bundle: OpenBundle,
    parent: TreeNode,
    private readonly cause: RebootCause,
  ) {
    super(`${parent.id}/${cause.uri}`, parent);
  }

  override row(): vscode.TreeItem {
    const { uri, verdict } = this.cause;
    const row = new vscode.TreeItem(shortUri(uri), vscode.TreeItemCollapsibleState.Collapsed);
    row.description = verdictLabel(verdict);
    row.iconPath = verdictIcon(verdict);
    row.contextValue = `cause.${verdict}`;
    row.command = openEvidenceCommand(this.bundle, this.cause.evidence[0]);
    row.accessibilityInformation = { label: `${verdictLabel(verdict)}: ${uri}` };
    return row;
  }

  override tooltip(): vscode.MarkdownString {
    const { uri, why, flaggedAt, evidence } = this.cause;
    const flagged = vscode.l10n.t('flagged at {0}', displayedTime(this.bundle, flaggedAt));
    return storyTooltip(this.bundle, uri, [why, flagged], evidence);
  }

  protected override buildChildren(): readonly TreeNode[] {
    return evidenceNodes(this.bundle, this, this.cause.evidence);
  }
}

/** What did not cause the reboot: folded, because it is rarely what people look for. */
class RefutedCausesNode extends TreeNode {
  constructor(
    private readonly bundle: OpenBundle,
    parent: TreeNode,
    private readonly causes: readonly RebootCause[],
  ) {
    super(`${parent.id}/refuted`, parent);
  }

  override row(): vscode.TreeItem {
    const row = new vscode.TreeItem(vscode.l10n.t('Refuted causes'), vscode.TreeItemCollapsibleState.Collapsed);
    row.description = String(this.causes.length);
    row.iconPath = verdictIcon('refuted');
    row.contextValue = 'refutedCauses';
    row.accessibilityInformation = { label: vscode.l10n.t('Refuted causes: {0}', this.causes.length) };
    return row;
  }

  protected override buildChildren(): readonly TreeNode[] {
    return this.causes.map((cause) => new CauseNode(this.bundle, this, cause));
  }
}
