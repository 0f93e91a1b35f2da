import { exactly, oneOf } from '../expectation';
import type { Scenario } from '../scenario';
import {
  downloadProfile,
  passUpdateNodes,
  prepareDevice,
  setUpAccount,
  startDeviceSetup,
  unbox,
} from '../story/chapters';
import { completeDeviceSetup, leaveOobe, signInByHand } from '../story/enrollment';
import { byHand, causedByNoUri, findings, noRePrompt, rebootFindings, rePromptFindings, restart } from '../truth';
import { exampleDevice, quietStory } from './exampleDevice';

const domainUser = 'S-1-5-21-1004336348-1177238915-682003330-1105';

/**
 * A hybrid deployment: the device joins the domain offline and restarts for it, and the person signs in to the
 * domain at the lock screen. Both belong to the flow.
 */
export const hybridJoin: Scenario = {
  name: 'hybridJoin',
  title: 'A hybrid join with its restart and its planned sign-in to the domain',
  container: 'mdmCab',
  tell() {
    const { person: someone } = exampleDevice({ seed: 18 });
    const story = quietStory({ seed: 18, deployment: 'hybrid', person: { ...someone, sid: domainUser } });
    const { at, oobe, esp, mdm, person } = story;
    unbox(story);
    downloadProfile(story);
    oobe.page('OobeAAD', '70s');
    mdm.enroll();
    oobe.open('OobeDomainJoin');
    mdm.joinDomainOffline('90s');
    oobe.close();
    const forTheJoin = oobe.restart('OobeDomainJoinReboot');
    oobe.autoLogonAndResume(esp.page);
    prepareDevice(story);
    startDeviceSetup(story);
    completeDeviceSetup(story);
    passUpdateNodes(story);
    const lockedSince = leaveOobe(story);
    const signedIn = signInByHand(story, { after: '4m', since: lockedSince, with: 'password' });
    person.registerDomainDevice();
    setUpAccount(story, 'Success');
    at.plus('4m');

    return {
      story,
      expected: {
        device: { joinType: 'hybrid' },
        reboots: exactly(restart(forTheJoin, 'hybridJoin', { expected: true, causes: causedByNoUri })),
        signIns: noRePrompt(byHand(signedIn, lockedSince, { class: 'planned', user: { class: 'domain' } })),
        hello: { state: 'unknown' },
        policies: { webSignIn: oneOf('notConfigured', 'unknown') },
        findings: findings({ not: [...rebootFindings, ...rePromptFindings] }),
      },
    };
  },
};
