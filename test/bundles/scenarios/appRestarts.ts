import { exampleApps } from '../exampleApps';
import { exactly } from '../expectation';
import type { Scenario } from '../scenario';
import { closeDeviceSetup, finishDeviceSetup, handOver } from '../story/chapters';
import {
  completeAccount,
  leaveOobe,
  reachDeviceSetup,
  resumeDeviceSetup,
  signInByHand,
  agentSaysGoodbye,
} from '../story/enrollment';
import { hardReboot, softReboot } from '../story/imeAgent';
import {
  allPhasesSucceeded,
  automatic,
  byHand,
  causedByNoUri,
  findings,
  noRePrompt,
  noReboots,
  rebootFindings,
  rePrompts,
  restart,
} from '../truth';
import { quietStory } from './exampleDevice';

const [vpn, ...otherApps] = exampleApps;

export const appRestarts: readonly Scenario[] = [
  {
    name: 'appHardReboot',
    title: 'An app that returns 1641 makes the status page restart the device in device setup',
    container: 'mdmCab',
    /** The way that is supported: Intune drives the restart. It costs the person a sign-in nevertheless. */
    tell() {
      const story = quietStory({ seed: 23 });
      const { oobe, esp, ime } = story;
      reachDeviceSetup(story);
      ime.tracksApp(vpn!);
      ime.installsApp(vpn!, '3m', hardReboot);
      esp.appRestart();
      agentSaysGoodbye(story);
      const forTheApp = oobe.restart(esp.restartNode);
      resumeDeviceSetup(story);
      esp.startSubcategory('DeviceSetup', 'AppsSubcategory');
      finishDeviceSetup(story, otherApps, '2m');
      closeDeviceSetup(story);
      const lockedSince = leaveOobe(story);
      const signedIn = signInByHand(story, { after: '3m', since: lockedSince, with: 'password' });
      completeAccount(story);
      return {
        story,
        expected: {
          phases: allPhasesSucceeded,
          reboots: exactly(
            restart(forTheApp, 'application', { during: 'deviceSetup', expected: false, causes: causedByNoUri }),
          ),
          signIns: rePrompts([byHand(signedIn, lockedSince, { afterReboot: 'reboot-1' })]),
          hello: { state: 'provisioned' },
          findings: findings({
            has: ['reboot.application-in-device-setup'],
            not: ['reboot.policy-in-device-setup', 'reboot.unexpected'],
          }),
        },
      };
    },
  },
  {
    name: 'appSoftReboot',
    title: 'An app that returns 3010: a wish that nobody follows during the enrollment',
    container: 'mdmZip',
    tell() {
      const story = quietStory({ seed: 24 });
      reachDeviceSetup(story);
      story.ime.tracksApp(vpn!);
      story.ime.installsApp(vpn!, '3m', softReboot);
      finishDeviceSetup(story, otherApps, '2m');
      closeDeviceSetup(story);
      const signedIn = handOver(story);
      completeAccount(story);
      return {
        story,
        expected: {
          reboots: noReboots,
          signIns: noRePrompt(automatic(signedIn)),
          hello: { state: 'provisioned' },
          findings: findings({ not: rebootFindings }),
        },
      };
    },
  },
];
