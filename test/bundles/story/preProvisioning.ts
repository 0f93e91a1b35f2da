import { preProvisioningStarted } from '../events/managementEvents';
import { passUpdateNodes, prepareDevice, startDeviceSetup } from './chapters';
import { service } from './device';
import { completeDeviceSetup } from './enrollment';
import type { Story } from './story';

/** The technician has pressed the Windows key five times and chosen pre-provisioning. */
export function chooseTechnicianFlow({ device, oobe }: Story): void {
  device.write(preProvisioningStarted, { UInt1: 1 }, service('svchost.exe (wmansvc)'));
  oobe.page('AutopilotWhiteGloveLanding', '20s');
}

/** Device preparation and device setup of the technician flow, to its green page; `meanwhile` is in device setup. */
export function passTechnicianFlow(story: Story, meanwhile: (story: Story) => void = () => undefined): void {
  const { oobe, esp, person } = story;
  esp.note('WhiteGlove_TechnicianFlow_Started', 'Technician flow started.');
  person.register();
  prepareDevice(story);
  startDeviceSetup(story);
  meanwhile(story);
  completeDeviceSetup(story);
  esp.note('ESPProgress_WhiteGlove_Success', 'Pre-provisioning succeeded.');
  oobe.page('AutopilotWhiteGloveResult', '40s');
}

/** The person joins the device in the OOBE that has begun for them. */
export function joinSealedDevice(story: Story): void {
  story.person.joinDevice();
  passUpdateNodes(story);
}
