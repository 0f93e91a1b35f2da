import type { EvidenceRef } from '../../core/enrollment/document/evidence';
import { isEvidenceRef } from '../../protocol/timelineMessages';
import { StoryItemNode } from './storyItemNode';
import type { TreeNode } from './treeNode';

/** The place in the story that a row stands for: what a click on it opens; `null` for rows without one. */
export function placeOfRow(node: TreeNode): { evidence: EvidenceRef | null; itemId: string | null } | null {
  const { command } = node.row();
  const evidence: unknown = command?.command === 'autopilotTriage.openEvidence' ? command.arguments?.[1] : null;
  const itemId = node instanceof StoryItemNode ? node.itemId : null;
  if (isEvidenceRef(evidence)) {
    return { evidence, itemId };
  }
  return itemId === null ? null : { evidence: null, itemId };
}
