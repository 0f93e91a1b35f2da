import * as vscode from 'vscode';
import { divideRestarts } from '../../core/enrollment/document/enrollmentRestarts';
import type { OpenBundle } from '../bundle/openBundle';
import { BranchNode } from './branchNode';
import { RebootNode } from './rebootNode';
import type { TreeNode } from './treeNode';

/** The words for restarts that belong to another time than the enrollment. */
export function earlierLabel(): string {
  return vscode.l10n.t('Before this enrollment');
}

/** A folded branch with the reboots that were before the enrollment; none where there are none. */
export function earlierReboots(bundle: OpenBundle): readonly TreeNode[] {
  const { before } = divideRestarts(bundle.document);
  const branch = {
    label: earlierLabel(),
    detail: String(before.length),
    icon: new vscode.ThemeIcon('history'),
    context: 'earlierReboots',
    explanation: vscode.l10n.t('More than a day before the first sign of the enrollment: no part of its story.'),
  };
  return before.length === 0
    ? []
    : [
        new BranchNode(`${bundle.key}/earlier-reboots`, undefined, branch, (node) =>
          before.map((reboot) => new RebootNode(bundle, node, reboot)),
        ),
      ];
}
