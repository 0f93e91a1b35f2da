import { resetFinished, resetPrepared, tpmCleared } from '../events/systemEvents';
import { exactly } from '../expectation';
import type { Scenario } from '../scenario';
import { downloadProfile, joinAndPrepare, startDeviceSetup, unbox } from '../story/chapters';
import { service } from '../story/device';
import { allowWebSignIn, completeEnrollment, reachDeviceSetup, reachDeviceSetupAgain } from '../story/enrollment';
import { restartRequests } from '../story/restartRequests';
import {
  allPhasesSucceeded,
  automatic,
  causedByNoUri,
  findings,
  noRePrompt,
  noReboots,
  rebootFindings,
  rePromptFindings,
  restart,
} from '../truth';
import { quietStory } from './exampleDevice';

export const secondAttempts: readonly Scenario[] = [
  {
    name: 'rolledBackJoin',
    title: 'The management server refuses the device, the join is rolled back, the second attempt succeeds',
    container: 'mdmCab',
    /** Two sign-ins on the page of OOBE, but no restart between them: a retry, not a second sign-in of a restart. */
    tell() {
      const story = quietStory({ seed: 38 });
      const { at, mdm, person } = story;
      unbox(story);
      downloadProfile(story);
      person.joinDevice();
      mdm.failToEnroll();
      person.rollBackJoin();
      at.plus('6m');
      joinAndPrepare(story);
      startDeviceSetup(story);
      const signedIn = completeEnrollment(story);
      return {
        story,
        expected: {
          phases: allPhasesSucceeded,
          reboots: noReboots,
          signIns: noRePrompt(automatic(signedIn)),
          hello: { state: 'provisioned' },
          findings: findings({
            has: ['enrollment.join-rolled-back'],
            not: [...rebootFindings, ...rePromptFindings],
          }),
        },
      };
    },
  },
  {
    name: 'resetDevice',
    title: 'Device setup fails, the person resets the device from the page, the second attempt succeeds',
    container: 'mdmCab',
    /** What the first attempt flagged has no part in the second, and the restart of the reset is one of setup. */
    tell() {
      const story = quietStory({ seed: 39 });
      const { at, windows, esp, mdm, device } = story;
      reachDeviceSetup(story);
      mdm.flagReboot('DeviceGuard/LsaCfgFlags');
      at.plus('9m');
      esp.endSubcategory('DeviceSetup', 'AppsSubcategory', 'failed');
      esp.fail('DeviceSetup');
      esp.note('ESPProgress_DeviceResetInitiation_Started', 'Resetting the device.');
      device.setupLine('SystemSettingsAdminFlows.exe', 'ResetPrepareSession: Scenario: [Reset]');
      device.write(resetPrepared, {}, service('SystemSettingsAdminFlows.exe'));
      at.plus('2m');
      const reset = windows.restart(restartRequests.setup);
      device.reset();
      mdm.forget();
      device.write(resetFinished, {}, service('oobeldr.exe'));
      device.write(tpmCleared, { ClearReason: 1 }, service('svchost.exe (Tpm)'));

      reachDeviceSetupAgain(story);
      allowWebSignIn(story);
      const signedIn = completeEnrollment(story);
      return {
        story,
        expected: {
          phases: allPhasesSucceeded,
          reboots: exactly(restart(reset, 'setup', { expected: true, causes: causedByNoUri })),
          signIns: noRePrompt(automatic(signedIn)),
          hello: { state: 'provisioned' },
          findings: findings({ not: ['reboot.policy-in-device-setup', ...rePromptFindings] }),
        },
      };
    },
  },
];
