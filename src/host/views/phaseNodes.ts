import * as vscode from 'vscode';
import type { Phase, PhaseId, PhaseItem, PhaseState, Subcategory } from '../../core/enrollment/document/phases';
import { shortDuration } from '../../core/words/duration';
import { subcategoryName } from '../../core/enrollment/storyWords';
import type { OpenBundle } from '../bundle/openBundle';
import { evidenceNodes, openEvidenceCommand } from './evidenceNode';
import { phaseLabel, phaseStateLabel } from './labels';
import { phaseStateIcon } from './stateIcons';
import { RebootNode, StoryItemNode } from './storyNodes';
import { flowSteps, phaseSteps } from './storyOrder';
import { storyTooltip } from './storyTooltip';
import { displayedTime, rowTime } from './timeSetting';
import { TreeNode } from './treeNode';

/** Rows of the view "ESP Phases". */
export function phaseRoots(bundle: OpenBundle): readonly TreeNode[] {
  return flowSteps(bundle.document).map((step) =>
    step.kind === 'phase'
      ? new PhaseNode(bundle, undefined, step.phase)
      : new RebootNode(bundle, undefined, step.reboot),
  );
}

class PhaseNode extends StoryItemNode {
  constructor(
    bundle: OpenBundle,
    parent: TreeNode | undefined,
    private readonly phase: Phase,
  ) {
    super(bundle, parent, phase.id);
  }

  override row(): vscode.TreeItem {
    // Nothing is known of an unknown phase, and a row that opens on nothing disappoints.
    const row = new vscode.TreeItem(
      phaseLabel(this.phase.id),
      this.children.length === 0 ? vscode.TreeItemCollapsibleState.None : vscode.TreeItemCollapsibleState.Expanded,
    );
    decorate(row, this.bundle, phaseLabel(this.phase.id), this.phase, 'phase', this.phase.id);
    return row;
  }

  override tooltip(): vscode.MarkdownString {
    return storyTooltip(
      this.bundle,
      phaseLabel(this.phase.id),
      stateFacts(this.bundle, this.phase, displayedTime),
      this.phase.evidence,
    );
  }

  protected override buildChildren(): readonly TreeNode[] {
    return [
      ...phaseSteps(this.bundle.document, this.phase).map((step) =>
        step.kind === 'reboot'
          ? new RebootNode(this.bundle, this, step.reboot)
          : new SubcategoryNode(this.bundle, this, this.phase.id, step.subcategory),
      ),
      ...evidenceNodes(this.bundle, this, this.phase.evidence),
    ];
  }
}

class SubcategoryNode extends TreeNode {
  constructor(
    private readonly bundle: OpenBundle,
    parent: TreeNode,
    private readonly phaseId: PhaseId,
    private readonly subcategory: Subcategory,
  ) {
    super(`${parent.id}/${subcategory.id}`, parent);
  }

  override row(): vscode.TreeItem {
    const label = subcategoryName(this.subcategory.id);
    const row = new vscode.TreeItem(
      label,
      this.children.length === 0 ? vscode.TreeItemCollapsibleState.None : vscode.TreeItemCollapsibleState.Collapsed,
    );
    decorate(row, this.bundle, label, this.subcategory, 'subcategory', this.phaseId);
    return row;
  }

  override tooltip(): vscode.MarkdownString {
    return storyTooltip(
      this.bundle,
      this.subcategory.id,
      stateFacts(this.bundle, this.subcategory, displayedTime),
      this.subcategory.evidence,
    );
  }

  protected override buildChildren(): readonly TreeNode[] {
    return [
      ...this.subcategory.items.map((item, index) => new PhaseItemNode(this, index, item)),
      ...evidenceNodes(this.bundle, this, this.subcategory.evidence),
    ];
  }
}

/** An application, policy, certificate or network profile that a subcategory waited for. */
class PhaseItemNode extends TreeNode {
  constructor(
    parent: TreeNode,
    index: number,
    private readonly item: PhaseItem,
  ) {
    // Windows may track one id twice; the index keeps the rows apart.
    super(`${parent.id}/item-${index}-${item.id}`, parent);
  }

  override row(): vscode.TreeItem {
    const { id, name, state, kind } = this.item;
    const row = new vscode.TreeItem(name ?? id);
    row.description = phaseStateLabel(state);
    row.iconPath = phaseStateIcon(state);
    row.contextValue = `phaseItem.${kind}`;
    row.accessibilityInformation = { label: `${name ?? id}, ${phaseStateLabel(state)}` };
    return row;
  }

  override tooltip(): vscode.MarkdownString {
    return new vscode.MarkdownString().appendText(this.item.id);
  }
}

type Stateful = Pick<Phase, 'state' | 'start' | 'end' | 'evidence'>;

function decorate(
  row: vscode.TreeItem,
  bundle: OpenBundle,
  label: string,
  part: Stateful,
  context: string,
  phaseId: PhaseId,
): void {
  const facts = stateFacts(bundle, part, rowTime);
  row.description = facts.join(' · ');
  row.iconPath = phaseStateIcon(part.state);
  row.contextValue = `${context}.${part.state satisfies PhaseState}`;
  row.accessibilityInformation = { label: [label, ...facts].join(', ') };
  const [evidence] = part.evidence;
  if (evidence !== undefined) {
    row.command = openEvidenceCommand(bundle, evidence, phaseId);
  }
}

function stateFacts(bundle: OpenBundle, { state, start, end }: Stateful, time: typeof rowTime): string[] {
  return [
    phaseStateLabel(state),
    ...(start === null ? [] : [time(bundle, start)]),
    ...(start === null || end === null ? [] : [shortDuration(Math.max(0, Date.parse(end) - Date.parse(start)))]),
  ];
}
