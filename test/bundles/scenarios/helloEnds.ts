import { oneOf } from '../expectation';
import type { Scenario } from '../scenario';
import { handOver, setUpAccount } from '../story/chapters';
import { completeDeviceSetup, reachDeviceSetup, work } from '../story/enrollment';
import type { Story } from '../story/story';
import { automatic, findings, noRePrompt, noReboots, rePromptFindings, type ScenarioTruth } from '../truth';
import { on23H2, quietStory } from './exampleDevice';

interface HelloTruth {
  readonly hello: ScenarioTruth['hello'];
  readonly has?: readonly string[];
  readonly not?: readonly string[];
}

/** A run without a restart, in which Windows Hello ends as `ends` has it. */
function tell(details: Parameters<typeof quietStory>[0], ends: (story: Story) => void, truth: HelloTruth) {
  const story = quietStory(details);
  reachDeviceSetup(story);
  completeDeviceSetup(story);
  const signedIn = handOver(story);
  setUpAccount(story, 'Success');
  ends(story);
  work(story, '15m');
  const { hello, has = [], not = [] } = truth;
  return {
    story,
    expected: {
      reboots: noReboots,
      signIns: noRePrompt(automatic(signedIn)),
      hello,
      findings: findings({ has, not: [...not, ...rePromptFindings] }),
    },
  };
}

/** A key that only the device knows: the screen offers a PIN that Entra refuses. */
const localKey: HelloTruth = { hello: { state: 'incomplete' }, has: ['hello.local-key-not-registered'] };
const switchedOff: HelloTruth = {
  hello: { state: 'notConfigured' },
  not: ['hello.incomplete', 'hello.local-key-not-registered'],
};

export const helloEnds: readonly Scenario[] = [
  {
    name: 'localHelloKey',
    title: 'Hello makes a key on the device that is never registered',
    container: 'mdmCab',
    tell: () => tell({ seed: 48 }, makesLocalKey, localKey),
  },
  {
    name: 'localHelloKey23h2',
    title: 'The same without a System log',
    container: 'mdmZip',
    tell: () => tell({ seed: 49, ...on23H2 }, makesLocalKey, localKey),
  },
  {
    name: 'leftHello',
    title: 'The person closes the Hello wizard; no restart has to do with it',
    container: 'collectDiagnostics',
    tell: () =>
      tell(
        { seed: 50 },
        ({ person }) => {
          person.helloOffered();
          person.leavesHello();
        },
        { hello: { state: 'incomplete' }, has: ['hello.incomplete'], not: ['hello.local-key-not-registered'] },
      ),
  },
  {
    name: 'deletedHello',
    title: 'Hello is set up, and its container is deleted afterwards',
    container: 'mdmCab',
    tell: () =>
      tell(
        { seed: 51 },
        ({ at, person }) => {
          person.helloOffered();
          person.finishesHello();
          at.plus('10m');
          person.losesHello();
        },
        { hello: { state: oneOf('incomplete', 'notConfigured', 'unknown') } },
      ),
  },
  {
    name: 'switchedOffHello',
    title: 'Policy has switched Hello off',
    container: 'mdmCab',
    tell: () => tell({ seed: 52 }, ({ person }) => void person.helloNotOfferedByPolicy(), switchedOff),
  },
];

function makesLocalKey({ person }: Story): void {
  person.helloOffered();
  person.makesLocalHelloKey();
}
