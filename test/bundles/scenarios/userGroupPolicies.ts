import type { Scenario } from '../scenario';
import { endAccountSetup, handOver, startAccountSetup } from '../story/chapters';
import { completeDeviceSetup, reachDeviceSetup, work } from '../story/enrollment';
import {
  allPhasesSucceeded,
  automatic,
  findings,
  noRePrompt,
  noReboots,
  rebootFindings,
  rePromptFindings,
} from '../truth';
import { quietStory } from './exampleDevice';
import { bitLockerWantsRestart } from '../events/securityEvents';
import { service } from '../story/device';

/**
 * The workaround: the policies are assigned to user groups, arrive in account setup and are flagged, but nothing
 * restarts. Nobody signs in twice. The price: what they switch on waits for the next start.
 */
export const userGroupPolicies: Scenario = {
  name: 'userGroupPolicies',
  title: 'Policies of user groups are flagged in account setup: no restart, and a price in security',
  container: 'collectDiagnostics',
  tell() {
    const story = quietStory({ seed: 40 });
    const { mdm, person, ime, device } = story;
    reachDeviceSetup(story);
    completeDeviceSetup(story);
    const signedIn = handOver(story);
    person.helloOffered();
    startAccountSetup(story, 'Success');
    mdm.sync(() => {
      mdm.flagReboot('DeviceGuard/EnableVirtualizationBasedSecurity');
      mdm.flagReboot('DeviceGuard/LsaCfgFlags');
      mdm.flagReboot('DmaGuard/DeviceEnumerationPolicy', 2);
    });
    device.write(
      bitLockerWantsRestart,
      { IdentificationGUID: device.random.guid(), VolumeName: 'OSDisk', VolumeMountPoint: 'C:', AlgorithmType: 32774 },
      service('svchost.exe (BDESVC)'),
    );
    ime.findsToken();
    endAccountSetup(story);
    person.finishesHello();
    work(story, '20m');

    return {
      story,
      expected: {
        phases: allPhasesSucceeded,
        reboots: noReboots,
        signIns: noRePrompt(automatic(signedIn)),
        hello: { state: 'provisioned' },
        securityImpact: [
          { area: 'deviceHealthAttestation', state: 'notMeasuredSinceEnrollment' },
          { area: 'virtualizationBasedSecurity', state: 'rebootPending' },
          { area: 'deviceGuard', state: 'rebootPending' },
          { area: 'bitLocker', state: 'rebootPending' },
        ],
        findings: findings({
          has: ['security.health-not-measured', 'security.vbs-restart-pending', 'security.bitlocker-restart-pending'],
          not: [...rebootFindings, ...rePromptFindings],
        }),
      },
    };
  },
};
