import { divideRestarts } from '../../core/enrollment/document/enrollmentRestarts';
import type { Attempt, DevicePreparation } from '../../core/enrollment/document/attempts';
import type { Phase, Subcategory } from '../../core/enrollment/document/phases';
import type { Reboot } from '../../core/enrollment/document/reboots';
import type { SignIn } from '../../core/enrollment/document/signIns';
import type { TriageDocument } from '../../core/enrollment/document/triageDocument';
import { isToldWithReboot, toldReboots } from './storyOrder';
import { isPhaseSeen } from '../../core/enrollment/document/enrollmentSight';

/* Which part of the story stands where in "ESP Phases". */

/** What belongs to one attempt. */
export interface AttemptStory {
  /** `null` for the last attempt. */
  readonly attempt: Attempt | null;
  /** Counted from 1. */
  readonly number: number;
  readonly phases: readonly Phase[];
  readonly devicePreparation: DevicePreparation | null;
  readonly reboots: readonly Reboot[];
  /** Those that no reboot with a row called for. */
  readonly rePrompts: readonly SignIn[];
}

/** Something that happened, and stands between the parts of the enrollment. */
export type PlacedStep =
  { readonly kind: 'reboot'; readonly reboot: Reboot } | { readonly kind: 'rePrompt'; readonly signIn: SignIn };

export type FlowStep =
  | PlacedStep
  | { readonly kind: 'phase'; readonly phase: Phase }
  | { readonly kind: 'devicePreparation'; readonly preparation: DevicePreparation };

export type PhaseStep = PlacedStep | { readonly kind: 'subcategory'; readonly subcategory: Subcategory };

/** The attempts of a bundle, the last one first: it is what people look for. Reboots of another time are in none. */
export function attemptStories(document: TriageDocument): readonly AttemptStory[] {
  const { attempts, devicePreparation } = document;
  const told = toldReboots(document);
  const { own } = divideRestarts(document);
  const stranded = document.signIns.filter((signIn) => signIn.class === 'rePrompt' && !isToldWithReboot(signIn, told));
  // What happened before an attempt began leads up to it.
  const attemptOf = (time: string) => attempts.findIndex(({ end }) => Date.parse(time) < Date.parse(end));
  const of = (index: number) => ({
    reboots: own.filter(({ time }) => attemptOf(time) === index),
    rePrompts: stranded.filter(({ time }) => attemptOf(time) === index),
  });
  const last: AttemptStory = {
    attempt: null,
    number: attempts.length + 1,
    // Device preparation has none of the classic phases.
    phases: devicePreparation === null ? document.phases : document.phases.filter(isPhaseSeen),
    devicePreparation,
    ...of(-1),
  };
  const earlier = attempts.map((attempt, index): AttemptStory => ({
    attempt,
    number: index + 1,
    phases: attempt.phases,
    devicePreparation: null,
    ...of(index),
  }));
  return [last, ...earlier.reverse()];
}

/** The phases, and between them what happened in none of them. */
export function flowSteps(story: AttemptStory): readonly FlowStep[] {
  const { phases, devicePreparation } = story;
  const inside = new Set([
    ...phases.flatMap((phase) => phasePlaces(story, phase).map(({ id }) => id)),
    ...(devicePreparation === null ? [] : preparationPlaces(story, devicePreparation).map(({ id }) => id)),
  ]);
  return merge<Exclude<FlowStep, PlacedStep>>(
    [
      ...(devicePreparation === null
        ? []
        : [
            {
              start: devicePreparation.start,
              step: { kind: 'devicePreparation', preparation: devicePreparation } as const,
            },
          ]),
      ...phases.map((phase) => ({ start: phase.start, step: { kind: 'phase', phase } as const })),
    ],
    places(story, placeOutside).filter(({ id }) => !inside.has(id)),
  );
}

/** The subcategories of a phase, and between them what happened in it. */
export function phaseSteps(story: AttemptStory, phase: Phase): readonly PhaseStep[] {
  return merge(
    phase.subcategories.map((subcategory) => ({
      start: subcategory.start,
      step: { kind: 'subcategory', subcategory } as const,
    })),
    phasePlaces(story, phase),
  );
}

/** What happened in device preparation (v2). */
export function preparationSteps(story: AttemptStory, preparation: DevicePreparation): readonly PlacedStep[] {
  return preparationPlaces(story, preparation).map(({ step }) => step);
}

interface Place {
  readonly id: string;
  /** Milliseconds since 1970 UTC, or an infinity for what is outside the flow whatever the clock says. */
  readonly place: number;
  readonly step: PlacedStep;
}

function phasePlaces(story: AttemptStory, phase: Phase): readonly Place[] {
  return placesWithin(story, phase.id, phase);
}

function preparationPlaces(story: AttemptStory, preparation: DevicePreparation): readonly Place[] {
  return placesWithin(story, 'devicePreparation', preparation);
}

/** A reboot says itself where it belongs, a re-prompt only when it was. */
function placesWithin(
  { reboots, rePrompts, ...story }: AttemptStory,
  during: Reboot['during'],
  { start, end }: Pick<Phase, 'start' | 'end'>,
): readonly Place[] {
  return places(
    {
      ...story,
      reboots: reboots.filter((reboot) => reboot.during === during),
      rePrompts: rePrompts.filter(({ time }) => isBetween(time, start, end)),
    },
    ({ time }) => Date.parse(time),
  );
}

/** Not where an end is missing: what came last may be over long ago. */
function isBetween(time: string, start: string | null, end: string | null): boolean {
  return start !== null && end !== null && Date.parse(time) >= Date.parse(start) && Date.parse(time) <= Date.parse(end);
}

function places({ reboots, rePrompts }: AttemptStory, placeOf: (reboot: Reboot) => number): readonly Place[] {
  return [
    ...reboots.map((reboot): Place => ({ id: reboot.id, place: placeOf(reboot), step: { kind: 'reboot', reboot } })),
    ...rePrompts.map((signIn): Place => ({
      id: signIn.id,
      place: Date.parse(signIn.time),
      step: { kind: 'rePrompt', signIn },
    })),
  ].sort((a, b) => (a.place === b.place ? 0 : a.place < b.place ? -1 : 1));
}

function placeOutside(reboot: Reboot): number {
  switch (reboot.during) {
    case 'setup':
    case 'preJoin':
      return -Infinity;
    case 'afterEnrollment':
      return Infinity;
    case 'devicePreparation':
    case 'deviceSetup':
    case 'accountSetup':
    case 'unknown':
      return Date.parse(reboot.time);
  }
}

/** Keeps the order of `fixed` and puts each of `placed` before the first fixed step that starts later. */
function merge<Fixed>(
  fixed: readonly { readonly start: string | null; readonly step: Fixed }[],
  placed: readonly Place[],
): (Fixed | PlacedStep)[] {
  const merged: (Fixed | PlacedStep)[] = [];
  let next = 0;
  for (const { start, step } of fixed) {
    const startMs = start === null ? -Infinity : Date.parse(start);
    for (; next < placed.length && (placed[next]!.place < startMs || placed[next]!.place === -Infinity); next++) {
      merged.push(placed[next]!.step);
    }
    merged.push(step);
  }
  return [...merged, ...placed.slice(next).map(({ step }) => step)];
}
