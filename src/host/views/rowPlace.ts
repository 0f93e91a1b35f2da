import type { EvidenceRef } from '../../core/enrollment/document/evidence';
import { isEvidenceRef } from '../../protocol/timelineMessages';
import { evidenceKey } from '../navigation/evidenceIndex';
import type { NodeTree } from './nodeTree';
import { StoryItemNode } from './storyItemNode';
import type { TreeNode } from './treeNode';

/** The place in the story that a row stands for: what a click on it opens; `null` for rows without one. */
export function placeOfRow(node: TreeNode): { evidence: EvidenceRef | null; itemId: string | null } | null {
  const evidence = evidenceOfRow(node)?.evidence ?? null;
  const itemId = node instanceof StoryItemNode ? node.itemId : null;
  return evidence === null && itemId === null ? null : { evidence, itemId };
}

/** The evidence that a click on a row opens, and the key of its bundle; `null` for rows without any. */
export function evidenceOfRow(
  node: TreeNode,
): { readonly key: string; readonly evidence: EvidenceRef; readonly itemId: string | null } | null {
  const { command } = node.row();
  const [key, evidence] = ((command?.command === 'autopilotTriage.openEvidence' ? command.arguments : undefined) ??
    []) as readonly unknown[];
  return typeof key === 'string' && isEvidenceRef(evidence)
    ? { key, evidence, itemId: node instanceof StoryItemNode ? node.itemId : null }
    : null;
}

/** The row of an item; of several that share an id, as findings do, the one that opens this evidence. */
export function rowOfItem(tree: NodeTree, itemId: string, evidence: EvidenceRef | null): TreeNode | undefined {
  const isOfItem = (node: TreeNode): boolean => node instanceof StoryItemNode && node.itemId === itemId;
  const isAtEvidence = (node: TreeNode): boolean => {
    const own = placeOfRow(node)?.evidence ?? null;
    return own !== null && evidence !== null && evidenceKey(own) === evidenceKey(evidence);
  };
  return tree.find((node) => isOfItem(node) && isAtEvidence(node)) ?? tree.find(isOfItem);
}
