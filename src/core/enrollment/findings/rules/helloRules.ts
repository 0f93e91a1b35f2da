import * as l10n from '@vscode/l10n';
import { phrase, sentences } from '../../../words/language';
import type { HelloPattern, HelloPatternId } from '../../document/signIns';
import { onePlaceEach, refsOf, type Facts } from '../facts';
import { links } from '../links';
import { rulesAbout, type Rule, type RuleAbout } from '../rule';

const helloChannel = 'Microsoft-Windows-HelloForBusiness/Operational';
/** How the wizard ends when the user chooses to do it later. */
const skippedByUser = '0x801C044F';

const states = rulesAbout('hello', [
  {
    id: 'hello.incomplete',
    severity: 'warning',
    when: ({ state }) => state === 'incomplete',
    title: phrase('Windows Hello was offered but not finished'),
    advice: (_, facts) =>
      sentences(
        isPutOff(facts) ? l10n.t('The user put it off; nothing failed.') : '',
        l10n.t(
          'Expect a lock screen that asks for user name and PIN, or for the pass again. The user can finish it under Settings > Accounts > Sign-in options.',
        ),
      ),
    evidence: ({ evidence, patterns }, facts) =>
      onePlaceEach([
        ...evidence,
        ...patterns.filter(({ id }) => id === 'wizardNotFinished').flatMap((pattern) => pattern.evidence),
        ...refsOf(skips(facts.all('helloWizard'))),
      ]),
    links: [links.windowsHello],
    wouldDecide: [
      {
        what: phrase('Collect diagnostics zip: HelloForBusiness/Operational says how far provisioning came'),
        when: (_, facts) => !facts.has(helloChannel),
      },
    ],
  },
  {
    id: 'hello.not-configured',
    severity: 'info',
    when: ({ state }, { story }) =>
      state === 'notConfigured' && story.signIns.some((signIn) => signIn.class === 'rePrompt'),
    title: phrase('Windows Hello is not configured, so every sign-in is by password or pass'),
    advice: phrase(
      'With a Temporary Access Pass and no Hello the user has nothing to sign in with once the pass has ended. Enable Windows Hello for Business, or give the user another method.',
    ),
    price: phrase('setting up Hello is one more page in the first sign-in.'),
    links: [links.windowsHello, links.temporaryAccessPass],
  },
]);

/** What each known course of events means for the user, by its id. */
interface PatternAdvice extends Pick<RuleAbout<HelloPattern>, 'id' | 'severity' | 'title' | 'advice' | 'price'> {
  readonly pattern: HelloPatternId;
}

