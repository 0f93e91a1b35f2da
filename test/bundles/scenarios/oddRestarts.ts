import { exactly, oneOf } from '../expectation';
import type { Scenario, Told } from '../scenario';
import {
  correctClock,
  downloadProfile,
  handOver,
  joinAndPrepare,
  startAccountSetup,
  startDeviceSetup,
  unbox,
} from '../story/chapters';
import {
  agentSaysGoodbye,
  completeAccount,
  completeDeviceSetup,
  completeEnrollment,
  reachDeviceSetup,
  resumeDeviceSetup,
  finishWithPolicyRestart,
  signInAndFinish,
  resumeAccountSetup,
  reachDeviceSetupAgain,
} from '../story/enrollment';
import { restartRequests, type RestartRequest } from '../story/restartRequests';
import { iso } from '../story/storyClock';
import {
  automatic,
  byHand,
  causedByNoUri,
  findings,
  noRePrompt,
  noReboots,
  rebootFindings,
  rePromptFindings,
  rePrompts,
  restart,
  restartForPolicies,
} from '../truth';
import { on23H2, quietStory } from './exampleDevice';

type Details = Parameters<typeof quietStory>[0];

/** Policies have asked for a restart, but somebody else restarts the device before the page can. */
function otherHand(details: Details, request: RestartRequest, rebootClass: Parameters<typeof restart>[1]): Told {
  const story = quietStory(details);
  const { at, mdm, windows } = story;
  reachDeviceSetup(story);
  mdm.flagReboot('DeviceGuard/LsaCfgFlags');
  at.plus('6m');
  agentSaysGoodbye(story);
  const other = windows.restart(request);
  resumeDeviceSetup(story);
  completeDeviceSetup(story);
  const { since, signedIn } = signInAndFinish(story, '3m');
  return {
    story,
    expected: {
      reboots: exactly(restart(other, rebootClass, { during: 'deviceSetup', expected: false, causes: causedByNoUri })),
      signIns: rePrompts([byHand(signedIn, since, { afterReboot: 'reboot-1' })]),
      hello: { state: 'provisioned' },
      findings: findings({ not: ['reboot.policy-in-device-setup', 'reboot.power-loss'] }),
    },
  };
}

/** The battery of the clock is empty: the device begins years ago, and is set right in OOBE. */
function yearsAgo(details: Details): Told {
  const story = quietStory(details, { clockErrorMs: -6 * 365 * 86_400_000 });
  const { at, mdm } = story;
  unbox(story);
  at.plus('90s');
  correctClock(story);
  downloadProfile(story);
  joinAndPrepare(story);
  startDeviceSetup(story);
  const flagged = mdm.flagReboot('DeviceGuard/LsaCfgFlags');
  const policy = finishWithPolicyRestart(story, '2m', 'kept');
  const signedIn = handOver(story);
  completeAccount(story);
  return {
    story,
    expected: {
      reboots: exactly(restartForPolicies(policy, [flagged])),
      signIns: noRePrompt(automatic(signedIn)),
      hello: { state: 'provisioned' },
      findings: findings({ not: rePromptFindings }),
    },
  };
}

/** Shut down with fast startup in account setup, and on again: a sign-in that no restart has called for. */
function fastStartupInAccountSetup(): Told {
  const story = quietStory({ seed: 103 });
  const { at, windows, person } = story;
  reachDeviceSetup(story);
  completeDeviceSetup(story);
  const handedOver = handOver(story);
  person.helloOffered();
  startAccountSetup(story, 'Success');
  at.plus('2m');
  const resumed = windows.fastStartup('30m');
  at.plus('2m');
  const signedIn = person.signIn();
  resumeAccountSetup(story);
  return {
    story,
    expected: {
      boots: [{ start: iso(resumed.truth), kind: 'fastStartup' }],
      sleeps: exactly(),
      reboots: noReboots,
      signIns: noRePrompt(automatic(handedOver), { time: iso(signedIn.moment.truth) }),
      hello: { state: 'provisioned' },
      findings: findings({ not: [...rebootFindings, ...rePromptFindings] }),
    },
  };
}

const wrapped = [
  'System',
  'Application',
  'Microsoft-Windows-AAD/Operational',
  'Microsoft-Windows-Shell-Core/Operational',
  'Microsoft-Windows-User Device Registration/Admin',
  'Microsoft-Windows-DeviceManagement-Enterprise-Diagnostics-Provider/Admin',
] as const;

/** Weeks after a clean enrollment, whose logs have wrapped: an update restart, a sign-in, flags of a daily sync. */
function weeksLater(details: Details): Told {
  const story = quietStory(details);
  const { at, windows, mdm, ime, device, person } = story;
  reachDeviceSetup(story);
  completeEnrollment(story);
  at.skip('700h');
  wrapped.forEach((channel) => {
    device.wrap(channel, at.now);
  });
  device.ime.length = 0;
  at.plus('20m');
  mdm.sync(() => {
    mdm.flagReboot('DeviceGuard/LsaCfgFlags');
  });
  at.plus('10m');
  agentSaysGoodbye(story);
  const update = windows.restart(restartRequests.windowsUpdate);
  ime.started();
  at.plus('8m');
  const signedIn = person.signIn();
  ime.findsToken();
  at.plus('20m');
  return {
    story,
    expected: {
      reboots: exactly(
        restart(update, oneOf('windowsUpdate', 'unknown', 'unexpected'), {
          during: oneOf('afterEnrollment', 'unknown'),
          expected: null,
          causes: causedByNoUri,
        }),
      ),
      signIns: noRePrompt(...(details.build === undefined ? [{ time: iso(signedIn.moment.truth) }] : [])),
      hello: { state: oneOf('unknown', 'provisioned') },
      findings: findings({ not: [...rebootFindings, ...rePromptFindings] }),
    },
  };
}

