/*
 * Enrollments that were begun before the last one: each attempt with the phases it came to.
 */
import * as l10n from '@vscode/l10n';
import type { Attempt } from '../enrollment/document/attempts';
import { phaseWords, stateWords } from '../enrollment/storyWords';
import { longDuration, shortDuration } from '../words/duration';
import { clockTime, instantOf } from '../words/instant';
import { bar, detailsOf } from './itemShapes';
import { stateFills, stateTones } from './phaseItems';
import { sentence } from './spokenLabel';
import { storyLane } from './storyLane';
import type { Fill, StoryLane, TimelineItem, Tone } from './timelineModel';
import { attemptEndWords, attemptOutcomeWords } from './words';

const outcomeLook: Readonly<Record<Attempt['outcome'], readonly [Tone, Fill]>> = {
  completed: ['progress', 'solid'],
  failed: ['bad', 'striped'],
  interrupted: ['caution', 'outline'],
  unknown: ['neutral', 'dotted'],
};

export function attemptsLane(attempts: readonly Attempt[]): StoryLane {
  const items = attempts.flatMap((attempt, index) => attemptItems(attempt, index + 1, attempts.length));
  const hasParts = items.some((item) => item?.kind === 'attemptPhase');
  return storyLane('attempts', items, { rows: hasParts ? ['main', 'sub'] : ['main'] });
}

function attemptItems(attempt: Attempt, number: number, total: number): (TimelineItem | null)[] {
  const [start, end] = [instantOf(attempt.start), instantOf(attempt.end)];
  if (start === null || end === null) {
    return [null];
  }
  const [tone, fill] = outcomeLook[attempt.outcome];
  const outcome = attemptOutcomeWords[attempt.outcome];
  const ending = attemptEndWords[attempt.endedBy];
  const words = l10n.t('{0}, ended as {1}', outcome, ending);
  const whole = bar({
    id: attempt.id,
    kind: 'attempt',
    start,
    end: Math.max(start, end),
    tone,
    fill,
    label: `${l10n.t('Attempt {0}', number)} · ${words}`,
    title: `${l10n.t('Earlier attempt {0} of {1}', number, total)}: ${outcome}`,
    details: detailsOf(l10n.t('It ended as {0}', ending), l10n.t('It took {0}', shortDuration(end - start))),
    spoken: sentence([
      l10n.t('Earlier attempt {0} of {1}', number, total),
      l10n.t('from {0}', clockTime(start)),
      longDuration(end - start),
      words,
    ]),
    evidence: attempt.evidence,
  });
  return [whole, ...attempt.phases.flatMap((phase) => attemptPhase(attempt, phase, whole))];
}

function attemptPhase(attempt: Attempt, phase: Attempt['phases'][number], whole: TimelineItem): TimelineItem[] {
  const [start, end] = [instantOf(phase.start), instantOf(phase.end)];
  const known = start ?? end;
  if (known === null) {
    return [];
  }
  const name = phaseWords[phase.id];
  return [
    bar({
      id: `${attempt.id}/${phase.id}`,
      storyId: attempt.id,
      kind: 'attemptPhase',
      row: 1,
      parent: attempt.id,
      start: known,
      // What was still going on ended with the attempt.
      end: Math.max(known, end ?? whole.end),
      openStart: start === null,
      openEnd: end === null,
      tone: stateTones[phase.state],
      fill: stateFills[phase.state],
      label: `${name} · ${stateWords[phase.state]}`,
      title: `${l10n.t('{0} of an earlier attempt', name)}: ${stateWords[phase.state]}`,
      details: detailsOf(start === null && l10n.t('Start not known'), end === null && l10n.t('End not known')),
      spoken: sentence([
        l10n.t('{0} of an earlier attempt', name),
        stateWords[phase.state],
        l10n.t('from {0}', clockTime(known)),
      ]),
      evidence: phase.evidence,
    }),
  ];
}
