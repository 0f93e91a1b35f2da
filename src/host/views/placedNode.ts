import type { OpenBundle } from '../bundle/openBundle';
import type { PlacedStep } from './flowOrder';
import { RebootNode } from './rebootNode';
import { SignInNode } from './signInNodes';
import type { TreeNode } from './treeNode';

/** The row of a reboot, or of a re-prompt that no reboot with a row called for. */
export function placedNode(bundle: OpenBundle, parent: TreeNode | undefined, step: PlacedStep): TreeNode {
  switch (step.kind) {
    case 'reboot':
      return new RebootNode(bundle, parent, step.reboot);
    case 'rePrompt':
      return new SignInNode(bundle, parent, step.signIn);
  }
}
