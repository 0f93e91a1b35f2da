import { updateInstalled, updateWantsRestart } from '../events/backgroundEvents';

import { exampleApps } from '../exampleApps';
import { exactly, list, oneOf, type Expected } from '../expectation';
import type { Reboot } from '../../../src/core/enrollment/document/reboots';
import type { Scenario, Told } from '../scenario';
import {
  closeDeviceSetup,
  downloadProfile,
  finishDeviceSetup,
  handOver,
  prepareDevice,
  restartForUpdates,
  setUpAccount,
  startAccountSetup,
  startDeviceSetup,
  unbox,
} from '../story/chapters';
import { service } from '../story/device';
import {
  agentSaysGoodbye,
  coalescedRestart,
  completeAccount,
  leaveOobe,
  reachDeviceSetup,
  resumeDeviceSetup,
  signInByHand,
  finishWithPolicyRestart,
  signInAndFinish,
  resumeAccountSetup,
} from '../story/enrollment';
import { hardReboot } from '../story/imeAgent';
import { restartRequests } from '../story/restartRequests';
import {
  allPhasesSucceeded,
  automatic,
  byHand,
  causedBy,
  causedByNoUri,
  findings,
  noRePrompt,
  rebootFindings,
  rePromptFindings,
  rePrompts,
  restart,
  restartForPolicies,
} from '../truth';
import { chooseTechnicianFlow, joinSealedDevice, passTechnicianFlow } from '../story/preProvisioning';
import { exampleDevice, on23H2, quietStory } from './exampleDevice';

type Details = Parameters<typeof quietStory>[0];

const [vpn, ...otherApps] = exampleApps;

/**
 * Windows Update, an app and a policy restart device setup one after the other. The policy had asked before the first of
 * them and is the cause of the last one only: nothing else is the page's restart for the collected policies.
 */
function threeRestarts(details: Details) {
  const story = quietStory(details);
  const { at, windows, device, oobe, esp, mdm, ime } = story;
  reachDeviceSetup(story);
  const flagged = mdm.flagReboot('DmaGuard/DeviceEnumerationPolicy', 2);
  at.plus('5m');
  const update = {
    updateTitle: '2026-02 Cumulative Update for Windows 11 (KB5099999)',
    updateGuid: device.random.guid(),
    updateRevisionNumber: 1,
    serviceGuid: device.random.guid(),
  };
  device.write(updateInstalled, update, service('svchost.exe (wuauserv)'));
  device.write(updateWantsRestart, { updatelist: update.updateTitle }, service('svchost.exe (wuauserv)'));
  at.plus('30s');
  agentSaysGoodbye(story);
  const byUpdate = windows.restart(restartRequests.windowsUpdate);
  resumeDeviceSetup(story);

  at.plus('2m');
  ime.tracksApp(vpn!);
  ime.installsApp(vpn!, '3m', hardReboot);
  esp.appRestart();
  agentSaysGoodbye(story);
  const byApp = oobe.restart(esp.restartNode);
  resumeDeviceSetup(story);
  esp.startSubcategory('DeviceSetup', 'AppsSubcategory');

  finishDeviceSetup(story, otherApps, '2m');
  const byPolicy = coalescedRestart(story);
  closeDeviceSetup(story);
  const { since: lockedSince, signedIn } = signInAndFinish(story, '3m');
  return {
    story,
    byUpdate,
    byApp,
    byPolicy,
    flagged,
    expected: {
      phases: allPhasesSucceeded,
      signIns: rePrompts([byHand(signedIn, lockedSince, { afterReboot: 'reboot-3' })]),
      hello: { state: 'provisioned' },
      findings: findings({
        has: ['reboot.policy-in-device-setup', 'reboot.application-in-device-setup', 'reboot.several'],
        not: ['reboot.power-loss'],
      }),
    } as const,
  };
}

const unasked = { during: 'deviceSetup', expected: false, causes: causedByNoUri } as const;

/** A policy restart; the pass of the morning opens web sign-in once more, and has expired at the restart after that. */
function passExpiresBetweenRestarts(details: Details): Told {
  const story = quietStory(details);
  const { at, windows, mdm, ime, person } = story;
  reachDeviceSetup(story);
  const flagged = mdm.flagReboot('ExploitGuard/ExploitProtectionSettings');
  const policy = finishWithPolicyRestart(story, '9m');
  const firstLock = leaveOobe(story);
  const first = signInByHand(story, { after: '4m', since: firstLock, with: 'webSignIn' });
  ime.findsToken();
  startAccountSetup(story, 'Success');
  at.plus('3m');
  agentSaysGoodbye(story);
  const byPerson = windows.restart(restartRequests.startMenu);
  ime.started();
  const secondLock = byPerson.boot.ready.truth;
  at.plus('50s');
  person.isRefused('AADSTS130504', 'Temporary Access Pass has expired.');
  const second = signInByHand(story, { after: '7m', since: secondLock, with: 'password' });
  resumeAccountSetup(story);
  return {
    story,
    expected: {
      reboots: exactly(
        restartForPolicies(policy, [flagged]),
        restart(byPerson, 'user', { during: 'accountSetup', expected: false, causes: causedByNoUri }),
      ),
      signIns: rePrompts([
        byHand(first, firstLock, { afterReboot: 'reboot-1' }),
        byHand(second, secondLock, { afterReboot: 'reboot-2' }),
      ]),
      hello: { state: 'provisioned' },
      findings: findings({
        has: ['signin.tap-expired', 'reboot.policy-in-device-setup', 'reboot.in-account-setup', 'reboot.several'],
        not: ['signin.tap-rejected', 'signin.mfa-required', 'reboot.unexpected'],
      }),
    },
  };
}

