import { phrase } from '../../../words/language';
import { isInEnrollment } from '../facts';
import { links } from '../links';
import { rulesAbout, type Rule } from '../rule';

/** Restarts that belong to the way, told so that nobody looks for a culprit. */
export const expectedRebootRules: readonly Rule[] = rulesAbout('reboot', [
  {
    id: 'reboot.rename-before-join',
    severity: 'info',
    when: (reboot) => reboot.class === 'deviceRename' && !isInEnrollment(reboot),
    title: phrase('A restart gave the device the name of its profile, before anybody had signed in'),
    advice: phrase('Nothing to do: at this point no sign-in is lost.'),
    links: [links.autopilotFaq],
  },
  {
    id: 'reboot.hybrid-join',
    severity: 'info',
    when: (reboot) => reboot.class === 'hybridJoin',
    title: phrase('The restart after the domain join'),
    advice: phrase('Expected in a hybrid join, as is the sign-in with the domain account that follows it.'),
    links: [links.hybridJoin],
  },
  {
    id: 'reboot.after-post-enrollment-update',
    severity: 'info',
    when: (reboot) => reboot.class === 'oobeUpdate' && isInEnrollment(reboot),
    title: phrase('OOBE installed an update after the sign-in and restarted for it'),
    advice: phrase(
      'Expected, but the sign-in that OOBE kept is erased with it: the user signs in once more. Ship images with current updates so that there is none to install.',
    ),
    links: [links.autopilotKnownIssues],
  },
  {
    id: 'reboot.provisioning-package',
    severity: 'info',
    when: (reboot) => reboot.class === 'provisioningPackage',
    title: phrase('A provisioning package restarted the device'),
    advice: phrase('Expected where a package joins the device; else look what the package sets.'),
  },
  {
    id: 'reboot.pre-provisioning',
    severity: 'info',
    when: (reboot) => reboot.class === 'preProvisioning',
    title: phrase('A restart of pre-provisioning, in the technician’s part'),
    advice: phrase('Expected: nobody had signed in yet. The user’s own sign-in comes after the hand-over.'),
    links: [links.preProvisioning],
  },
  {
    id: 'reboot.device-preparation-agent',
    severity: 'info',
    when: (reboot) => reboot.class === 'devicePreparationAgent',
    title: phrase('The agent of Autopilot device preparation restarted the device'),
    advice: phrase(
      'Expected where an app or script of the device preparation policy asks for a restart; see its workloads.',
    ),
    links: [links.devicePreparation],
  },
]);
