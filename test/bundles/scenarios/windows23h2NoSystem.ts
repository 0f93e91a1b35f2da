import type { Scenario } from '../scenario';
import {
  closeDeviceSetup,
  correctClock,
  devicePage,
  downloadProfile,
  finishDeviceSetup,
  installOobeUpdates,
  joinAndPrepare,
  setUpAccount,
  startDeviceSetup,
  unbox,
} from '../story/chapters';
import { policyUri } from '../story/management';
import { durationMs, iso } from '../story/storyClock';
import { beginStory } from '../story/story';
import { exampleApps, exampleDevice } from './exampleDevice';

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
      hostName: 'DESKTOP-EXAMPLE3',
      build: 22_631,
      revision: 5909,
      timeZone: { name: 'GMT Standard Time', minutesEastOfUtc: 0 },
      seed: 3,
    });
    const story = beginStory(identity, { start: '2026-01-21T09:10:00.000Z', clockErrorMs: durationMs('3h8s') });
    const { at, windows, oobe, esp, mdm, ime, person } = story;

    unbox(story);
    correctClock(story);
    const profileDownloadedAt = downloadProfile(story);
    installOobeUpdates(story, '4m');
    const update = oobe.restart('Reboot');
    oobe.autoLogonAndResume('OobeWirelessAfterZDPReboot');
    oobe.page('OobeWirelessAfterZDPReboot', '6s');

    joinAndPrepare(story);
    startDeviceSetup(story);
    at.plus('15s');
    const flagged = mdm.flagReboot('Update/ManagePreviewBuilds');
    finishDeviceSetup(story, exampleApps, '3m');
    esp.coalescedRestart(devicePage);
    ime.shutdown();
    const policy = oobe.restart('RebootZtd');

    // OOBE's own account comes back by itself and ends device setup; the person is not known any more.
    ime.started();
    oobe.autoLogonAndResume(devicePage);
    esp.load(devicePage);
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
      profileDownloadedAt,
      lastCredential: 'webSignIn',
      expected: {
        schemaVersion: 1,
        bundle: { kind: 'mdmDiagnostics', container: 'cab' },
        device: { osBuild: '22631.5909', joinType: 'entra', scenario: 'userDriven' },
        boots: [
          { start: iso(update.boot.start.truth), kind: 'restart' },
          { start: iso(policy.boot.start.truth), kind: 'restart' },
        ],
        phases: [
          { id: 'devicePreparation', state: 'succeeded' },
          { id: 'deviceSetup', state: 'succeeded' },
          { id: 'accountSetup', state: 'succeeded' },
        ],
        reboots: [
          { time: iso(update.requested.truth), during: 'preJoin', class: 'oobeUpdate', expected: true },
          {
            time: iso(policy.requested.truth),
            during: 'deviceSetup',
            class: 'coalescedPolicy',
            expected: false,
            causes: [{ uri: policyUri('Update/ManagePreviewBuilds'), flaggedAt: iso(flagged.moment.truth) }],
            autoLogonCleared: true,
            tokenLost: true,
          },
        ],
        signIns: [
          {
            time: iso(signedInSeen),
            user: { class: 'entra' },
            class: 'rePrompt',
            credential: 'unknown',
            waitMs: signedInSeen - lockedSince,
            afterReboot: 'reboot-2',
          },
        ],
        hello: { state: 'unknown' },
      },
    };
  },
};
