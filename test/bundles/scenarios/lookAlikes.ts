import { exampleApps } from '../exampleApps';
import { exactly } from '../expectation';
import type { Scenario } from '../scenario';
import { closeDeviceSetup, finishDeviceSetup, handOver } from '../story/chapters';
import { completeAccount, completeEnrollment, reachDeviceSetup } from '../story/enrollment';
import { iso } from '../story/storyClock';
import type { Story } from '../story/story';
import type { Sleeping } from '../story/windows';
import { automatic, findings, noRePrompt, noReboots, rebootFindings, rePromptFindings } from '../truth';
import { on23H2, quietStory } from './exampleDevice';

/** Something in device setup that looks like a restart, after a policy was flagged; nothing has restarted. */
function tell(details: Parameters<typeof quietStory>[0], happens: (story: Story) => void) {
  const story = quietStory(details);
  const { at, mdm, oobe } = story;
  reachDeviceSetup(story);
  mdm.flagReboot('Update/ManagePreviewBuilds');
  at.plus('3m');
  oobe.health();
  happens(story);
  oobe.health();
  const signedIn = completeEnrollment(story);
  return {
    story,
    expected: {
      reboots: noReboots,
      signIns: noRePrompt(automatic(signedIn)),
      hello: { state: 'provisioned' },
      findings: findings({ not: [...rebootFindings, ...rePromptFindings] }),
    },
  } as const;
}

/** A sleep is a time of its own, and neither a start nor a restart. */
function sleeps(name: string, title: string, seed: number, tellsStep: boolean): Scenario {
  return {
    name,
    title,
    container: 'mdmCab',
    tell() {
      const slept: Sleeping[] = [];
      const { story, expected } = tell({ seed }, ({ windows }) => {
        slept.push(windows.sleep('2h', tellsStep));
      });
      const times = slept.map(({ asleep, awake }) => ({ start: iso(asleep.truth), end: iso(awake.truth) }));
      return { story, expected: { ...expected, sleeps: exactly(...times), boots: exactly({ kind: 'firstBoot' }) } };
    },
  };
}

export const lookAlikes: readonly Scenario[] = [
  {
    name: 'agentUpdate',
    title: 'Intune’s agent replaces itself by a newer version',
    container: 'mdmCab',
    tell: () =>
      tell({ seed: 42 }, ({ ime }) => {
        ime.updatesItself('1.99.200.0');
      }),
  },
  {
    name: 'agentUpdate23h2',
    title: 'The same without a System log',
    container: 'mdmZip',
    tell: () =>
      tell({ seed: 43, ...on23H2 }, ({ ime }) => {
        ime.updatesItself('1.99.200.0');
      }),
  },
  {
    name: 'agentRestart',
    title: 'The service of Intune’s agent dies and starts again, without a word of farewell',
    container: 'mdmCab',
    tell: () =>
      tell({ seed: 44 }, ({ ime }) => {
        ime.diesAndStartsAgain();
      }),
  },
  {
    name: 'agentRestart23h2',
    title: 'The same without a System log; the uptime that OOBE notes goes on',
    container: 'mdmZip',
    tell: () =>
      tell({ seed: 45, ...on23H2 }, ({ ime }) => {
        ime.diesAndStartsAgain();
      }),
  },
  {
    name: 'standby',
    title: 'The device is in standby for forty minutes in device setup',
    container: 'mdmCab',
    tell() {
      const { story, expected } = tell({ seed: 46 }, ({ windows }) => {
        windows.standby('40m');
      });
      return { story, expected: { ...expected, sleeps: exactly({ kind: 'standby' }) } };
    },
  },
  sleeps(
    'closedLid',
    'The lid is closed for two hours in device setup; the kernel reads the hardware clock after it',
    75,
    true,
  ),
  sleeps('closedLidWithoutStep', 'The same, and no record tells that the clock was read again', 76, false),
  {
    name: 'diagnosticsReturn',
    title: 'The person looks at the diagnostics page: the credentials are cleared, but nothing has restarted',
    container: 'mdmCab',
    /** The page loads a second time, which is all that a restart would show of itself in its log. */
    tell() {
      const story = quietStory({ seed: 47 });
      reachDeviceSetup(story);
      story.esp.visitDiagnostics('2m');
      finishDeviceSetup(story, exampleApps, '2m');
      closeDeviceSetup(story);
      handOver(story);
      completeAccount(story);
      return {
        story,
        expected: {
          reboots: noReboots,
          signIns: noRePrompt(),
          hello: { state: 'provisioned' },
          findings: findings({ not: [...rebootFindings, ...rePromptFindings] }),
        },
      };
    },
  },
];
