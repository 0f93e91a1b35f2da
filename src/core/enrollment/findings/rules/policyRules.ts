import * as l10n from '@vscode/l10n';
import { listOf, phrase, sentences, spokenCount } from '../../../words/language';
import { shortUri } from '../../storyWords';
import type { LatentReboot } from '../../document/policies';
import { blamed, type Story } from '../facts';
import { links } from '../links';
import { rulesAbout, type Rule, type RuleAbout } from '../rule';
import { waitingAlone, waitingPrice } from './waitingSettings';

/** What is to be known about the settings of one area before they are moved. */
interface AreaAdvice {
  readonly id: string;
  /** Of URIs that restart. */
  readonly uris: RegExp;
  readonly title: string;
  readonly advice: string;
  readonly price: string | null;
  readonly link: string;
}

const areas: readonly AreaAdvice[] = [
  {
    id: 'policy.update-ring-preview-builds',
    uris: /\/Update\/ManagePreviewBuilds$/i,
    title: phrase('An update ring sets ManagePreviewBuilds, which restarts whatever its value is'),
    advice: phrase(
      'Open the update ring, switch pre-release builds on, save, switch them back to "not configured" and save again: rings of an older make then no longer send the setting.',
    ),
    price: null,
    link: links.updatePolicies,
  },
  {
    id: 'policy.dfci',
    uris: /\/Uefi\/\w+\/Apply$/i,
    title: phrase('A firmware profile (DFCI) restarts the device'),
    advice: phrase(
      'Firmware settings only take hold in a restart. Assign the profile so that it arrives after the enrollment, or accept this restart.',
    ),
    price: phrase('until the next restart the firmware keeps its old settings, the locks on them included.'),
    link: links.firmwareManagement,
  },
  {
    id: 'policy.device-guard',
    uris: /\/DeviceGuard\/\w+$/i,
    title: phrase('Settings of virtualization-based security or Credential Guard restart the device'),
    advice: phrase(
      'Assign them to user groups, or keep them and plan the restart with the user. Windows 11 Enterprise turns Credential Guard on by itself on capable hardware.',
    ),
    price: phrase(
      'virtualization-based security and Credential Guard stay off until the next restart, on a device that is used already.',
    ),
    link: links.deviceGuardPolicies,
  },
  {
    id: 'policy.dma-guard',
    uris: /\/DmaGuard\/DeviceEnumerationPolicy$/i,
    title: phrase('The policy for external DMA devices restarts the device'),
    advice: phrase('Assign it to user groups: it then waits for the next restart.'),
    price: phrase('until then devices that cannot isolate memory are enumerated as Windows does by default.'),
    link: links.dmaGuardPolicies,
  },
  {
    id: 'policy.exploit-guard',
    uris: /\/ExploitGuard\/ExploitProtectionSettings$/i,
    title: phrase('Exploit protection settings restart the device'),
    advice: phrase('Assign them to user groups: they then take hold with the next restart.'),
    price: phrase('the mitigations of your own XML are missing until then; those that Windows has by default are not.'),
    link: links.exploitGuardPolicies,
  },
  {
    id: 'policy.svchost-mitigation',
    uris: /\/ServiceControlManager\/SvchostProcessMitigation$/i,
    title: phrase('The hardening of svchost processes restarts the device'),
    advice: phrase('Assign the baseline that holds it to user groups, or take this one setting out of it.'),
    price: phrase('services run without the extra hardening until the next restart.'),
    link: links.serviceControlPolicies,
  },
  {
    id: 'policy.start-menu',
    uris: /\/Start\/(?:Hide\w+|ImportEdgeAssets)$/i,
    title: phrase('Settings of the Start menu restart the device'),
    advice: phrase('Move them out of device setup: nothing in them is worth a restart inside the enrollment.'),
    price: null,
    link: links.startPolicies,
  },
  {
    id: 'policy.notifications',
    uris: /\/Notifications\/(?:Disallow(?:Cloud|Tile)Notification|WnsEndpoint)$/i,
    title: phrase('Settings of push notifications restart the device'),
    advice: phrase(
      'Move them out of device setup, or drop them: push notifications are also how Intune reaches the device quickly.',
    ),
    price: null,
    link: links.notificationPolicies,
  },
  {
    id: 'policy.application-guard',
    uris: /\/WindowsDefenderApplicationGuard\/InstallWindowsDefenderApplicationGuard$/i,
    title: phrase('Application Guard restarts the device to install itself'),
    advice: phrase(
      'Application Guard is deprecated: take the setting out, or assign it so that it arrives after the enrollment.',
    ),
    price: phrase('sites open without its container until then.'),
    link: links.applicationGuard,
  },
  {
    id: 'policy.usb-connection',
    uris: /\/Connectivity\/AllowUSBConnection$/i,
    title: phrase('The policy for USB connections restarts the device'),
    advice: phrase('Assign the device restrictions that hold it to user groups.'),
    price: phrase('USB data connections stay as they are until the next restart.'),
    link: links.statusPage,
  },
  {
    id: 'policy.computer-name',
    uris: /\/Accounts\/Domain\/ComputerName$/i,
    title: phrase('A policy renames the device, which restarts it'),
    advice: phrase('Give the name in the Autopilot profile: the device is then renamed before anybody signs in.'),
    price: null,
    link: links.autopilotFaq,
  },
  {
    id: 'policy.edition-upgrade',
    uris: /\/WindowsLicensing\/UpgradeEditionWithProductKey$/i,
    title: phrase('An edition upgrade by product key restarts the device'),
    advice: phrase('Use subscription activation: it changes the edition without a key and without this restart.'),
    price: null,
    link: links.statusPage,
  },
];

