import * as l10n from '@vscode/l10n';
import { phrase, sentences } from '../../../words/language';
import { shortDuration } from '../../../words/duration';
import { credentialText } from '../../storyWords';
import type { Reboot } from '../../document/reboots';
import type { SignIn } from '../../document/signIns';
import type { EvidenceRef } from '../../document/evidence';
import { links } from '../links';
import { rulesAbout, type Decider, type Rule, type RuleAbout } from '../rule';
import { signInProblemRules } from './signInProblemRules';
import type { Facts, Story } from '../facts';

/** A lock screen that waits longer was not being watched, milliseconds. */
const longWaitMs = 10 * 60_000;

const entraLog: Decider<unknown> = {
  what: phrase('Entra sign-in log: which authentication method was used, e.g. whether it was a Temporary Access Pass'),
};
const credentialExport: Decider<SignIn> = {
  what: phrase('Collect diagnostics zip: the LogonUI registry export names the credential of the last sign-in'),
  when: ({ credential }) => credential === 'unknown',
};

/** Longer than a restart takes, milliseconds. */
const longDowntimeMs = 15 * 60_000;

function mayHaveBeenOff(reboot: Reboot | undefined, facts: Facts): boolean {
  return (
    reboot !== undefined && (reboot.downtimeMs ?? 0) > longDowntimeMs && facts.bootAfter(reboot)?.kind === 'unknown'
  );
}

/** What makes it surer that a restart called for a sign-in, and what less sure. */
const rePromptFactors = {
  raises: [
    {
      when: ({ afterReboot }, facts) => facts.reboot(afterReboot)?.autoLogonCleared === true,
      because: phrase('The automatic sign-in was erased at that restart.'),
    },
    {
      when: ({ afterReboot }, facts) => facts.reboot(afterReboot)?.tokenLost === true,
      because: phrase('The user’s token was gone after that restart.'),
    },
  ],
  lowers: [
    {
      when: ({ afterReboot }, facts) => mayHaveBeenOff(facts.reboot(afterReboot), facts),
      because: phrase('The device was down for long, and nothing shows how it stopped: it may have been switched off.'),
    },
    {
      when: (_, { story }) => story.clock.steps.some(({ reason }) => reason === 'unknown'),
      because: phrase('The clock jumped in this story and these logs do not say why.'),
    },
  ],
} as const satisfies Pick<RuleAbout<SignIn>, 'raises' | 'lowers'>;

