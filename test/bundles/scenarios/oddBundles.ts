import { resetFinished, resetPrepared } from '../events/systemEvents';

import { exactly, list, oneOf, type Expected } from '../expectation';
import type { Reboot } from '../../../src/core/enrollment/document/reboots';
import type { Scenario, Told } from '../scenario';
import { correctClock, downloadProfile, handOver, prepareDevice, startDeviceSetup, unbox } from '../story/chapters';
import { service } from '../story/device';
import {
  completeAccount,
  completeEnrollment,
  reachDeviceSetup,
  finishWithPolicyRestart,
  signInAndFinish,
  reachDeviceSetupAgain,
} from '../story/enrollment';
import { restartRequests } from '../story/restartRequests';
import { iso } from '../story/storyClock';
import {
  allPhasesSucceeded,
  automatic,
  byHand,
  causedBy,
  causedByNoUri,
  findings,
  helloFindings,
  noRePrompt,
  noReboots,
  rebootFindings,
  rePromptFindings,
  rePrompts,
  restart,
  restartForPolicies,
} from '../truth';
import { chooseTechnicianFlow, joinSealedDevice, passTechnicianFlow } from '../story/preProvisioning';
import { on23H2, quietStory } from './exampleDevice';

type Details = Parameters<typeof quietStory>[0];

/** A policy restart with a second sign-in; `meanwhile` happens between the flag and the restart. */
function policyRestart(
  details: Details,
  beginning: Parameters<typeof quietStory>[1] = {},
  meanwhile: (story: ReturnType<typeof quietStory>) => void = () => undefined,
) {
  const story = quietStory(details, beginning);
  reachDeviceSetup(story);
  const flagged = story.mdm.flagReboot('DeviceGuard/LsaCfgFlags');
  story.at.plus('2m');
  meanwhile(story);
  const policy = finishWithPolicyRestart(story, '3m');
  const { since, signedIn } = signInAndFinish(story, '4m');
  return {
    story,
    policy,
    signedIn,
    expected: {
      reboots: exactly(restartForPolicies(policy, [flagged])),
      signIns: rePrompts([byHand(signedIn, since, { afterReboot: 'reboot-1' })]),
      hello: { state: 'provisioned' } as const,
      phases: allPhasesSucceeded,
    },
  };
}

const auckland = { name: 'New Zealand Standard Time', minutesEastOfUtc: 780 } as const;

/** Two resets, each after a failed device setup; the third attempt goes well. */
function twoResets(): Told {
  const story = quietStory({ seed: 90 });
  const { at, windows, esp, mdm, device } = story;
  reachDeviceSetup(story);
  const resets = [0, 1].map(() => {
    mdm.flagReboot('DeviceGuard/LsaCfgFlags');
    at.plus('9m');
    esp.endSubcategory('DeviceSetup', 'AppsSubcategory', 'failed');
    esp.fail('DeviceSetup');
    esp.note('ESPProgress_DeviceResetInitiation_Started', 'Resetting the device.');
    device.setupLine('SystemSettingsAdminFlows.exe', 'ResetPrepareSession: Scenario: [Reset]');
    device.write(resetPrepared, {}, service('SystemSettingsAdminFlows.exe'));
    at.plus('2m');
    const reset = windows.restart(restartRequests.setup);
    device.reset();
    mdm.forget();
    device.write(resetFinished, {}, service('oobeldr.exe'));
    reachDeviceSetupAgain(story);
    return reset;
  });
  const signedIn = completeEnrollment(story);
  return {
    story,
    expected: {
      phases: allPhasesSucceeded,
      attempts: exactly({}, {}),
      reboots: exactly(...resets.map((reset) => restart(reset, 'setup', { expected: true, causes: causedByNoUri }))),
      signIns: noRePrompt(automatic(signedIn)),
      hello: { state: 'provisioned' },
      findings: findings({ not: ['reboot.policy-in-device-setup', ...rePromptFindings] }),
    },
  };
}

/** Sealed by the technician, three weeks in a box; the clock of the device is a day behind when it is opened. */
function threeWeeksInABox(details: Omit<Details, 'deployment'>): Told {
  const story = quietStory({ ...details, deployment: 'preProvisioning' });
  const { windows, oobe } = story;
  unbox(story);
  downloadProfile(story);
  chooseTechnicianFlow(story);
  passTechnicianFlow(story, ({ mdm }) => {
    mdm.flagReboot('DeviceGuard/LsaCfgFlags');
  });
  windows.shutDownAndStart('504h');
  oobe.autoLogonAndBegin();
  joinSealedDevice(story);
  const signedIn = handOver(story);
  completeAccount(story);
  return {
    story,
    expected: {
      device: { scenario: 'preProvisioning' },
      reboots: list<Expected<Reboot>>({
        exactly: [],
        tolerated: [{ class: oneOf('preProvisioning', 'unknown'), expected: oneOf(true, null) }],
      }),
      signIns: noRePrompt(automatic(signedIn)),
      hello: { state: 'provisioned' },
      findings: findings({ not: [...rebootFindings, ...rePromptFindings] }),
    },
  };
}

