import * as vscode from 'vscode';
import type { EvidenceRef } from '../../core/enrollment/document/evidence';
import type { Contradiction, StateClaim } from '../../core/enrollment/document/phases';
import type { OpenBundle } from '../bundle/openBundle';
import { evidenceKey } from '../navigation/evidenceIndex';
import { FactNode } from './factNode';
import { phaseStateLabel } from './labels';
import { stateSourceLabel } from './phaseLabels';
import { cautionIcon } from './stateIcons';
import type { TreeNode } from './treeNode';

/**
 * Warning rows below a phase, subcategory or item whose sources cannot all be right. Several attempts have parts of one
 * id: a contradiction belongs to the one that shares a place with it.
 */
export function contradictionNodes(
  bundle: OpenBundle,
  parent: TreeNode,
  id: string,
  evidence: readonly EvidenceRef[],
): readonly TreeNode[] {
  const ofSubject = bundle.document.contradictions.filter(({ subject }) => subject === id);
  if (ofSubject.length === 0) {
    return [];
  }
  const places = new Set(evidence.map(evidenceKey));
  return ofSubject
    .filter((contradiction) => contradiction.evidence.some((reference) => places.has(evidenceKey(reference))))
    .map((contradiction, index) => contradictionNode(bundle, parent, contradiction, index));
}

function contradictionNode(bundle: OpenBundle, parent: TreeNode, told: Contradiction, index: number): TreeNode {
  return new FactNode(bundle, parent, {
    name: `contradiction-${index}`,
    icon: cautionIcon(),
    text: vscode.l10n.t('Sources differ'),
    detail: `${claimLabel(told.saysA)} · ${claimLabel(told.saysB)}`,
    why: [vscode.l10n.t('The story goes on with the first of the two.')],
    evidence: told.evidence,
    context: 'contradiction',
  });
}

/** `the status page: failed` */
function claimLabel({ source, state }: StateClaim): string {
  return `${stateSourceLabel(source)}: ${phaseStateLabel(state)}`;
}