/** Sealed, three days in a box, then an update of OOBE before the person joins: all of it belongs to the flow. */
function sealedForDays(details: Details): Told {
  const story = quietStory({ ...details, deployment: 'preProvisioning' });
  const { windows, oobe } = story;
  unbox(story);
  downloadProfile(story);
  chooseTechnicianFlow(story);
  passTechnicianFlow(story);
  windows.shutDownAndStart('72h');

  oobe.autoLogonAndBegin();
  const update = restartForUpdates(story);
  joinSealedDevice(story);
  const signedIn = handOver(story);
  completeAccount(story);
  return {
    story,
    expected: {
      device: { scenario: 'preProvisioning' },
      reboots: list<Expected<Reboot>>({
        exactly: [restart(update, 'oobeUpdate', { expected: true, causes: causedByNoUri })],
        tolerated: [{ class: 'preProvisioning', expected: oneOf(true, null) }],
      }),
      signIns: noRePrompt(automatic(signedIn)),
      hello: { state: 'provisioned' },
      findings: findings({ not: [...rebootFindings, ...rePromptFindings] }),
    },
  };
}

const domainUser = 'S-1-5-21-1004336348-1177238915-682003330-1105';

/** A hybrid device restarts for the join, and once more for a policy: the sign-in to the domain was due anyway. */
function hybridWithPolicy(details: Details): Told {
  const { person: someone } = exampleDevice(details);
  const story = quietStory({ ...details, deployment: 'hybrid', person: { ...someone, sid: domainUser } });
  const { at, oobe, esp, mdm, person } = story;
  unbox(story);
  downloadProfile(story);
  oobe.page('OobeAAD', '70s');
  mdm.enroll();
  oobe.open('OobeDomainJoin');
  mdm.joinDomainOffline('90s');
  oobe.close();
  const forTheJoin = oobe.restart('OobeDomainJoinReboot');
  oobe.autoLogonAndResume(esp.page);
  prepareDevice(story);
  startDeviceSetup(story);
  const flagged = mdm.flagReboot('DeviceGuard/LsaCfgFlags');
  const policy = finishWithPolicyRestart(story, '3m');
  const lockedSince = leaveOobe(story);
  const signedIn = signInByHand(story, { after: '4m', since: lockedSince, with: 'password' });
  person.registerDomainDevice();
  setUpAccount(story, 'Success');
  at.plus('4m');
  return {
    story,
    expected: {
      device: { joinType: 'hybrid' },
      reboots: exactly(
        restart(forTheJoin, 'hybridJoin', { expected: true, causes: causedByNoUri }),
        restartForPolicies(policy, [flagged]),
      ),
      signIns: noRePrompt(byHand(signedIn, lockedSince, { class: 'planned', user: { class: 'domain' } })),
      hello: { state: 'unknown' },
      findings: findings({ has: ['reboot.policy-in-device-setup'], not: ['reboot.unexpected', ...rePromptFindings] }),
    },
  };
}

/** What happens together in real life, in the languages and on the builds it happens on. */
export const mixtures: readonly Scenario[] = [
  {
    name: 'threeRestarts',
    title: 'Windows Update, an app and a policy restart device setup, on a Japanese Windows',
    container: 'collectDiagnostics',
    tell() {
      const { story, byUpdate, byApp, byPolicy, flagged, expected } = threeRestarts({ seed: 73, language: 'ja' });
      return {
        story,
        expected: {
          ...expected,
          reboots: exactly(
            restart(byUpdate, 'windowsUpdate', unasked),
            restart(byApp, 'application', unasked),
            restart(byPolicy, 'coalescedPolicy', { ...unasked, causes: causedBy([flagged]) }),
          ),
        },
      };
    },
  },
  {
    name: 'threeRestarts23h2',
    title: 'The same on 23H2, where no log names who asked for the first of them',
    container: 'mdmCab',
    tell() {
      const { story, byUpdate, byApp, byPolicy, flagged, expected } = threeRestarts({ seed: 74, ...on23H2 });
      return {
        story,
        expected: {
          ...expected,
          reboots: exactly(
            restart(byUpdate, oneOf('unexpected', 'unknown'), { ...unasked, expected: oneOf(false, null) }),
            restart(byApp, 'application', unasked),
            restart(byPolicy, 'coalescedPolicy', { ...unasked, causes: causedBy([flagged]) }),
          ),
        },
      };
    },
  },
  {
    name: 'passExpiresBetweenRestarts',
    title: 'A Temporary Access Pass opens the first lock screen and has expired at the second, on a German Windows',
    container: 'mdmCab',
    tell: () => passExpiresBetweenRestarts({ seed: 75, language: 'de' }),
  },
  {
    name: 'sealedForDays',
    title: 'Pre-provisioned, three days in a box, an update of OOBE, and the person at last, in Japanese',
    container: 'mdmZip',
    tell: () => sealedForDays({ seed: 76, language: 'ja' }),
  },
  {
    name: 'hybridWithPolicy',
    title: 'A hybrid join with its restart, and a policy restart in device setup, in German',
    container: 'mdmCab',
    tell: () => hybridWithPolicy({ seed: 77, language: 'de' }),
  },
];
