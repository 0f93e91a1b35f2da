import * as l10n from '@vscode/l10n';
import { findingKey } from '../case/anchorSource';
import { anchorWords } from '../case/anchorWords';
import { placeOf, isRecordPlace, type Anchor } from '../case/anchor';
import type { Annotation, CaseDocument, Stated, Verdict } from '../case/caseDocument';
import { noteLabel } from '../case/timelineNotes';
import type { EvidenceRef } from '../enrollment/document/evidence';
import type { TriageDocument } from '../enrollment/document/triageDocument';
import { judgementWords } from './caseWords';
import type { OverviewLine, OverviewSection } from './overview';

/** Notes beyond these are in the Case view. */
const shownNotes = 8;

/** What people have found and decided, for the overview; `null` where a case says nothing yet. */
export function caseSection(document: CaseDocument, story: TriageDocument): OverviewSection | null {
  const lines = [
    ...document.verdicts.map((verdict) => verdictLine(verdict, story)),
    ...statedLines(document),
    ...noteLines(document.annotations),
  ];
  return lines.length === 0 ? null : { id: 'case', title: l10n.t('Case notes'), lines };
}

function verdictLine({ finding, by, verdict, note }: Verdict, story: TriageDocument): OverviewLine {
  const told = story.findings.find((candidate) => findingKey(candidate) === finding);
  const why = note === '' ? '' : ` (${note})`;
  return {
    text: `${by} ${judgementWords[verdict]}: ${told?.title ?? finding}${why}`,
    evidence: told?.evidence.slice(0, 1) ?? [],
  };
}

/** The label is part of each sentence: what is stated must not read like something that was measured. */
function statedLines({ stated }: CaseDocument): readonly OverviewLine[] {
  const { issuedAt, lifetimeMinutes, oneTime } = stated;
  const facts = [
    said(issuedAt, (time) => l10n.t('issued {0}', time)),
    said(lifetimeMinutes, (minutes) => l10n.t('good for {0} minutes', minutes)),
    said(oneTime, (isOneTime) => (isOneTime ? l10n.t('for one sign-in only') : l10n.t('for several sign-ins'))),
  ].filter((fact) => fact !== null);
  return facts.length === 0
    ? []
    : [{ text: l10n.t('Temporary Access Pass, stated, not measured: {0}', facts.join(', ')), evidence: [] }];
}

function said<T>(stated: Stated<T> | null, words: (value: T) => string): string | null {
  const value = stated?.value ?? null;
  return value === null ? null : words(value);
}

/** The starred ones first, then those that are still open. */
function noteLines(annotations: readonly Annotation[]): readonly OverviewLine[] {
  const ranked = [...annotations].sort((left, right) => rank(left) - rank(right));
  const shown = ranked.slice(0, shownNotes).map(({ text, anchor, created, star }) => ({
    text: `${star ? '★ ' : ''}${noteLabel(text)} · ${anchorWords(anchor)} · ${created.by}`,
    evidence: refOf(anchor),
  }));
  const left = annotations.length - shown.length;
  const more = left === 1 ? l10n.t('1 more note in the Case view') : l10n.t('{0} more notes in the Case view', left);
  return left === 0 ? shown : [...shown, { text: more, evidence: [] }];
}

function rank({ star, status, resolved }: Annotation): number {
  return Number(!star) * 4 + Number(resolved !== null) * 2 + Number(status === 'notRelevant');
}

function refOf(anchor: Anchor): readonly EvidenceRef[] {
  const place = placeOf(anchor);
  if (place === null) {
    return [];
  }
  const { path } = place;
  return [isRecordPlace(place) ? { path, recordId: place.recordId } : { path, line: place.line }];
}
