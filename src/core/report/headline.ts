import { shortDuration } from '../words/duration';
import { counted } from '../enrollment/storyWords';
import type { Reboot } from '../enrollment/document/reboots';
import type { TriageDocument } from '../enrollment/document/triageDocument';

/** One sentence that a person can read out on the phone. */
export function headlineSentence(document: TriageDocument): string {
  const inside = rebootsInEnrollment(document);
  if (inside.length === 0) {
    return outside(document);
  }
  const needless = inside.filter(({ expected }) => expected === false).length;
  return `${counted(inside.length, 'restart')} inside the enrollment, ${callWords(needless, inside.length)}. ${promptWords(document)}`;
}

/** Restarts while the Enrollment Status Page ran. */
export function rebootsInEnrollment({ reboots }: TriageDocument): readonly Reboot[] {
  return reboots.filter(
    ({ during }) => during === 'devicePreparation' || during === 'deviceSetup' || during === 'accountSetup',
  );
}

function callWords(needless: number, all: number): string {
  if (needless === 0) {
    return 'none of them known to be against the flow';
  }
  if (needless < all) {
    return `${needless} of them not called for by the flow`;
  }
  return `and the flow does not call for ${all === 1 ? 'it' : 'any of them'}`;
}

/** Outside of an enrollment that is not seen is nothing: then nobody knows what a restart belongs to. */
function outside(document: TriageDocument): string {
  const all = document.reboots.length;
  if (!isEnrollmentSeen(document)) {
    const restarts = `${counted(all, 'restart')} ${all === 1 ? 'is' : 'are'} seen`;
    const belongs = `whether ${all === 1 ? 'it belongs' : 'they belong'} to an enrollment is not known`;
    return `No enrollment is seen in this bundle.${all === 0 ? '' : ` ${restarts}; ${belongs}.`}`;
  }
  const unknown = document.reboots.filter(({ during }) => during === 'unknown').length;
  const parts = [
    all > unknown ? `, ${counted(all - unknown, 'restart')} outside of it` : '',
    unknown > 0 ? `, ${counted(unknown, 'restart')} of which is not known whether inside` : '',
  ];
  return `No restart inside the enrollment is seen${parts.join('')}.`;
}

/** Does anything in the bundle tell of an enrollment? */
export function isEnrollmentSeen({ phases, devicePreparation }: TriageDocument): boolean {
  return devicePreparation !== null || phases.some(({ state }) => state !== 'unknown');
}

function promptWords({ signIns }: TriageDocument): string {
  const rePrompts = signIns.filter((signIn) => signIn.class === 'rePrompt');
  if (rePrompts.length === 0) {
    return 'No extra sign-in because of a restart is seen.';
  }
  const waits = rePrompts.flatMap(({ waitMs }) => waitMs ?? []);
  const waited =
    waits.length === 0 ? '' : `, after ${shortDuration(waits.reduce((sum, wait) => sum + wait, 0))} at the lock screen`;
  return `The user had to sign in again ${rePrompts.length === 1 ? 'once' : `${rePrompts.length} times`}${waited}.`;
}
