import { divideRestarts } from '../../core/enrollment/document/enrollmentRestarts';
import type { Reboot } from '../../core/enrollment/document/reboots';
import type { AutoLogonClearing, SignIn, SignInProblem } from '../../core/enrollment/document/signIns';
import type { TriageDocument } from '../../core/enrollment/document/triageDocument';

/* Which part of the story stands where in "Reboots & Sign-ins". */

export type StoryStep =
  | { readonly kind: 'reboot'; readonly reboot: Reboot }
  | { readonly kind: 'signIn'; readonly signIn: SignIn }
  /** `index`: position in the document. */
  | { readonly kind: 'problem'; readonly problem: SignInProblem; readonly index: number };

/** Sign-ins that a reboot made necessary: they are told with that reboot. */
export function rePromptsOf(document: TriageDocument, rebootId: string): readonly SignIn[] {
  return document.signIns.filter((signIn) => signIn.class === 'rePrompt' && signIn.afterReboot === rebootId);
}

/** When the kept credential was erased at a reboot, or on the way back from it. */
export function clearingsOf(document: TriageDocument, rebootId: string): readonly AutoLogonClearing[] {
  return document.autoLogonClearings.filter(({ afterReboot }) => afterReboot === rebootId);
}

/**
 * Reboots, the sign-ins that no reboot caused, and refused sign-ins, in the order in which they happened; what has no
 * time stands at the end. Reboots that were before the enrollment have a branch of their own.
 */
export function storySteps(document: TriageDocument): readonly StoryStep[] {
  const reboots = divideRestarts(document).own.map((reboot) => ({
    time: reboot.time,
    step: { kind: 'reboot', reboot } as const,
  }));
  const told = toldReboots(document);
  const signIns = document.signIns
    .filter((signIn) => !isToldWithReboot(signIn, told))
    .map((signIn) => ({ time: signIn.time, step: { kind: 'signIn', signIn } as const }));
  const problems = document.signInProblems.map((problem, index) => ({
    time: problem.time,
    step: { kind: 'problem', problem, index } as const,
  }));
  return [...reboots, ...signIns, ...problems]
    .sort((a, b) => placeOf(a.time) - placeOf(b.time))
    .map(({ step }): StoryStep => step);
}

/** Ids of the reboots that have a row. */
export function toldReboots({ reboots }: TriageDocument): ReadonlySet<string> {
  return new Set(reboots.map(({ id }) => id));
}

/** Does it stand below the reboot that called for it? */
export function isToldWithReboot({ class: kind, afterReboot }: SignIn, told: ReadonlySet<string>): boolean {
  return kind === 'rePrompt' && afterReboot !== null && told.has(afterReboot);
}

/** Milliseconds since 1970 UTC; far away for what has no time, and still a number that can be subtracted. */
function placeOf(time: string | null): number {
  return time === null ? Number.MAX_SAFE_INTEGER : Date.parse(time);
}
