import { exampleApps } from '../exampleApps';
import { exactly } from '../expectation';
import type { Scenario } from '../scenario';
import { closeDeviceSetup, finishDeviceSetup, setUpAccount } from '../story/chapters';
import { agentSaysGoodbye, reachDeviceSetup } from '../story/enrollment';
import { findings, rePrompts, restartForPolicies } from '../truth';
import { iso } from '../story/storyClock';
import { quietStory } from './exampleDevice';

/**
 * After the restart Intune's agent starts so late that the person has signed in before it listens: no line of its
 * log speaks of a session, only of whom it finds there. The System log knows.
 */
export const lateAgent: Scenario = {
  name: 'lateAgent',
  title: 'A second sign-in after a policy restart, over before Intune’s agent listens',
  container: 'mdmZip',
  tell() {
    const story = quietStory({ seed: 65 });
    const { at, windows, oobe, esp, mdm, ime, person } = story;
    reachDeviceSetup(story);
    const flagged = mdm.flagReboot('DeviceGuard/RequirePlatformSecurityFeatures', 3);
    finishDeviceSetup(story, exampleApps, '2m');
    esp.coalescedRestart();
    agentSaysGoodbye(story);
    const policy = oobe.restart(esp.restartNode);
    oobe.autoLogonAndResume(esp.page);
    esp.load();
    closeDeviceSetup(story);
    oobe.page('OobeExit', '2s');
    oobe.end();
    windows.signOut();
    const lockedSince = at.now.truth;
    at.plus('75s');
    const signedIn = person.signIn();
    at.plus('40s');
    ime.started();
    at.plus('35s');
    ime.findsToken();
    person.helloOffered();
    setUpAccount(story, 'Success');
    person.finishesHello();

    return {
      story,
      expected: {
        reboots: exactly(restartForPolicies(policy, [flagged])),
        signIns: rePrompts([
          {
            time: iso(signedIn.moment.truth),
            waitMs: signedIn.moment.truth - lockedSince,
            afterReboot: 'reboot-1',
          },
        ]),
        hello: { state: 'provisioned' },
        findings: findings({ has: ['reboot.policy-in-device-setup', 'signin.re-prompt-after-reboot'] }),
      },
    };
  },
};
