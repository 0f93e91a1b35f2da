import { exactly, list } from '../expectation';
import type { Scenario } from '../scenario';
import {
  closeDeviceSetup,
  downloadProfile,
  finishDeviceSetup,
  prepareDevice,
  startDeviceSetup,
  unbox,
} from '../story/chapters';
import { coalescedRestart, leaveOobe } from '../story/enrollment';
import { exampleApps } from '../exampleApps';
import { causedBy, findings, helloFindings, rePromptFindings, restart } from '../truth';
import { quietStory } from './exampleDevice';

/** A kiosk that enrolls without a person: a policy restart in device setup cannot cost anybody a sign-in. */
export const selfDeploying: Scenario = {
  name: 'selfDeploying',
  title: 'A self-deploying device with a policy restart and nobody to sign in',
  container: 'mdmCab',
  tell() {
    const story = quietStory({ seed: 19, deployment: 'selfDeploying' });
    const { at, mdm, person } = story;
    unbox(story);
    downloadProfile(story);
    person.register();
    prepareDevice(story);
    startDeviceSetup(story);
    const flags = ['Start/HideShutDown', 'Start/HideRestart'].map((policy) => mdm.flagReboot(policy));
    finishDeviceSetup(story, exampleApps, '2m');
    const policy = coalescedRestart(story);
    closeDeviceSetup(story);
    leaveOobe(story);
    at.plus('10m');

    return {
      story,
      expected: {
        device: { scenario: 'selfDeploying' },
        reboots: exactly(restart(policy, 'coalescedPolicy', { during: 'deviceSetup', causes: causedBy(flags) })),
        signIns: list({ among: { class: 'rePrompt' }, exactly: [], absent: [{ user: { class: 'entra' } }] }),
        token: { state: 'unknown' },
        hello: { state: 'unknown' },
        findings: findings({ not: [...rePromptFindings, ...helloFindings] }),
      },
    };
  },
};
