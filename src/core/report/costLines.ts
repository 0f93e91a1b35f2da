import { shortDuration } from '../words/duration';
import { credentialWords, uncertaintyWords } from '../enrollment/storyWords';
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
    ...(token.state === 'missing'
      ? [
          {
            text: sentence('The user has no Entra token at the end of these logs', token.why),
            evidence: token.evidence,
          },
        ]
      : []),
    ...(hello.state === 'incomplete'
      ? [
          {
            text: sentence(
              'Windows Hello was offered and not finished: expect a lock screen that asks for user name and PIN',
              hello.why,
            ),
            evidence: hello.evidence,
          },
        ]
      : []),
  ];
}

function rePromptLine(signIn: SignIn): OverviewLine {
  const { time, timeUncertaintyMs, waitMs, asleepMs = 0, credential, credentialWhy, evidence } = signIn;
  const asleep = asleepMs < 60_000 ? '' : ` (${shortDuration(asleepMs)} of it asleep)`;
  const waited = waitMs === null ? '' : ` after ${shortDuration(waitMs)} at the lock screen${asleep}`;
  const how = credential === 'unknown' ? 'with what is not known' : `by ${credentialWords[credential]}`;
  const when = `${time.slice(11, 16)} UTC${uncertaintyWords(timeUncertaintyMs)}`;
  return { text: sentence(`Signed in again at ${when}${waited}, ${how}`, credentialWhy), evidence };
}

function sentence(what: string, why: string): string {
  return why === '' ? `${what}.` : `${what}. ${why}`;
}
