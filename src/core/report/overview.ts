/*
 * The story at a glance, for a person who has a minute: who restarted the device, what it cost the user, what to do,
 * what that costs in security, what is not known, and what to collect next. Every line keeps the places it rests on.
 */
import * as l10n from '@vscode/l10n';
import type { EvidenceRef } from '../enrollment/document/evidence';
import type { TriageDocument } from '../enrollment/document/triageDocument';
import { adviceLines } from './adviceLines';
import { costLines } from './costLines';
import { headlineSentence } from './headline';
import { restartLines } from './restartLines';
import { collectLines, unknownLines } from './unknownLines';
import { securityLines } from './securityLines';

export interface OverviewLine {
  readonly text: string;
  readonly evidence: readonly EvidenceRef[];
}

export interface OverviewSection {
  readonly id: 'restarts' | 'cost' | 'advice' | 'security' | 'unknown' | 'collect' | 'case';
  readonly title: string;
  /** The most important first; never empty. */
  readonly lines: readonly OverviewLine[];
}

export interface Overview {
  /** One sentence that can be read out on the phone. */
  readonly headline: string;
  /** Only those that have something to say. */
  readonly sections: readonly OverviewSection[];
}

/** What of a triage document has to be said first. */
export function overviewOf(document: TriageDocument): Overview {
  const sections: readonly OverviewSection[] = [
    { id: 'restarts', title: l10n.t('Who restarted it'), lines: restartLines(document) },
    { id: 'cost', title: l10n.t('What it cost the user'), lines: costLines(document) },
    { id: 'advice', title: l10n.t('What to do'), lines: adviceLines(document) },
    { id: 'security', title: l10n.t('What that means for security'), lines: securityLines(document) },
    { id: 'unknown', title: l10n.t('Not known from this bundle'), lines: unknownLines(document) },
    { id: 'collect', title: l10n.t('What would tell'), lines: collectLines(document) },
  ];
  return { headline: headlineSentence(document), sections: sections.filter(({ lines }) => lines.length > 0) };
}
