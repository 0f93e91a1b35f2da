import { exampleApps } from '../exampleApps';
import { exactly, oneOf } from '../expectation';
import type { Scenario, Told } from '../scenario';
import { closeDeviceSetup, finishDeviceSetup, handOver, startAccountSetup } from '../story/chapters';
import type { Person } from '../story/device';
import {
  agentSaysGoodbye,
  coalescedRestart,
  completeAccount,
  completeDeviceSetup,
  leaveOobe,
  reachDeviceSetup,
  resumeDeviceSetup,
  signInByHand,
  finishWithPolicyRestart,
  signInAndFinish,
  resumeAccountSetup,
} from '../story/enrollment';
import { restartRequests } from '../story/restartRequests';
import { iso } from '../story/storyClock';
import {
  automatic,
  byHand,
  causedBy,
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

const inDeviceSetup = { during: 'deviceSetup', expected: false } as const;
const colleague: Person = {
  sid: 'S-1-12-1-987654321-1029384756-1928374655-1122334455',
  account: 'BaruExample',
  displayName: 'Baru Example',
  upn: 'baru@contoso.example',
};

/** A policy restart whose lock screen is seen by `atLockScreen`, which ends with a sign-in. */
function afterPolicyRestart(details: Details, policy = 'DeviceGuard/LsaCfgFlags') {
  const story = quietStory(details);
  reachDeviceSetup(story);
  const flagged = story.mdm.flagReboot(policy);
  const restarted = finishWithPolicyRestart(story, '2m');
  const since = leaveOobe(story);
  const reboots = exactly(restartForPolicies(restarted, [flagged]));
  return { story, since, reboots };
}

function colleagueFirst(): Told {
  const { story, since, reboots } = afterPolicyRestart({ seed: 77 });
  const { at, windows, ime } = story;
  const first = signInByHand(story, { after: '2m', since, with: 'password', who: colleague });
  at.plus('40s');
  ime.worksFor(colleague);
  at.plus('50s');
  ime.session('Logoff');
  windows.signOut();
  ime.session('ConsoleDisconnect');
  at.skip('600ms');
  ime.session('ConsoleConnect');
  const left = at.now.truth;
  const second = signInByHand(story, { after: '3m', since: left, with: 'password' });
  completeAccount(story);
  return {
    story,
    expected: {
      reboots,
      // Who had signed in on the page of OOBE stands in no log: one of the two has signed in again.
      signIns: rePrompts([{ time: iso(first.moment.truth) }], { time: iso(second.moment.truth), class: 'first' }),
      hello: { state: 'provisioned' },
    },
  };
}

function lidClosedAtLockScreen(): Told {
  const { story, since, reboots } = afterPolicyRestart({ seed: 78 });
  story.at.plus('3m');
  const { asleep, awake } = story.windows.sleep('2h', true);
  const signedIn = signInByHand(story, { after: '4m', since: story.at.now.truth, with: 'password' });
  completeAccount(story);
  const asleepMs = awake.truth - asleep.truth;
  return {
    story,
    expected: {
      reboots,
      sleeps: exactly({ start: iso(asleep.truth), end: iso(awake.truth), kind: 'sleep' }),
      signIns: rePrompts([byHand(signedIn, since, { afterReboot: 'reboot-1', asleepMs })]),
      hello: { state: 'provisioned' },
    },
  };
}

/** `shutdown /r /t 300` in account setup: the request stands five minutes before the stop. */
function countdownInAccountSetup(): Told {
  const story = quietStory({ seed: 79 });
  const { at, windows, ime, person } = story;
  reachDeviceSetup(story);
  completeDeviceSetup(story);
  const handedOver = handOver(story);
  person.helloOffered();
  startAccountSetup(story, 'Success');
  at.plus('2m');
  const requested = at.now;
  windows.requestRestart(restartRequests.shutdownCommand);
  at.plus('5m');
  agentSaysGoodbye(story);
  const boot = windows.stopAndStart();
  ime.started();
  const signedIn = signInByHand(story, { after: '4m', since: boot.ready.truth, with: 'password' });
  resumeAccountSetup(story);
  return {
    story,
    expected: {
      reboots: exactly(
        restart({ requested }, 'script', {
          during: 'accountSetup',
          expected: false,
          initiator: { process: 'shutdown.exe' },
          causes: causedByNoUri,
        }),
      ),
      signIns: rePrompts([byHand(signedIn, boot.ready.truth, { afterReboot: 'reboot-1' })], automatic(handedOver)),
      hello: { state: 'provisioned' },
      findings: findings({ has: ['reboot.in-account-setup'], not: ['reboot.policy-in-device-setup'] }),
    },
  };
}

/** A script asks for a restart and takes it back; minutes later the page restarts for a policy. */
function calledOffCommand(): Told {
  const story = quietStory({ seed: 80 });
  const { at, windows, mdm } = story;
  reachDeviceSetup(story);
  const flagged = mdm.flagReboot('DeviceGuard/LsaCfgFlags');
  finishDeviceSetup(story, exampleApps, '2m');
  windows.requestRestart(restartRequests.shutdownCommand);
  at.plus('4m');
  const policy = coalescedRestart(story);
  closeDeviceSetup(story);
  const { since, signedIn } = signInAndFinish(story, '3m');
  return {
    story,
    expected: {
      reboots: exactly(
        restart(policy, 'coalescedPolicy', {
          ...inDeviceSetup,
          initiator: { process: 'CloudExperienceHostBroker.exe' },
          causes: causedBy([flagged]),
        }),
      ),
      signIns: rePrompts([byHand(signedIn, since, { afterReboot: 'reboot-1' })]),
      hello: { state: 'provisioned' },
    },
  };
}

/** The person switches the device off in device setup and on again at lunch: no restart, and nobody's fault. */
function switchedOffInDeviceSetup(): Told {
  const story = quietStory({ seed: 81 });
  const { at, windows } = story;
  reachDeviceSetup(story);
  story.mdm.flagReboot('Update/ManagePreviewBuilds');
  at.plus('3m');
  agentSaysGoodbye(story);
  const boot = windows.shutDownAndStart('40m');
  resumeDeviceSetup(story);
  completeDeviceSetup(story);
  const { signedIn } = signInAndFinish(story, '3m');
  return {
    story,
    expected: {
      boots: [{ start: iso(boot.start.truth), kind: 'shutdownAndStart' }],
      reboots: noReboots,
      signIns: noRePrompt({ time: iso(signedIn.moment.truth) }),
      hello: { state: 'provisioned' },
      findings: findings({ not: [...rebootFindings, ...rePromptFindings] }),
    },
  };
}

/** The rename of a profile is a URI of the catalogue like any other. */
function renamePolicy(): Told {
  const story = quietStory({ seed: 82 });
  reachDeviceSetup(story);
  const flagged = story.mdm.flagNode('Accounts/Domain/ComputerName');
  finishDeviceSetup(story, exampleApps, '2m');
  story.windows.onNextStop(() => {
    story.device.hostName = 'DESKTOP-RENAMED';
  });
  const policy = coalescedRestart(story, 'kept');
  closeDeviceSetup(story);
  const signedIn = handOver(story);
  completeAccount(story);
  return {
    story,
    expected: {
      device: { name: 'DESKTOP-RENAMED' },
      reboots: exactly(restartForPolicies(policy, [flagged])),
      signIns: noRePrompt(automatic(signedIn)),
      hello: { state: 'provisioned' },
    },
  };
}

/** Intune's agent itself restarts the device, because the app is set to "force a restart". */
function forcedByAgent(): Told {
  const story = quietStory({ seed: 83 });
  const { at, windows } = story;
  reachDeviceSetup(story);
  at.plus('4m');
  agentSaysGoodbye(story);
  const forced = windows.restart({
    ...restartRequests.installer,
    process:
      'C:\\Program Files (x86)\\Microsoft Intune Management Extension\\Microsoft.Management.Services.IntuneWindowsAgent.exe',
    code: '0x0',
  });
  resumeDeviceSetup(story);
  completeDeviceSetup(story);
  const { since, signedIn } = signInAndFinish(story, '3m');
  return {
    story,
    expected: {
      reboots: exactly(restart(forced, 'application', { ...inDeviceSetup, causes: causedByNoUri })),
      signIns: rePrompts([byHand(signedIn, since, { afterReboot: 'reboot-1' })]),
      hello: { state: 'provisioned' },
      findings: findings({ not: ['reboot.policy-in-device-setup', 'reboot.unexpected'] }),
    },
  };
}

/** A night in the middle of device setup: the battery is empty in the evening, the charger comes in the morning. */
function emptyOvernight(details: Details, rebootClass: Parameters<typeof restart>[1]): Told {
  const story = quietStory(details);
  reachDeviceSetup(story);
  story.mdm.flagReboot('DeviceGuard/LsaCfgFlags');
  story.at.plus('2m');
  story.ime.idles();
  const loss = story.windows.powerLoss('14h');
  resumeDeviceSetup(story);
  completeDeviceSetup(story);
  const { signedIn } = signInAndFinish(story, '3m');
  return {
    story,
    expected: {
      reboots: exactly(
        restart(loss, rebootClass, { ...inDeviceSetup, expected: oneOf(false, null), causes: causedByNoUri }),
      ),
      signIns: rePrompts([{ time: iso(signedIn.moment.truth), afterReboot: 'reboot-1' }]),
      hello: { state: 'provisioned' },
      findings: findings({ not: ['reboot.policy-in-device-setup'] }),
    },
  };
}

export const oddDays: readonly Scenario[] = [
  {
    name: 'colleagueFirst',
    title: 'A colleague signs in first after the policy restart, and leaves',
    container: 'mdmCab',
    tell: colleagueFirst,
  },
  {
    name: 'lidClosedAtLockScreen',
    title: 'The lock screen waits after a policy restart, two hours of it with the lid closed',
    container: 'mdmCab',
    tell: lidClosedAtLockScreen,
  },
  {
    name: 'countdownInAccountSetup',
    title: 'A script counts five minutes down to its restart in account setup',
    container: 'collectDiagnostics',
    tell: countdownInAccountSetup,
  },
  {
    name: 'calledOffCommand',
    title: 'A restart by command that was taken back, and a policy restart minutes later',
    container: 'mdmCab',
    tell: calledOffCommand,
  },
  {
    name: 'switchedOffInDeviceSetup',
    title: 'The person switches the device off in device setup, and on again later',
    container: 'mdmCab',
    tell: switchedOffInDeviceSetup,
  },
  {
    name: 'renamePolicy',
    title: 'The name of the device is set by policy, which asks for the restart',
    container: 'mdmCab',
    tell: renamePolicy,
  },
  {
    name: 'forcedByAgent',
    title: 'Intune’s agent restarts the device for an app that is set to force it',
    container: 'mdmCab',
    tell: forcedByAgent,
  },
  {
    name: 'emptyOvernight',
    title: 'The battery is empty in device setup, and the charger comes the next morning',
    container: 'mdmCab',
    tell: () => emptyOvernight({ seed: 84 }, 'unexpected'),
  },
  {
    name: 'emptyOvernight23h2',
    title: 'The same without a System log',
    container: 'mdmZip',
    tell: () => emptyOvernight({ seed: 85, ...on23H2 }, oneOf('unexpected', 'unknown')),
  },
];
