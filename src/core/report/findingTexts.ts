import { findingKey } from '../case/anchorSource';
import type { CaseDocument } from '../case/caseDocument';
import type { Finding } from '../enrollment/document/findings';
import type { Move } from '../enrollment/document/securityImpact';
import { severityWords } from '../enrollment/storyWords';
import { judgementWords } from './caseWords';
import { confidenceWords } from '../enrollment/confidenceText';
import { adviceText } from './adviceText';
import { evidenceTexts } from './evidenceTexts';
import type { QuoteSource } from './quotes';
import { Lines } from './template/texts';

/** A finding, and what people say about it. */
export function findingTexts(
  finding: Finding,
  moves: readonly Move[],
  quotes: QuoteSource,
  caseDocument: CaseDocument | null,
) {
  const { id, severity, title, confidence, confidenceWhy, advice, gap, evidence, wouldDecide, links } = finding;
  const key = findingKey(finding);
  const verdicts = caseDocument?.verdicts.filter((verdict) => verdict.finding === key) ?? [];
  return {
    id,
    severity,
    level: severityWords[severity],
    title,
    confidence: confidenceWords[confidence],
    why: confidenceWhy,
    advice: adviceText(advice, moves),
    gap: gap === null ? '' : `${gap.name}: ${gap.why}`,
    wouldDecide,
    links,
    verdicts: verdicts.map(({ by, verdict, note }) => ({
      by,
      verdict: judgementWords[verdict],
      note: note === '' ? null : new Lines(note, 'prose'),
    })),
    ...evidenceTexts(evidence, quotes),
  };
}
