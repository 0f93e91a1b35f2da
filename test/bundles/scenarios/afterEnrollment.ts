import { updateInstalled, updateWantsRestart } from '../events/backgroundEvents';
import { exactly } from '../expectation';
import type { Scenario } from '../scenario';
import { service } from '../story/device';
import { completeEnrollment, reachDeviceSetup, agentSaysGoodbye } from '../story/enrollment';
import { restartRequests } from '../story/restartRequests';
import { automatic, causedByNoUri, findings, noRePrompt, rePromptFindings, restart } from '../truth';
import { quietStory } from './exampleDevice';

const colleague = {
  sid: 'S-1-12-1-2233445566-1234567890-3344556677-1122334455',
  account: 'GradyExample',
  displayName: 'Grady Example',
  upn: 'grady@contoso.example',
} as const;

/**
 * The enrollment is over. The person locks and unlocks, Windows Update restarts the device in the night and signs
 * them in again by itself, a colleague signs in for a while: daily life, none of it a second sign-in.
 */
export const afterEnrollment: Scenario = {
  name: 'afterEnrollment',
  title: 'Unlocks, an update with automatic sign-in and a second user, all after the enrollment',
  container: 'collectDiagnostics',
  tell() {
    const story = quietStory({ seed: 53 });
    const { at, windows, device, ime, person } = story;
    reachDeviceSetup(story);
    const handedOver = completeEnrollment(story);
    at.plus('30m');
    ime.session('SessionLock');
    at.plus('20m');
    person.unlocks();
    ime.session('SessionUnlock');
    at.plus('1h').skip('6h');

    const by = service('svchost.exe (wuauserv)');
    const title = 'Example Cumulative Update (KB0000002)';
    device.write(
      updateInstalled,
      { updateTitle: title, updateGuid: device.random.guid(), updateRevisionNumber: 1 },
      by,
    );
    device.write(updateWantsRestart, { updatelist: title }, by);
    agentSaysGoodbye(story);
    const update = windows.restart(restartRequests.windowsUpdate);
    at.skip('1s');
    person.startSession();
    at.skip('2s');
    ime.started();
    ime.session('SessionLock');
    at.skip('8h');
    person.unlocks();
    ime.session('SessionUnlock');
    at.plus('40m');

    ime.session('SessionLock');
    person.signIn(colleague);
    ime.session('Logon');
    at.plus('30m');

    return {
      story,
      expected: {
        reboots: exactly(restart(update, 'windowsUpdate', { during: 'afterEnrollment', causes: causedByNoUri })),
        signIns: noRePrompt(automatic(handedOver)),
        hello: { state: 'provisioned', lockScreenProblem: false },
        findings: findings({
          not: ['reboot.policy-in-device-setup', 'reboot.in-account-setup', 'reboot.unexpected', ...rePromptFindings],
        }),
      },
    };
  },
};
