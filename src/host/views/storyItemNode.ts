import type { OpenBundle } from '../bundle/openBundle';
import { TreeNode } from './treeNode';

/** A node that stands for an item of the triage document. */
export abstract class StoryItemNode extends TreeNode {
  constructor(
    readonly bundle: OpenBundle,
    parent: TreeNode | undefined,
    /** Id in the triage document. */
    readonly itemId: string,
    /** Differs from the id where that is not unique. */
    name = itemId,
  ) {
    super(`${parent?.id ?? bundle.key}/${name}`, parent);
  }
}
