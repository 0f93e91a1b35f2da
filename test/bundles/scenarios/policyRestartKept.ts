import type { Scenario } from '../scenario';
import { handOver } from '../story/chapters';
import { completeAccount, reachDeviceSetup, finishWithPolicyRestart } from '../story/enrollment';

import { exactly } from '../expectation';
import { allPhasesSucceeded, automatic, findings, noRePrompt, rePromptFindings, restartForPolicies } from '../truth';
import { on23H2, quietStory } from './exampleDevice';

/**
 * A policy restart in device setup that costs nobody anything: the kept credential survives, and the person is
 * signed in by Windows a few seconds after OOBE has ended.
 */
function tell(details: Parameters<typeof quietStory>[0]) {
  const story = quietStory(details);
  reachDeviceSetup(story);
  const flagged = story.mdm.flagReboot('DeviceGuard/LsaCfgFlags');
  const policy = finishWithPolicyRestart(story, '3m', 'kept');
  const signedIn = handOver(story);
  completeAccount(story);
  return {
    story,
    expected: {
      phases: allPhasesSucceeded,
      reboots: exactly(restartForPolicies(policy, [flagged])),
      signIns: noRePrompt(automatic(signedIn)),
      token: { state: 'present' },
      hello: { state: 'provisioned', lockScreenProblem: false },
      findings: findings({ has: ['reboot.policy-in-device-setup'], not: rePromptFindings }),
    },
  } as const;
}

export const policyRestartKept: readonly Scenario[] = [
  {
    name: 'policyRestartKept',
    title: 'A policy restart in device setup after which the person is signed in by itself, on a German Windows',
    container: 'mdmCab',
    tell: () => tell({ seed: 7, language: 'de' }),
  },
  {
    name: 'policyRestartKept23h2',
    title: 'A policy restart that costs nobody anything, without a System log',
    container: 'mdmZip',
    tell: () => tell({ seed: 8, ...on23H2 }),
  },
];
