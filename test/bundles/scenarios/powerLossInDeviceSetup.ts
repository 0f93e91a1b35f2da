import type { Scenario } from '../scenario';
import {
  closeDeviceSetup,
  downloadProfile,
  finishDeviceSetup,
  joinAndPrepare,
  setUpAccount,
  startDeviceSetup,
  unbox,
} from '../story/chapters';
import { durationMs, iso } from '../story/storyClock';
import { beginStory } from '../story/story';
import { exampleApps } from '../exampleApps';
import { exactly } from '../expectation';
import { findings, rePrompts, restart } from '../truth';
import { exampleDevice } from './exampleDevice';

/**
 * The battery runs empty in device setup. Before that, somebody shut the device down in OOBE and switched it on
 * again with fast startup, which is no restart. Shell-Core has wrapped: only its last 18 minutes are there.
 */
export const powerLossInDeviceSetup: Scenario = {
  name: 'powerLossInDeviceSetup',
  title: 'A power loss in device setup, a fast startup that is no restart, and a wrapped Shell-Core log',
  container: 'mdmCab',
  tell() {
    const story = beginStory(exampleDevice({ seed: 4 }), {
      start: '2026-03-11T07:30:00.000Z',
    });
    const { at, device, windows, oobe, esp, mdm, ime, person } = story;

    const firstBoot = unbox(story);
    downloadProfile(story);
    const fastStartup = windows.fastStartup('9m');
    windows.signIn(device.oobeSid);
    oobe.signedIn();
    oobe.begin();

    joinAndPrepare(story);
    startDeviceSetup(story);
    mdm.sync();
    at.plus('4m');
    const lost = windows.powerLoss('1m40s');
    oobe.autoLogonAndResume(esp.page);
    ime.started();
    esp.load();
    finishDeviceSetup(story, exampleApps, '4m');
    closeDeviceSetup(story);
    oobe.page('OobeExit', '2s');
    oobe.end();
    windows.signOut();
    const lockedSince = at.now.truth;
    at.plus('3m5s');
    const signedIn = person.signIn();
    person.helloNotOfferedWithoutToken();
    setUpAccount(story, 'Failed');
    at.plus('4m');
    device.wrap('Microsoft-Windows-Shell-Core/Operational', at.momentAt(at.now.truth - durationMs('18m')));

    return {
      story,
      expected: {
        schemaVersion: 1,
        bundle: { kind: 'mdmDiagnostics', container: 'cab' },
        boots: [
          { start: iso(firstBoot.start.truth), kind: 'firstBoot' },
          { start: iso(fastStartup.truth), kind: 'fastStartup' },
          { start: iso(lost.boot.start.truth), kind: 'powerLoss' },
        ],
        reboots: exactly(restart(lost, 'unexpected', { during: 'deviceSetup', expected: false, initiator: null })),
        signIns: rePrompts([
          {
            time: iso(signedIn.moment.truth),
            user: { class: 'entra' },
            credential: 'unknown',
            waitMs: signedIn.moment.truth - lockedSince,
            afterReboot: 'reboot-1',
          },
        ]),
        hello: { state: 'unknown' },
        findings: findings({
          has: ['reboot.power-loss', 'coverage.log-wrapped'],
          not: ['reboot.policy-in-device-setup', 'signin.web-sign-in-re-prompt'],
        }),
      },
    };
  },
};
