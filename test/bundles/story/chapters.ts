/* Parts of an enrollment that go the same way in most stories. */
import {
  clockCorrected,
  clockDrift,
  internetAvailable,
  autopilotServiceStarted,
  profileDownloaded,
  profileDownloadStarted,
  profileStateChanged,
} from '../events/managementEvents';
import { service } from './device';
import type { TrackedApp } from './imeAgent';
import { iso } from './storyClock';
import type { Story } from './story';
import type { Boot, Restart } from './windows';

const autopilotService = service('svchost.exe (wmansvc)');

/** Switched on for the first time, up to the network page. */
export function unbox({ at, windows, oobe, device }: Story): Boot {
  const boot = windows.firstBoot();
  device.setupLine('msoobe.exe', 'Starting OOBE');
  device.setupLine('msoobe.exe', `Set time zone to [${device.timeZone.name}]`);
  windows.autoLogon();
  oobe.signedIn();
  at.skip('2s');
  oobe.begin();
  oobe.page('AutoPilotPrefetch', '3s');
  oobe.page('OobeLanguage', '15s');
  oobe.page('OobeRegion', '12s');
  oobe.page('OobeKeyboard', '18s');
  oobe.page('OobeProvisioningReboot', '30ms');
  oobe.page('OobeWireless', '55s');
  device.write(autopilotServiceStarted, {}, autopilotService);
  device.write(internetAvailable, {}, autopilotService);
  return boot;
}

/** Autopilot compares the clocks, and the time service sets a wrong one right. Returns new minus old time. */
export function correctClock({ at, windows, device }: Story): number {
  const client = at.now.raw;
  const drift = at.now.truth - client;
  device.write(
    clockDrift,
    // Windows fills the fields of this event in a shifted way: the drift in minutes, then the drift it allows.
    {
      ServerTime: iso(at.now.truth),
      ClientTime: iso(client),
      AttemptNumber: Math.trunc(drift / 60_000),
      MaxAttempts: 5,
    },
    autopilotService,
  );
  const delta = windows.correctClock();
  device.write(clockCorrected, {}, autopilotService);
  return delta;
}

/** The Autopilot profile arrives. */
export function downloadProfile({ at, oobe, device }: Story): void {
  oobe.page('AutopilotActivation', '2s');
  device.write(profileDownloadStarted, {}, autopilotService);
  at.plus('4s');
  device.write(profileDownloaded, {}, autopilotService);
  device.write(profileStateChanged, { InitialState: 0, UpdateState: 3 }, autopilotService);
  device.profileDownloadedAt = at.now.raw;
}

/** OOBE looks for updates and installs them. */
export function installOobeUpdates({ at, oobe, device }: Story, duration: string): void {
  oobe.open('OobeZdp');
  for (const state of ['Scanning', 'Downloading', 'Installing']) {
    device.setupLine('CloudExperienceHostBroker.exe', `CZDPTask setting OOBE_GLOBAL_SETTING_ZDPSTATUS ZDP_${state}.`);
    at.plus('6s');
  }
  at.plus(duration);
  device.setupLine('CloudExperienceHostBroker.exe', 'CZDPTask setting OOBE_GLOBAL_SETTING_ZDPSTATUS ZDP_Finished.');
  oobe.close();
  oobe.page('AutopilotUpdate', '4s');
  oobe.page('AutoPilotDeviceRename', '30ms');
}

/** OOBE installs updates, and restarts for them before anybody has signed in. */
export function restartForUpdates(story: Story, duration = '3m', firstPage = '8s'): Restart {
  const { oobe } = story;
  installOobeUpdates(story, duration);
  const update = oobe.restart('Reboot');
  oobe.autoLogonAndResume('OobeWirelessAfterZDPReboot');
  oobe.page('OobeWirelessAfterZDPReboot', firstPage);
  return update;
}

/** Signs in, joins, enrolls: up to the end of device preparation. */
export function joinAndPrepare(story: Story): void {
  story.person.joinDevice();
  passUpdateNodes(story);
  prepareDevice(story);
}

/** The nodes between the sign-in and the status page, where nothing wants a restart. */
export function passUpdateNodes({ oobe }: Story): void {
  oobe.page('AutopilotUpdatePostEnrollment', '2s');
  oobe.page('RebootZtd', '30ms');
}

