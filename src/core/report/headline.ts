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
  const what = inside.some(({ mayBeAgentAlone }) => mayBeAgentAlone !== true) ? 'restart' : 'possible restart';
  return `${counted(inside.length, what)} inside the enrollment, ${callWords(needless, inside.length)}. ${promptWords(document)}`;
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

function outside(document: TriageDocument): string {
  const { reboots, phases } = document;
  const enrolled = phases.some(({ state }) => state !== 'unknown');
  const where = enrolled ? 'No restart inside the enrollment is seen' : 'No enrollment is seen in this bundle';
  if (lacksStarts(document)) {
    return `${enrolled ? 'An enrollment' : 'No enrollment'} is seen, and no log in this bundle shows a start of Windows: whether it restarted is not known.`;
  }
  return reboots.length === 0 ? `${where}.` : `${where}, ${counted(reboots.length, 'restart')} outside of it.`;
}

/** Where neither of these two is there, and nothing else has shown a start, none would be seen. */
const tellStarts: ReadonlySet<string> = new Set(['System', 'Microsoft-Windows-Shell-Core/Operational']);

function lacksStarts({ boots, coverage }: TriageDocument): boolean {
  const known = coverage.filter(({ log }) => tellStarts.has(log));
  return boots.length === 0 && known.length > 0 && known.every(({ state }) => state !== 'present');
}

function promptWords(document: TriageDocument): string {
  const { signIns } = document;
  const rePrompts = signIns.filter((signIn) => signIn.class === 'rePrompt');
  if (rePrompts.length === 0) {
    return rebootsInEnrollment(document).some(({ cost }) => cost.prompts === null)
      ? 'Whether the user had to sign in again for it is not known.'
      : 'No extra sign-in because of a restart is seen.';
  }
  const waits = rePrompts.flatMap(({ waitMs, asleepMs = 0 }) => (waitMs === null ? [] : waitMs - asleepMs));
  const waited =
    waits.length === 0 ? '' : `, after ${shortDuration(waits.reduce((sum, wait) => sum + wait, 0))} at the lock screen`;
  return `The user had to sign in again ${rePrompts.length === 1 ? 'once' : `${rePrompts.length} times`}${waited}.`;
}
