import { exactly, oneOf } from '../expectation';
import type { Scenario } from '../scenario';
import {
  downloadProfile,
  installOobeUpdates,
  joinAndPrepare,
  prepareDevice,
  startDeviceSetup,
  unbox,
} from '../story/chapters';
import {
  allowWebSignIn,
  completeAccount,
  completeDeviceSetup,
  completeEnrollment,
  leaveOobe,
  reachDeviceSetup,
  signInByHand,
  agentSaysGoodbye,
} from '../story/enrollment';
import {
  automatic,
  byHand,
  causedByNoUri,
  findings,
  noRePrompt,
  rebootFindings,
  rePromptFindings,
  rePrompts,
  restart,
} from '../truth';
import { quietStory } from './exampleDevice';

/** Restarts that OOBE makes of its own accord; none is asked for by a policy or an app. */
export const oobeRestarts: readonly Scenario[] = [
  {
    name: 'renameAndUpdates',
    title: 'Updates and a new computer name share one restart before the join',
    container: 'mdmCab',
    tell() {
      const story = quietStory({ seed: 29 });
      const { oobe, device } = story;
      unbox(story);
      downloadProfile(story);
      installOobeUpdates(story, '2m');
      oobe.event('Device rename required by Autopilot policy');
      const renamed = oobe.restart('Reboot');
      device.hostName = 'CONTOSO-0029';
      oobe.autoLogonAndResume('OobeWirelessAfterZDPReboot');
      joinAndPrepare(story);
      startDeviceSetup(story);
      const signedIn = completeEnrollment(story);
      return {
        story,
        expected: {
          reboots: exactly(
            restart(renamed, oneOf('deviceRename', 'oobeUpdate'), {
              during: 'preJoin',
              expected: true,
              causes: causedByNoUri,
            }),
          ),
          signIns: noRePrompt(automatic(signedIn)),
          hello: { state: 'provisioned' },
          findings: findings({ not: [...rebootFindings, ...rePromptFindings] }),
        },
      };
    },
  },
  {
    name: 'provisioningPackage',
    title: 'A provisioning package restarts the device before the join',
    container: 'mdmZip',
    tell() {
      const story = quietStory({ seed: 30 });
      const { oobe } = story;
      unbox(story);
      oobe.open('OobeEnterpriseProvisioningAfterConnectivity');
      oobe.event('oobeProvisioningCommitRebootRequired');
      oobe.close();
      const forThePackage = oobe.restart('OobeProvisioningRebootAfterConnectivity');
      oobe.autoLogonAndResume('AutopilotActivation');
      downloadProfile(story);
      joinAndPrepare(story);
      startDeviceSetup(story);
      const signedIn = completeEnrollment(story);
      return {
        story,
        expected: {
          reboots: exactly(
            restart(forThePackage, 'provisioningPackage', {
              during: 'preJoin',
              expected: true,
              causes: causedByNoUri,
            }),
          ),
          signIns: noRePrompt(automatic(signedIn)),
          hello: { state: 'provisioned' },
          findings: findings({ not: [...rebootFindings, ...rePromptFindings] }),
        },
      };
    },
  },
  {
    name: 'postEnrollmentUpdate',
    title: 'An Autopilot update after the join restarts the device: called for, but the kept sign-in is gone',
    container: 'mdmCab',
    tell() {
      const story = quietStory({ seed: 31 });
      const { oobe, person } = story;
      unbox(story);
      downloadProfile(story);
      person.joinDevice();
      oobe.open('AutopilotUpdatePostEnrollment');
      oobe.event('Autopilot update installed and needs reboot');
      story.at.plus('80s');
      oobe.close();
      const update = oobe.restart('RebootZtd');
      oobe.autoLogonAndResume('OobeWirelessAfterRebootZtd');
      oobe.page('OobeWirelessAfterRebootZtd', '3s');
      prepareDevice(story);
      startDeviceSetup(story);
      allowWebSignIn(story);
      completeDeviceSetup(story);
      const lockedSince = leaveOobe(story);
      const signedIn = signInByHand(story, { after: '90s', since: lockedSince, with: 'password' });
      completeAccount(story);
      return {
        story,
        expected: {
          reboots: exactly(
            restart(update, 'oobeUpdate', { expected: true, causes: causedByNoUri, autoLogonCleared: true }),
          ),
          signIns: rePrompts([byHand(signedIn, lockedSince, { afterReboot: 'reboot-1' })]),
          hello: { state: 'provisioned' },
          findings: findings({ not: rebootFindings }),
        },
      };
    },
  },
  {
    name: 'qualityUpdate',
    title: 'A quality update at the end of OOBE restarts the device between device and account setup',
    container: 'mdmCab',
    tell() {
      const story = quietStory({ seed: 32 });
      const { at, oobe, ime, device } = story;
      reachDeviceSetup(story);
      completeDeviceSetup(story);
      oobe.open('OobeNDUP');
      device.setupLine('CloudExperienceHostBroker.exe', 'ExpeditedUpdateUSOTask::RunTask() Invoked.');
      at.plus('8m');
      oobe.close();
      agentSaysGoodbye(story);
      const update = oobe.restart('RebootNDUP');
      oobe.autoLogonAndResume('OobeExit');
      ime.started();
      const lockedSince = leaveOobe(story);
      const signedIn = signInByHand(story, { after: '2m', since: lockedSince, with: 'password' });
      completeAccount(story);
      return {
        story,
        expected: {
          reboots: exactly(
            restart(update, 'oobeUpdate', { expected: true, causes: causedByNoUri, autoLogonCleared: true }),
          ),
          signIns: rePrompts([byHand(signedIn, lockedSince, { afterReboot: 'reboot-1' })]),
          hello: { state: 'provisioned' },
          findings: findings({ not: rebootFindings }),
        },
      };
    },
  },
];
