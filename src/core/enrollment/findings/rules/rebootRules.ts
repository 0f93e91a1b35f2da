import * as l10n from '@vscode/l10n';
import { listOf, phrase, sentences, spokenCount } from '../../../words/language';
import { shortDuration } from '../../../words/duration';
import { weakest } from '../../confidence';
import { priceWords } from '../../priceWords';
import { duringWords, shortUri } from '../../storyWords';
import type { OtherCauseKind, Reboot, RebootCause } from '../../document/reboots';
import { blamed, isBlamed, isInEnrollment, type Facts } from '../facts';
import { links } from '../links';
import { rulesAbout, type Decider, type Rule } from '../rule';
import { expectedRebootRules } from './expectedRebootRules';
import { waitingAfter, waitingPrice } from './waitingSettings';

const systemLog: Decider<Reboot> = {
  what: phrase('System event log: who asked (User32 1074), or a power loss'),
  when: (_, facts) => !facts.has('System'),
};
const pagesLog: Decider<Reboot> = {
  what: phrase('Shell-Core/Operational covering that time: what the pages of OOBE were doing'),
  when: (_, facts) => !facts.has('Microsoft-Windows-Shell-Core/Operational'),
};

/** Longer than Windows needs to start, even with updates to apply, milliseconds. */
const longDowntimeMs = 15 * 60_000;