/** The status page opens; the device enrolls and gets Intune's agent. */
export function prepareDevice({ at, esp, mdm, ime }: Story): void {
  esp.load();
  esp.start('DevicePreparation');
  esp.passThrough('DevicePreparation', 'TpmAttestationSubcategory', 'AadjSubcategory');
  esp.startSubcategory('DevicePreparation', 'MdmEnrollmentSubcategory');
  mdm.enroll();
  esp.endSubcategory('DevicePreparation', 'MdmEnrollmentSubcategory');
  esp.startSubcategory('DevicePreparation', 'EspProviderInstallationSubcategory');
  mdm.installIntuneAgent();
  ime.started();
  at.plus('30s');
  esp.endSubcategory('DevicePreparation', 'EspProviderInstallationSubcategory');
  esp.succeed('DevicePreparation');
}

const deviceSubcategories = [
  'SecurityPoliciesSubcategory',
  'CertificatesSubcategory',
  'NetworkConnectionsSubcategory',
  'AppsSubcategory',
] as const;

/** Device setup begins: its four visible parts run side by side. */
export function startDeviceSetup({ esp, ime }: Story): void {
  esp.start('DeviceSetup');
  deviceSubcategories.forEach((name) => {
    esp.startSubcategory('DeviceSetup', name);
  });
  ime.espPhase('DeviceSetup');
  ime.findsNoToken('defaultuser0');
}

/** Policies, certificates and networks are there, the apps follow. */
export function finishDeviceSetup({ at, oobe, esp, ime }: Story, apps: readonly TrackedApp[], eachTakes: string): void {
  for (const name of deviceSubcategories.slice(0, 3)) {
    at.plus('10s');
    esp.endSubcategory('DeviceSetup', name);
  }
  apps.forEach((app) => {
    ime.tracksApp(app);
  });
  for (const app of apps) {
    ime.installsApp(app, eachTakes);
    oobe.health();
    ime.idles();
  }
  ime.allAppsCompleted();
  esp.endSubcategory('DeviceSetup', 'AppsSubcategory');
}

/** The silent end of device setup; the page is left. */
export function closeDeviceSetup({ esp }: Story): void {
  esp.passThrough('DeviceSetup', 'RebootCoalescing', 'SendResultsToMdmServer', 'SaveWhiteGloveSuccessResult');
  esp.succeed('DeviceSetup');
  esp.leave();
}

/** OOBE ends, and the person is signed in with the credential that OOBE kept. */
export function handOver({ at, windows, oobe, ime, person }: Story) {
  oobe.page('OobeExit', '2s');
  oobe.end();
  ime.session('Logoff');
  windows.signOut();
  ime.session('ConsoleDisconnect');
  at.skip('600ms');
  ime.session('ConsoleConnect');
  at.skip('4s');
  const signedIn = person.startSession();
  ime.session('Logon');
  person.startBroker();
  at.plus('30s');
  ime.findsToken();
  return signedIn;
}

/** Account setup in the session of the person; `token` tells whether the page gets a token for them. */
export function setUpAccount(story: Story, token: 'Success' | 'Failed'): void {
  startAccountSetup(story, token);
  endAccountSetup(story);
}

/** The first half of {@link setUpAccount}. */
export function startAccountSetup({ at, oobe, esp, mdm, ime }: Story, token: 'Success' | 'Failed'): void {
  oobe.begin('ms-cxh://NTHAADORMDM');
  oobe.page('MDMProgress', '1s');
  esp.load(esp.accountPage);
  esp.start('AccountSetup');
  ime.espPhase('AccountSetup');
  esp.note('ESPAccountSetup_MultifactorAuth_Preparation', 'Preparing multifactor authentication.');
  at.plus('3s');
  esp.note(`ESPAccountSetup_AadTokenRequest_${token}`, 'Token request ended.', token === 'Failed' ? -895_418_367 : 0);
  mdm.sync();
}

/** The second half: policies, certificates, networks and apps of the person. */
export function endAccountSetup({ at, esp, ime }: Story): void {
  for (const name of deviceSubcategories) {
    esp.startSubcategory('AccountSetup', name);
    at.plus('25s');
    esp.endSubcategory('AccountSetup', name);
  }
  esp.passThrough('AccountSetup', 'SendResultsToMdmServer');
  esp.succeed('AccountSetup');
  esp.leave();
  ime.accountSetupDone();
  ime.espPhase('NotInEsp');
}
