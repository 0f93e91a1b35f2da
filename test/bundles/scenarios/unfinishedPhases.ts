import { oneOf } from '../expectation';
import { exampleApps } from '../exampleApps';
import type { Scenario } from '../scenario';
import { handOver } from '../story/chapters';
import { completeDeviceSetup, reachDeviceSetup, work } from '../story/enrollment';
import { automatic, findings, noRePrompt, noReboots, rebootFindings, rePromptFindings } from '../truth';
import { quietStory } from './exampleDevice';

export const unfinishedPhases: readonly Scenario[] = [
  {
    name: 'failedApp',
    title: 'An app fails, device setup ends there, the person collects the logs from the page',
    container: 'collectDiagnostics',
    tell() {
      const story = quietStory({ seed: 63 });
      const { at, esp, ime } = story;
      reachDeviceSetup(story);
      ime.tracksApp(exampleApps[0]!);
      at.plus('12m');
      esp.endSubcategory('DeviceSetup', 'AppsSubcategory', 'failed');
      esp.fail('DeviceSetup');
      esp.note('ESPProgress_CollectLogs_Started', 'Collecting logs.');
      at.plus('2m');
      return {
        story,
        expected: {
          phases: [
            { id: 'devicePreparation', state: 'succeeded' },
            {
              id: 'deviceSetup',
              state: 'failed',
              subcategories: [{ id: 'DeviceSetup.AppsSubcategory', state: 'failed' }],
            },
            { id: 'accountSetup', state: oneOf('notStarted', 'unknown') },
          ],
          reboots: noReboots,
          signIns: noRePrompt(),
          hello: { state: 'unknown' },
          findings: findings({ not: [...rebootFindings, ...rePromptFindings] }),
        },
      };
    },
  },
  {
    name: 'skippedAccountSetup',
    title: 'The tenant skips the account part of the status page: it has neither succeeded nor failed',
    container: 'mdmCab',
    tell() {
      const story = quietStory({ seed: 64 });
      const { oobe, esp, ime, person } = story;
      esp.skipsAccount = true;
      reachDeviceSetup(story);
      ime.readsSkipFlag(true);
      completeDeviceSetup(story);
      const signedIn = handOver(story);
      person.helloOffered();
      oobe.begin('ms-cxh://NTHAADORMDM');
      person.finishesHello();
      work(story);
      return {
        story,
        expected: {
          phases: [
            { id: 'deviceSetup', state: 'succeeded' },
            { id: 'accountSetup', state: oneOf('skipped', 'unknown', 'notStarted') },
          ],
          reboots: noReboots,
          signIns: noRePrompt(automatic(signedIn)),
          hello: { state: 'provisioned' },
          findings: findings({ not: [...rebootFindings, ...rePromptFindings] }),
        },
      };
    },
  },
];
