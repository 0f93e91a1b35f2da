/*
 * How the areas of security stand, from the last record that decides it to the end of the bundle. Areas that share
 * state and moment are one bar.
 */
import * as l10n from '@vscode/l10n';
import type { SecurityImpact, SecurityState } from '../enrollment/document/securityImpact';
import { areaWords, capitalised } from '../enrollment/storyWords';
import { clockTime } from '../words/instant';
import type { EvidenceTimes } from './evidenceTimes';
import { bar, detailsOf, unplaced } from './itemShapes';
import { sentence } from './spokenLabel';
import { RowStack, storyLane } from './storyLane';
import type { Fill, StoryLane, TimelineItem, Tone } from './timelineModel';
import { securityWords } from './words';

const look: Readonly<Record<SecurityState, readonly [Tone, Fill]>> = {
  measured: ['good', 'solid'],
  active: ['good', 'solid'],
  rebootPending: ['caution', 'hatched'],
  notMeasuredSinceEnrollment: ['caution', 'hatched'],
  unknown: ['neutral', 'dotted'],
};

/** `end`: of what the bundle reaches over. */
export function securityLane(impacts: readonly SecurityImpact[], times: EvidenceTimes, end: number): StoryLane {
  const groups = new Map<string, SecurityImpact[]>();
  for (const impact of impacts) {
    const key = `${impact.state}/${times.latest(impact.evidence) ?? ''}`;
    groups.set(key, [...(groups.get(key) ?? []), impact]);
  }
  const items = [...groups.values()].map((group) => securityItem(group, times, end));
  const placed = items.filter(({ shape }) => shape !== 'none').sort((a, b) => a.start - b.start);
  const stack = new RowStack(impacts.length);
  return storyLane(
    'security',
    placed.map((item) => ({ ...item, row: stack.rowFor(item) })),
    {
      rows: Array.from({ length: Math.max(1, stack.count) }, () => 'sub' as const),
      unplaced: items.filter(({ shape }) => shape === 'none'),
    },
  );
}

function securityItem(group: readonly SecurityImpact[], times: EvidenceTimes, end: number): TimelineItem {
  const state = group[0]?.state ?? 'unknown';
  const evidence = group.flatMap((impact) => impact.evidence);
  const start = state === 'unknown' ? null : times.latest(evidence);
  const areas = group.map(({ area }) => areaWords[area]).join(', ');
  const [tone, fill] = look[state];
  const essentials = {
    id: `security/${group.map(({ area }) => area).join('+')}`,
    kind: 'security',
    tone,
    fill,
    label: `${securityWords[state]}: ${areas}`,
    title: `${securityWords[state]}: ${areas}`,
    details: detailsOf(...group.map(({ area, why }) => [capitalised(areaWords[area]), why] as const)),
    spoken: sentence([
      l10n.t('Security'),
      securityWords[state],
      areas,
      start !== null && l10n.t('since {0}', clockTime(start)),
    ]),
    evidence,
  } as const;
  return start === null
    ? unplaced(essentials)
    : bar({ ...essentials, start, end: Math.max(start, end), openEnd: true });
}
