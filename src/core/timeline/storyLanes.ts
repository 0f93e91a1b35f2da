/*
 * The lanes of the story, from the triage document.
 */
import * as l10n from '@vscode/l10n';
import type { Finding } from '../enrollment/document/findings';
import type { Boot } from '../enrollment/document/boots';
import type { Phase, Subcategory } from '../enrollment/document/phases';
import type { LatentReboot } from '../enrollment/document/policies';
import type { Reboot, RebootCause } from '../enrollment/document/reboots';
import type { TriageDocument } from '../enrollment/document/triageDocument';
import { phaseWords, stateWords } from '../enrollment/storyWords';
import { instantOf, zoneText } from '../words/instant';
import { clockStepItem, sleepItem, zoneChangeItem } from './clockItems';
import type { EvidenceTimes } from './evidenceTimes';
import { refusalItems } from './identityItems';
import { latentItem } from './latentItems';
import { pausesOf } from './pauses';
import { phaseItem, subcategoryItem } from './phaseItems';
import type { Position, SpokenSpan } from './spokenLabel';
import { evidenceKey } from './selection';
import { signInItems } from './signInItems';
import { sceneItems, scenesOf } from './storyboard';
import { bootItem, flagItem, otherCauseItem, rebootItem } from './storyItems';
import { RowStack, storyLane } from './storyLane';
import type { RowKind, StoryLane, TimelineItem } from './timelineModel';

export function screensLane(document: TriageDocument, times: EvidenceTimes): StoryLane {
  return storyLane('screens', sceneItems(scenesOf(document, times)), { rows: ['scene'] });
}

export function bootsLane(document: TriageDocument, bootOf: ReadonlyMap<Reboot, Boot>): StoryLane {
  const downtimes = new Map([...bootOf].map(([reboot, boot]) => [boot, reboot.downtimeMs]));
  const boots = document.boots.map((boot, index) =>
    bootItem(boot, positionOf(index, document.boots), downtimes.get(boot) ?? null),
  );
  const { steps, localOffsets } = document.clock;
  const { sleeps = [] } = document;
  const clock = [
    ...steps.map((step, index) => clockStepItem(step, index, document.boots, sleeps)),
    ...sleeps.map(sleepItem),
    ...localOffsets.slice(1).map(zoneChangeItem),
  ];
  const first = localOffsets[0];
  return storyLane('boots', [...boots, ...clock], {
    note: first === undefined ? null : l10n.t('Device at {0}', zoneText(first.minutesEastOfUtc)),
    rows: clock.length > 0 ? ['main', 'sub'] : ['main'],
  });
}

/** More subcategories than this side by side share rows; the status page has seven. */
const mostParts = 10;

/** `lastTime`: of what the bundle reaches over. */
export function phasesLane(document: TriageDocument, lastTime: number): StoryLane {
  const { phases } = document;
  const pauses = pausesOf(document);
  const items: TimelineItem[] = [];
  const notes: string[] = [];
  const parts = new RowStack(mostParts);
  phases.forEach((phase, index) => {
    const next = phases.slice(index + 1).map(({ start }) => instantOf(start));
    const fallbackEnd = next.find((start) => start !== null) ?? lastTime;
    const previousEnd = instantOf(phases[index - 1]?.end ?? null);
    const span = spanOfPhase(phase, previousEnd, fallbackEnd);
    if (span === null) {
      notes.push(`${phaseWords[phase.id]}: ${stateWords[phase.state]}`);
      return;
    }
    items.push(phaseItem(phase, span, pauses));
    for (const subcategory of phase.subcategories) {
      const subSpan = spanOfPhase(subcategory, span.start, span.end);
      if (subSpan !== null) {
        items.push(subcategoryItem(subcategory, phase, subSpan, 1 + parts.rowFor(subSpan), pauses));
      }
    }
  });
  const rows: RowKind[] = ['main', ...Array.from({ length: parts.count }, (): RowKind => 'sub')];
  return storyLane('phases', items, { note: notes.length === 0 ? null : notes.join(', '), rows });
}

/** What asked for restarts: policies, with those that nothing answered, and below them what else may have. */
export function causesLane({ reboots, policies }: TriageDocument, times: EvidenceTimes): StoryLane {
  // The same flag may be refuted as the cause of one restart and wait for another: that is one flag.
  const waiting = new Map(policies.latentReboots.map((latent) => [flagKey(latent), latent]));
  const told = new Set(reboots.flatMap(({ causes }) => causes.map(flagKey)));
  const flags = reboots.flatMap((reboot, number) =>
    reboot.causes.map((cause, index) =>
      flagItem(cause, index, reboot, positionOf(number, reboots), waiting.get(flagKey(cause)) ?? null),
    ),
  );
  const others = reboots.flatMap((reboot, number) =>
    reboot.otherCauses.map((cause, index) =>
      otherCauseItem(cause, index, reboot, positionOf(number, reboots), times.latest(cause.evidence)),
    ),
  );
  const latent = policies.latentReboots.flatMap((entry, index) =>
    told.has(flagKey(entry)) ? [] : [latentItem(entry, index, times)],
  );
  const all = [...others, ...latent];
  const placed = all.filter(({ shape }) => shape !== 'none');
  return storyLane('flags', [...flags, ...placed], {
    rows: placed.some(({ row }) => row === 1) ? ['main', 'sub'] : ['main'],
    unplaced: all.filter(({ shape }) => shape === 'none'),
  });
}

/** Of a setting and the first record that speaks of its flag. */
function flagKey({ uri, evidence: [first] }: RebootCause | LatentReboot): string {
  return `${uri} ${evidenceKey(first)}`;
}

export function rebootsLane(reboots: readonly Reboot[]): StoryLane {
  return storyLane(
    'reboots',
    reboots.map((reboot, index) => rebootItem(reboot, positionOf(index, reboots))),
  );
}

export function signInsLane({ signIns, signInProblems }: TriageDocument): StoryLane {
  const items = signIns.flatMap((signIn, index) => signInItems(signIn, positionOf(index, signIns)));
  const waits = items.some(({ kind }) => kind === 'wait') ? 1 : 0;
  const refusals = refusalItems(signInProblems, 1 + waits);
  const placed = [...items, ...refusals.filter(({ shape }) => shape !== 'none')];
  const rows = Math.max(0, ...placed.map(({ row }) => row));
  return storyLane('signIns', placed, {
    rows: ['main', ...Array.from({ length: rows }, (): RowKind => 'sub')],
    unplaced: refusals.filter(({ shape }) => shape === 'none'),
  });
}

/** `items`: one for each of the findings, in their order. */
export function findingsLane(findings: readonly Finding[], items: readonly TimelineItem[]): StoryLane {
  return storyLane(
    'findings',
    items.filter(({ shape }) => shape !== 'none'),
    {
      unplaced: items.filter(({ shape }) => shape === 'none'),
      gaps: items.filter(({ shape }, index) => shape === 'none' && findings[index]?.gap !== null).length,
    },
  );
}

/** Start and end with what is missing guessed from the neighbours, or `null` when neither is known. */
function spanOfPhase(part: Phase | Subcategory, earliest: number | null, latest: number): SpokenSpan | null {
  const start = instantOf(part.start);
  const end = instantOf(part.end);
  if (start === null && end === null) {
    return null;
  }
  const from = start ?? Math.min(earliest ?? end!, end!);
  const to = end ?? Math.max(latest, from);
  return { start: from, end: Math.max(from, to), openStart: start === null, openEnd: end === null };
}

function positionOf(index: number, all: readonly unknown[]): Position {
  return { number: index + 1, total: all.length };
}
