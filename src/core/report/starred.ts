import { findingKey, recordFinder, storyItems, type AnchorSource } from '../case/anchorSource';
import type { Anchor } from '../case/anchor';
import type { CaseDocument } from '../case/caseDocument';
import { MemberPaths } from '../case/memberPaths';
import { resolveAnchor } from '../case/resolveAnchor';
import type { Bundle } from '../bundle/bundle';
import type { TriageDocument } from '../enrollment/document/triageDocument';

export interface StarredPart {
  readonly document: TriageDocument;
  readonly caseDocument: CaseDocument;
  /** How many starred parts of the story are not told by this bundle any more. */
  readonly lost: number;
}

/**
 * The parts of a story and the notes that somebody has starred. Causes come with their restart; what the bundle cannot
 * tell stays in any case: a selection must not look like certainty.
 */
export function starredPart(
  { members, logs }: Bundle,
  document: TriageDocument,
  caseDocument: CaseDocument,
): StarredPart {
  const source: AnchorSource = {
    members: new MemberPaths(members.map(({ path }) => path)),
    record: recordFinder(logs.events),
    lines: () => null,
    items: (kind) => storyItems(document, kind),
  };
  const notes = caseDocument.annotations.filter(({ star }) => star);
  const anchors = [...caseDocument.stars, ...notes].map(({ anchor }) => anchor).filter(isOnStory);
  const found = anchors.map((anchor) => {
    const resolved = resolveAnchor(anchor, source);
    return resolved.outcome === 'lost' || resolved.item === null ? null : `${anchor.kind} ${resolved.item}`;
  });
  const items = new Set(found);
  return {
    document: {
      ...document,
      reboots: document.reboots.filter(({ id }) => items.has(`reboot ${id}`)),
      signIns: document.signIns.filter(({ id }) => items.has(`signIn ${id}`)),
      findings: document.findings.filter(
        (finding) => finding.gap !== null || items.has(`finding ${findingKey(finding)}`),
      ),
    },
    caseDocument: { ...caseDocument, annotations: notes },
    lost: found.filter((item) => item === null).length,
  };
}

function isOnStory({ kind }: Anchor): boolean {
  return kind === 'reboot' || kind === 'signIn' || kind === 'finding';
}