/** Advice for each area whose settings are blamed for a restart. */
const areaRules = rulesAbout(
  'reboot',
  areas.map((area): RuleAbout<Story['reboots'][number]> => ({
    id: area.id,
    severity: 'info',
    when: (reboot) => blamed(reboot).some(({ uri }) => area.uris.test(uri)),
    title: area.title,
    advice: area.advice,
    price: area.price,
    links: [area.link],
    evidence: (reboot) => blamed(reboot).flatMap(({ uri, evidence }) => (area.uris.test(uri) ? evidence : [])),
  })),
);

const storyRules = rulesAbout('enrollment', [
  {
    id: 'policy.flagged-no-restart',
    severity: 'info',
    // Where the restart that they ask for is known to be owed, that says it.
    when: (story) => story.policies.restartPending !== true && waitingAlone(story).length > 0,
    title: (story) =>
      spokenCount(
        waitingAlone(story).length,
        phrase('{0} setting asked for a restart, and none in the enrollment answered: {1}'),
        phrase('{0} settings asked for a restart, and none in the enrollment answered: {1}'),
        some(waitingAlone(story)),
      ),
    advice: phrase('They take hold with the next restart. Ask the user for one at a good moment, or plan it.'),
    price: waitingPrice,
    links: [links.healthAttestation],
    evidence: (story) => waitingAlone(story).flatMap(({ evidence }) => evidence),
  },
  {
    id: 'policy.latent-reboot',
    severity: 'info',
    when: (story) => latent(story).length > 0,
    title: (story) =>
      spokenCount(
        latent(story).length,
        phrase('{0} setting of this device would restart an enrollment: {1}'),
        phrase('{0} settings of this device would restart an enrollment: {1}'),
        some(latent(story)),
      ),
    confidence: 'medium',
    advice: phrase(
      'They are set, and no request for a restart is seen: they may have come after the enrollment. Look at their assignment before the next device is set up.',
    ),
    price: phrase('what they protect waits for a restart where they are moved out of device setup.'),
    links: [links.statusPage],
    wouldDecide: [
      { what: phrase('DeviceManagement-Enterprise-Diagnostics-Provider/Admin covering device setup (event 2800)') },
    ],
    evidence: (story) => latent(story).flatMap(({ evidence }) => evidence),
  },
  {
    id: 'policy.restart-pending',
    severity: 'warning',
    when: ({ policies }) => policies.restartPending === true,
    title: phrase('A restart for policies was owed when these logs were taken'),
    advice: (story) =>
      sentences(
        waitingAlone(story).length === 0 ? '' : l10n.t('Asked for by {0}.', some(waitingAlone(story))),
        l10n.t('In device setup the page restarts at its end; later nobody does it for the user.'),
      ),
    links: [links.statusPage],
    evidence: (story) => [
      ...story.policies.grounds.restartPending.evidence,
      ...waitingAlone(story).flatMap(({ evidence }) => evidence),
    ],
  },
  {
    id: 'policy.web-sign-in-not-enabled',
    severity: 'warning',
    when: ({ policies, signIns }) =>
      (policies.webSignIn === 'disabled' || policies.webSignIn === 'notConfigured') &&
      signIns.some((signIn) => signIn.class === 'rePrompt'),
    title: phrase('Web sign-in is not enabled, and the user had to sign in at the lock screen'),
    confidence: 'medium',
    advice: phrase(
      'Without it a Temporary Access Pass cannot be typed at the lock screen. Enable web sign-in for devices that are set up with a pass, or remove the restart.',
    ),
    price: phrase('web sign-in needs a network at the lock screen and puts a browser there.'),
    links: [links.webSignIn, links.temporaryAccessPass],
    wouldDecide: [{ what: phrase('Whether the user has a password at all, or only a Temporary Access Pass') }],
    evidence: ({ signIns }) =>
      signIns.flatMap((signIn) => (signIn.class === 'rePrompt' ? signIn.evidence.slice(0, 1) : [])),
  },
]);

