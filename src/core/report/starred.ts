import { findingKey } from '../case/anchorSource';
import type { Anchor } from '../case/anchor';
import type { CaseDocument } from '../case/caseDocument';
import type { TriageDocument } from '../enrollment/document/triageDocument';

/** The parts of a story and the notes that somebody has starred. Causes come with their restart. */
export function starredOnly(
  document: TriageDocument,
  caseDocument: CaseDocument,
): { readonly document: TriageDocument; readonly caseDocument: CaseDocument } {
  const starredNotes = caseDocument.annotations.filter(({ star }) => star);
  const items = starredItems([...caseDocument.stars, ...starredNotes].map(({ anchor }) => anchor));
  return {
    document: {
      ...document,
      reboots: document.reboots.filter(({ id }) => items.has(`reboot ${id}`)),
      signIns: document.signIns.filter(({ id }) => items.has(`signIn ${id}`)),
      findings: document.findings.filter((finding) => items.has(`finding ${findingKey(finding)}`)),
    },
    caseDocument: { ...caseDocument, annotations: starredNotes },
  };
}

function starredItems(anchors: readonly Anchor[]): ReadonlySet<string> {
  return new Set(
    anchors.flatMap((anchor) =>
      anchor.kind === 'reboot' || anchor.kind === 'signIn' || anchor.kind === 'finding'
        ? [`${anchor.kind} ${anchor.item}`]
        : [],
    ),
  );
}
