import { shortDuration } from '../../../words/duration';
import { weakest } from '../../confidence';
import { priceWords } from '../../priceWords';
import { counted, duringWords, shortUri } from '../../storyWords';
import type { CauseVerdict, OtherCauseKind, Reboot, RebootCause } from '../../document/reboots';
import { isInEnrollment, type Facts } from '../facts';
import { links } from '../links';
import { rulesAbout, type Decider, type Rule } from '../rule';
import { expectedRebootRules } from './expectedRebootRules';

const systemLog: Decider<Reboot> = {
  what: 'System event log: who asked (User32 1074), or a power loss',
  when: (_, facts) => !facts.has('System'),
};
const pagesLog: Decider<Reboot> = {
  what: 'Shell-Core/Operational covering that time: what the pages of OOBE were doing',
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
      `Policies restarted the device at the end of device setup: ${uriList(blamed(reboot)) ?? 'which ones is not recorded'}`,
    advice: (reboot) =>
      blamed(reboot).length > 0
        ? 'Assign the profiles that hold these settings to user groups: they then apply in account setup, where the Enrollment Status Page does not restart.'
        : 'Find out which settings it was for before anything is moved: see what would decide it.',
    price: (reboot, facts) => (blamed(reboot).length > 0 ? movePrice(blamed(reboot), facts) : null),
    lowers: [
      {
        when: (reboot) => blamed(reboot).length > 0 && blamed(reboot).every(({ verdict }) => verdict === 'likely'),
        because: 'The policies are likely to be the cause; no marker of the page confirms it.',
      },
    ],
    wouldDecide: [
      {
        what: 'DeviceManagement-Enterprise-Diagnostics-Provider/Admin covering device setup (event 2800)',
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
    title: (reboot) => `An app restarted the device inside the enrollment${byName(reboot, 'application')}`,
    advice:
      'Set the app’s restart behaviour to "no specific action", or map its return code so that the restart waits until the Enrollment Status Page is done, or stop tracking the app in the page.',
    price: 'the app may not work until the next restart.',
    wouldDecide: [systemLog],
    links: [links.win32Apps, links.unexpectedReboots],
  },
  {
    id: 'reboot.application-in-account-setup',
    severity: 'warning',
    when: (reboot) => reboot.class === 'application' && reboot.during === 'accountSetup',
    title: (reboot) => `An app restarted the device inside account setup${byName(reboot, 'application')}`,
    advice:
      'Assign the app to device groups, so that it installs in device setup where the page can restart for it, or let it install after the enrollment.',
    price: 'device setup takes longer for everybody.',
    wouldDecide: [systemLog],
    links: [links.win32Apps, links.unexpectedReboots],
  },
  {
    id: 'reboot.in-account-setup',
    severity: 'error',
    when: (reboot) => reboot.during === 'accountSetup',
    title: 'The device restarted in account setup, where no restart is supported',
    advice:
      'Find what asked for it (see its initiator and causes) and move it out of the enrollment. The user has to sign in again after such a restart.',
    wouldDecide: [systemLog],
    links: [links.statusPage],
  },
  {
    id: 'reboot.script',
    severity: 'warning',
    when: (reboot) => reboot.class === 'script' && isInEnrollment(reboot),
    title: (reboot) =>
      `A script or command restarted the device in ${duringWords[reboot.during]}${byName(reboot, 'script')}`,
    advice:
      'Take the restart command out of the script; let it end with a return code that asks for a restart, so that Intune does it at the right moment.',
    links: [links.unexpectedReboots],
  },
  {
    id: 'reboot.mdm-command',
    severity: 'warning',
    when: (reboot) =>
      isInEnrollment(reboot) && reboot.otherCauses.some((other) => other.kind === 'mdmRebootCsp' && isBlamed(other)),
    title: (reboot) => `Intune itself ordered the restart in ${duringWords[reboot.during]}`,
    advice: 'Look for a restart action, or a policy that schedules one, and keep it off devices that are being set up.',
    links: [links.unexpectedReboots],
  },
  {
    id: 'reboot.windows-update',
    severity: 'warning',
    when: (reboot) => reboot.class === 'windowsUpdate' && isInEnrollment(reboot),
    title: (reboot) => `Windows Update restarted the device in ${duringWords[reboot.during]}`,
    advice:
      'Let the update policy reach the device after the enrollment, or set a deadline and a grace period that leave the first day alone.',
    price: 'the device is without that update for the first hours.',
    links: [links.updateRings],
  },
  {
    id: 'reboot.user',
    severity: 'info',
    when: (reboot) => reboot.class === 'user' && isInEnrollment(reboot),
    title: (reboot) => `Somebody restarted or switched off the device in ${duringWords[reboot.during]}`,
    advice:
      'No policy is to blame. Tell people that the first setup takes its time, or look for what made them lose patience.',
  },
  {
    id: 'reboot.unexpected',
    severity: 'warning',
    when: (reboot, facts) => reboot.class === 'unexpected' && !isPowerLoss(reboot, facts) && isInEnrollment(reboot),
    title: (reboot) => `A restart that nothing in these logs asked for (${duringWords[reboot.during]})`,
    advice:
      'Look at what ran just before it: installers, scripts and drivers restart without the Enrollment Status Page knowing.',
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
      `Policies asked for a restart before this one, which may have another cause: ${possible(reboot)}`,
    confidence: 'low',
    advice: 'Do not move these policies on this alone; find out first who asked for the restart.',
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
        ? 'The device lost power or crashed inside the enrollment'
        : 'The device lost power or crashed',
    advice: 'No policy is to blame for this one. Check power button, battery and crash dumps.',
  },
  {
    id: 'reboot.bugcheck',
    severity: (reboot) => (isInEnrollment(reboot) ? 'error' : 'warning'),
    when: isCrash,
    title: (reboot) => `Windows crashed with a stop error (${duringWords[reboot.during]})`,
    advice:
      'No policy asked for this restart. Take the stop code from the record (Kernel-Power 41, BugcheckCode), collect the dump, and look at drivers and firmware that the enrollment installs.',
  },
]);