const episodes = rulesAbout('signIn', [
  {
    id: 'signin.web-sign-in-re-prompt',
    severity: 'error',
    when: (signIn) => signIn.class === 'rePrompt' && isWeb(signIn),
    title: ({ waitMs, ...signIn }) =>
      waitMs === null
        ? `${l10n.t('The user had to sign in again through web sign-in')}${byCredential(signIn)}`
        : l10n.t(
            'The user had to sign in again through web sign-in{0} after {1} at the lock screen',
            byCredential(signIn),
            shortDuration(waitMs),
          ),
    advice: phrase(
      'With a Temporary Access Pass this is typed again under Other user > Sign-in options > the globe. Remove the restart, or give a pass that is multi-use and lives long enough.',
    ),
    price: phrase('a pass that lives longer can be misused longer.'),
    ...rePromptFactors,
    links: [links.webSignIn, links.temporaryAccessPass],
    wouldDecide: [entraLog],
  },
  {
    id: 'signin.re-prompt-after-reboot',
    severity: (signIn, facts) => (followsExpectedRestart(signIn, facts) ? 'warning' : 'error'),
    when: (signIn) => signIn.class === 'rePrompt' && !isWeb(signIn),
    title: ({ waitMs, ...signIn }) =>
      waitMs === null
        ? `${l10n.t('The user had to sign in again')}${byCredential(signIn)}`
        : l10n.t(
            'The user had to sign in again{0} after {1} at the lock screen',
            byCredential(signIn),
            shortDuration(waitMs),
          ),
    advice: (signIn, facts) =>
      followsExpectedRestart(signIn, facts)
        ? l10n.t(
            'The restart before it belongs to the flow: ship images with current updates, so that there is none to wait for after the first sign-in.',
          )
        : l10n.t('Remove the restart that this sign-in follows; see its causes.'),
    ...rePromptFactors,
    links: [links.unexpectedReboots],
    wouldDecide: [credentialExport],
  },
  {
    id: 'signin.credential-not-provable',
    severity: 'info',
    when: (signIn) => signIn.class === 'rePrompt' && signIn.credential === 'unknown',
    title: phrase('With what the user signed in again cannot be told from this bundle'),
    advice: ({ credentialWhy }) =>
      sentences(
        credentialWhy,
        l10n.t('Ask the user, or collect what would decide it, before the story is told with a pass in it.'),
      ),
    links: [links.collectDiagnostics],
    wouldDecide: [credentialExport, entraLog],
  },
  {
    id: 'signin.long-wait',
    severity: 'warning',
    when: (signIn) => signIn.class === 'rePrompt' && (signIn.waitMs ?? 0) >= longWaitMs,
    title: ({ waitMs }) =>
      l10n.t('The lock screen waited for {0} before anybody signed in', shortDuration(waitMs ?? 0)),
    advice: phrase(
      'People walk away from a first setup. Whatever runs after this sign-in was late by that time, and a short-lived pass ran on.',
    ),
    lowers: [
      {
        when: (_, { story }) => story.clock.steps.length > 0,
        because: phrase('The clock was set during this story, so long pauses are less sure.'),
      },
    ],
    links: [links.temporaryAccessPass],
  },
  {
    id: 'signin.automatic-after-reboot',
    severity: 'info',
    when: (signIn) => signIn.class === 'automatic' && signIn.afterReboot !== null,
    title: phrase('Windows signed the user in by itself after a restart'),
    advice: phrase('Nothing to do: this restart cost time, but no sign-in.'),
  },
  {
    id: 'signin.planned',
    severity: 'info',
    when: (signIn) => signIn.class === 'planned',
    title: phrase('A second sign-in that the flow calls for (hybrid join, or the hand-over after pre-provisioning)'),
    advice: phrase('Expected: it is not the price of a restart.'),
    links: [links.hybridJoin, links.preProvisioning],
  },
]);

const pass = rulesAbout('enrollment', [
  {
    id: 'signin.stated-pass-not-enough',
    severity: 'error',
    when: (story) => passFailures(story).length > 0,
    title: phrase('By what was stated about the pass, it could not serve the sign-in after the restart'),
    confidence: 'medium',
    advice: (story) =>
      sentences(
        passFailures(story)[0]?.why ?? '',
        l10n.t('Give a multi-use pass that lives longer, or remove the restart.'),
      ),
    price: phrase('a pass that lives longer can be misused longer.'),
    links: [links.temporaryAccessPass],
    wouldDecide: [entraLog],
    evidence: (story) => passFailures(story).flatMap(({ evidence }) => evidence),
  },
]);

/** Sign-ins that a restart cost, and sign-ins that were refused. */
export const signInRules: readonly Rule[] = [...episodes, ...signInProblemRules, ...pass];

function isWeb({ credential }: SignIn): boolean {
  return credential === 'webSignIn' || credential === 'temporaryAccessPass';
}

function followsExpectedRestart({ afterReboot }: SignIn, facts: Facts): boolean {
  return facts.reboot(afterReboot)?.expected === true;
}

/** ` (password)`; empty where the credential is not known, or said already. */
function byCredential(signIn: Pick<SignIn, 'credential' | 'credentialStrength'>): string {
  const isSaid = signIn.credential === 'unknown' || signIn.credential === 'webSignIn';
  return isSaid ? '' : ` (${credentialText(signIn)})`;
}

/** Sign-ins after a restart that the stated pass had run out for, or was used up. */
function passFailures(story: Story): readonly { readonly why: string; readonly evidence: readonly EvidenceRef[] }[] {
  const signIns = new Map(story.signIns.map((signIn) => [signIn.id, signIn]));
  return (story.temporaryAccessPass?.atRePrompts ?? []).flatMap(({ signIn, expired, usedUp, why }) =>
    expired === true || usedUp === true ? [{ why, evidence: signIns.get(signIn)?.evidence ?? [] }] : [],
  );
}
