import type { Scenario } from '../scenario';
import { correctClock, downloadProfile, handOver, joinAndPrepare, startDeviceSetup, unbox } from '../story/chapters';
import { completeAccount, completeEnrollment, reachDeviceSetup, finishWithPolicyRestart } from '../story/enrollment';

import { exactly, list } from '../expectation';
import { durationMs, iso } from '../story/storyClock';
import {
  automatic,
  causedBy,
  findings,
  noRePrompt,
  noReboots,
  rebootFindings,
  rePromptFindings,
  restart,
} from '../truth';
import { on23H2, quietStory } from './exampleDevice';

const night = '57235089ms';
const brisbane = { name: 'E. Australia Standard Time', minutesEastOfUtc: 600 } as const;

/**
 * The region page comes late: the zone changes from UTC+1 to UTC+10 while Intune's agent runs. The agent goes by
 * the old zone until the restart, so its log jumps nine hours over a pause of a minute.
 */
function zoneChange(details: Parameters<typeof quietStory>[0]) {
  const story = quietStory(details);
  const { at, windows, mdm } = story;
  reachDeviceSetup(story);
  at.plus('2m');
  windows.changeTimeZone(brisbane);
  const flagged = mdm.flagReboot('DeviceGuard/LsaCfgFlags');
  const policy = finishWithPolicyRestart(story, '3m', 'kept');
  const signedIn = handOver(story);
  completeAccount(story);
  return {
    story,
    expected: {
      clock: { steps: list({ absent: [{ reason: 'timeSync' as const }, { reason: 'unknown' as const }] }) },
      reboots: exactly(
        restart(policy, 'coalescedPolicy', {
          during: 'deviceSetup',
          downtimeMs: policy.boot.start.truth - policy.requested.truth,
          causes: causedBy([flagged]),
        }),
      ),
      signIns: noRePrompt(automatic(signedIn)),
      hello: { state: 'provisioned' },
      findings: findings({ not: ['clock.stepped-during-oobe', ...rePromptFindings] }),
    },
  } as const;
}

export const changingClocks: readonly Scenario[] = [
  {
    name: 'zoneChange',
    title: 'The time zone moves nine hours east in device setup',
    container: 'mdmCab',
    tell: () => zoneChange({ seed: 14 }),
  },
  {
    name: 'zoneChange23h2',
    title: 'The same without a System log',
    container: 'mdmCab',
    tell: () => zoneChange({ seed: 15, ...on23H2 }),
  },
  {
    name: 'clockSteps',
    title: 'The clock is set back by twelve and a half hours, and a night of almost sixteen hours follows',
    container: 'mdmZip',
    /** Everything before the first step carries a later time than everything after it; the night is no step. */
    tell() {
      const story = quietStory({ seed: 16 }, { clockErrorMs: 44_860_028 });
      const { at, windows, oobe, device } = story;
      const firstBoot = unbox(story);
      at.plus('90s');
      const delta = correctClock(story);
      const correctedAt = at.now.truth;
      downloadProfile(story);
      const resumed = windows.fastStartup(night);
      windows.signIn(device.oobeSid);
      oobe.signedIn();
      oobe.begin();
      joinAndPrepare(story);
      startDeviceSetup(story);
      const signedIn = completeEnrollment(story);
      return {
        story,
        expected: {
          clock: {
            steps: [
              { at: iso(correctedAt), deltaMs: delta, reason: 'timeSync' },
              { deltaMs: durationMs(night), reason: 'resume' },
            ],
          },
          boots: [
            { start: iso(firstBoot.start.truth), kind: 'firstBoot' },
            { start: iso(resumed.truth), kind: 'fastStartup' },
          ],
          reboots: noReboots,
          signIns: noRePrompt(automatic(signedIn)),
          hello: { state: 'provisioned' },
          findings: findings({ has: ['clock.stepped-during-oobe'], not: rebootFindings }),
        },
      };
    },
  },
];
