import * as vscode from 'vscode';
import type { CauseVerdict, OtherCause, Reboot, RebootCause } from '../../core/enrollment/document/reboots';
import { capitalised, shortUri } from '../../core/enrollment/storyWords';
import { shortDuration } from '../../core/words/duration';
import type { OpenBundle } from '../bundle/openBundle';
import { costLabel, leadingCauseName, otherCauseName } from './causeLabels';
import { byVerdict, causeNodes, refutedCauseNodes } from './causeNodes';
import { evidenceNodes, openEvidenceCommand } from './evidenceNode';
import { type Fact, FactNode } from './factNode';
import { causesLabel, expectedLabel, rebootDuringLabel, rebootLabel, shortExpectedLabel, verdictLabel } from './labels';
import { confidenceLabel, uncertaintyLabel } from './signInLabels';
import { SignInNode } from './signInNodes';
import { cautionIcon, rebootIcon } from './stateIcons';
import { StoryItemNode } from './storyItemNode';
import { clearingsOf, rePromptsOf } from './storyOrder';
import { storyTooltip } from './storyTooltip';
import { displayedTime, rowTime } from './timeSetting';
import type { TreeNode } from './treeNode';

/** A reboot: its causes by verdict, the sign-ins it called for, what it cost, and what was not its cause. */
export class RebootNode extends StoryItemNode {
  constructor(
    bundle: OpenBundle,
    parent: TreeNode | undefined,
    private readonly reboot: Reboot,
  ) {
    super(bundle, parent, reboot.id);
  }

  override row(): vscode.TreeItem {
    const { causes, otherCauses, downtimeMs, during, evidence, expected, time } = this.reboot;
    const row = new vscode.TreeItem(
      rebootLabel(this.reboot),
      // What should not have happened is what people came for.
      expected === false ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.Collapsed,
    );
    // A narrow row shows some thirty characters: what tells it from its neighbours comes first.
    const facts = [
      rowTime(this.bundle, time),
      causesLabel(causes),
      shortExpectedLabel(expected),
      leadingCauseName(otherCauses),
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
    const { causes, otherCauses, cost, during, expected, initiator, mayBeAgentAlone, rawTime, time } = this.reboot;
    const facts = [
      displayedTime(this.bundle, time),
      uncertaintyLabel(this.reboot.timeUncertaintyMs),
      mayBeAgentAlone === true
        ? vscode.l10n.t('only Intune’s agent is seen to start anew: it may have done so alone')
        : null,
      expectedLabel(expected),
      rebootDuringLabel(during),
      downLabel(this.reboot.downtimeMs),
      ...byVerdict(gatherCauses(causes, otherCauses)).map(gatheredText),
      costLabel(cost),
      initiator === null ? null : vscode.l10n.t('initiated by {0}', initiator.process),
      rawTime === time ? null : vscode.l10n.t('the log says {0}', rawTime),
      confidenceLabel(this.reboot.confidence),
    ].filter((fact) => fact !== null);
    return storyTooltip(this.bundle, rebootLabel(this.reboot), facts, this.reboot.evidence);
  }

  protected override buildChildren(): readonly TreeNode[] {
    const { bundle, reboot } = this;
    return [
      ...causeNodes(bundle, this, reboot),
      ...rePromptsOf(bundle.document, reboot.id).map((signIn) => new SignInNode(bundle, this, signIn)),
      ...this.consequences().map((fact) => new FactNode(bundle, this, fact)),
      ...refutedCauseNodes(bundle, this, reboot),
      ...evidenceNodes(bundle, this, reboot.evidence),
    ];
  }

  /** What it cost, and what became of the automatic sign-in and the token; of the last two only what is known. */
  private consequences(): readonly Fact[] {
    const { cost, autoLogonCleared, tokenLost } = this.reboot;
    const clearings = clearingsOf(this.bundle.document, this.reboot.id).flatMap(({ evidence }) => evidence);
    return [
      { name: 'cost', icon: new vscode.ThemeIcon('watch'), text: capitalised(costLabel(cost)), context: 'cost' },
      ...(autoLogonCleared === null
        ? []
        : [
            {
              name: 'auto-logon',
              icon: autoLogonCleared ? cautionIcon() : new vscode.ThemeIcon('pass'),
              text: autoLogonCleared
                ? vscode.l10n.t('The automatic sign-in was erased')
                : vscode.l10n.t('The automatic sign-in was kept'),
              evidence: clearings,
              context: 'autoLogon',
            },
          ]),
      ...(tokenLost === null
        ? []
        : [
            {
              name: 'token',
              icon: tokenLost ? cautionIcon() : new vscode.ThemeIcon('pass'),
              text: tokenLost ? vscode.l10n.t('The user’s token was gone') : vscode.l10n.t('The user kept the token'),
              context: 'rebootToken',
            },
          ]),
    ];
  }
}

/** Causes with one verdict for one reason are told together: `refuted cause (4): …`. */
interface GatheredCauses {
  readonly verdict: CauseVerdict;
  readonly why: string;
  readonly names: readonly string[];
}

function gatherCauses(causes: readonly RebootCause[], others: readonly OtherCause[]): readonly GatheredCauses[] {
  const gathered = new Map<string, GatheredCauses>();
  const named = [
    ...causes.map((cause) => ({ ...cause, name: shortUri(cause.uri) })),
    ...others.map((cause) => ({ ...cause, name: otherCauseName(cause) })),
  ];
  for (const { verdict, why, name } of named) {
    const key = `${verdict} ${why}`;
    gathered.set(key, { verdict, why, names: [...(gathered.get(key)?.names ?? []), name] });
  }
  return [...gathered.values()];
}

function gatheredText({ verdict, why, names }: GatheredCauses): string {
  const count = names.length === 1 ? '' : ` (${names.length})`;
  return `${verdictLabel(verdict)}${count}: ${names.join(', ')} (${why})`;
}

function downLabel(downtimeMs: number | null): string | null {
  return downtimeMs === null ? null : vscode.l10n.t('{0} down', shortDuration(downtimeMs));
}
