import { exactly } from '../expectation';
import type { Scenario } from '../scenario';
import { reachDeviceSetup } from '../story/enrollment';
import { findings, helloFindings, noRePrompt, noReboots, rebootFindings, rePromptFindings } from '../truth';
import { quietStory } from './exampleDevice';

/** Somebody collects the logs in the middle: what has not happened yet has not failed either. */
export const takenInDeviceSetup: Scenario = {
  name: 'takenInDeviceSetup',
  title: 'The logs are collected in device setup, with a restart for a policy still to come',
  container: 'mdmZip',
  tell() {
    const story = quietStory({ seed: 62 });
    reachDeviceSetup(story);
    const flagged = story.mdm.flagReboot('DeviceGuard/LsaCfgFlags');
    story.mdm.rebootIsPending = true;
    story.at.plus('8m');

    return {
      story,
      expected: {
        phases: [
          { id: 'devicePreparation', state: 'succeeded' },
          { id: 'deviceSetup', state: 'inProgress' },
        ],
        reboots: noReboots,
        signIns: noRePrompt(),
        hello: { state: 'unknown' },
        policies: { webSignIn: 'enabled', assignedRebootUris: exactly(flagged.uri) },
        findings: findings({ not: [...rebootFindings, ...rePromptFindings, ...helloFindings] }),
      },
    };
  },
};
