import type { Scenario } from '../scenario';
import { setUpAccount, closeDeviceSetup, finishDeviceSetup } from '../story/chapters';
import { leaveOobe, reachDeviceSetup, signInByHand } from '../story/enrollment';
import { exampleApps } from '../exampleApps';
import { iso } from '../story/storyClock';
import { findings, noRePrompt, noReboots, rebootFindings, rePromptFindings } from '../truth';
import { quietStory } from './exampleDevice';

/**
 * After two policies were flagged somebody switches the device off and, with fast startup, on again: a new session
 * and OOBE that resumes its page, but no restart, so no policy has caused one. The lock screen later asks for a
 * sign-in, as it would after any sign-out.
 */
export const fastStartup: Scenario = {
  name: 'fastStartup',
  title: 'A fast startup in device setup that looks like a policy restart and is none',
  container: 'mdmCab',
  tell() {
    const story = quietStory({ seed: 13 });
    const { windows, oobe, esp, mdm, device, person, at } = story;
    reachDeviceSetup(story);
    mdm.flagReboot('DeviceGuard/LsaCfgFlags');
    mdm.flagReboot('Update/ManagePreviewBuilds');
    at.plus('3m');
    const resumed = windows.fastStartup('25m');
    windows.signIn(device.oobeSid);
    oobe.signedIn();
    oobe.resume(esp.page);
    esp.load();
    finishDeviceSetup(story, exampleApps, '2m');
    closeDeviceSetup(story);
    signInByHand(story, { after: '2m', since: leaveOobe(story), with: 'password' });
    person.helloOffered();
    setUpAccount(story, 'Success');
    person.finishesHello();

    return {
      story,
      expected: {
        boots: [{ start: iso(resumed.truth), kind: 'fastStartup' }],
        reboots: noReboots,
        signIns: noRePrompt(),
        hello: { state: 'provisioned' },
        findings: findings({ not: [...rebootFindings, ...rePromptFindings] }),
      },
    };
  },
};
