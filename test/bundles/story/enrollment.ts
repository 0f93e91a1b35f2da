/* Enrollments in large steps, for stories whose point lies elsewhere. */
import { exampleApps } from '../exampleApps';
import {
  closeDeviceSetup,
  downloadProfile,
  endAccountSetup,
  finishDeviceSetup,
  handOver,
  joinAndPrepare,
  setUpAccount,
  startDeviceSetup,
  unbox,
} from './chapters';
import type { Person, Written } from './device';
import type { Story } from './story';
import { durationMs } from './storyClock';
import type { Restart } from './windows';
import type { KnownCredential } from '../logonUiExport';

/** From the box into device setup, without a restart. */
export function reachDeviceSetup(story: Story): void {
  unbox(story);
  downloadProfile(story);
  joinAndPrepare(story);
  startDeviceSetup(story);
  allowWebSignIn(story);
}

/** The first start of a Windows that was reset or has just been set up, and from OOBE into device setup. */
export function reachDeviceSetupAgain(story: Story): void {
  const { oobe } = story;
  oobe.autoLogonAndBegin();
  oobe.page('OobeLanguage', '15s');
  oobe.page('OobeWireless', '40s');
  downloadProfile(story);
  joinAndPrepare(story);
  startDeviceSetup(story);
}

/** A sync that brings web sign-in and some policy that has no part in anything. */
export function allowWebSignIn({ mdm }: Story): void {
  mdm.sync(() => {
    mdm.setPolicy('Authentication/EnableWebSignIn', 1);
    mdm.setPolicy('DeviceLock/MinDevicePasswordLength', 8);
  });
}

/** The apps are installed, device setup ends by itself. */
export function completeDeviceSetup(story: Story, eachAppTakes = '2m'): void {
  finishDeviceSetup(story, exampleApps, eachAppTakes);
  closeDeviceSetup(story);
}

/** After a restart OOBE's own account is back, and the status page goes on. */
export function resumeDeviceSetup({ oobe, esp, ime }: Story): void {
  oobe.autoLogonAndResume(esp.page);
  ime.started();
  esp.load();
  ime.espPhase('DeviceSetup');
  ime.findsNoToken('defaultuser0');
}

/** Intune's agent has the time to note the next stop of Windows. */
export function agentSaysGoodbye({ windows, ime }: Story): void {
  windows.onNextStop(() => {
    ime.shutdown();
  });
}

/** The status page restarts the device for a wish; OOBE's own account comes back by itself. */
export function coalescedRestart(story: Story, credentials: 'cleared' | 'kept' = 'cleared'): Restart {
  const { oobe, esp } = story;
  esp.coalescedRestart();
  agentSaysGoodbye(story);
  const restart = oobe.restart(esp.restartNode, credentials);
  resumeDeviceSetup(story);
  return restart;
}

/** The apps are installed, the status page restarts the device for the policies that asked for it, device setup ends. */
export function finishWithPolicyRestart(
  story: Story,
  eachAppTakes: string,
  credentials: 'cleared' | 'kept' = 'cleared',
): Restart {
  finishDeviceSetup(story, exampleApps, eachAppTakes);
  const restart = coalescedRestart(story, credentials);
  closeDeviceSetup(story);
  return restart;
}

/** OOBE is over, and nobody is signed in: the lock screen waits. Returns since when, milliseconds since 1970 UTC. */
export function leaveOobe({ at, windows, oobe, ime }: Story): number {
  oobe.page('OobeExit', '2s');
  oobe.end();
  windows.signOut();
  ime.session('Logoff');
  const since = at.now.truth;
  ime.session('ConsoleDisconnect');
  at.skip('600ms');
  ime.session('ConsoleConnect');
  return since;
}

interface ByHand {
  /** How long after `since` (as in {@link leaveOobe}, or the start of Windows) they sign in. */
  readonly after: string;
  readonly since: number;
  readonly with: KnownCredential;
  readonly who?: Person;
}

/** Somebody signs in at the lock screen, which the agent has found without a user before. */
export function signInByHand({ at, device, ime, person }: Story, how: ByHand): Written {
  const signsInAt = how.since + durationMs(how.after);
  at.plusUntil(how.since + durationMs(how.after) / 2);
  ime.findsNobodySignedIn();
  at.plusUntil(signsInAt);
  const signedIn = person.startSession(how.who);
  ime.session('Logon');
  person.startBroker(how.who);
  device.lastCredential = how.with;
  return signedIn;
}

/** Account setup with a token, Hello is offered and set up, some minutes of work. */
export function completeAccount(story: Story): void {
  story.ime.findsToken();
  story.person.helloOffered();
  setUpAccount(story, 'Success');
  story.person.finishesHello();
  work(story);
}

/** The lock screen waits until the person signs in with the password; then account setup and the desktop. */
export function signInAndFinish(story: Story, after: string): { readonly since: number; readonly signedIn: Written } {
  const since = leaveOobe(story);
  const signedIn = signInByHand(story, { after, since, with: 'password' });
  completeAccount(story);
  return { since, signedIn };
}

/** After a restart in account setup and the sign-in behind it, the status page goes on to the end. */
export function resumeAccountSetup(story: Story): void {
  const { oobe, esp, ime, person } = story;
  oobe.begin('ms-cxh://NTHAADORMDM');
  esp.load(esp.accountPage);
  ime.espPhase('AccountSetup');
  ime.findsToken();
  endAccountSetup(story);
  person.helloOffered();
  person.finishesHello();
  work(story);
}

/** The status page is left for good; the person works. */
export function work({ at, esp }: Story, duration = '5m'): void {
  esp.note('ESP_ExitPage', 'Exit.');
  at.plus(duration);
}

/** Device setup, hand-over and account setup as they should be. Returns the sign-in that Windows did by itself. */
export function completeEnrollment(story: Story): Written {
  completeDeviceSetup(story);
  const signedIn = handOver(story);
  completeAccount(story);
  return signedIn;
}
