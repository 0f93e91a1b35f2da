import { exactly } from '../expectation';
import type { Scenario, Told } from '../scenario';
import { downloadProfile, unbox } from '../story/chapters';
import { leaveOobe, signInByHand, agentSaysGoodbye } from '../story/enrollment';
import { byHand, causedByNoUri, findings, rebootFindings, rePrompts, restart } from '../truth';
import { on23H2, quietStory } from './exampleDevice';

const page = 'DevicePreparationPageAfterAAD';

/**
 * Device preparation ("v2"): its agent asks for a restart, which its page carries out. The flow calls for the
 * restart, but the kept credential is erased by it all the same.
 */
function tell(details: Omit<Parameters<typeof quietStory>[0], 'deployment'>): Told {
  const story = quietStory({ ...details, deployment: 'devicePreparation' });
  const { at, oobe, mdm, ime, person } = story;
  unbox(story);
  downloadProfile(story);
  person.joinDevice();
  oobe.page('AutopilotUpdatePostEnrollment', '2s');
  oobe.page('RebootZtd', '30ms');
  oobe.open(page);
  mdm.enroll();
  oobe.event('DevicePrepPage_RebootResumption_Set');
  oobe.event('DevicePrepPage_AgentDownloadAndInstall_Starting');
  at.plus('40s');
  oobe.event('DevicePrepPage_AgentDownloadAndInstall_Succeeded');
  oobe.event('DevicePrepPage_AgentProvisioningProgress_Starting');
  mdm.installIntuneAgent();
  ime.started();
  at.plus('6m');
  oobe.event('DevicePrepPage_AgentProvisioningProgress_RebootRequired');
  oobe.event('DevicePrepPage_AgentProvisioningProgress_AboutToInitiateReboot');
  oobe.event('DevicePrepPage_RebootDevice_InitiatingRebootTransition');
  oobe.close('action1');
  agentSaysGoodbye(story);
  const byAgent = oobe.restart('RebootZtd');
  oobe.autoLogonAndResume(page);
  oobe.open(page);
  ime.started();
  at.plus('3m');
  oobe.event('DevicePrepPage_AgentProvisioningProgress_ProvisioningComplete');
  oobe.event('DevicePrepPage_RebootResumption_Unset');
  oobe.close();
  const lockedSince = leaveOobe(story);
  const signedIn = signInByHand(story, { after: '2m', since: lockedSince, with: 'password' });
  ime.findsToken();
  at.plus('5m');

  return {
    story,
    expected: {
      device: { scenario: 'devicePreparation' },
      reboots: exactly(restart(byAgent, 'devicePreparationAgent', { expected: true, causes: causedByNoUri })),
      signIns: rePrompts([byHand(signedIn, lockedSince, { afterReboot: 'reboot-1' })]),
      hello: { state: 'unknown' },
      findings: findings({ not: rebootFindings }),
    },
  };
}

export const devicePreparation: readonly Scenario[] = [
  {
    name: 'devicePreparation',
    title: 'Autopilot device preparation with a restart that its agent asks for',
    container: 'mdmCab',
    tell: () => tell({ seed: 20 }),
  },
  {
    name: 'devicePreparation23h2',
    title: 'The same on a German 23H2, whose collector takes no System log',
    container: 'mdmZip',
    tell: () => tell({ seed: 72, language: 'de', ...on23H2 }),
  },
];
