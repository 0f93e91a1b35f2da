import type { Scenario } from '../scenario';
import {
  closeDeviceSetup,
  downloadProfile,
  finishDeviceSetup,
  handOver,
  joinAndPrepare,
  restartForUpdates,
  setUpAccount,
  startDeviceSetup,
  unbox,
} from '../story/chapters';
import { iso } from '../story/storyClock';
import { beginStory } from '../story/story';
import { exampleApps } from '../exampleApps';
import { exactly } from '../expectation';
import {
  allPhasesSucceeded,
  automatic,
  findings,
  helloFindings,
  noRePrompt,
  rebootFindings,
  rePromptFindings,
  restart,
} from '../truth';
import { exampleDevice } from './exampleDevice';

/** Everything as it should be: one restart for updates before the join, no second sign-in, Hello is set up. */
export const cleanRun: Scenario = {
  name: 'cleanRun',
  title: 'A user-driven enrollment without a surprise',
  container: 'mdmZip',
  tell() {
    const story = beginStory(exampleDevice({ seed: 2 }), {
      start: '2026-03-04T08:00:00.000Z',
    });
    const { at, esp, mdm, person } = story;

    const firstBoot = unbox(story);
    downloadProfile(story);
    const update = restartForUpdates(story);

    joinAndPrepare(story);
    startDeviceSetup(story);
    mdm.sync(() => {
      mdm.setPolicy('Authentication/EnableWebSignIn', 1);
      mdm.setPolicy('DeviceLock/MinDevicePasswordLength', 8);
    });
    finishDeviceSetup(story, exampleApps, '2m');
    closeDeviceSetup(story);

    const signedIn = handOver(story);
    person.helloOffered();
    setUpAccount(story, 'Success');
    person.finishesHello();
    esp.note('ESP_ExitPage', 'Exit.');
    at.plus('5m');

    return {
      story,
      expected: {
        schemaVersion: 1,
        bundle: { kind: 'mdmDiagnostics', container: 'zip' },
        device: { osBuild: '26100.7623', joinType: 'entra', scenario: 'userDriven' },
        boots: [
          { start: iso(firstBoot.start.truth), kind: 'firstBoot' },
          { start: iso(update.boot.start.truth), kind: 'restart' },
        ],
        phases: allPhasesSucceeded,
        reboots: exactly(restart(update, 'oobeUpdate', { during: 'preJoin', expected: true, causes: exactly() })),
        signIns: noRePrompt({ ...automatic(signedIn), user: { class: 'entra' } }),
        token: { state: 'present' },
        hello: { state: 'provisioned', lockScreenProblem: false },
        policies: { webSignIn: 'enabled' },
        findings: findings({ not: [...rebootFindings, ...rePromptFindings, ...helloFindings] }),
      },
    };
  },
};
