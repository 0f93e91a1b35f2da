import { textPolicySet } from '../events/managementEvents';
import { exampleApps } from '../exampleApps';
import { exactly } from '../expectation';
import type { Scenario } from '../scenario';
import { closeDeviceSetup, finishDeviceSetup } from '../story/chapters';
import { service } from '../story/device';
import { coalescedRestart, reachDeviceSetup, signInAndFinish } from '../story/enrollment';
import type { Flag } from '../story/management';
import type { Story } from '../story/story';
import { allPhasesSucceeded, byHand, findings, rePrompts, restartForPolicies } from '../truth';
import { on23H2, quietStory } from './exampleDevice';

/** After the last restart the device waits for the person, who signs in and finds everything as it should be. */
function endsWithSignIn(story: Story, afterReboot: string) {
  closeDeviceSetup(story);
  const { since, signedIn } = signInAndFinish(story, '4m');
  return {
    signIns: rePrompts([byHand(signedIn, since, { afterReboot })]),
    hello: { state: 'provisioned' },
    phases: allPhasesSucceeded,
  } as const;
}

/** One restart at the end of device setup, for whatever `wishes` has flagged. */
function tellOne(details: Parameters<typeof quietStory>[0], wishes: (story: Story) => readonly Flag[]) {
  const story = quietStory(details);
  reachDeviceSetup(story);
  const flags = wishes(story);
  finishDeviceSetup(story, exampleApps, '2m');
  const policy = coalescedRestart(story);
  return {
    story,
    expected: {
      ...endsWithSignIn(story, 'reboot-1'),
      reboots: exactly(restartForPolicies(policy, flags)),
      findings: findings({ not: ['reboot.unexpected', 'reboot.application-in-device-setup'] }),
    },
  };
}

export const policyRestarts: readonly Scenario[] = [
  {
    name: 'firmwareSettings',
    title: 'Firmware settings (DFCI) of a Surface ask for the restart',
    container: 'mdmCab',
    tell: () =>
      tellOne({ seed: 58 }, ({ mdm }) =>
        ['Uefi/Identity2/Apply', 'Uefi/Permissions2/Apply', 'Uefi/Settings2/Apply'].map((node) => mdm.flagNode(node)),
      ),
  },
  {
    name: 'appLocker',
    title: 'AppLocker asks for the restart without a flag: a policy restart whose URI nobody can name',
    container: 'mdmCab',
    tell: () =>
      tellOne({ seed: 59 }, ({ device }) => {
        device.write(
          textPolicySet,
          {
            Message1: 'EXE/Policy',
            Message2: 'AppLocker',
            Message3: device.identity.enrollmentId,
            Message4: 'Device',
            Message5: '<RuleCollection Type="Exe" EnforcementMode="Enabled"/>',
            HexInt1: 0x6,
            HexInt2: 0,
          },
          service('omadmclient.exe'),
        );
        return [];
      }),
  },
  {
    name: 'repeatedFlags23h2',
    title: 'The same URI is flagged at every sync before the restart, and once more after it',
    container: 'mdmZip',
    tell: () =>
      tellOne({ seed: 60, ...on23H2 }, ({ at, mdm }) => {
        const first = mdm.flagReboot('DeviceGuard/LsaCfgFlags');
        for (let sync = 0; sync < 3; sync += 1) {
          at.plus('1m');
          mdm.flagReboot('DeviceGuard/LsaCfgFlags');
        }
        return [first];
      }),
  },
  {
    name: 'twoPolicyRestarts',
    title: 'A long enrollment with two policy restarts, each with a cause of its own',
    container: 'mdmCab',
    tell() {
      const story = quietStory({ seed: 61 });
      const { at, mdm, esp } = story;
      reachDeviceSetup(story);
      const early = mdm.flagReboot('DmaGuard/DeviceEnumerationPolicy', 2);
      finishDeviceSetup(story, exampleApps, '25m');
      const first = coalescedRestart(story);
      esp.startSubcategory('DeviceSetup', 'SecurityPoliciesSubcategory');
      const late = mdm.flagReboot('ExploitGuard/ExploitProtectionSettings');
      at.plus('50m');
      esp.endSubcategory('DeviceSetup', 'SecurityPoliciesSubcategory');
      const second = coalescedRestart(story);
      return {
        story,
        expected: {
          ...endsWithSignIn(story, 'reboot-2'),
          reboots: exactly(restartForPolicies(first, [early]), restartForPolicies(second, [late])),
          findings: findings({ has: ['reboot.policy-in-device-setup'], not: ['reboot.unexpected'] }),
        },
      };
    },
  },
];
