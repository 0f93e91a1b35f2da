import type { Scenario } from '../scenario';
import {
  closeDeviceSetup,
  correctClock,
  downloadProfile,
  finishDeviceSetup,
  joinAndPrepare,
  restartForUpdates,
  setUpAccount,
  startDeviceSetup,
  unbox,
} from '../story/chapters';
import { durationMs, iso } from '../story/storyClock';
import { beginStory } from '../story/story';
import { exampleApps } from '../exampleApps';
import { exactly } from '../expectation';
import { allPhasesSucceeded, causedBy, rePrompts, restart } from '../truth';
import { exampleDevice, on23H2 } from './exampleDevice';

/**
 * A cabinet of Windows 11 23H2, which has no System log: both restarts are only to be seen in Shell-Core,
 * setupact.log and the log of the Intune agent. What the person signed in with cannot be known.
 */
export const windows23h2NoSystem: Scenario = {
  name: 'windows23h2NoSystem',
  title: 'A policy restart in a 23H2 cabinet without a System log',
  container: 'mdmCab',
  tell() {
    const identity = exampleDevice({
      ...on23H2,
      timeZone: { name: 'GMT Standard Time', minutesEastOfUtc: 0 },
      seed: 3,
    });
    const story = beginStory(identity, { start: '2026-01-21T09:10:00.000Z', clockErrorMs: durationMs('3h8s') });
    const { at, windows, oobe, esp, mdm, ime, person } = story;

    unbox(story);
    correctClock(story);
    downloadProfile(story);
    const update = restartForUpdates(story, '4m', '6s');

    joinAndPrepare(story);
    startDeviceSetup(story);
    at.plus('15s');
    const flagged = mdm.flagReboot('Update/ManagePreviewBuilds');
    finishDeviceSetup(story, exampleApps, '3m');
    esp.coalescedRestart();
    ime.shutdown();
    const policy = oobe.restart('RebootZtd');

    // OOBE's own account comes back by itself and ends device setup; the person is not known any more.
    ime.started();
    oobe.autoLogonAndResume(esp.page);
    esp.load();
    closeDeviceSetup(story);
    oobe.page('OobeExit', '2s');
    oobe.end();
    const lockedSince = at.now.truth;
    ime.session('Logoff');
    windows.signOut();
    at.plus('2m');
    ime.findsNobodySignedIn();
    person.afterWaiting('4m50s', policy.boot);
    // Without a System log the agent's session change is the first that is seen of the sign-in.
    const signedInSeen = at.now.truth;
    ime.session('Logon');
    person.helloNotOfferedWithoutToken();
    setUpAccount(story, 'Failed');
    at.plus('6m');

    return {
      story,
      expected: {
        schemaVersion: 1,
        bundle: { kind: 'mdmDiagnostics', container: 'cab' },
        device: { osBuild: '22631.5909', joinType: 'entra', scenario: 'userDriven' },
        boots: [
          { start: iso(update.boot.start.truth), kind: 'restart' },
          { start: iso(policy.boot.start.truth), kind: 'restart' },
        ],
        phases: allPhasesSucceeded,
        reboots: exactly(
          restart(update, 'oobeUpdate', { during: 'preJoin', expected: true }),
          restart(policy, 'coalescedPolicy', {
            during: 'deviceSetup',
            expected: false,
            causes: causedBy([flagged]),
            autoLogonCleared: true,
            tokenLost: true,
          }),
        ),
        signIns: rePrompts([
          {
            time: iso(signedInSeen),
            user: { class: 'entra' },
            credential: 'unknown',
            waitMs: signedInSeen - lockedSince,
            afterReboot: 'reboot-2',
          },
        ]),
        hello: { state: 'unknown' },
      },
    };
  },
};
