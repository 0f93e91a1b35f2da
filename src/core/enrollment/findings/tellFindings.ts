import type { Signal } from '../signals/signal';
import type { Finding } from '../document/findings';
import { coverageRules } from './coverageRules';
import { enrollmentRules } from './enrollmentRules';
import { rebootRules } from './rebootRules';
import type { Rule, Story } from './rule';
import { signInRules } from './signInRules';

const rules: readonly Rule[] = [...coverageRules, ...rebootRules, ...signInRules, ...enrollmentRules];

const severities: readonly Finding['severity'][] = ['error', 'warning', 'info'];

/** What the story means for the person who triages it, the most severe first. */
export function tellFindings(story: Story, signals: readonly Signal[]): readonly Finding[] {
  return rules
    .flatMap((rule) => rule(story, signals))
    .sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
}