const patternAdvice: readonly PatternAdvice[] = [
  {
    id: 'hello.local-key-not-registered',
    pattern: 'keyNotRegistered',
    severity: 'error',
    title: phrase('A Windows Hello key was made on the device and never registered in Entra'),
    advice: phrase(
      'The lock screen offers a PIN that Entra refuses. Let the user sign in another way and set the PIN up again (Settings > Accounts > Sign-in options > I forgot my PIN).',
    ),
  },
  {
    id: 'hello.policy-late',
    pattern: 'policyArrivedLate',
    severity: 'info',
    title: phrase('The Windows Hello policy arrived after the user had signed in'),
    advice: phrase(
      'Hello is offered at the next sign-in only. Assign the policy to devices, or set it for the whole tenant, so that it is there first.',
    ),
    price: phrase('a tenant-wide policy also reaches people for whom Hello was not planned.'),
  },
  {
    id: 'hello.no-token',
    pattern: 'noTokenAtSignIn',
    severity: 'warning',
    title: phrase('The user was signed in without a token, so Windows Hello could not be set up'),
    advice: phrase(
      'This is what a restart between the sign-in and the wizard does. Lock and unlock with the network connected, or sign out and in: the token comes back, and the wizard with it.',
    ),
  },
  {
    id: 'hello.container-removed',
    pattern: 'containerRemoved',
    severity: 'warning',
    title: phrase('A Windows Hello container or key was deleted'),
    advice: phrase(
      'By a policy, by a reset of the PIN, or in Entra. The user has to set Hello up again; find out which policy turned it off in between.',
    ),
  },
  {
    id: 'hello.container-broken',
    pattern: 'containerBroken',
    severity: 'warning',
    title: phrase('The Windows Hello container cannot be read'),
    advice: phrase(
      'Its key is gone from the TPM or does not match. Delete it (certutil -deletehellocontainer, as the user) and set Hello up again.',
    ),
    price: phrase('every key in it is lost.'),
  },
  {
    id: 'hello.wrong-pin',
    pattern: 'wrongPin',
    severity: 'info',
    title: phrase('A wrong PIN was typed at the lock screen'),
    advice: phrase('Ask the user whether this PIN was ever set: a PIN tile can stand there from an unfinished setup.'),
  },
  {
    id: 'hello.web-sign-in-despite-key',
    pattern: 'webSignInDespiteKey',
    severity: 'info',
    title: phrase('The user signed in through the web although Windows Hello is set up'),
    advice: phrase(
      'Show the user how to choose the PIN tile under Sign-in options; if it is not there, the container is broken.',
    ),
  },
  {
    id: 'hello.signed-in-again-without-key',
    pattern: 'signedInAgainWithoutKey',
    severity: 'warning',
    title: phrase('The user signed in again and Windows Hello was still not set up'),
    advice: phrase('The wizard was left or never came: the next lock screen asks for the same credential again.'),
  },
  {
    id: 'hello.wizard-not-finished',
    pattern: 'wizardNotFinished',
    severity: 'warning',
    title: phrase('The Windows Hello wizard ended without a key'),
    advice: phrase(
      'Let the user finish it under Settings > Accounts > Sign-in options. If the user did not leave it, look for a restart or an error that ended it.',
    ),
  },
  {
    id: 'hello.odd-tile',
    pattern: 'oddTile',
    severity: 'info',
    title: phrase('The lock screen stands on another account than the one that signed in last'),
    advice: phrase('Explain to the user: choose "Other user" or the own name at the lower left.'),
  },
  {
    id: 'hello.signed-out-at-once',
    pattern: 'signedOutAtOnce',
    severity: 'warning',
    title: phrase('The user was signed in and signed out again at once'),
    advice: phrase(
      'Known of the first web sign-in after pre-provisioning on some builds. Update Windows before the hand-over, or let the user sign in by password.',
    ),
  },
];

const patterns = rulesAbout(
  'helloPattern',
  patternAdvice.map(({ pattern, ...words }) => ({
    ...words,
    // A wizard that ended early is a part of "not finished", where that is told.
    when: ({ id }: HelloPattern, { story }: Facts) =>
      id === pattern && !(id === 'wizardNotFinished' && story.hello.state === 'incomplete'),
    links: [links.windowsHello],
  })),
);

const wizard = rulesAbout('enrollment', [
  {
    id: 'hello.skipped-by-user',
    severity: 'info',
    when: ({ hello }, facts) => hello.state !== 'incomplete' && skips(facts.all('helloWizard')).length > 0,
    title: phrase('The user put Windows Hello off'),
    advice: phrase('Nothing failed. The wizard comes again at the next sign-in; a policy can take the choice away.'),
    links: [links.windowsHello],
    evidence: (_, facts) => refsOf(skips(facts.all('helloWizard'))),
  },
  {
    id: 'hello.registration-failed',
    severity: 'error',
    when: (_, facts) => facts.all('helloKeyFailed').length > 0 && facts.all('helloKeyRegistered').length === 0,
    title: phrase('A Windows Hello key could not be made or registered'),
    advice: phrase(
      'Open the record for its code: mostly the network, a Conditional Access policy, missing MFA, or the TPM.',
    ),
    links: [links.windowsHello],
    evidence: (_, facts) => refsOf(facts.all('helloKeyFailed')),
  },
]);

/** Whether Windows Hello was set up, and what the user meets if it was not. */
export const helloRules: readonly Rule[] = [...states, ...patterns, ...wizard];

function skips<Wizard extends { readonly error: string | null }>(steps: readonly Wizard[]): readonly Wizard[] {
  return steps.filter(({ error }) => error !== null && sameCode(error, skippedByUser));
}

/** Is that how the wizard ended the last time? */
function isPutOff(facts: Facts): boolean {
  const ended = facts.all('helloWizard').filter(({ error }) => error !== null);
  return skips(ended.slice(-1)).length > 0;
}

/** The log writes codes in hexadecimal or as decimals, by build. */
function sameCode(text: string, code: string): boolean {
  return Number(text) >>> 0 === Number(code);
}