const costs = rulesAbout('reboot', [
  {
    id: 'reboot.long-downtime',
    severity: 'info',
    when: (reboot) => isInEnrollment(reboot) && (reboot.downtimeMs ?? 0) >= longDowntimeMs,
    title: (reboot) => `The device was away for ${shortDuration(reboot.downtimeMs ?? 0)} at a restart`,
    advice:
      'That is longer than a start takes: updates or firmware were installed, it was switched off, or it waited for a BitLocker or firmware prompt.',
    lowers: [
      {
        when: (_, { story }) => story.clock.steps.length > 0,
        because: 'The clock was set during this story, so long pauses are less sure.',
      },
    ],
  },
  {
    id: 'signin.auto-logon-cleared',
    severity: 'info',
    when: (reboot) => reboot.autoLogonCleared === true && reboot.expected === false,
    title: 'The automatic sign-in was erased at this restart',
    advice: 'This is how a restart inside the enrollment turns into another sign-in for the user. Remove the restart.',
    links: [links.unexpectedReboots],
  },
  {
    id: 'policy.not-the-cause',
    severity: 'info',
    when: (reboot) => isInEnrollment(reboot) && refuted(reboot).length > 0,
    title: (reboot) => `Not the cause of this restart, however it looks: ${uriList(refuted(reboot)) ?? ''}`,
    advice: 'Leave these settings where they are: moving them would not have saved this restart.',
    evidence: (reboot) => refuted(reboot).flatMap(({ evidence }) => evidence),
  },
]);

const severalReboots = rulesAbout('enrollment', [
  {
    id: 'reboot.several',
    severity: 'warning',
    when: (_, { rebootsInEnrollment }) => rebootsInEnrollment.filter(isToGo).length > 1,
    title: (_, { rebootsInEnrollment }) =>
      `The device restarted ${rebootsInEnrollment.length} times inside the enrollment`,
    advice: (_, { rebootsInEnrollment }) =>
      `${counted(rebootsInEnrollment.filter((reboot) => reboot.expected === false).length, 'restart')} of them are not called for by the flow. Each cause has to go before the user is spared the sign-ins.`,
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

/** The causes that a restart is put down to. */
export function blamed({ causes }: Reboot): readonly RebootCause[] {
  return causes.filter(isBlamed);
}

function isBlamed({ verdict }: { readonly verdict: CauseVerdict }): boolean {
  return verdict === 'confirmed' || verdict === 'likely';
}

function refuted({ causes }: Reboot): readonly RebootCause[] {
  return causes.filter(({ verdict }) => verdict === 'refuted');
}

function possible({ causes }: Reboot): string {
  return uriList(causes.filter(({ verdict }) => verdict === 'possible')) ?? '';
}

/** What is lost while these settings wait for another restart. */
function movePrice(causes: readonly RebootCause[], facts: Facts): string {
  const known = priceWords(causes.flatMap(({ uri }) => facts.pricesOf(uri)));
  return known.length > 0
    ? known.join(' ')
    : 'what they protect, and the health attestation of BitLocker, Secure Boot and Code Integrity, waits for the next restart.';
}

/** Longer lists are counted. */
const namedUris = 6;

/** `DeviceGuard/LsaCfgFlags, … and 2 more`; `null` for none. */
function uriList(causes: readonly RebootCause[]): string | null {
  if (causes.length === 0) {
    return null;
  }
  const named = causes.slice(0, namedUris).map(({ uri }) => shortUri(uri));
  const more = causes.length > namedUris ? ` and ${causes.length - namedUris} more` : '';
  return `${named.join(', ')}${more}`;
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
