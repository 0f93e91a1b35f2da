import * as vscode from 'vscode';
import type { OpenBundle } from '../bundle/openBundle';
import { DevicePreparationNode } from './devicePreparationNode';
import { earlierReboots } from './earlierReboots';
import { evidenceNodes } from './evidenceNode';
import { type AttemptStory, attemptStories, type FlowStep, flowSteps } from './flowOrder';
import { BranchNode } from './branchNode';
import { attemptFacts, attemptLabel } from './phaseLabels';
import { PhaseNode } from './phaseNode';
import { placedNode } from './placedNode';
import { spanFacts } from './spanFacts';
import { outcomeIcon } from './stateIcons';
import { rowTime } from './timeSetting';
import type { TreeNode } from './treeNode';

/**
 * Rows of the view "ESP Phases". Where there was one attempt only, its phases are the roots: a level that never has a
 * second row tells nothing. Where there were several, the last one is open and the earlier ones are folded below it.
 */
export function phaseRoots(bundle: OpenBundle): readonly TreeNode[] {
  const stories = attemptStories(bundle.document);
  const [only, ...others] = stories;
  return only === undefined || others.length > 0
    ? [...stories.map((story) => attemptNode(bundle, story, stories.length)), ...earlierReboots(bundle)]
    : [...earlierReboots(bundle), ...flowNodes(bundle, undefined, only)];
}

function attemptNode(bundle: OpenBundle, story: AttemptStory, count: number): TreeNode {
  const { attempt, number } = story;
  const facts =
    attempt === null ? [vscode.l10n.t('the last one')] : spanFacts(bundle, attempt, rowTime, attemptFacts(attempt));
  const branch = {
    label: attemptLabel(number, count),
    detail: facts.join(' · '),
    icon: attempt === null ? new vscode.ThemeIcon('layers-active') : outcomeIcon(attempt.outcome),
    context: attempt === null ? 'attempt.last' : `attempt.${attempt.outcome}`,
    isOpen: attempt === null,
  };
  return new BranchNode(`${bundle.key}/attempt-${number}`, undefined, branch, (node) => [
    ...flowNodes(bundle, node, story),
    ...evidenceNodes(bundle, node, attempt?.evidence ?? []),
  ]);
}

function flowNodes(bundle: OpenBundle, parent: TreeNode | undefined, story: AttemptStory): readonly TreeNode[] {
  return flowSteps(story).map((step) => flowNode(bundle, parent, story, step));
}

function flowNode(bundle: OpenBundle, parent: TreeNode | undefined, story: AttemptStory, step: FlowStep): TreeNode {
  switch (step.kind) {
    case 'phase':
      return new PhaseNode(bundle, parent, story, step.phase);
    case 'devicePreparation':
      return new DevicePreparationNode(bundle, parent, story, step.preparation);
    case 'reboot':
    case 'rePrompt':
      return placedNode(bundle, parent, step);
  }
}
