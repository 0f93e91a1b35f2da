import * as l10n from '@vscode/l10n';
import { listOf, phrase, wholeNumber } from '../words/language';
import { areaWords } from '../enrollment/storyWords';
import { subjectName } from '../enrollment/document/subjectName';
import type { Move, SecurityImpact } from '../enrollment/document/securityImpact';
import type { TriageDocument } from '../enrollment/document/triageDocument';
import { priceWords } from '../enrollment/priceWords';
import type { OverviewLine } from './overview';
import { savingTexts } from './savingTexts';

const stateSentences: readonly (readonly [SecurityImpact['state'], string])[] = [
  ['rebootPending', phrase('Waiting for a restart: {0}.')],
  ['notMeasuredSinceEnrollment', phrase('Not measured since the enrollment, so compliance cannot tell: {0}.')],
  ['active', phrase('Active: {0}.')],
  ['measured', phrase('Measured since the enrollment: {0}.')],
];

/** More than this is a list and no glance. */
const shown = 4;

/** What moving a setting or an app would save and cost, and how protection stands now. */
export function securityLines(document: TriageDocument): readonly OverviewLine[] {
  return [
    ...moveLines(document),
    ...stateSentences.flatMap(([state, sentence]) => stateLines(state, sentence, document.securityImpact)),
  ];
}

function moveLines(document: TriageDocument): readonly OverviewLine[] {
  const groups = [...groupsOf(document.moves.filter(({ now }) => now === 'restarts')).values()];
  const lines = groups.slice(0, shown).map((group) => ({
    text: [
      l10n.t('Moving {0} out of device setup would have saved {1}.', names(group, document), savings(group[0].saves)),
      ...prices(group),
    ].join(' '),
    evidence: group.flatMap(({ evidence }) => evidence),
  }));
  const left = groups.length - lines.length;
  const more = left === 1 ? l10n.t('And 1 more move.') : l10n.t('And {0} more moves.', wholeNumber(left));
  return left === 0 ? lines : [...lines, { text: more, evidence: [] }];
}

type MoveGroup = [Move, ...Move[]];

/** Moves that save nothing unless all of them are made. */
function groupsOf(moves: readonly Move[]): ReadonlyMap<string, MoveGroup> {
  const groups = new Map<string, MoveGroup>();
  for (const move of moves) {
    const key = [move.subject, ...move.saves.onlyTogetherWith].sort().join(' ');
    const known = groups.get(key);
    if (known === undefined) {
      groups.set(key, [move]);
    } else {
      known.push(move);
    }
  }
  return groups;
}

function names(group: MoveGroup, document: TriageDocument): string {
  const named = listOf(
    group.map(({ subject }) => subjectName(document, subject)),
    shown,
  );
  return group.length > 1 ? l10n.t('{0} (all of them)', named) : named;
}

function savings(saves: Move['saves']): string {
  const parts = savingTexts(saves);
  return l10n.t('{0} and {1}', parts.slice(0, -1).join(', '), parts.at(-1) ?? '');
}

function prices(group: MoveGroup): readonly string[] {
  const words = priceWords(group.flatMap(({ price }) => price));
  return words.length === 0 ? [] : [l10n.t('The price: {0}', words.slice(0, shown).join(' '))];
}

function stateLines(
  state: SecurityImpact['state'],
  sentence: string,
  impacts: readonly SecurityImpact[],
): readonly OverviewLine[] {
  // What is only guessed is no answer at a glance; the findings have it.
  const areas = impacts.filter((impact) => impact.state === state && impact.confidence !== 'low');
  return areas.length === 0
    ? []
    : [
        {
          text: l10n.t(sentence, areas.map(({ area }) => areaWords[area]).join(', ')),
          evidence: areas.flatMap(({ evidence }) => evidence),
        },
      ];
}
