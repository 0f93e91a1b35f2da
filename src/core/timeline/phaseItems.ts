/*
 * The bars of the phases of the Enrollment Status Page and of their subcategories.
 */
import * as l10n from '@vscode/l10n';
import { phrase, spokenCount } from '../words/language';
import { phaseStateText, phaseWords, subcategoryName } from '../enrollment/storyWords';
import type { Phase, PhaseState, Subcategory } from '../enrollment/document/phases';
import { shortDuration } from '../words/duration';
import { bar, detailsOf } from './itemShapes';
import { lengthOf, pausesIn, pauseWords } from './pauses';
import { spokenPhase, spokenSubcategory } from './spokenLabel';
import type { SpokenSpan } from './spokenLabel';
import type { Detail, Fill, Pause, TimelineItem, Tone } from './timelineModel';

export const stateTones: Readonly<Record<PhaseState, Tone>> = {
  notStarted: 'neutral',
  inProgress: 'progress',
  succeeded: 'progress',
  failed: 'bad',
  skipped: 'neutral',
  unknown: 'neutral',
};

export const stateFills: Readonly<Record<PhaseState, Fill>> = {
  notStarted: 'dotted',
  inProgress: 'solid',
  succeeded: 'solid',
  failed: 'striped',
  skipped: 'outline',
  unknown: 'dotted',
};

/** `pauses`: all of the story; those within the phase are marked in its bar. */
export function phaseItem(phase: Phase, span: SpokenSpan, pauses: readonly Pause[]): TimelineItem {
  const own = pausesIn(span, pauses);
  return bar({
    ...stateLook(phase, phaseWords[phase.id], span, own),
    ...span,
    id: phase.id,
    kind: 'phase',
    row: 0,
    title: `${phaseWords[phase.id]}: ${phaseStateText(phase)}`,
    details: lengthDetails(span, own),
    spoken: spokenPhase(phase, span, own),
    evidence: phase.evidence,
  });
}

export function subcategoryItem(
  sub: Subcategory,
  phase: Phase,
  span: SpokenSpan,
  row: number,
  pauses: readonly Pause[],
): TimelineItem {
  const own = pausesIn(span, pauses);
  const name = subcategoryName(sub.id);
  const failed = sub.items.filter(({ state }) => state === 'failed');
  return bar({
    ...stateLook(sub, name, span, own),
    ...span,
    id: sub.id,
    kind: 'subcategory',
    row,
    parent: phase.id,
    title: `${name}: ${phaseStateText(sub)}`,
    details: [
      ...lengthDetails(span, own),
      ...detailsOf(
        sub.items.length > 0 && spokenCount(sub.items.length, phrase('1 item'), phrase('{0} items')),
        ...failed.slice(0, 3).map(({ id, name: itemName }) => [l10n.t('Failed'), itemName ?? id] as const),
      ),
    ],
    spoken: spokenSubcategory(sub, phase, span, own),
    evidence: sub.evidence,
  });
}

function stateLook(part: Phase | Subcategory, name: string, span: SpokenSpan, pauses: readonly Pause[]) {
  const isWhole = !span.openStart && !span.openEnd;
  const length = [isWhole ? shortDuration(span.end - span.start) : '', pauseWords(pauses, shortDuration)];
  const told = length.filter((part) => part !== '').join(', ');
  const words = part.state === 'succeeded' ? '' : ` · ${phaseStateText(part)}`;
  return {
    label: `${name}${words}${told === '' ? '' : ` · ${told}`}`,
    tone: stateTones[part.state],
    fill: stateFills[part.state],
    pauses,
  };
}

function lengthDetails(span: SpokenSpan, pauses: readonly Pause[]): Detail[] {
  const together = (kind: Pause['kind']): number => lengthOf(pauses.filter((pause) => pause.kind === kind));
  const [down, waited] = [together('restart'), together('wait')];
  return detailsOf(
    span.openStart && l10n.t('Start not known'),
    span.openEnd && l10n.t('End not known'),
    !span.openStart && !span.openEnd && l10n.t('Took {0}', shortDuration(span.end - span.start)),
    down > 0 && l10n.t('Windows was restarting for {0} of it', shortDuration(down)),
    waited > 0 && l10n.t('The lock screen waited for {0} of it', shortDuration(waited)),
  );
}
