import type { OpenBundle } from '../bundle/openBundle';
import { earlierReboots } from './earlierReboots';
import { HelloNode, TokenNode } from './helloNodes';
import { RebootNode } from './rebootNode';
import { securityNodes } from './securityNodes';
import { SignInNode, SignInProblemNode } from './signInNodes';
import { type StoryStep, storySteps } from './storyOrder';
import type { TreeNode } from './treeNode';

/**
 * Rows of the view "Reboots & Sign-ins": the story in its order, then how the user was left, and what security has to
 * do with it. A bundle that shows none of it has no rows.
 */
export function storyRoots(bundle: OpenBundle): readonly TreeNode[] {
  const { hello, token } = bundle.document;
  const steps = storySteps(bundle.document).map((step) => stepNode(bundle, step));
  const isTold =
    bundle.document.reboots.length > 0 || steps.length > 0 || hello.state !== 'unknown' || token.state !== 'unknown';
  return isTold
    ? [...earlierReboots(bundle), ...steps, new HelloNode(bundle), new TokenNode(bundle), ...securityNodes(bundle)]
    : steps;
}

function stepNode(bundle: OpenBundle, step: StoryStep): TreeNode {
  switch (step.kind) {
    case 'reboot':
      return new RebootNode(bundle, undefined, step.reboot);
    case 'signIn':
      return new SignInNode(bundle, undefined, step.signIn);
    case 'problem':
      return new SignInProblemNode(bundle, undefined, step.problem, step.index);
  }
}
