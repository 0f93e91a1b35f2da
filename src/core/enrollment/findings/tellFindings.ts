import type { Signal } from '../signals/signal';
import type { Finding } from '../document/findings';
import { builtInRules } from './builtInRules';
import { Facts, type Story } from './facts';

const severities: readonly Finding['severity'][] = ['error', 'warning', 'info'];

/** What the story means for the person who triages it, the most severe first; `others` come from rules of one's own. */
export function tellFindings(
  story: Story,
  signals: readonly Signal[],
  others: readonly Finding[] = [],
): readonly Finding[] {
  const facts = new Facts(story, signals);
  return [...builtInRules.flatMap((rule) => rule.tell(facts)), ...others].sort(
    (a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity),
  );
}