const notedRules: readonly Rule[] = [
  ...rulesAbout('autoLogonBreaker', [
    {
      id: 'policy.auto-logon-broken',
      severity: (_, { story }) => (story.signIns.some((signIn) => signIn.class === 'rePrompt') ? 'warning' : 'info'),
      when: () => true,
      title: ({ name }) =>
        l10n.t('A policy keeps Windows from signing in by itself after a restart: {0}', shortUri(name)),
      advice: ({ why }) => sentences(why, l10n.t('Assign it so that it arrives after the enrollment.')),
      price: phrase('what it asks for (a notice, a password rule, no automatic sign-in) is missing until then.'),
      links: [links.autopilotKnownIssues, links.unexpectedReboots],
    },
  ]),
  ...rulesAbout('otherRestartPolicy', [
    {
      id: 'policy.applocker',
      severity: 'info',
      when: ({ name }) => isAppControl(name),
      title: ({ name }) =>
        l10n.t('A policy for app control can restart the device without saying so: {0}', shortUri(name)),
      advice: ({ why }) =>
        sentences(
          why,
          l10n.t('Suspect it where a restart in device setup has no other cause; move it behind the enrollment.'),
        ),
      price: phrase('until then any app can be run.'),
      links: [links.appLocker],
    },
    {
      id: 'policy.restarts-unannounced',
      severity: 'info',
      when: ({ name }) => !isAppControl(name),
      title: ({ name }) => l10n.t('A policy can restart the device without saying so: {0}', shortUri(name)),
      advice: ({ why }) => sentences(why, l10n.t('Suspect it where a restart in device setup has no other cause.')),
      links: [links.unexpectedReboots],
    },
  ]),
];

/** Restarts that policies ask for, cause, or will cause. */
export const policyRules: readonly Rule[] = [...areaRules, ...storyRules, ...notedRules];

function latent({ policies }: Story): readonly LatentReboot[] {
  return policies.latentReboots.filter(({ state }) => state === 'assigned');
}

function isAppControl(name: string): boolean {
  return /AppLocker|ApplicationControl/i.test(name);
}

function some(found: readonly LatentReboot[]): string {
  return listOf(
    found.map(({ uri }) => shortUri(uri)),
    4,
  );
}
