import * as vscode from 'vscode';
import type { Phase, PhaseId, PhaseState, Subcategory } from '../../core/enrollment/document/phases';
import { subcategoryName } from '../../core/enrollment/storyWords';
import type { OpenBundle } from '../bundle/openBundle';
import { contradictionNodes } from './contradictionNodes';
import { evidenceNodes, openEvidenceCommand } from './evidenceNode';
import { type AttemptStory, phaseSteps } from './flowOrder';
import { phaseLabel, phaseStateText, untoldState } from './labels';
import { placedNode } from './placedNode';
import { PhaseItemNode } from './phaseItemNode';
import { spanFacts } from './spanFacts';
import { phaseStateIcon } from './stateIcons';
import { StoryItemNode } from './storyItemNode';
import { storyTooltip } from './storyTooltip';
import { displayedTime, rowTime } from './timeSetting';
import { TreeNode } from './treeNode';

/** A phase of the Enrollment Status Page, with what happened in it. */
export class PhaseNode extends StoryItemNode {
  constructor(
    bundle: OpenBundle,
    parent: TreeNode | undefined,
    private readonly story: AttemptStory,
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
    const facts = stateFacts(this.bundle, this.phase, displayedTime);
    return storyTooltip(this.bundle, phaseLabel(this.phase.id), facts, this.phase.evidence);
  }

  protected override buildChildren(): readonly TreeNode[] {
    const { id, evidence } = this.phase;
    return [
      ...contradictionNodes(this.bundle, this, id, evidence),
      ...phaseSteps(this.story, this.phase).map((step) =>
        step.kind === 'subcategory'
          ? new SubcategoryNode(this.bundle, this, id, step.subcategory)
          : placedNode(this.bundle, this, step),
      ),
      ...evidenceNodes(this.bundle, this, evidence),
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
    const { id, evidence } = this.subcategory;
    return storyTooltip(this.bundle, id, stateFacts(this.bundle, this.subcategory, displayedTime), evidence);
  }

  protected override buildChildren(): readonly TreeNode[] {
    const { id, items, evidence } = this.subcategory;
    return [
      ...contradictionNodes(this.bundle, this, id, evidence),
      ...items.map((item, index) => new PhaseItemNode(this.bundle, this, index, item)),
      ...evidenceNodes(this.bundle, this, evidence),
    ];
  }
}

/** A phase or a subcategory; only the latter has a code that it failed with. */
type Part = Pick<Phase, 'state' | 'start' | 'end' | 'evidence'> & Partial<Pick<Subcategory, 'error'>>;

function decorate(
  row: vscode.TreeItem,
  bundle: OpenBundle,
  label: string,
  part: Part,
  context: string,
  phaseId: PhaseId,
): void {
  row.description = stateFacts(bundle, part, rowTime, untoldState(part.state, phaseStateText(part))).join(' · ');
  row.iconPath = phaseStateIcon(part.state);
  row.contextValue = `${context}.${part.state satisfies PhaseState}`;
  row.accessibilityInformation = { label: [label, ...stateFacts(bundle, part, rowTime)].join(', ') };
  const [evidence] = part.evidence;
  if (evidence !== undefined) {
    row.command = openEvidenceCommand(bundle, evidence, phaseId);
  }
}

function stateFacts(
  bundle: OpenBundle,
  part: Part,
  time: typeof rowTime,
  state: readonly string[] = [phaseStateText(part)],
): readonly string[] {
  const { error = null } = part;
  return spanFacts(bundle, part, time, [...state, ...(error === null ? [] : [error])]);
}
