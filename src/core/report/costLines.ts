import * as l10n from '@vscode/l10n';
import { shortDuration } from '../words/duration';
import { credentialWords } from '../enrollment/storyWords';
import type { Credential, SignIn } from '../enrollment/document/signIns';
import type { TriageDocument } from '../enrollment/document/triageDocument';
import type { OverviewLine } from './overview';

/** What the restarts cost the person: sign-ins, minutes, the token, Windows Hello. Never what is not seen. */
export function costLines({ signIns, signInProblems, token, hello }: TriageDocument): readonly OverviewLine[] {
  return [
    ...signIns.filter((signIn) => signIn.class === 'rePrompt').map(rePromptLine),
    ...signInProblems
      .filter(({ category }) => category === 'tap' || category === 'mfa')
      .map(({ code, meaning, evidence }) => ({ text: `${code}: ${meaning}`, evidence })),
    ...(token.state === 'missing'
      ? [
          {
            text: sentence(l10n.t('The user has no Entra token at the end of these logs.'), token.why),
            evidence: token.evidence,
          },
        ]
      : []),
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

function rePromptLine({ time, waitMs, credential, credentialWhy, evidence }: SignIn): OverviewLine {
  const clock = time.slice(11, 16);
  const waited = waitMs === null ? null : shortDuration(waitMs);
  return { text: sentence(signedInAgain(clock, waited, credential), credentialWhy), evidence };
}

function signedInAgain(clock: string, waited: string | null, credential: Credential): string {
  if (credential === 'unknown') {
    return waited === null
      ? l10n.t('Signed in again at {0} UTC, with what is not known.', clock)
      : l10n.t('Signed in again at {0} UTC after {1} at the lock screen, with what is not known.', clock, waited);
  }
  const how = credentialWords[credential];
  return waited === null
    ? l10n.t('Signed in again at {0} UTC, by {1}.', clock, how)
    : l10n.t('Signed in again at {0} UTC after {1} at the lock screen, by {2}.', clock, waited, how);
}

function sentence(what: string, why: string): string {
  return why === '' ? what : `${what} ${why}`;
}