/** Restarts inside the enrollment that somebody can do something about. */
const avoidable = rulesAbout('reboot', [
  {
    id: 'reboot.policy-in-device-setup',
    severity: 'warning',
    when: (reboot) => reboot.class === 'coalescedPolicy',
    title: (reboot) =>
      l10n.t(
        'Policies restarted the device at the end of device setup: {0}',
        uriList(blamed(reboot)) ?? l10n.t('which ones is not recorded'),
      ),
    advice: (reboot) =>
      blamed(reboot).length > 0
        ? l10n.t(
            'Assign the profiles that hold these settings to user groups: they then apply in account setup, where the Enrollment Status Page does not restart.',
          )
        : l10n.t('Find out which settings it was for before anything is moved: see what would decide it.'),
    price: (reboot, facts) => (blamed(reboot).length > 0 ? movePrice(blamed(reboot), facts) : null),
    lowers: [
      {
        when: (reboot) => blamed(reboot).length > 0 && blamed(reboot).every(({ verdict }) => verdict === 'likely'),
        because: phrase('The policies are likely to be the cause; no marker of the page confirms it.'),
      },
    ],
    wouldDecide: [
      {
        what: phrase('DeviceManagement-Enterprise-Diagnostics-Provider/Admin covering device setup (event 2800)'),
        when: (reboot) => blamed(reboot).length === 0,
      },
    ],
    links: [links.statusPage, links.unexpectedReboots],
    evidence: (reboot) => [...blamed(reboot).flatMap(({ evidence }) => evidence), ...reboot.evidence],
  },
  {
    id: 'reboot.application-in-device-setup',
    severity: 'warning',
    when: (reboot) => reboot.class === 'application' && isInEnrollment(reboot) && reboot.during !== 'accountSetup',
    title: (reboot) => `${l10n.t('An app restarted the device inside the enrollment')}${byName(reboot, 'application')}`,
    advice: phrase(
      'Set the app’s restart behaviour to "no specific action", or map its return code so that the restart waits until the Enrollment Status Page is done, or stop tracking the app in the page.',
    ),
    price: phrase('the app may not work until the next restart.'),
    wouldDecide: [systemLog],
    links: [links.win32Apps, links.unexpectedReboots],
  },
  {
    id: 'reboot.application-in-account-setup',
    severity: 'warning',
    when: (reboot) => reboot.class === 'application' && reboot.during === 'accountSetup',
    title: (reboot) => `${l10n.t('An app restarted the device inside account setup')}${byName(reboot, 'application')}`,
    advice: phrase(
      'Assign the app to device groups, so that it installs in device setup where the page can restart for it, or let it install after the enrollment.',
    ),
    price: phrase('device setup takes longer for everybody.'),
    wouldDecide: [systemLog],
    links: [links.win32Apps, links.unexpectedReboots],
  },
  {
    id: 'reboot.in-account-setup',
    severity: 'error',
    when: (reboot) => reboot.during === 'accountSetup',
    title: phrase('The device restarted in account setup, where no restart is supported'),
    advice: phrase(
      'Find what asked for it (see its initiator and causes) and move it out of the enrollment. The user has to sign in again after such a restart.',
    ),
    wouldDecide: [systemLog],
    links: [links.statusPage],
  },
  {
    id: 'reboot.script',
    severity: 'warning',
    when: (reboot) => reboot.class === 'script' && isInEnrollment(reboot),
    title: (reboot) =>
      `${l10n.t('A script or command restarted the device in {0}', duringWords[reboot.during])}${byName(reboot, 'script')}`,
    advice: phrase(
      'Take the restart command out of the script; let it end with a return code that asks for a restart, so that Intune does it at the right moment.',
    ),
    links: [links.unexpectedReboots],
  },
  {
    id: 'reboot.mdm-command',
    severity: 'warning',
    when: (reboot) => isInEnrollment(reboot) && isCommanded(reboot),
    title: (reboot) => l10n.t('Intune itself ordered the restart in {0}', duringWords[reboot.during]),
    advice: phrase(
      'Look for a restart action, or a policy that schedules one, and keep it off devices that are being set up.',
    ),
    links: [links.unexpectedReboots],
  },
  {
    id: 'reboot.windows-update',
    severity: 'warning',
    when: (reboot) => reboot.class === 'windowsUpdate' && isInEnrollment(reboot),
    title: (reboot) => l10n.t('Windows Update restarted the device in {0}', duringWords[reboot.during]),
    advice: phrase(
      'Let the update policy reach the device after the enrollment, or set a deadline and a grace period that leave the first day alone.',
    ),
    price: phrase('the device is without that update for the first hours.'),
    links: [links.updateRings],
  },
  {
    id: 'reboot.user',
    severity: 'info',
    when: (reboot) => reboot.class === 'user' && isInEnrollment(reboot),
    title: (reboot) => l10n.t('Somebody restarted or switched off the device in {0}', duringWords[reboot.during]),
    advice: phrase(
      'No policy is to blame. Tell people that the first setup takes its time, or look for what made them lose patience.',
    ),
  },
  {
    id: 'reboot.unexpected',
    severity: 'warning',
    when: (reboot, facts) =>
      reboot.class === 'unexpected' && !isPowerLoss(reboot, facts) && isInEnrollment(reboot) && !isCommanded(reboot),
    title: ({ initiator, during }) =>
      initiator === null
        ? l10n.t('A restart that nothing in these logs asked for ({0})', duringWords[during])
        : l10n.t(
            '{0} asked for a restart, and is no part of the enrollment ({1})',
            initiator.process,
            duringWords[during],
          ),
    advice: phrase(
      'Look at what ran just before it: installers, scripts and drivers restart without the Enrollment Status Page knowing.',
    ),
    wouldDecide: [systemLog, pagesLog],
    links: [links.unexpectedReboots],
  },
  {
    id: 'reboot.policy-possible',
    severity: 'info',
    when: (reboot) =>
      reboot.class !== 'coalescedPolicy' &&
      isInEnrollment(reboot) &&
      reboot.causes.some(({ verdict }) => verdict === 'possible'),
    title: (reboot) =>
      l10n.t('Policies asked for a restart before this one, which may have another cause: {0}', possible(reboot)),
    confidence: 'low',
    advice: phrase('Do not move these policies on this alone; find out first who asked for the restart.'),
    wouldDecide: [systemLog, pagesLog],
    links: [links.statusPage],
    evidence: (reboot) => [
      ...reboot.causes.flatMap(({ verdict, evidence }) => (verdict === 'possible' ? evidence : [])),
      ...reboot.evidence,
    ],
  },
  {
    id: 'reboot.power-loss',
    severity: (reboot) => (isInEnrollment(reboot) ? 'warning' : 'info'),
    when: (reboot, facts) => isPowerLoss(reboot, facts) && !isCrash(reboot, facts),
    title: (reboot) =>
      isInEnrollment(reboot)
        ? l10n.t('The device lost power or crashed inside the enrollment')
        : l10n.t('The device lost power or crashed'),
    advice: phrase('No policy is to blame for this one. Check power button, battery and crash dumps.'),
  },
  {
    id: 'reboot.bugcheck',
    severity: (reboot) => (isInEnrollment(reboot) ? 'error' : 'warning'),
    when: isCrash,
    title: (reboot) => l10n.t('Windows crashed with a stop error ({0})', duringWords[reboot.during]),
    advice: phrase(
      'No policy asked for this restart. Take the stop code from the record (Kernel-Power 41, BugcheckCode), collect the dump, and look at drivers and firmware that the enrollment installs.',
    ),
  },
]);

const costs = rulesAbout('reboot', [
  {
    id: 'reboot.long-downtime',
    severity: 'info',
    when: (reboot) => isInEnrollment(reboot) && (reboot.downtimeMs ?? 0) >= longDowntimeMs,
    title: (reboot) => l10n.t('The device was away for {0} at a restart', shortDuration(reboot.downtimeMs ?? 0)),
    advice: phrase(
      'That is longer than a start takes: updates or firmware were installed, it was switched off, or it waited for a BitLocker or firmware prompt.',
    ),
    lowers: [
      {
        when: (_, { story }) => story.clock.steps.length > 0,
        because: phrase('The clock was set during this story, so long pauses are less sure.'),
      },
    ],
  },
  {
    id: 'signin.auto-logon-cleared',
    severity: 'info',
    when: (reboot) => reboot.autoLogonCleared === true && reboot.expected === false,
    title: phrase('The automatic sign-in was erased at this restart'),
    advice: phrase(
      'This is how a restart inside the enrollment turns into another sign-in for the user. Remove the restart.',
    ),
    links: [links.unexpectedReboots],
  },
  {
    id: 'policy.not-the-cause',
    severity: 'info',
    when: (reboot, facts) => isInEnrollment(reboot) && falselySuspected(reboot, facts).length > 0,
    title: (reboot, facts) =>
      l10n.t('Not the cause of this restart, however it looks: {0}', uriList(falselySuspected(reboot, facts)) ?? ''),
    advice: (reboot, facts) =>
      sentences(
        l10n.t('Leave these settings where they are: moving them would not have saved this restart.'),
        waitingWords(falselySuspected(reboot, facts), waitingAfter(reboot, facts.story)),
      ),
    price: (reboot, facts) => (waitingAfter(reboot, facts.story).length === 0 ? null : l10n.t(waitingPrice)),
    evidence: (reboot, facts) => falselySuspected(reboot, facts).flatMap(({ evidence }) => evidence),
  },
]);

