import * as l10n from '@vscode/l10n';
import { phrase, spoken, wholeNumber } from '../words/language';
import type { CollectNext } from '../enrollment/document/collectNext';
import type { TriageDocument } from '../enrollment/document/triageDocument';
import type { OverviewLine } from './overview';

/** More than this is a list and no glance. */
const shown = 8;

export const sizeWords = spoken<CollectNext['size']>({
  small: phrase('small'),
  medium: phrase('medium'),
  large: phrase('large'),
});

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
      ? collectNext.map(({ what, why, how, size }) => ({
          text: l10n.t('{0} ({1}). {2} How: {3}', what, sizeWords[size], why, how),
          evidence: [],
        }))
      : [...asked].map((what) => ({ text: what, evidence: [] })),
  );
}

function atMost(lines: readonly OverviewLine[]): readonly OverviewLine[] {
  const left = lines.length - shown;
  const more = left === 1 ? l10n.t('And 1 more point.') : l10n.t('And {0} more points.', wholeNumber(left));
  return left <= 0 ? lines : [...lines.slice(0, shown), { text: more, evidence: [] }];
}