/** Windows setup restarts at the end of a step, before OOBE has begun: no part of the enrollment. */
function windowsSetup(details: Details): Told {
  const story = quietStory(details);
  const { at, windows, device } = story;
  windows.firstBoot();
  device.setupLine('windeploy.exe', 'WinDeploy.exe launched with command-line []');
  at.plus('1m');
  device.setupLine('windeploy.exe', 'An immediate reboot or shutdown was requested/required...');
  const bySetup = windows.restart(restartRequests.setup);
  device.setupLine('msoobe.exe', 'Starting OOBE');
  device.setupLine('msoobe.exe', `Set time zone to [${device.timeZone.name}]`);
  reachDeviceSetupAgain(story);
  const signedIn = completeEnrollment(story);
  return {
    story,
    expected: {
      reboots: exactly(restart(bySetup, 'setup', { during: 'setup', expected: true, causes: causedByNoUri })),
      signIns: noRePrompt(automatic(signedIn)),
      hello: { state: 'provisioned' },
      findings: findings({ not: [...rebootFindings, ...rePromptFindings] }),
    },
  };
}

/** Device setup fails, the person goes on anyway, and restarts the device from the desktop. */
function continuedAnyway(): Told {
  const story = quietStory({ seed: 106 });
  const { at, windows, esp, ime, person } = story;
  reachDeviceSetup(story);
  at.plus('60m');
  esp.endSubcategory('DeviceSetup', 'AppsSubcategory', 'failed');
  esp.fail('DeviceSetup');
  esp.note('ESPProgress_ContinueAnyway_Started', 'Continue anyway.');
  esp.leave();
  const handedOver = handOver(story);
  ime.findsToken();
  ime.espPhase('DeviceSetup');
  at.plus('20m');
  agentSaysGoodbye(story);
  const byPerson = windows.restart(restartRequests.startMenu);
  ime.started();
  at.plus('3m');
  const signedIn = person.signIn();
  ime.findsToken();
  at.plus('10m');
  return {
    story,
    expected: {
      reboots: exactly(
        restart(byPerson, 'user', {
          during: oneOf('unknown', 'afterEnrollment'),
          expected: null,
          causes: causedByNoUri,
        }),
      ),
      signIns: noRePrompt(automatic(handedOver), { time: iso(signedIn.moment.truth) }),
      hello: { state: 'unknown' },
      findings: findings({ has: ['esp.failed-category'], not: [...rebootFindings, ...rePromptFindings] }),
    },
  };
}

const byManagement: RestartRequest = {
  ...restartRequests.installer,
  process: 'C:\\Windows\\System32\\omadmclient.exe',
  code: '0x80000000',
};

export const oddRestarts: readonly Scenario[] = [
  {
    name: 'rebootCommand',
    title: 'The management server commands a restart while policies wait for theirs',
    container: 'mdmCab',
    tell: () => otherHand({ seed: 98 }, byManagement, oneOf('unexpected', 'unknown')),
  },
  {
    name: 'impatientPerson',
    title: 'The person restarts the device while policies wait for theirs, on a German Windows',
    container: 'mdmCab',
    tell: () => otherHand({ seed: 99, language: 'de' }, { ...restartRequests.startMenu, user: 'oobe' }, 'user'),
  },
  {
    name: 'impatientPerson23h2',
    title: 'The same without a System log',
    container: 'mdmCab',
    tell: () =>
      otherHand(
        { seed: 100, ...on23H2 },
        { ...restartRequests.startMenu, user: 'oobe' },
        oneOf('unexpected', 'unknown'),
      ),
  },
  {
    name: 'yearsAgo',
    title: 'The clock begins six years ago and is set right in OOBE',
    container: 'mdmCab',
    tell: () => yearsAgo({ seed: 101 }),
  },
  {
    name: 'yearsAgo23h2',
    title: 'The same without a System log',
    container: 'mdmZip',
    tell: () => yearsAgo({ seed: 102, ...on23H2 }),
  },
  {
    name: 'windowsSetup',
    title: 'Windows setup restarts the device before OOBE',
    container: 'mdmCab',
    tell: () => windowsSetup({ seed: 107 }),
  },
  {
    name: 'windowsSetup23h2',
    title: 'The same without a System log',
    container: 'mdmZip',
    tell: () => windowsSetup({ seed: 108, ...on23H2 }),
  },
  {
    name: 'continuedAnyway',
    title: 'The person goes on although device setup has failed, and restarts the device later',
    container: 'mdmCab',
    tell: continuedAnyway,
  },
  {
    name: 'fastStartupInAccountSetup',
    title: 'A fast startup in account setup, and a sign-in that no restart has called for',
    container: 'mdmCab',
    tell: fastStartupInAccountSetup,
  },
  {
    name: 'weeksLater',
    title: 'Collected weeks after the enrollment, with an update restart and a daily sync',
    container: 'mdmCab',
    tell: () => weeksLater({ seed: 104 }),
  },
  {
    name: 'weeksLater23h2',
    title: 'The same without a System log',
    container: 'mdmZip',
    tell: () => weeksLater({ seed: 105, ...on23H2 }),
  },
];
