import type { RebootClass } from '../../../src/core/catalog/rebootClass';
import type { Reboot } from '../../../src/core/enrollment/document/reboots';

import { list, oneOf, type Expected, type OneOf } from '../expectation';
import type { Scenario } from '../scenario';
import { downloadProfile, handOver, unbox } from '../story/chapters';
import { type Written } from '../story/device';
import { completeAccount } from '../story/enrollment';
import { iso } from '../story/storyClock';
import type { Restart } from '../story/windows';
import { automatic, causedByNoUri, findings, noRePrompt, rebootFindings, rePromptFindings, restart } from '../truth';
import { chooseTechnicianFlow, joinSealedDevice, passTechnicianFlow } from '../story/preProvisioning';
import { on23H2, quietStory } from './exampleDevice';

/**
 * A technician starts pre-provisioning, the device restarts once for it, gets its apps and is sealed. The next day
 * the person joins it with their account: a sign-in that the flow calls for, not one that a restart has cost.
 */
function tell(details: Omit<Parameters<typeof quietStory>[0], 'deployment'>) {
  const story = quietStory({ ...details, deployment: 'preProvisioning' });
  const { windows, oobe } = story;
  unbox(story);
  downloadProfile(story);
  chooseTechnicianFlow(story);
  oobe.page('AutopilotWhiteGloveOobeZdp', '30s');
  const forTheFlow = oobe.restart('AutopilotWhiteGloveReboot');
  oobe.autoLogonAndResume('AutopilotWhiteGloveLanding');
  passTechnicianFlow(story);
  const nextDay = windows.shutDownAndStart('20h');

  oobe.autoLogonAndBegin();
  joinSealedDevice(story);
  const signedIn = handOver(story);
  completeAccount(story);
  return { story, forTheFlow, nextDay, signedIn };
}

/**
 * Sealed, switched off and on again: no restart, but a hand-over that the flow calls for. Who switched it off only
 * the System log knows.
 */
function reboots(forTheFlow: Restart, handOverClass: RebootClass | OneOf<RebootClass>) {
  return list<Expected<Reboot>>({
    exactly: [restart(forTheFlow, 'preProvisioning', { expected: true, causes: causedByNoUri })],
    tolerated: [{ class: handOverClass, expected: oneOf(true, null) }],
  });
}

export const preProvisioning: readonly Scenario[] = [
  {
    name: 'preProvisioning',
    title: 'Pre-provisioning by a technician, and the hand-over to the person on the next day',
    container: 'mdmCab',
    tell() {
      const { story, forTheFlow, nextDay, signedIn } = tell({ seed: 17 });
      return {
        story,
        expected: {
          ...truth(signedIn),
          boots: [{ start: iso(nextDay.start.truth), kind: 'shutdownAndStart' }],
          reboots: reboots(forTheFlow, 'preProvisioning'),
        },
      };
    },
  },
  {
    name: 'preProvisioning23h2',
    title: 'The same without a System log: a night that nobody may take for an unexpected restart',
    container: 'mdmZip',
    tell() {
      const { story, forTheFlow, signedIn } = tell({ seed: 67, ...on23H2 });
      return {
        story,
        expected: { ...truth(signedIn), reboots: reboots(forTheFlow, oneOf('preProvisioning', 'unknown')) },
      };
    },
  },
];

function truth(signedIn: Written) {
  return {
    device: { scenario: 'preProvisioning' },
    signIns: noRePrompt(automatic(signedIn)),
    hello: { state: 'provisioned' },
    findings: findings({ not: [...rebootFindings, ...rePromptFindings] }),
  } as const;
}
