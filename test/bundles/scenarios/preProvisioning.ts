import { preProvisioningStarted } from '../events/managementEvents';
import { list } from '../expectation';
import type { Scenario } from '../scenario';
import { downloadProfile, handOver, passUpdateNodes, prepareDevice, startDeviceSetup, unbox } from '../story/chapters';
import { service } from '../story/device';
import { completeAccount, completeDeviceSetup } from '../story/enrollment';
import { iso } from '../story/storyClock';
import { automatic, causedByNoUri, findings, noRePrompt, rebootFindings, rePromptFindings, restart } from '../truth';
import { quietStory } from './exampleDevice';

/**
 * A technician starts pre-provisioning, the device restarts once for it, gets its apps and is sealed. The next day
 * the person joins it with their account: a sign-in that the flow calls for, not one that a restart has cost.
 */
export const preProvisioning: Scenario = {
  name: 'preProvisioning',
  title: 'Pre-provisioning by a technician, and the hand-over to the person on the next day',
  container: 'mdmCab',
  tell() {
    const story = quietStory({ seed: 17, deployment: 'preProvisioning' });
    const { windows, oobe, esp, device, person } = story;
    unbox(story);
    downloadProfile(story);
    device.write(preProvisioningStarted, { UInt1: 1 }, service('svchost.exe (wmansvc)'));
    oobe.page('AutopilotWhiteGloveLanding', '20s');
    oobe.page('AutopilotWhiteGloveOobeZdp', '30s');
    const forTheFlow = oobe.restart('AutopilotWhiteGloveReboot');
    oobe.autoLogonAndResume('AutopilotWhiteGloveLanding');
    esp.note('WhiteGlove_TechnicianFlow_Started', 'Technician flow started.');
    person.register();
    prepareDevice(story);
    startDeviceSetup(story);
    completeDeviceSetup(story);
    esp.note('ESPProgress_WhiteGlove_Success', 'Pre-provisioning succeeded.');
    oobe.page('AutopilotWhiteGloveResult', '40s');
    const nextDay = windows.shutDownAndStart('20h');

    windows.autoLogon();
    oobe.signedIn();
    oobe.begin();
    person.joinDevice();
    passUpdateNodes(story);
    const signedIn = handOver(story);
    completeAccount(story);

    return {
      story,
      expected: {
        device: { scenario: 'preProvisioning' },
        boots: [{ start: iso(nextDay.start.truth), kind: 'shutdownAndStart' }],
        reboots: list({
          exactly: [restart(forTheFlow, 'preProvisioning', { expected: true, causes: causedByNoUri })],
          // Sealed, switched off and on again: no restart, but a hand-over that the flow calls for.
          tolerated: [{ class: 'preProvisioning', expected: true }],
        }),
        signIns: noRePrompt(automatic(signedIn)),
        hello: { state: 'provisioned' },
        findings: findings({ not: [...rebootFindings, ...rePromptFindings] }),
      },
    };
  },
};