const severalReboots = rulesAbout('enrollment', [
  {
    id: 'reboot.several',
    severity: 'warning',
    when: (_, { rebootsInEnrollment }) => rebootsInEnrollment.filter(isToGo).length > 1,
    title: (_, { rebootsInEnrollment }) =>
      l10n.t('The device restarted {0} times inside the enrollment', rebootsInEnrollment.length),
    advice: (_, { rebootsInEnrollment }) =>
      spokenCount(
        rebootsInEnrollment.filter((reboot) => reboot.expected === false).length,
        phrase('{0} of them is not called for by the flow. Its cause has to go before the user is spared the sign-in.'),
        phrase(
          '{0} of them are not called for by the flow. Each cause has to go before the user is spared the sign-ins.',
        ),
      ),
    links: [links.unexpectedReboots],
    evidence: (_, { rebootsInEnrollment }) => rebootsInEnrollment.flatMap(({ evidence }) => evidence.slice(0, 1)),
    confidence: (_, { rebootsInEnrollment }) =>
      weakest('high', ...rebootsInEnrollment.map(({ confidence }) => confidence)),
  },
]);

/** Is it seen well enough, and none that the flow calls for? */
function isToGo({ expected, confidence }: Reboot): boolean {
  return expected !== true && confidence !== 'low';
}

/** What restarts mean, by who asked for them and when. */
export const rebootRules: readonly Rule[] = [...avoidable, ...severalReboots, ...costs, ...expectedRebootRules];

/** Not to blame for this restart; what is to blame for another one has to go all the same. */
function falselySuspected({ causes }: Reboot, { blamedUris }: Facts): readonly RebootCause[] {
  return causes.filter(({ verdict, uri }) => verdict === 'refuted' && !blamedUris.has(uri));
}

/** What asked for a restart and was not answered by this one, waits for another. */
function waitingWords(all: readonly RebootCause[], waiting: readonly { readonly uri: string }[]): string {
  if (waiting.length === 0) {
    return '';
  }
  return waiting.length === all.length
    ? l10n.t('No restart in the enrollment answered them: they take hold with the next one.')
    : l10n.t(
        'No restart in the enrollment answered these of them: {0}. They take hold with the next one.',
        listOf(
          waiting.map(({ uri }) => shortUri(uri)),
          namedUris,
        ),
      );
}

/** By the management server (Reboot CSP). */
function isCommanded({ otherCauses }: Reboot): boolean {
  return otherCauses.some((other) => other.kind === 'mdmRebootCsp' && isBlamed(other));
}

function possible({ causes }: Reboot): string {
  return uriList(causes.filter(({ verdict }) => verdict === 'possible')) ?? '';
}

/** What is lost while these settings wait for another restart. */
function movePrice(causes: readonly RebootCause[], facts: Facts): string {
  const known = priceWords(causes.flatMap(({ uri }) => facts.pricesOf(uri)));
  return known.length > 0
    ? known.join(' ')
    : l10n.t(
        'what they protect, and the health attestation of BitLocker, Secure Boot and Code Integrity, waits for the next restart.',
      );
}

/** Longer lists are counted. */
const namedUris = 6;

/** `DeviceGuard/LsaCfgFlags, … and 2 more`; `null` for none. */
function uriList(causes: readonly RebootCause[]): string | null {
  if (causes.length === 0) {
    return null;
  }
  return listOf(
    causes.map(({ uri }) => shortUri(uri)),
    namedUris,
  );
}

/** ` (Contoso VPN)`: the name of the cause where a log gives it, else the process that asked. */
function byName({ otherCauses, initiator }: Reboot, kind: OtherCauseKind): string {
  const named = otherCauses.find((other) => other.kind === kind && isBlamed(other))?.name;
  const name = named ?? initiator?.process ?? null;
  return name === null ? '' : ` (${name})`;
}

function isPowerLoss(reboot: Reboot, facts: Facts): boolean {
  return facts.bootAfter(reboot)?.kind === 'powerLoss';
}

/** Did Windows stop with a stop code before this start? */
function isCrash(reboot: Reboot, facts: Facts): boolean {
  return isPowerLoss(reboot, facts) && (facts.bootAfter(reboot)?.evidence ?? []).some((ref) => facts.isCrash(ref));
}
