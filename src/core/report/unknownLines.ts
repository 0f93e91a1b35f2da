import { counted } from '../enrollment/storyWords';
import type { TriageDocument } from '../enrollment/document/triageDocument';
import type { OverviewLine } from './overview';

/** More than this is a list and no glance. */
const shown = 8;

/** What this bundle cannot tell, and why. */
export function unknownLines({ findings }: TriageDocument): readonly OverviewLine[] {
  return atMost(
    findings
      .filter(({ gap }) => gap !== null)
      .map(({ title, advice, evidence }) => ({ text: `${title}. ${advice}`, evidence })),
  );
}

/** What to ask for, the smallest first; without a list of its own, what the findings would be decided by. */
export function collectLines({ collectNext, findings }: TriageDocument): readonly OverviewLine[] {
  const asked = new Set(findings.flatMap(({ gap, wouldDecide }) => (gap === null ? wouldDecide : [])));
  return atMost(
    collectNext.length > 0
      ? collectNext.map(({ what, why, how, size }) => ({ text: `${what} (${size}). ${why} How: ${how}`, evidence: [] }))
      : [...asked].map((what) => ({ text: what, evidence: [] })),
  );
}

function atMost(lines: readonly OverviewLine[]): readonly OverviewLine[] {
  const left = lines.length - shown;
  return left <= 0 ? lines : [...lines.slice(0, shown), { text: `And ${counted(left, 'more point')}.`, evidence: [] }];
}
