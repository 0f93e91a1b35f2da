import { durationWords } from '../durationWords';
import { tokenGoneNote } from '../signIns/tokenStory';
import type { Finding } from '../document/findings';
import type { SignIn } from '../document/signIns';
import { finding, type Rule, type Story } from './rule';

const learnWebSignIn = 'https://learn.microsoft.com/windows/security/identity-protection/web-sign-in/';
const helloChannel = 'Microsoft-Windows-HelloForBusiness/Operational';

/** What a restart cost the user: another sign-in, the token, Windows Hello. */
export const signInRules: readonly Rule[] = [
  ({ signIns }) => signIns.filter((signIn) => signIn.class === 'rePrompt').map(rePromptFinding),
  ({ reboots }) =>
    reboots
      .filter(({ tokenLost }) => tokenLost === true)
      .map((reboot) =>
        finding({
          id: 'token.lost-after-reboot',
          title: 'The user’s token was gone after the restart',
          severity: 'warning',
          about: [reboot.id],
          advice: 'Account setup and single sign-on need it: the user has to sign in, and pass MFA, once more.',
          evidence: reboot.evidence.filter(({ note }) => note === tokenGoneNote),
        }),
      ),
  ({ hello, coverage }) =>
    hello.state !== 'incomplete'
      ? []
      : [
          finding({
            id: 'hello.incomplete',
            title: 'Windows Hello was offered but not finished',
            severity: 'warning',
            confidence: 'medium',
            about: ['hello'],
            advice:
              'Expect a lock screen that asks for user name and PIN, or for the pass again. The user can finish it under Settings > Accounts > Sign-in options.',
            evidence: hello.evidence,
            wouldDecide: isCovered(coverage, helloChannel)
              ? []
              : ['Collect diagnostics zip: HelloForBusiness/Operational says how far provisioning came'],
          }),
        ],
];

function rePromptFinding(signIn: SignIn): Finding {
  const isWeb = signIn.credential === 'webSignIn';
  const waited = signIn.waitMs === null ? '' : ` after ${durationWords(signIn.waitMs)} at the lock screen`;
  return finding({
    id: isWeb ? 'signin.web-sign-in-re-prompt' : 'signin.re-prompt-after-reboot',
    title: `The user had to sign in again${isWeb ? ' through web sign-in' : ''}${waited}`,
    severity: 'error',
    confidence: signIn.confidence,
    about: [signIn.id, ...(signIn.afterReboot === null ? [] : [signIn.afterReboot])],
    advice: isWeb
      ? 'With a Temporary Access Pass this is typed again under Other user > Sign-in options > the globe. Remove the restart, or give a pass that is multi-use and lives long enough.'
      : 'Remove the restart that this sign-in follows; see its causes.',
    links: [learnWebSignIn],
    evidence: signIn.evidence,
    wouldDecide: [
      isWeb
        ? 'Entra sign-in log: whether the credential was a Temporary Access Pass'
        : 'Collect diagnostics zip: the LogonUI registry export names the credential of the last sign-in',
    ],
  });
}

function isCovered(coverage: Story['coverage'], channel: string): boolean {
  return coverage.some(({ log, state }) => log === channel && state === 'present');
}
