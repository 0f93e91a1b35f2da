import type { Scenario, Told } from '../scenario';
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
import { beginStory, type StoryBeginning } from '../story/story';
import { exampleApps } from '../exampleApps';
import { exactly } from '../expectation';
import { allPhasesSucceeded, causedBy, findings, rePrompts, restart } from '../truth';
import { exampleDevice } from './exampleDevice';

const flaggedAfterwards = [
  'DeviceGuard/EnableVirtualizationBasedSecurity',
  'DeviceGuard/RequirePlatformSecurityFeatures',
  'ServiceControlManager/SvchostProcessMitigation',
  'Update/ManagePreviewBuilds',
] as const;

/**
 * Two policies ask for a restart at the end of device setup. The kept credential is lost, the lock screen waits,
 * the person comes back by web sign-in (with a Temporary Access Pass, which no log can tell) and later closes the
 * Hello wizard: the next lock screen will ask for a PIN that nobody has set.
 */
export const policyRebootTap: Scenario = {
  name: 'policyRebootTap',
  title: 'A policy restart in device setup costs a second sign-in, and Hello stays incomplete',
  container: 'collectDiagnostics',
  tell: () => tellPolicyReboot('usual'),
};

/** @param background how much of everyday noise is between the events that count: a smaller bundle has little of it */
export function tellPolicyReboot(background: NonNullable<StoryBeginning['background']>): Told {
  const story = beginStory(exampleDevice({ seed: 1 }), {
    start: '2026-02-17T12:20:00.000Z',
    clockErrorMs: durationMs('7h59m48s'),
    background,
  });
  const { at, oobe, esp, mdm, ime, person, device } = story;

  // 1. Out of the box. The clock is eight hours ahead until Autopilot has looked at it.
  const firstBoot = unbox(story);
  at.plus('20s');
  const clockStep = correctClock(story);
  const clockSteppedAt = at.now.truth;
  downloadProfile(story);

  // 2. The restart that OOBE needs for its updates: nobody has signed in yet, nothing is lost.
  const update = restartForUpdates(story, '5m', '10s');

  // 3. Join, device preparation, device setup. Two URIs are flagged 43 and 42 minutes before the restart.
  joinAndPrepare(story);
  startDeviceSetup(story);
  at.plus('20s');
  const lsa = mdm.flagReboot('DeviceGuard/LsaCfgFlags');
  at.plusUntil(lsa.moment.truth + durationMs('1m') - 40);
  const dma = mdm.flagReboot('DmaGuard/DeviceEnumerationPolicy', 2);
  mdm.sync(() => {
    mdm.setPolicy('Authentication/EnableWebSignIn', 1);
  });
  finishDeviceSetup(story, exampleApps, '13m10s');
  at.plusUntil(lsa.moment.truth + durationMs('43m'));
  esp.coalescedRestart();
  const policy = oobe.restart('RebootZtd');

  // 4. Nobody is signed in. A sync flags four more URIs, which cannot have caused a restart that is over.
  ime.started();
  at.plus('50s');
  ime.findsNobodySignedIn();
  const late = flaggedAfterwards.map((name) => mdm.flagReboot(name));
  mdm.sync();
  at.plus('2m30s');
  ime.findsNobodySignedIn();
  at.plus('2m10s');
  person.opensWebSignIn();
  const signedIn = person.afterWaiting('6m36s', policy.boot);
  ime.session('Logon');
  device.lastCredential = 'webSignIn';
  person.helloNotOfferedWithoutToken();

  // 5. The page goes on where it was, account setup follows, the Hello wizard is closed.
  oobe.resume(esp.page);
  esp.load();
  closeDeviceSetup(story);
  setUpAccount(story, 'Failed');
  ime.findsToken();
  const offered = person.helloOffered();
  person.leavesHello();
  at.plus('11m');

  return {
    story,
    expected: {
      schemaVersion: 1,
      bundle: { kind: 'collectDiagnostics', container: 'zip' },
      device: {
        osBuild: '26100.7623',
        name: device.hostName,
        joinType: 'entra',
        scenario: 'userDriven',
      },
      clock: { steps: [{ at: iso(clockSteppedAt), deltaMs: clockStep, reason: 'timeSync' }] },
      boots: [
        { start: iso(firstBoot.start.truth), kind: 'firstBoot' },
        { start: iso(update.boot.start.truth), kind: 'restart' },
        { start: iso(policy.boot.start.truth), kind: 'restart' },
      ],
      phases: allPhasesSucceeded,
      reboots: exactly(
        restart(update, 'oobeUpdate', {
          during: 'preJoin',
          expected: true,
          initiator: { process: 'CloudExperienceHostBroker.exe', reasonCode: '0x20004' },
        }),
        restart(policy, 'coalescedPolicy', {
          rawTime: iso(policy.requested.raw),
          during: 'deviceSetup',
          expected: false,
          initiator: { process: 'CloudExperienceHostBroker.exe', reasonCode: '0x20004' },
          causes: causedBy([lsa, dma], late),
          autoLogonCleared: true,
          tokenLost: true,
        }),
      ),
      signIns: rePrompts([
        {
          time: iso(signedIn.moment.truth),
          user: { class: 'entra', sid: device.identity.person.sid },
          credential: 'webSignIn',
          waitMs: durationMs('6m36s'),
          afterReboot: 'reboot-2',
        },
      ]),
      token: { state: 'present' },
      hello: { state: 'incomplete', lockScreenProblem: true, evidence: [{ recordId: offered.recordId }] },
      policies: { webSignIn: 'enabled' },
      findings: findings({
        has: [
          'reboot.policy-in-device-setup',
          'signin.web-sign-in-re-prompt',
          'hello.incomplete',
          'clock.stepped-during-oobe',
        ],
        not: ['reboot.unexpected', 'reboot.power-loss', 'reboot.application-in-device-setup'],
      }),
    },
  };
}
