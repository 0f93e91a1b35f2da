import type { Scenario } from '../scenario';

import {
  completeAccount,
  leaveOobe,
  reachDeviceSetup,
  signInByHand,
  finishWithPolicyRestart,
} from '../story/enrollment';

import { exactly } from '../expectation';
import { durationMs } from '../story/storyClock';
import { byHand, findings, rePrompts, restartForPolicies } from '../truth';
import { on23H2, quietStory } from './exampleDevice';

interface Refusal {
  readonly code: string;
  readonly says: string;
  readonly finding: string;
  readonly otherFinding: string;
}

/**
 * After a policy restart the person types the Temporary Access Pass of the morning, which is refused; with a new
 * one they get in. A pass that worked leaves no trace, but one that did not leaves its AADSTS code.
 */
function tell({ code, says, finding, otherFinding }: Refusal, details: Parameters<typeof quietStory>[0]) {
  const story = quietStory(details);
  const { at, mdm, person } = story;
  reachDeviceSetup(story);
  const flagged = mdm.flagReboot('DeviceGuard/EnableVirtualizationBasedSecurity');
  const policy = finishWithPolicyRestart(story, '12m');
  const lockedSince = leaveOobe(story);
  at.plusUntil(lockedSince + durationMs('70s'));
  person.isRefused(code, says);
  const signedIn = signInByHand(story, { after: '9m', since: lockedSince, with: 'webSignIn' });
  completeAccount(story);
  return {
    story,
    expected: {
      reboots: exactly(restartForPolicies(policy, [flagged])),
      signIns: rePrompts([byHand(signedIn, lockedSince, { afterReboot: 'reboot-1' })]),
      hello: { state: 'provisioned' },
      findings: findings({
        has: [finding, 'reboot.policy-in-device-setup'],
        not: [otherFinding, 'signin.mfa-required'],
      }),
    },
  } as const;
}

export const refusedPass: readonly Scenario[] = [
  {
    name: 'expiredPass',
    title: 'The Temporary Access Pass has expired by the time of the second sign-in (AADSTS130504)',
    container: 'collectDiagnostics',
    tell: () =>
      tell(
        {
          code: 'AADSTS130504',
          says: 'Temporary Access Pass has expired.',
          finding: 'signin.tap-expired',
          otherFinding: 'signin.tap-rejected',
        },
        { seed: 10 },
      ),
  },
  {
    name: 'usedPass',
    title: 'A one-time pass has been used before the restart (AADSTS130501)',
    container: 'mdmCab',
    tell: () =>
      tell(
        {
          code: 'AADSTS130501',
          says: 'Sign in was blocked due to User Credential Policy.',
          finding: 'signin.tap-rejected',
          otherFinding: 'signin.tap-expired',
        },
        { seed: 11 },
      ),
  },
  {
    name: 'unknownPass23h2',
    title: 'A pass that the server cannot find (AADSTS130507), without a System log',
    container: 'mdmZip',
    tell: () =>
      tell(
        {
          code: 'AADSTS130507',
          says: 'The access pass was not found or cannot be verified for the user.',
          finding: 'signin.tap-rejected',
          otherFinding: 'signin.tap-expired',
        },
        { seed: 12, ...on23H2 },
      ),
  },
];
