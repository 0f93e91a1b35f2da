import { shortDuration } from '../words/duration';
import { areaWords, counted, shortUri } from '../enrollment/storyWords';
import type { Move, SecurityImpact } from '../enrollment/document/securityImpact';
import type { TriageDocument } from '../enrollment/document/triageDocument';
import { priceWords } from '../enrollment/priceWords';
import type { OverviewLine } from './overview';

const stateSentences: readonly (readonly [SecurityImpact['state'], string])[] = [
  ['rebootPending', 'Waiting for a restart'],
  ['notMeasuredSinceEnrollment', 'Not measured since the enrollment, so compliance cannot tell'],
  ['active', 'Active'],
  ['measured', 'Measured since the enrollment'],
];

/** More than this is a list and no glance. */
const shown = 4;

/** What moving a setting or an app would save and cost, and how protection stands now. */
export function securityLines({ moves, securityImpact }: TriageDocument): readonly OverviewLine[] {
  return [...moveLines(moves), ...stateSentences.flatMap(([state, words]) => stateLines(state, words, securityImpact))];
}

function moveLines(moves: readonly Move[]): readonly OverviewLine[] {
  const groups = [...groupsOf(moves.filter(({ now }) => now === 'restarts')).values()];
  const lines = groups.slice(0, shown).map((group) => ({
    text: [
      `Moving ${names(group)} out of device setup would have saved ${savings(group[0].saves)}.`,
      ...prices(group),
    ].join(' '),
    evidence: group.flatMap(({ evidence }) => evidence),
  }));
  const left = groups.length - lines.length;
  return left === 0 ? lines : [...lines, { text: `And ${counted(left, 'more move')}.`, evidence: [] }];
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

function names(group: MoveGroup): string {
  const named = group.slice(0, shown).map(({ kind, subject }) => (kind === 'policy' ? shortUri(subject) : subject));
  const more = group.length > shown ? ` and ${group.length - shown} more` : '';
  return `${named.join(', ')}${more}${group.length > 1 ? ' (all of them)' : ''}`;
}

function savings({ reboots, prompts, waitMs }: Move['saves']): string {
  const parts = [
    counted(reboots, 'restart'),
    prompts === null ? 'sign-ins that are not known' : counted(prompts, 'sign-in'),
    ...(waitMs === null ? [] : [`${shortDuration(waitMs)} at the lock screen`]),
  ];
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
}

function prices(group: MoveGroup): readonly string[] {
  const words = priceWords(group.flatMap(({ price }) => price));
  return words.length === 0 ? [] : [`The price: ${words.slice(0, shown).join(' ')}`];
}

function stateLines(
  state: SecurityImpact['state'],
  words: string,
  impacts: readonly SecurityImpact[],
): readonly OverviewLine[] {
  // What is only guessed is no answer at a glance; the findings have it.
  const areas = impacts.filter((impact) => impact.state === state && impact.confidence !== 'low');
  return areas.length === 0
    ? []
    : [
        {
          text: `${words}: ${areas.map(({ area }) => areaWords[area]).join(', ')}.`,
          evidence: areas.flatMap(({ evidence }) => evidence),
        },
      ];
}
