import { durationMs } from '../story/storyClock';
import {
  closeDeviceSetup,
  downloadProfile,
  finishDeviceSetup,
  handOver,
  joinAndPrepare,
  startDeviceSetup,
  unbox,
} from '../story/chapters';
import { allowWebSignIn, completeAccount } from '../story/enrollment';
import { exampleApps } from '../exampleApps';
import type { Scenario } from '../scenario';
import {
  allPhasesSucceeded,
  automatic,
  findings,
  noRePrompt,
  noReboots,
  rebootFindings,
  rePromptFindings,
} from '../truth';
import { on23H2, quietStory } from './exampleDevice';

/**
 * Nodes whose name says "reboot" are entered and left within 30 ms, the page runs its routine subcategory
 * RebootCoalescing, an app is suspended, and a sync of the next morning flags two URIs: nothing restarts.
 */
function tell(details: Parameters<typeof quietStory>[0]) {
  const story = quietStory(details);
  const { at, oobe, mdm } = story;
  unbox(story);
  oobe.page('OobeProvisioningRebootAfterConnectivity', '30ms');
  downloadProfile(story);
  oobe.page('OobeDeviceNameReboot', '25ms');
  joinAndPrepare(story);
  oobe.appSuspended();
  startDeviceSetup(story);
  allowWebSignIn(story);
  finishDeviceSetup(story, exampleApps, '2m');
  closeDeviceSetup(story);
  oobe.page('RebootNDUP', '30ms');
  const signedIn = handOver(story);
  completeAccount(story);
  at.skip(`${durationMs('14h')}ms`);
  mdm.sync(() => {
    mdm.flagReboot('Update/ManagePreviewBuilds');
    mdm.flagReboot('DmaGuard/DeviceEnumerationPolicy', 2);
  });
  at.plus('5m');
  return { story, signedIn };
}

export const passThroughNodes: readonly Scenario[] = [
  {
    name: 'passThroughNodes',
    title: 'Restart nodes that are passed through, and flags of a daily sync: no restart',
    container: 'mdmCab',
    tell() {
      const { story, signedIn } = tell({ seed: 5 });
      return { story, expected: nothingHappened(signedIn) };
    },
  },
  {
    name: 'passThroughNodes23h2',
    title: 'The same without a System log',
    container: 'mdmZip',
    tell() {
      const { story, signedIn } = tell({ seed: 6, ...on23H2 });
      return { story, expected: nothingHappened(signedIn) };
    },
  },
];

function nothingHappened(signedIn: Parameters<typeof automatic>[0]) {
  return {
    phases: allPhasesSucceeded,
    reboots: noReboots,
    signIns: noRePrompt(automatic(signedIn)),
    token: { state: 'present' },
    hello: { state: 'provisioned', lockScreenProblem: false },
    findings: findings({ not: [...rebootFindings, ...rePromptFindings] }),
  } as const;
}
