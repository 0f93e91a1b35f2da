/*
 * The apps that the status page waited for, from the first line of the agent's log that speaks of them to the last,
 * and the workloads of device preparation (v2).
 */
import * as l10n from '@vscode/l10n';
import { phrase, spoken } from '../words/language';
import type { Workload } from '../enrollment/document/attempts';
import type { Phase, PhaseItem, PhaseState, RestartNeed } from '../enrollment/document/phases';
import type { TriageDocument } from '../enrollment/document/triageDocument';
import { duringWords, stateWords } from '../enrollment/storyWords';
import { longDuration } from '../words/duration';
import { clockTime, instantOf } from '../words/instant';
import { bar, detailsOf, doubt, unplaced } from './itemShapes';
import { stateFills, stateTones } from './phaseItems';
import { sentence } from './spokenLabel';
import { RowStack, storyLane } from './storyLane';
import type { TimeRange } from './timeScale';
import type { StoryLane, TimelineItem } from './timelineModel';
import { workloadWords } from './words';

/** More apps than this side by side share rows: the lane must not push the rest from the screen. */
const mostRows = 5;

/** Behind a name, and as a sentence of its own. */
const needWords = spoken<Exclude<RestartNeed, 'none'>>({
  soft: phrase('asks for a restart'),
  hard: phrase('asks for a restart at once'),
});
const needSentences = spoken<Exclude<RestartNeed, 'none'>>({
  soft: phrase('It asks for a restart'),
  hard: phrase('It asks for a restart at once'),
});

const workloadStates: Readonly<Record<Workload['state'], PhaseState>> = {
  notStarted: 'notStarted',
  completed: 'succeeded',
  skipped: 'skipped',
  uninstalled: 'succeeded',
  failed: 'failed',
  inProgress: 'inProgress',
  restartRequired: 'inProgress',
  cancelled: 'skipped',
  unknown: 'unknown',
};

export function appsLane({ phases, devicePreparation }: TriageDocument): StoryLane {
  const drafts = [
    ...phases.flatMap((phase) =>
      phase.subcategories.flatMap(({ items }) =>
        items.filter(({ kind }) => kind === 'app').map((item) => appItem(item, phase)),
      ),
    ),
    ...(devicePreparation?.workloads ?? []).map(workloadItem),
  ];
  const placed = drafts.filter(({ shape }) => shape !== 'none').sort((a, b) => a.start - b.start);
  const stack = new RowStack(mostRows);
  const items = placed.map((item) => ({ ...item, row: stack.rowFor(item) }));
  return storyLane('apps', items, {
    rows: Array.from({ length: Math.max(1, stack.count) }, () => 'sub' as const),
    unplaced: drafts.filter(({ shape }) => shape === 'none'),
  });
}

function appItem(item: PhaseItem, phase: Phase): TimelineItem {
  const name = item.name ?? item.id;
  const asks = item.restartNeed === null || item.restartNeed === 'none' ? null : item.restartNeed;
  const need = asks === null ? '' : needWords[asks];
  const words = [name, item.state === 'succeeded' ? '' : stateWords[item.state], need];
  const [start, end] = [instantOf(item.firstSeen), instantOf(item.lastSeen)];
  const range = start === null || end === null ? null : { start, end: Math.max(start, end) };
  const essentials = {
    id: `app/${phase.id}/${item.id}`,
    storyId: phase.id,
    kind: 'app',
    tone: item.state === 'succeeded' && need !== '' ? 'caution' : stateTones[item.state],
    fill: stateFills[item.state],
    label: words.filter((part) => part !== '').join(' · '),
    title: `${name}: ${stateWords[item.state]}`,
    details: detailsOf(
      l10n.t('App of {0}', duringWords[phase.id]),
      asks !== null && needSentences[asks],
      range !== null && l10n.t('From the first line of the agent’s log that speaks of it to the last'),
      item.name !== null && [l10n.t('Id'), item.id],
      ...doubt(item.timeUncertaintyMs),
    ),
    spoken: sentence([
      l10n.t('App {0}', name),
      l10n.t('of {0}', duringWords[phase.id]),
      stateWords[item.state],
      need,
      ...spokenRange(range),
    ]),
    evidence: item.evidence,
    uncertaintyMs: item.timeUncertaintyMs,
  } as const;
  return range === null ? unplaced(essentials) : bar({ ...essentials, ...range });
}

function workloadItem(workload: Workload): TimelineItem {
  const name = workload.name ?? workload.id;
  const state = workloadStates[workload.state];
  const [start, end] = [instantOf(workload.start), instantOf(workload.end)];
  const known = start ?? end;
  const range = known === null ? null : { start: known, end: Math.max(known, end ?? known) };
  const essentials = {
    id: `workload/${workload.id}`,
    kind: 'app',
    tone: stateTones[state],
    fill: stateFills[state],
    label: state === 'succeeded' ? name : `${name} · ${workloadWords[workload.state]}`,
    title: `${name}: ${workloadWords[workload.state]}`,
    details: detailsOf(
      l10n.t('Brought by the agent of device preparation'),
      workload.error !== null && [l10n.t('Error'), workload.error],
    ),
    spoken: sentence([l10n.t('Workload {0}', name), workloadWords[workload.state], ...spokenRange(range)]),
    evidence: workload.evidence,
    openStart: start === null,
    openEnd: end === null,
  } as const;
  return range === null ? unplaced(essentials) : bar({ ...essentials, ...range });
}

function spokenRange(range: TimeRange | null): (string | false)[] {
  return range === null
    ? [l10n.t('without a time')]
    : [l10n.t('from {0}', clockTime(range.start)), range.end > range.start && longDuration(range.end - range.start)];
}
