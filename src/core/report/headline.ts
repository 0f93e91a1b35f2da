import * as l10n from '@vscode/l10n';
import { phrase, sentences, spokenCount, wholeNumber } from '../words/language';
import { shortDuration } from '../words/duration';
import type { Reboot } from '../enrollment/document/reboots';
import type { TriageDocument } from '../enrollment/document/triageDocument';
import { isEnrollmentSeen } from '../enrollment/document/enrollmentSight';

/** One sentence that a person can read out on the phone. */
export function headlineSentence(document: TriageDocument): string {
  const inside = rebootsInEnrollment(document);
  if (inside.length === 0) {
    return outside(document);
  }
  const needless = inside.filter(({ expected }) => expected === false).length;
  const restarts = areRestartsSure(inside)
    ? restartSentence(needless, inside.length)
    : possibleSentence(needless, inside.length);
  return `${restarts} ${promptSentence(document)}`;
}

/** Restarts while the Enrollment Status Page ran. */
export function rebootsInEnrollment({ reboots }: TriageDocument): readonly Reboot[] {
  return reboots.filter(
    ({ during }) => during === 'devicePreparation' || during === 'deviceSetup' || during === 'accountSetup',
  );
}

/** Does more than an abrupt start of Intune’s agent show any of them? */
export function areRestartsSure(restarts: readonly Reboot[]): boolean {
  return restarts.some(({ mayBeAgentAlone }) => mayBeAgentAlone !== true);
}

function restartSentence(needless: number, all: number): string {
  const count = wholeNumber(all);
  if (needless === 0) {
    return all === 1
      ? l10n.t('1 restart inside the enrollment, not known to be against the flow.')
      : l10n.t('{0} restarts inside the enrollment, none of them known to be against the flow.', count);
  }
  if (needless < all) {
    return l10n.t('{0} restarts inside the enrollment, {1} of them not called for by the flow.', count, needless);
  }
  return all === 1
    ? l10n.t('1 restart inside the enrollment, and the flow does not call for it.')
    : l10n.t('{0} restarts inside the enrollment, and the flow does not call for any of them.', count);
}

/** The same where nothing shows that it was more than Intune's agent that started anew. */
function possibleSentence(needless: number, all: number): string {
  const count = wholeNumber(all);
  if (needless === 0) {
    return all === 1
      ? l10n.t('1 possible restart inside the enrollment, not known to be against the flow.')
      : l10n.t('{0} possible restarts inside the enrollment, none of them known to be against the flow.', count);
  }
  if (needless < all) {
    return l10n.t(
      '{0} possible restarts inside the enrollment, {1} of them not called for by the flow.',
      count,
      needless,
    );
  }
  return all === 1
    ? l10n.t('1 possible restart inside the enrollment, and the flow does not call for it.')
    : l10n.t('{0} possible restarts inside the enrollment, and the flow does not call for any of them.', count);
}

/** Outside of an enrollment that is not seen is nothing: then nobody knows what a restart belongs to. */
function outside(document: TriageDocument): string {
  if (lacksStarts(document)) {
    return isEnrollmentSeen(document)
      ? l10n.t(
          'An enrollment is seen, and no log in this bundle shows a start of Windows: whether it restarted is not known.',
        )
      : l10n.t(
          'No enrollment is seen, and no log in this bundle shows a start of Windows: whether it restarted is not known.',
        );
  }
  if (!isEnrollmentSeen(document)) {
    return sentences(l10n.t('No enrollment is seen in this bundle.'), strayRestarts(document.reboots.length));
  }
  const unknown = document.reboots.filter(({ during }) => during === 'unknown').length;
  const parts = [
    l10n.t('No restart inside the enrollment is seen'),
    ...countedPart(
      document.reboots.length - unknown,
      phrase('1 restart outside of it'),
      phrase('{0} restarts outside of it'),
    ),
    ...countedPart(
      unknown,
      phrase('1 restart of which is not known whether inside'),
      phrase('{0} restarts of which is not known whether inside'),
    ),
  ];
  return `${parts.join(', ')}.`;
}

/** Where neither of these two is there, and nothing else has shown a start, none would be seen. */
const tellStarts: ReadonlySet<string> = new Set(['System', 'Microsoft-Windows-Shell-Core/Operational']);

/** Is there nothing in the bundle that would show a start of Windows? */
export function lacksStarts({ boots, coverage }: TriageDocument): boolean {
  const known = coverage.filter(({ log }) => tellStarts.has(log));
  return boots.length === 0 && known.length > 0 && known.every(({ state }) => state !== 'present');
}

function strayRestarts(count: number): string {
  return count === 0
    ? ''
    : spokenCount(
        count,
        phrase('1 restart is seen; whether it belongs to an enrollment is not known.'),
        phrase('{0} restarts are seen; whether they belong to an enrollment is not known.'),
      );
}

function countedPart(count: number, one: string, many: string): readonly string[] {
  return count === 0 ? [] : [spokenCount(count, one, many)];
}

function promptSentence(document: TriageDocument): string {
  const { signIns } = document;
  const rePrompts = signIns.filter((signIn) => signIn.class === 'rePrompt');
  if (rePrompts.length === 0) {
    return rebootsInEnrollment(document).some(({ cost }) => cost.prompts === null)
      ? l10n.t('Whether the user had to sign in again for it is not known.')
      : l10n.t('No extra sign-in because of a restart is seen.');
  }
  const waits = rePrompts.flatMap(({ waitMs, asleepMs = 0 }) => (waitMs === null ? [] : waitMs - asleepMs));
  if (waits.length === 0) {
    return rePrompts.length === 1
      ? l10n.t('The user had to sign in again once.')
      : l10n.t('The user had to sign in again {0} times.', rePrompts.length);
  }
  const waited = shortDuration(waits.reduce((sum, wait) => sum + wait, 0));
  return rePrompts.length === 1
    ? l10n.t('The user had to sign in again once, after {0} at the lock screen.', waited)
    : l10n.t('The user had to sign in again {0} times, after {1} at the lock screen.', rePrompts.length, waited);
}
