import { exactly, oneOf } from '../expectation';
import type { Scenario } from '../scenario';
import { handOver, startAccountSetup } from '../story/chapters';
import {
  completeDeviceSetup,
  reachDeviceSetup,
  signInByHand,
  agentSaysGoodbye,
  resumeAccountSetup,
} from '../story/enrollment';
import { restartRequests } from '../story/restartRequests';
import { iso } from '../story/storyClock';
import type { Story } from '../story/story';
import type { Restart } from '../story/windows';
import { automatic, byHand, causedByNoUri, findings, rePrompts, restart } from '../truth';
import { on23H2, quietStory } from './exampleDevice';

/** Account setup, which supports no restart, is interrupted by one; the person signs in again and it goes on. */
function tell(details: Parameters<typeof quietStory>[0], interrupt: (story: Story) => Restart) {
  const story = quietStory(details);
  const { at, ime, person } = story;
  reachDeviceSetup(story);
  completeDeviceSetup(story);
  const handedOver = handOver(story);
  person.helloOffered();
  startAccountSetup(story, 'Success');
  at.plus('3m');
  const interruption = interrupt(story);
  ime.started();
  const since = interruption.boot.ready.truth;
  const signedIn = signInByHand(story, { after: '4m', since, with: 'password' });
  resumeAccountSetup(story);
  const signIns = rePrompts([byHand(signedIn, since, { afterReboot: 'reboot-1' })], automatic(handedOver));
  return { story, interruption, signedIn, signIns, hello: { state: 'provisioned' } as const };
}

const inAccountSetup = { during: 'accountSetup', expected: false, causes: causedByNoUri } as const;

export const accountSetupRestarts: readonly Scenario[] = [
  {
    name: 'personRestarts',
    title: 'The person restarts the device from the start menu in account setup',
    container: 'mdmCab',
    tell() {
      const { story, interruption, signIns, hello } = tell({ seed: 33 }, (asked) => {
        agentSaysGoodbye(asked);
        return asked.windows.restart(restartRequests.startMenu);
      });
      return {
        story,
        expected: {
          reboots: exactly(restart(interruption, 'user', inAccountSetup)),
          signIns,
          hello,
          findings: findings({ has: ['reboot.in-account-setup'], not: ['reboot.policy-in-device-setup'] }),
        },
      };
    },
  },
  {
    name: 'installerRestarts',
    title: 'An installer restarts the device in account setup',
    container: 'mdmZip',
    tell() {
      const { story, interruption, signIns, hello } = tell({ seed: 34 }, (asked) => {
        agentSaysGoodbye(asked);
        return asked.windows.restart(restartRequests.installer);
      });
      return {
        story,
        expected: {
          reboots: exactly(restart(interruption, 'application', inAccountSetup)),
          signIns,
          hello,
          findings: findings({
            has: ['reboot.in-account-setup'],
            not: ['reboot.policy-in-device-setup', 'reboot.application-in-device-setup'],
          }),
        },
      };
    },
  },
  {
    name: 'powerLossInAccountSetup',
    title: 'The battery runs empty in account setup, on a German Windows',
    container: 'mdmCab',
    tell() {
      const { story, interruption, signIns, hello } = tell({ seed: 35, language: 'de' }, ({ windows }) =>
        windows.powerLoss('70s'),
      );
      return {
        story,
        expected: {
          reboots: exactly(restart(interruption, 'unexpected', { ...inAccountSetup, initiator: null })),
          signIns,
          hello,
          findings: findings({ has: ['reboot.power-loss'], not: ['reboot.policy-in-device-setup'] }),
        },
      };
    },
  },
  {
    name: 'bugcheckInAccountSetup',
    title: 'Windows crashes in account setup, with power all the time',
    container: 'mdmCab',
    tell() {
      const { story, interruption, signIns, hello } = tell({ seed: 36 }, ({ windows }) =>
        windows.powerLoss('70s', 0x9f),
      );
      return {
        story,
        expected: {
          reboots: exactly(restart(interruption, 'unexpected', { ...inAccountSetup, initiator: null })),
          signIns,
          hello,
          findings: findings({ not: ['reboot.power-loss', 'reboot.policy-in-device-setup'] }),
        },
      };
    },
  },
  {
    name: 'powerLossInAccountSetup23h2',
    title: 'The battery runs empty in account setup, without a System log',
    container: 'mdmCab',
    /** setupact.log ends with OOBE, minutes earlier; the agent's log has the last sign of life. */
    tell() {
      const { story, interruption, signedIn, hello } = tell({ seed: 66, ...on23H2 }, ({ ime, windows }) => {
        ime.idles();
        return windows.powerLoss('70s');
      });
      return {
        story,
        expected: {
          reboots: exactly(
            restart(interruption, oneOf('unexpected', 'unknown'), { ...inAccountSetup, initiator: null }),
          ),
          signIns: rePrompts([{ time: iso(signedIn.moment.truth), afterReboot: 'reboot-1' }]),
          hello,
          findings: findings({ has: ['reboot.in-account-setup'], not: ['reboot.policy-in-device-setup'] }),
        },
      };
    },
  },
  {
    name: 'personRestarts23h2',
    title: 'A restart in account setup without a System log',
    container: 'mdmZip',
    tell() {
      const { story, interruption, signedIn, hello } = tell({ seed: 37, ...on23H2 }, (asked) => {
        agentSaysGoodbye(asked);
        return asked.windows.restart(restartRequests.startMenu);
      });
      return {
        story,
        expected: {
          reboots: exactly(
            restart(interruption, oneOf('unexpected', 'unknown'), { ...inAccountSetup, initiator: null }),
          ),
          // When the lock screen appeared stands in no log of this bundle.
          signIns: rePrompts([{ time: iso(signedIn.moment.truth), afterReboot: 'reboot-1' }]),
          hello,
          findings: findings({ has: ['reboot.in-account-setup'], not: ['reboot.power-loss'] }),
        },
      };
    },
  },
];
