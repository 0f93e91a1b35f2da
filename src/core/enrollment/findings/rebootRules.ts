import { duringWords, shortUri } from '../storyWords';
import type { Finding } from '../document/findings';
import type { Reboot, RebootCause } from '../document/reboots';
import { finding, isInEnrollment, learnEsp, type Rule, type Story } from './rule';

/** What restarts mean, by who asked for them and when. */
export const rebootRules: readonly Rule[] = [
  rebootRule(
    (reboot) => reboot.class === 'coalescedPolicy',
    (reboot) => policyFinding(reboot, blamed(reboot)),
  ),
  rebootRule(
    (reboot) => reboot.class === 'application' && isInEnrollment(reboot),
    (reboot) => ({
      id:
        reboot.during === 'accountSetup' ? 'reboot.application-in-account-setup' : 'reboot.application-in-device-setup',
      title: 'An app restarted the device inside the enrollment',
      severity: 'warning',
      advice:
        'Set the app’s restart behaviour to "no specific action", or its return codes so that the restart waits until the Enrollment Status Page is done, or stop tracking the app in the page.',
    }),
  ),
  rebootRule(
    (reboot) => reboot.during === 'accountSetup',
    () => ({
      id: 'reboot.in-account-setup',
      title: 'The device restarted in account setup, where no restart is supported',
      severity: 'error',
      advice:
        'Find what asked for it (see its initiator and causes) and move it out of the enrollment. The user token does not survive this restart.',
    }),
  ),
  rebootRule(
    (reboot, story) => reboot.class === 'unexpected' && !isPowerLoss(reboot, story) && isInEnrollment(reboot),
    (reboot) => ({
      id: 'reboot.unexpected',
      title: `A restart that nothing in these logs asked for (${duringWords[reboot.during]})`,
      severity: 'warning',
      advice:
        'Look at what ran just before it: installers, scripts and drivers restart without the Enrollment Status Page knowing.',
      wouldDecide: ['System event log (who asked, or a power loss)', 'Shell-Core/Operational covering that time'],
    }),
  ),
  rebootRule(isPowerLoss, (reboot) => ({
    id: 'reboot.power-loss',
    title: isInEnrollment(reboot)
      ? 'The device lost power or crashed inside the enrollment'
      : 'The device lost power or crashed',
    severity: isInEnrollment(reboot) ? 'warning' : 'info',
    advice: 'No policy is to blame for this one. Check power button, battery and crash dumps.',
    links: [],
  })),
];

type RebootFinding = Pick<Finding, 'id' | 'title' | 'severity' | 'advice'> & Partial<Finding>;

function rebootRule(applies: (reboot: Reboot, story: Story) => boolean, tell: (reboot: Reboot) => RebootFinding): Rule {
  return (story) =>
    story.reboots
      .filter((reboot) => applies(reboot, story))
      .map((reboot) =>
        finding({
          confidence: reboot.confidence,
          about: [reboot.id],
          links: [learnEsp],
          evidence: reboot.evidence,
          ...tell(reboot),
        }),
      );
}

function policyFinding(reboot: Reboot, causes: readonly RebootCause[]): RebootFinding {
  const known = causes.length > 0;
  const uris = causes.map(({ uri }) => shortUri(uri)).join(', ');
  return {
    id: 'reboot.policy-in-device-setup',
    title: `Policies restarted the device at the end of device setup: ${known ? uris : 'which ones is not recorded'}`,
    severity: 'warning',
    advice: known
      ? 'Assign the profiles that hold these settings to user groups: they then apply in account setup, where the Enrollment Status Page does not restart. The price: what they protect, and the health attestation of BitLocker, Secure Boot and Code Integrity, waits for the next restart.'
      : 'Find out which settings it was for before anything is moved: see what would decide it.',
    evidence: [...causes.flatMap(({ evidence }) => evidence), ...reboot.evidence],
    wouldDecide: known
      ? []
      : ['DeviceManagement-Enterprise-Diagnostics-Provider/Admin covering device setup (event 2800)'],
  };
}

function blamed(reboot: Reboot): readonly RebootCause[] {
  return reboot.causes.filter(({ verdict }) => verdict === 'confirmed' || verdict === 'likely');
}

function isPowerLoss(reboot: Reboot, { boots }: Story): boolean {
  return boots.find(({ id }) => id === reboot.boot)?.kind === 'powerLoss';
}
