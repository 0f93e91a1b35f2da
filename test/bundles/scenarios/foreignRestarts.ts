import type { RebootClass } from '../../../src/core/catalog/rebootClass';
import { updateInstalled, updateWantsRestart } from '../events/backgroundEvents';
import { exactly, oneOf } from '../expectation';
import type { Scenario } from '../scenario';
import { service } from '../story/device';
import {
  completeDeviceSetup,
  reachDeviceSetup,
  resumeDeviceSetup,
  agentSaysGoodbye,
  signInAndFinish,
} from '../story/enrollment';
import { restartRequests, type RestartRequest } from '../story/restartRequests';
import type { Story } from '../story/story';
import { byHand, causedByNoUri, findings, rePrompts, restart } from '../truth';
import { on23H2, quietStory } from './exampleDevice';

/**
 * Somebody who has no business there restarts the device in device setup. The page has armed its way back, so it
 * goes on afterwards, but the person has to sign in again.
 */
function tell(story: Story, request: RestartRequest) {
  story.at.plus('4m');
  agentSaysGoodbye(story);
  const foreign = story.windows.restart(request);
  resumeDeviceSetup(story);
  completeDeviceSetup(story);
  const { since: lockedSince, signedIn } = signInAndFinish(story, '3m');
  const signIns = rePrompts([byHand(signedIn, lockedSince, { afterReboot: 'reboot-1' })]);
  return { story, foreign, signIns, hello: { state: 'provisioned' } as const };
}

function told(story: Story, request: RestartRequest, rebootClass: RebootClass, process: string) {
  const { foreign, signIns, hello } = tell(story, request);
  const details = { during: 'deviceSetup', expected: false, initiator: { process }, causes: causedByNoUri } as const;
  return {
    story,
    expected: {
      reboots: exactly(restart(foreign, rebootClass, details)),
      signIns,
      hello,
      findings: findings({ not: ['reboot.policy-in-device-setup', 'reboot.power-loss'] }),
    },
  };
}

function inDeviceSetup(details: Parameters<typeof quietStory>[0]): Story {
  const story = quietStory(details);
  reachDeviceSetup(story);
  return story;
}

export const foreignRestarts: readonly Scenario[] = [
  {
    name: 'scriptRestart',
    title: 'A PowerShell script restarts the device in device setup, on a French Windows',
    container: 'mdmCab',
    tell: () =>
      told(inDeviceSetup({ seed: 25, language: 'fr' }), restartRequests.powerShell, 'script', 'powershell.exe'),
  },
  {
    name: 'commandRestart',
    title: 'shutdown.exe restarts the device in device setup',
    container: 'collectDiagnostics',
    tell: () => told(inDeviceSetup({ seed: 26 }), restartRequests.shutdownCommand, 'script', 'shutdown.exe'),
  },
  {
    name: 'updateRestart',
    title: 'Windows Update restarts the device in device setup',
    container: 'mdmCab',
    tell() {
      const story = inDeviceSetup({ seed: 27 });
      const by = service('svchost.exe (wuauserv)');
      const title = 'Example Cumulative Update (KB0000001)';
      const update = { updateTitle: title, updateGuid: story.device.random.guid(), updateRevisionNumber: 1 };
      story.device.write(updateInstalled, update, by);
      story.device.write(updateWantsRestart, { updatelist: title }, by);
      return told(story, restartRequests.windowsUpdate, 'windowsUpdate', 'MoUsoCoreWorker.exe');
    },
  },
  {
    name: 'scriptRestart23h2',
    title: 'The restart of a script without a System log: seen, but nobody knows who asked for it',
    container: 'mdmCab',
    tell() {
      const { story, foreign, signIns, hello } = tell(
        inDeviceSetup({ seed: 28, ...on23H2 }),
        restartRequests.powerShell,
      );
      return {
        story,
        expected: {
          reboots: exactly(
            restart(foreign, oneOf('unexpected', 'unknown'), {
              during: 'deviceSetup',
              initiator: null,
              causes: causedByNoUri,
            }),
          ),
          signIns,
          hello,
          findings: findings({ not: ['reboot.policy-in-device-setup', 'reboot.power-loss'] }),
        },
      };
    },
  },
];
