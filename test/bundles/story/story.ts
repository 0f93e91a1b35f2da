import { keepBusy } from './background';
import { Device, type DeviceIdentity } from './device';
import { ImeAgent } from './imeAgent';
import { Management } from './management';
import { Oobe } from './oobe';
import { SignIn } from './signIn';
import { StatusPage } from './statusPage';
import { StoryClock } from './storyClock';
import { Windows } from './windows';

/** First build of Windows 11 24H2, whose MDM client has a channel for enrollments. */
export const build24H2 = 26_100;

/**
 * A device and everyone who has something to say about it. A scenario lets time pass (`at`) and lets the others
 * tell what happens; each of them writes the records that the real one would have written.
 */
export interface Story {
  readonly at: StoryClock;
  readonly device: Device;
  readonly windows: Windows;
  readonly oobe: Oobe;
  readonly esp: StatusPage;
  readonly mdm: Management;
  readonly ime: ImeAgent;
  readonly person: SignIn;
}

export interface StoryBeginning {
  /** The true time at which the device is switched on, ISO 8601. */
  readonly start: string;
  /** How far ahead the device's clock is at first, milliseconds. */
  readonly clockErrorMs?: number;
  /** How much of its usual chatter the device writes; a quiet one is built and read faster. */
  readonly background?: 'quiet' | 'usual';
}

/** A device fresh from the factory, just switched on. */
export function beginStory(identity: DeviceIdentity, beginning: StoryBeginning): Story {
  const at = new StoryClock(beginning.start, beginning.clockErrorMs);
  const device = new Device(identity, at);
  keepBusy(device, beginning.background === 'quiet' ? 0.05 : 1);
  const windows = new Windows(device);
  const oobe = new Oobe(device, windows);
  return {
    at,
    device,
    windows,
    oobe,
    esp: new StatusPage(device, oobe),
    mdm: new Management(device, identity.build >= build24H2 ? 'Enrollment' : 'Admin'),
    ime: new ImeAgent(device),
    person: new SignIn(device, windows, oobe),
  };
}
