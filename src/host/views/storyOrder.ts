import type { Phase, Subcategory } from '../../core/enrollment/document/phases';
import type { Reboot } from '../../core/enrollment/document/reboots';
import type { SignIn } from '../../core/enrollment/document/signIns';
import type { TriageDocument } from '../../core/enrollment/document/triageDocument';

/* Which part of the story stands where in the trees. */

export type StoryStep =
  { readonly kind: 'reboot'; readonly reboot: Reboot } | { readonly kind: 'signIn'; readonly signIn: SignIn };

export type FlowStep =
  { readonly kind: 'reboot'; readonly reboot: Reboot } | { readonly kind: 'phase'; readonly phase: Phase };

export type PhaseStep =
  | { readonly kind: 'reboot'; readonly reboot: Reboot }
  | { readonly kind: 'subcategory'; readonly subcategory: Subcategory };

/** Sign-ins that a reboot made necessary: they are told with that reboot. */
export function rePromptsOf(document: TriageDocument, rebootId: string): readonly SignIn[] {
  return document.signIns.filter((signIn) => isRePromptOf(signIn, rebootId));
}

/** Reboots and the sign-ins that no reboot caused, in the order in which they happened. */
export function storySteps(document: TriageDocument): readonly StoryStep[] {
  const reboots = document.reboots.map((reboot) => ({ time: reboot.time, step: { kind: 'reboot', reboot } as const }));
  const signIns = document.signIns
    .filter((signIn) => !document.reboots.some((reboot) => isRePromptOf(signIn, reboot.id)))
    .map((signIn) => ({ time: signIn.time, step: { kind: 'signIn', signIn } as const }));
  return [...reboots, ...signIns]
    .sort((a, b) => Date.parse(a.time) - Date.parse(b.time))
    .map(({ step }): StoryStep => step);
}

/** The phases, and between them the reboots that happened in none of them. */
export function flowSteps(document: TriageDocument): readonly FlowStep[] {
  const { phases } = document;
  const outside = document.reboots.filter((reboot) => !phases.some((phase) => phase.id === reboot.during));
  return merge(
    phases.map((phase) => ({ start: phase.start, step: { kind: 'phase', phase } as const })),
    outside.map((reboot) => ({ place: placeOutside(reboot), step: { kind: 'reboot', reboot } as const })),
  );
}

/** The subcategories of a phase, and between them the reboots that happened in it. */
export function phaseSteps(document: TriageDocument, phase: Phase): readonly PhaseStep[] {
  const inside = document.reboots.filter((reboot) => reboot.during === phase.id);
  return merge(
    phase.subcategories.map((subcategory) => ({
      start: subcategory.start,
      step: { kind: 'subcategory', subcategory } as const,
    })),
    inside.map((reboot) => ({ place: Date.parse(reboot.time), step: { kind: 'reboot', reboot } as const })),
  );
}

function isRePromptOf(signIn: SignIn, rebootId: string): boolean {
  return signIn.class === 'rePrompt' && signIn.afterReboot === rebootId;
}

/** Milliseconds since 1970 UTC, or an infinity for what is outside the flow whatever the clock says. */
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
function merge<Fixed, Placed>(
  fixed: readonly { readonly start: string | null; readonly step: Fixed }[],
  placed: readonly { readonly place: number; readonly step: Placed }[],
): (Fixed | Placed)[] {
  const merged: (Fixed | Placed)[] = [];
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