/** A kiosk: the account of the kiosk is signed in by Windows itself after the restart, and is nobody's second sign-in. */
function kiosk(): Told {
  const story = quietStory({ seed: 93, deployment: 'selfDeploying' });
  const { at, mdm, person, windows, oobe, device } = story;
  unbox(story);
  downloadProfile(story);
  person.register();
  prepareDevice(story);
  startDeviceSetup(story);
  const flags = ['Start/HideShutDown', 'Start/HideRestart'].map((policy) => mdm.flagReboot(policy));
  const policy = finishWithPolicyRestart(story, '2m');
  oobe.page('OobeExit', '2s');
  oobe.end();
  windows.signOut();
  at.skip('3s');
  windows.signIn(`${device.identity.machineSid}-1005`);
  at.plus('20m');
  return {
    story,
    expected: {
      device: { scenario: 'selfDeploying' },
      reboots: exactly(restart(policy, 'coalescedPolicy', { during: 'deviceSetup', causes: causedBy(flags) })),
      signIns: noRePrompt(),
      hello: { state: 'unknown' },
      findings: findings({ not: [...rePromptFindings, ...helloFindings] }),
    },
  };
}

export const oddBundles: readonly Scenario[] = [
  {
    name: 'aucklandSummer23h2',
    title: 'A policy restart thirteen hours east of UTC, without a System log',
    container: 'mdmZip',
    tell: () => policyRestart({ seed: 86, timeZone: auckland, ...on23H2 }, { start: '2026-02-09T21:30:00.000Z' }),
  },
  {
    name: 'summerTimeBegins',
    title: 'Summer time begins in the middle of device setup',
    container: 'mdmCab',
    tell: () =>
      policyRestart({ seed: 87 }, { start: '2026-03-29T00:53:30.000Z' }, ({ windows, ime, device }) => {
        windows.changeTimeZone({ ...device.timeZone, minutesEastOfUtc: 120 });
        ime.followsZone();
      }),
  },
  {
    name: 'lateClockStep',
    title: 'The clock is set back by twelve hours only in device setup, between the flag and its restart',
    container: 'mdmCab',
    tell: () =>
      policyRestart({ seed: 88 }, { clockErrorMs: 12 * 3_600_000 }, (story) => {
        correctClock(story);
      }),
  },
  {
    name: 'lateClockStep23h2',
    title: 'The same without a System log',
    container: 'mdmCab',
    tell: () =>
      policyRestart({ seed: 89, ...on23H2 }, { clockErrorMs: 12 * 3_600_000 }, (story) => {
        correctClock(story);
      }),
  },
  {
    name: 'twoResets',
    title: 'Two failed attempts, two resets, and a third attempt that goes well',
    container: 'mdmCab',
    tell: twoResets,
  },
  {
    name: 'threeWeeksInABox',
    title: 'Pre-provisioned with a policy flag, three weeks in a box, then the person',
    container: 'mdmCab',
    tell: () => threeWeeksInABox({ seed: 91 }),
  },
  {
    name: 'threeWeeksInABox23h2',
    title: 'The same without a System log',
    container: 'mdmZip',
    tell: () => threeWeeksInABox({ seed: 92, ...on23H2 }),
  },
  {
    name: 'kiosk',
    title: 'A kiosk whose own account is signed in after a policy restart',
    container: 'mdmCab',
    tell: kiosk,
  },
  {
    name: 'onlyEventLogs',
    title: 'Somebody has sent the event logs alone',
    container: 'mdmCab',
    tell: () => policyRestart({ seed: 94 }),
    tamper: (files) => files.filter(({ name }) => name.endsWith('.evtx')),
  },
  {
    name: 'onlyAgentLog',
    title: 'Somebody has sent the log of Intune’s agent alone: a restart, and nobody knows why',
    container: 'mdmCab',
    tell() {
      const { story, policy, signedIn } = policyRestart({ seed: 95 }, {}, ({ ime }) => {
        ime.printsUtc();
      });
      return {
        story,
        expected: {
          reboots: exactly(
            restart(policy, oneOf('unknown', 'unexpected'), {
              during: 'deviceSetup',
              initiator: null,
              causes: causedByNoUri,
            }),
          ),
          signIns: rePrompts([{ time: iso(signedIn.moment.truth), afterReboot: 'reboot-1' }]),
          hello: { state: 'unknown' },
          findings: findings({ not: ['reboot.policy-in-device-setup', 'reboot.power-loss', ...helloFindings] }),
        },
      };
    },
    tamper: (files) => files.filter(({ name }) => /IntuneManagementExtension/i.test(name)),
  },
  {
    name: 'onlyRegistry',
    title: 'Somebody has sent the registry dump alone',
    container: 'mdmCab',
    tell() {
      const { story } = policyRestart({ seed: 96 });
      return {
        story,
        expected: {
          reboots: noReboots,
          signIns: noRePrompt(),
          token: { state: 'unknown' },
          hello: { state: 'unknown' },
          findings: findings({ not: [...rebootFindings, ...rePromptFindings, ...helloFindings] }),
        },
      };
    },
    tamper: (files) => files.filter(({ name }) => name.endsWith('.reg')),
  },
  {
    name: 'policyRebootTapJapanese23h2',
    title: 'A policy restart on a Japanese 23H2',
    container: 'mdmZip',
    tell: () =>
      policyRestart({
        seed: 97,
        language: 'ja',
        ...on23H2,
        timeZone: { name: 'Tokyo Standard Time', minutesEastOfUtc: 540 },
      }),
  },
];
