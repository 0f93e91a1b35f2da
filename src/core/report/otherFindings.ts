import { findingKey } from '../case/anchorSource';
import type { EvidenceRef } from '../enrollment/document/evidence';
import type { Finding } from '../enrollment/document/findings';
import { advisedFindings } from './adviceLines';
import type { OverviewSection } from './overview';
import type { ReportInput } from './reportInput';

/**
 * The findings that the story at a glance does not tell. It tells those with advice, and what is only for information
 * where it has cited all that it rests on. What people have judged or starred is always told.
 */
export function otherFindings(
  { document, told, caseDocument, options }: Pick<ReportInput, 'document' | 'told' | 'caseDocument' | 'options'>,
  sections: readonly OverviewSection[],
): readonly Finding[] {
  const found = told.findings.filter(({ gap }) => gap === null);
  if (options.scope === 'starred') {
    return found;
  }
  const advised = new Set(advisedFindings(document.findings).shown.map(findingKey));
  const cited = new Set(sections.flatMap(({ lines }) => lines.flatMap(({ evidence }) => evidence.map(placeKey))));
  const judged = new Set(caseDocument?.verdicts.map(({ finding }) => finding));
  const isTold = (finding: Finding): boolean =>
    advised.has(findingKey(finding)) ||
    (finding.severity === 'info' && finding.evidence.every((reference) => cited.has(placeKey(reference))));
  return found.filter((finding) => judged.has(findingKey(finding)) || !isTold(finding));
}

function placeKey(reference: EvidenceRef): string {
  return `${reference.path} ${'recordId' in reference ? `#${reference.recordId}` : reference.line}`;
}
