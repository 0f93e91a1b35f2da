import { exactly } from '../expectation';
import type { Scenario } from '../scenario';
import { handOver } from '../story/chapters';
import { completeAccount, completeDeviceSetup, reachDeviceSetup, resumeDeviceSetup } from '../story/enrollment';
import { automatic, causedByNoUri, findings, noRePrompt, restart } from '../truth';
import { quietStory } from './exampleDevice';

/** Policies are flagged, but before the page could restart for them the power fails: they have not caused that. */
export const powerLossAfterFlags: Scenario = {
  name: 'powerLossAfterFlags',
  title: 'A power loss between the flags of two policies and the restart that they would have brought',
  container: 'mdmCab',
  tell() {
    const story = quietStory({ seed: 41 });
    const { at, windows, mdm } = story;
    reachDeviceSetup(story);
    mdm.flagReboot('DeviceGuard/LsaCfgFlags');
    mdm.flagReboot('ExploitGuard/ExploitProtectionSettings');
    at.plus('7m');
    const lost = windows.powerLoss('50s');
    resumeDeviceSetup(story);
    completeDeviceSetup(story);
    const signedIn = handOver(story);
    completeAccount(story);

    return {
      story,
      expected: {
        reboots: exactly(
          restart(lost, 'unexpected', {
            during: 'deviceSetup',
            expected: false,
            initiator: null,
            causes: causedByNoUri,
          }),
        ),
        signIns: noRePrompt(automatic(signedIn)),
        hello: { state: 'provisioned' },
        findings: findings({ has: ['reboot.power-loss'], not: ['reboot.policy-in-device-setup'] }),
      },
    };
  },
};
