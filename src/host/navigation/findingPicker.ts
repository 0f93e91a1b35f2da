import * as vscode from 'vscode';
import type { OpenBundle } from '../bundle/openBundle';
import { severityLabel } from '../views/labels';
import { findingIcon } from '../views/stateIcons';
import { fixedList, type PreviewItem, type PreviewList } from './previewPick';

/** The findings of a bundle that have a place in a log, as rows to choose from, the gravest first. */
export function findingList(bundle: OpenBundle, currentId: string | null): PreviewList<PreviewItem> {
  return fixedList(
    vscode.l10n.t('Findings of {0}', bundle.name),
    bundle.document.findings.flatMap(({ id, title, advice, severity, evidence: [first] }) =>
      first === undefined
        ? []
        : [
            {
              itemId: id,
              evidence: first,
              iconPath: findingIcon(severity),
              label: title,
              description: severityLabel(severity),
              detail: advice,
            },
          ],
    ),
    ({ itemId }) => itemId === currentId,
  );
}
