import * as l10n from '@vscode/l10n';
import { wholeNumber } from '../words/language';
import { shortDuration } from '../words/duration';
import type { Reboot } from '../enrollment/document/reboots';
import type { TriageDocument } from '../enrollment/document/triageDocument';

/** One sentence that a person can read out on the phone. */
export function headlineSentence(document: TriageDocument): string {
  const inside = rebootsInEnrollment(document);
  if (inside.length === 0) {
    return outside(document);
  }
  const needless = inside.filter(({ expected }) => expected === false).length;
  return `${restartSentence(needless, inside.length)} ${promptSentence(document)}`;
}

/** Restarts while the Enrollment Status Page ran. */
export function rebootsInEnrollment({ reboots }: TriageDocument): readonly Reboot[] {
  return reboots.filter(
    ({ during }) => during === 'devicePreparation' || during === 'deviceSetup' || during === 'accountSetup',
  );
}

function restartSentence(needless: number, all: number): string {
  const count = wholeNumber(all);
  if (needless === 0) {
    return all === 1
      ? l10n.t('1 restart inside the enrollment, none of them known to be against the flow.')
      : l10n.t('{0} restarts inside the enrollment, none of them known to be against the flow.', count);
  }
  if (needless < all) {
    return l10n.t('{0} restarts inside the enrollment, {1} of them not called for by the flow.', count, needless);
  }
  return all === 1
    ? l10n.t('1 restart inside the enrollment, and the flow does not call for it.')
    : l10n.t('{0} restarts inside the enrollment, and the flow does not call for any of them.', count);
}

function outside({ reboots, phases }: TriageDocument): string {
  const isEnrolled = phases.some(({ state }) => state !== 'unknown');
  const count = wholeNumber(reboots.length);
  switch (reboots.length) {
    case 0:
      return isEnrolled
        ? l10n.t('No restart inside the enrollment is seen.')
        : l10n.t('No enrollment is seen in this bundle.');
    case 1:
      return isEnrolled
        ? l10n.t('No restart inside the enrollment is seen, 1 restart outside of it.')
        : l10n.t('No enrollment is seen in this bundle, 1 restart outside of it.');
    default:
      return isEnrolled
        ? l10n.t('No restart inside the enrollment is seen, {0} restarts outside of it.', count)
        : l10n.t('No enrollment is seen in this bundle, {0} restarts outside of it.', count);
  }
}

function promptSentence({ signIns }: TriageDocument): string {
  const rePrompts = signIns.filter((signIn) => signIn.class === 'rePrompt');
  if (rePrompts.length === 0) {
    return l10n.t('No extra sign-in because of a restart is seen.');
  }
  const waits = rePrompts.flatMap(({ waitMs }) => waitMs ?? []);
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
