import type { BundleFile } from '../bundleFile';
import { list } from '../expectation';
import type { Scenario } from '../scenario';
import { completeEnrollment, reachDeviceSetup } from '../story/enrollment';
import { findings, helloFindings, noRePrompt, noReboots, rebootFindings, rePromptFindings } from '../truth';
import { quietStory } from './exampleDevice';
import { policyRebootTap } from './policyRebootTap';

const emptied = [
  'System',
  'Application',
  'Microsoft-Windows-AAD/Operational',
  'Microsoft-Windows-Shell-Core/Operational',
  'Microsoft-Windows-User Device Registration/Admin',
  'Microsoft-Windows-DeviceManagement-Enterprise-Diagnostics-Provider/Admin',
  'Microsoft-Windows-DeviceManagement-Enterprise-Diagnostics-Provider/Enrollment',
  'Microsoft-Windows-ModernDeployment-Diagnostics-Provider/Autopilot',
] as const;

export const damagedCollections: readonly Scenario[] = [
  {
    name: 'duplicateLogs',
    title: 'A policy restart in a collection to which somebody has added copies of its event logs',
    container: policyRebootTap.container,
    /** Each record is there two or three times; nothing has happened more often for that. */
    tell: () => policyRebootTap.tell(),
    tamper: (files) => [...files, ...files.filter(isEventLog).map(copyOf)],
  },
  {
    name: 'emptyChannels',
    title: 'A collection whose event logs were cleared and whose agent log is gone: nothing is known',
    container: 'mdmCab',
    /** The empty logs keep stale records of another channel in their slack; those are not events. */
    tell() {
      const story = quietStory({ seed: 54 });
      reachDeviceSetup(story);
      story.mdm.flagReboot('DeviceGuard/LsaCfgFlags');
      completeEnrollment(story);
      story.device.clear(...emptied);
      return {
        story,
        expected: {
          reboots: noReboots,
          signIns: noRePrompt(),
          token: { state: 'unknown' },
          hello: { state: 'unknown', lockScreenProblem: null },
          securityImpact: list({ absent: [{ state: 'measured' as const }, { state: 'active' as const }] }),
          findings: findings({ not: [...rebootFindings, ...rePromptFindings, ...helloFindings] }),
        },
      };
    },
    tamper: (files) => files.filter(({ name }) => name !== 'IntuneManagementExtension.log'),
  },
];

function isEventLog({ name }: BundleFile): boolean {
  return name.endsWith('.evtx');
}

function copyOf(file: BundleFile): BundleFile {
  return { ...file, name: `copies/${file.name.replace('.evtx', ' (2).evtx')}` };
}
