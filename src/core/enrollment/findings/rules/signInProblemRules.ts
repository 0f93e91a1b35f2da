import * as l10n from '@vscode/l10n';
import { phrase, spokenCount } from '../../../words/language';
import type { SignInProblem } from '../../document/signIns';
import type { Story } from '../facts';
import { links } from '../links';
import { rulesAbout, type Rule, type RuleAbout } from '../rule';

/** What a refused sign-in or token request means, by its code or its category. */
interface ProblemAdvice extends Pick<RuleAbout<Story>, 'id' | 'severity' | 'advice' | 'price' | 'links'> {
  readonly fits: (problem: SignInProblem) => boolean;
  /** The title, by how often it was. */
  readonly says: (problem: SignInProblem, count: number) => string;
}

const passCodes = { expired: 'AADSTS130504', rejected: ['AADSTS130501', 'AADSTS130507'] } as const;
const expiredPassword: readonly string[] = ['AADSTS50055', 'AAD 1210', 'AAD 1212'];

const problemAdvice: readonly ProblemAdvice[] = [
  {
    id: 'signin.tap-expired',
    fits: ({ code }) => code === passCodes.expired,
    severity: 'error',
    says: () => l10n.t('A Temporary Access Pass was refused because it had expired'),
    advice: phrase(
      'Issue a pass whose lifetime covers the whole enrollment with its restarts, or remove the restart that asks for it again.',
    ),
    price: phrase('a pass that lives longer can be misused longer.'),
    links: [links.temporaryAccessPass],
  },
  {
    id: 'signin.tap-rejected',
    fits: ({ code }) => (passCodes.rejected as readonly string[]).includes(code),
    severity: 'error',
    says: ({ code }) =>
      code === 'AADSTS130501'
        ? l10n.t('A Temporary Access Pass was refused by policy: used up, not one-time, or not for this user')
        : l10n.t('A Temporary Access Pass was refused: it is not known for this user'),
    advice: phrase(
      'A one-time pass is used up by the first sign-in: with a restart in between it cannot be enough. Issue a multi-use pass, or remove the restart.',
    ),
    price: phrase('a multi-use pass can be used by somebody else as long as it lives.'),
    links: [links.temporaryAccessPass],
  },
  {
    id: 'signin.mfa-required',
    // A client that was asked for "interaction" may have been asked for something else.
    fits: ({ category, code }) => category === 'mfa' && code.startsWith('AADSTS'),
    severity: 'warning',
    says: ({ meaning }, count) =>
      spokenCount(
        count,
        phrase('Entra asked for multi-factor authentication: {1}'),
        phrase('Entra asked for multi-factor authentication {0} times: {1}'),
        meaning,
      ),
    advice: phrase(
      'A prompt in the middle of the enrollment is easily missed. Leave the enrollment apps out of the policy that asks, or let people register before.',
    ),
    price: phrase('an app that is left out is reached with one factor.'),
    links: [links.signInErrors],
  },
  {
    id: 'signin.conditional-access',
    fits: ({ category }) => category === 'conditionalAccess',
    severity: 'error',
    says: ({ meaning }, count) =>
      spokenCount(
        count,
        phrase('Conditional Access blocked a sign-in: {1}'),
        phrase('Conditional Access blocked a sign-in {0} times: {1}'),
        meaning,
      ),
    advice: phrase(
      'A device that has not been measured or is not compliant yet is blocked like one that is not compliant. Exclude the enrollment apps, or give compliance a grace period.',
    ),
    price: phrase('during the grace period a device that is not compliant gets in as well.'),
    links: [links.conditionalAccess],
  },
  {
    id: 'signin.password-expired',
    fits: ({ code }) => expiredPassword.includes(code),
    severity: 'error',
    says: () => l10n.t('The password had expired'),
    advice: phrase(
      'The user changes it in a browser and signs in again; then look why a new account had an old password.',
    ),
    links: [links.signInErrors],
  },
  {
    id: 'signin.refused',
    fits: ({ category, code }) => category === 'password' && !expiredPassword.includes(code),
    severity: 'warning',
    says: ({ meaning }, count) =>
      spokenCount(count, phrase('A sign-in was refused: {1}'), phrase('A sign-in was refused {0} times: {1}'), meaning),
    advice: phrase('Typing mistakes are normal; a locked or unknown account is not. The code tells which.'),
    links: [links.signInErrors],
  },
  {
    id: 'signin.session-expired',
    fits: ({ category }) => category === 'session',
    severity: 'info',
    says: ({ meaning }, count) =>
      spokenCount(
        count,
        phrase('A session or token was no longer accepted: {1}'),
        phrase('A session or token was no longer accepted {0} times: {1}'),
        meaning,
      ),
    advice: phrase(
      'After a sign-in with a pass every token ends with the pass. Else look for a sign-in frequency policy, or a password change.',
    ),
    links: [links.refreshToken],
  },
  {
    id: 'signin.device-refused',
    fits: ({ category }) => category === 'device',
    severity: 'warning',
    says: ({ meaning }, count) =>
      spokenCount(
        count,
        phrase('Entra did not accept the device: {1}'),
        phrase('Entra did not accept the device {0} times: {1}'),
        meaning,
      ),
    advice: phrase(
      'Check the device object (disabled, deleted, an old one of the same name) and whether the TPM still has its key.',
    ),
    links: [links.deviceRegistration],
  },
  {
    id: 'signin.network',
    fits: ({ category }) => category === 'network',
    severity: 'warning',
    says: ({ meaning }, count) =>
      spokenCount(
        count,
        phrase('A sign-in or token request did not reach Entra: {1}'),
        phrase('A sign-in or token request did not reach Entra {0} times: {1}'),
        meaning,
      ),
    advice: phrase(
      'Check proxy, TLS inspection and the network before the sign-in: at the lock screen there is no signed-in user to authenticate to a proxy.',
    ),
    links: [links.networkEndpoints],
  },
];

/** Refused sign-ins and token requests: several logs tell of one, and one rule speaks once. */
export const signInProblemRules: readonly Rule[] = rulesAbout(
  'enrollment',
  problemAdvice.map(({ fits, says, ...words }) => ({
    ...words,
    when: ({ signInProblems }: Story) => signInProblems.some(fits),
    title: ({ signInProblems }: Story) => {
      const found = signInProblems.filter(fits);
      return says(mostTelling(found), timesOf(found));
    },
    evidence: ({ signInProblems }: Story) => signInProblems.filter(fits).flatMap(({ evidence }) => evidence),
  })),
);

/** A code of the sign-in service says more than the result that a client made of it. */
function mostTelling(problems: readonly SignInProblem[]): SignInProblem {
  return problems.find(({ code }) => code.startsWith('AADSTS')) ?? problems[0]!;
}

/** Of the code that is told of most often, since one refusal can stand in several logs. */
function timesOf(problems: readonly SignInProblem[]): number {
  return problems.reduce((count, problem) => Math.max(count, problem.count), 1);
}
