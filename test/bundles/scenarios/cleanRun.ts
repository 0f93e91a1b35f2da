import type { Scenario } from '../scenario';
import {
  closeDeviceSetup,
  downloadProfile,
  finishDeviceSetup,
  handOver,
  installOobeUpdates,
  joinAndPrepare,
  setUpAccount,
  startDeviceSetup,
  unbox,
} from '../story/chapters';
import { iso } from '../story/storyClock';
import { beginStory } from '../story/story';
import { exampleApps, exampleDevice } from './exampleDevice';

/** Everything as it should be: one restart for updates before the join, no second sign-in, Hello is set up. */
export const cleanRun: Scenario = {
  name: 'cleanRun',
  title: 'A user-driven enrollment without a surprise',
  container: 'mdmZip',
  tell() {
    const story = beginStory(exampleDevice({ hostName: 'DESKTOP-EXAMPLE2', seed: 2 }), {
      start: '2026-03-04T08:00:00.000Z',
    });
    const { at, oobe, esp, mdm, person } = story;

    const firstBoot = unbox(story);
    const profileDownloadedAt = downloadProfile(story);
    installOobeUpdates(story, '3m');
    const update = oobe.restart('Reboot');
    oobe.autoLogonAndResume('OobeWirelessAfterZDPReboot');
    oobe.page('OobeWirelessAfterZDPReboot', '8s');

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
      profileDownloadedAt,
      lastCredential: 'helloPin',
      expected: {
        schemaVersion: 1,
        bundle: { kind: 'mdmDiagnostics', container: 'zip' },
        device: { osBuild: '26100.7623', joinType: 'entra', scenario: 'userDriven' },
        boots: [
          { start: iso(firstBoot.start.truth), kind: 'firstBoot' },
          { start: iso(update.boot.start.truth), kind: 'restart' },
        ],
        phases: [
          { id: 'devicePreparation', state: 'succeeded' },
          { id: 'deviceSetup', state: 'succeeded' },
          { id: 'accountSetup', state: 'succeeded' },
        ],
        reboots: [
          { time: iso(update.requested.truth), during: 'preJoin', class: 'oobeUpdate', expected: true, causes: [] },
        ],
        signIns: [{ time: iso(signedIn.moment.truth), user: { class: 'entra' }, class: 'automatic' }],
        token: { state: 'present' },
        hello: { state: 'provisioned', lockScreenProblem: false },
        policies: { webSignIn: 'enabled' },
      },
    };
  },
};
