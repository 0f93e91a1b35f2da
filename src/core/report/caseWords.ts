import { phrase, spoken } from '../words/language';
import type { VerdictKind } from '../case/caseDocument';

/** What somebody does who gives a verdict on a finding: behind a name. */
export const judgementWords = spoken<VerdictKind>({
  agree: phrase('agrees'),
  disagree: phrase('disagrees'),
  differentCause: phrase('sees a different cause'),
});
