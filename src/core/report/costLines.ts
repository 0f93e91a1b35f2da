import * as l10n from '@vscode/l10n';
import { shortDuration } from '../words/duration';
import { credentialText, uncertaintyWords } from '../enrollment/storyWords';
import type { SignIn } from '../enrollment/document/signIns';
import type { TriageDocument } from '../enrollment/document/triageDocument';
import type { OverviewLine } from './overview';

/** What the restarts cost the person: sign-ins, minutes, the token, Windows Hello. Never what is not seen. */
export function costLines({ signIns, signInProblems, token, hello }: TriageDocument): readonly OverviewLine[] {
  return [
    ...signIns.filter((signIn) => signIn.class === 'rePrompt').map(rePromptLine),
    ...signInProblems
      .filter(({ category }) => category === 'tap' || category === 'mfa')
      .map(({ code, meaning, evidence }) => ({ text: `${code}: ${meaning}`, evidence })),
    ...(token.state === 'missing' ? [{ text: l10n.t('Entra token: {0}', token.why), evidence: token.evidence }] : []),
    ...(hello.state === 'incomplete'
      ? [
          {
            text: sentence(
              l10n.t(
                'Windows Hello was offered and not finished: expect a lock screen that asks for user name and PIN.',
              ),
              hello.why,
            ),
            evidence: hello.evidence,
          },
        ]
      : []),
  ];
}

function rePromptLine(signIn: SignIn): OverviewLine {
  const { time, timeUncertaintyMs, waitMs, asleepMs = 0, credentialWhy, evidence } = signIn;
  const when = `${time.slice(11, 16)} UTC${uncertaintyWords(timeUncertaintyMs)}`;
  const waited = waitMs === null ? null : waitedText(waitMs, asleepMs);
  return { text: sentence(signedInAgain(when, waited, signIn), credentialWhy), evidence };
}

function waitedText(waitMs: number, asleepMs: number): string {
  const at = l10n.t('{0} at the lock screen', shortDuration(waitMs));
  return asleepMs < 60_000 ? at : `${at} (${l10n.t('{0} of it asleep', shortDuration(asleepMs))})`;
}

function signedInAgain(when: string, waited: string | null, signIn: SignIn): string {
  if (signIn.credential === 'unknown') {
    return waited === null
      ? l10n.t('Signed in again at {0}, with what is not known.', when)
      : l10n.t('Signed in again at {0} after {1}, with what is not known.', when, waited);
  }
  const how = credentialText(signIn);
  return waited === null
    ? l10n.t('Signed in again at {0}, by {1}.', when, how)
    : l10n.t('Signed in again at {0} after {1}, by {2}.', when, waited, how);
}

function sentence(what: string, why: string): string {
  return why === '' ? what : `${what} ${why}`;
}
