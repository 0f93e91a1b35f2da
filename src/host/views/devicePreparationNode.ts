import * as vscode from 'vscode';
import type { DevicePreparation, Workload } from '../../core/enrollment/document/attempts';
import type { OpenBundle } from '../bundle/openBundle';
import { evidenceNodes, openEvidenceCommand } from './evidenceNode';
import { FactNode } from './factNode';
import { type AttemptStory, preparationSteps } from './flowOrder';
import { phaseStateLabel, untoldState } from './labels';
import { workloadStateLabel } from './phaseLabels';
import { placedNode } from './placedNode';
import { spanFacts } from './spanFacts';
import { phaseStateIcon, workloadIcon } from './stateIcons';
import { StoryItemNode } from './storyItemNode';
import { storyTooltip } from './storyTooltip';
import { displayedTime, rowTime } from './timeSetting';
import type { TreeNode } from './treeNode';

/** Autopilot device preparation (v2): what its agent brought, and what happened meanwhile. */
export class DevicePreparationNode extends StoryItemNode {
  constructor(
    bundle: OpenBundle,
    parent: TreeNode | undefined,
    private readonly story: AttemptStory,
    private readonly preparation: DevicePreparation,
  ) {
    super(bundle, parent, 'autopilotDevicePreparation');
  }

  override row(): vscode.TreeItem {
    const { state, evidence } = this.preparation;
    const row = new vscode.TreeItem(label(), vscode.TreeItemCollapsibleState.Expanded);
    row.description = this.facts(rowTime, untoldState(state)).join(' · ');
    row.iconPath = phaseStateIcon(state);
    row.contextValue = `devicePreparation.${state}`;
    row.accessibilityInformation = { label: [label(), ...this.facts(rowTime)].join(', ') };
    const [first] = evidence;
    if (first !== undefined) {
      row.command = openEvidenceCommand(this.bundle, first);
    }
    return row;
  }

  override tooltip(): vscode.MarkdownString {
    return storyTooltip(this.bundle, label(), this.facts(displayedTime), this.preparation.evidence);
  }

  protected override buildChildren(): readonly TreeNode[] {
    const { workloads, evidence } = this.preparation;
    return [
      ...workloads.map((workload, index) => workloadNode(this.bundle, this, workload, index)),
      ...preparationSteps(this.story, this.preparation).map((step) => placedNode(this.bundle, this, step)),
      ...evidenceNodes(this.bundle, this, evidence),
    ];
  }

  private facts(
    timeOf: typeof rowTime,
    state: readonly string[] = [phaseStateLabel(this.preparation.state)],
  ): readonly string[] {
    return spanFacts(this.bundle, this.preparation, timeOf, state);
  }
}

function workloadNode(bundle: OpenBundle, parent: TreeNode, workload: Workload, index: number): TreeNode {
  const { id, name, state, error, evidence } = workload;
  return new FactNode(bundle, parent, {
    name: `workload-${index}-${id}`,
    icon: workloadIcon(state),
    text: name ?? id,
    detail: spanFacts(bundle, workload, rowTime, [workloadStateLabel(state), ...(error === null ? [] : [error])]).join(
      ' · ',
    ),
    why: name === null ? [] : [id],
    evidence,
    context: `workload.${state}`,
  });
}

function label(): string {
  return vscode.l10n.t('Autopilot device preparation');
}
