import * as vscode from 'vscode';
import type { CauseVerdict, OtherCause, Reboot, RebootCause } from '../../core/enrollment/document/reboots';
import { shortUri } from '../../core/enrollment/storyWords';
import type { OpenBundle } from '../bundle/openBundle';
import { BranchNode } from './branchNode';
import { flagCountLabel, otherCauseName } from './causeLabels';
import { evidenceNodes, openEvidenceCommand } from './evidenceNode';
import { FactNode } from './factNode';
import { verdictLabel } from './labels';
import { verdictIcon } from './stateIcons';
import { storyTooltip } from './storyTooltip';
import { displayedTime, rowTime } from './timeSetting';

import { TreeNode } from './treeNode';

/** Rows for what is behind a reboot, the surest first; one row says it where nothing is. */
export function causeNodes(bundle: OpenBundle, parent: TreeNode, reboot: Reboot): readonly TreeNode[] {
  const nodes = [
    ...byVerdict(reboot.causes).map((cause) => new CauseNode(bundle, parent, cause)),
    ...byVerdict(reboot.otherCauses).map((cause, index) => new OtherCauseNode(bundle, parent, cause, index)),
  ].filter(({ verdict }) => verdict !== 'refuted');
  return nodes.length > 0 ? nodes : [noCauseNode(bundle, parent)];
}

/** What did not cause the reboot: folded, because it is rarely what people look for. */
export function refutedCauseNodes(bundle: OpenBundle, parent: TreeNode, reboot: Reboot): readonly TreeNode[] {
  const causes = reboot.causes.filter(({ verdict }) => verdict === 'refuted');
  const others = reboot.otherCauses.filter(({ verdict }) => verdict === 'refuted');
  const count = causes.length + others.length;
  const branch = {
    label: vscode.l10n.t('Refuted causes'),
    detail: String(count),
    icon: verdictIcon('refuted'),
    context: 'refutedCauses',
    explanation: vscode.l10n.t('These look like causes of this reboot. The logs show that they are not.'),
  };
  return count === 0
    ? []
    : [
        new BranchNode(`${parent.id}/refuted`, parent, branch, (node) => [
          ...causes.map((cause) => new CauseNode(bundle, node, cause)),
          ...others.map((cause, index) => new OtherCauseNode(bundle, node, cause, index)),
        ]),
      ];
}

/** Confirmed before likely before possible before refuted; among equals as the document has them. */
export function byVerdict<Cause extends { readonly verdict: CauseVerdict }>(
  causes: readonly Cause[],
): readonly Cause[] {
  return (['confirmed', 'likely', 'possible', 'refuted'] as const).flatMap((verdict) =>
    causes.filter((cause) => cause.verdict === verdict),
  );
}

function noCauseNode(bundle: OpenBundle, parent: TreeNode): TreeNode {
  return new FactNode(bundle, parent, {
    name: 'no-cause',
    icon: verdictIcon('possible'),
    text: vscode.l10n.t('Cause not known from this bundle'),
    context: 'cause.unknown',
  });
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

  get verdict(): CauseVerdict {
    return this.cause.verdict;
  }

  override row(): vscode.TreeItem {
    const { uri, verdict } = this.cause;
    const facts = [verdictLabel(verdict), ...this.flagFacts(rowTime)];
    const row = new vscode.TreeItem(shortUri(uri), vscode.TreeItemCollapsibleState.Collapsed);
    row.description = facts.join(' · ');
    row.iconPath = verdictIcon(verdict);
    row.contextValue = `cause.${verdict}`;
    row.command = openEvidenceCommand(this.bundle, this.cause.evidence[0]);
    row.accessibilityInformation = { label: [verdictLabel(verdict), uri, ...this.flagFacts(rowTime)].join(', ') };
    return row;
  }

  override tooltip(): vscode.MarkdownString {
    const { uri, verdict, why, evidence } = this.cause;
    return storyTooltip(this.bundle, uri, [verdictLabel(verdict), why, ...this.flagFacts(displayedTime)], evidence);
  }

  protected override buildChildren(): readonly TreeNode[] {
    return evidenceNodes(this.bundle, this, this.cause.evidence);
  }

  /** When it asked, and how often. */
  private flagFacts(timeOf: typeof rowTime): readonly string[] {
    const { flaggedAt, lastFlaggedAt } = this.cause;
    const first = vscode.l10n.t('flagged at {0}', timeOf(this.bundle, flaggedAt));
    const count = flagCountLabel(this.cause);
    return count === null ? [first] : [first, count, vscode.l10n.t('last at {0}', timeOf(this.bundle, lastFlaggedAt))];
  }
}

/** An app, an update, a person or something else that restarted the device, may have, or looks like it. */
class OtherCauseNode extends TreeNode {
  constructor(
    private readonly bundle: OpenBundle,
    parent: TreeNode,
    private readonly cause: OtherCause,
    index: number,
  ) {
    // Two apps may have no name.
    super(`${parent.id}/${cause.kind}-${index}`, parent);
  }

  get verdict(): CauseVerdict {
    return this.cause.verdict;
  }

  override row(): vscode.TreeItem {
    const { verdict, evidence } = this.cause;
    const label = otherCauseName(this.cause);
    const row = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Collapsed);
    row.description = verdictLabel(verdict);
    row.iconPath = verdictIcon(verdict);
    row.contextValue = `otherCause.${verdict}`;
    row.command = openEvidenceCommand(this.bundle, evidence[0]);
    row.accessibilityInformation = { label: `${verdictLabel(verdict)}, ${label}` };
    return row;
  }

  override tooltip(): vscode.MarkdownString {
    const { verdict, why, evidence } = this.cause;
    return storyTooltip(this.bundle, otherCauseName(this.cause), [verdictLabel(verdict), why], evidence);
  }

  protected override buildChildren(): readonly TreeNode[] {
    return evidenceNodes(this.bundle, this, this.cause.evidence);
  }
}
