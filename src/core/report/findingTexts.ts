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

/** What people say about findings, and what of their names the report shows. */
interface JudgedCase {
  readonly caseDocument: CaseDocument | null;
  readonly authorOf: (by: string) => string;
}

/** A finding, and what people say about it. */
export function findingTexts(
  finding: Finding,
  moves: readonly Move[],
  quotes: QuoteSource,
  { caseDocument, authorOf }: JudgedCase,
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
      by: authorOf(by),
      verdict: judgementWords[verdict],
      note: note === '' ? null : new Lines(note, 'prose'),
    })),
    ...evidenceTexts(evidence, quotes),
  };
}
