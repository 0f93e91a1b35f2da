/* BitLocker, whose log only Collect diagnostics has. */
import { eventKind, type EventSource } from '../eventKind';

const bitLocker: EventSource = {
  provider: 'Microsoft-Windows-BitLocker-API',
  guid: '{5D674230-CA9F-11DA-A94D-0800200C9A66}',
  channel: 'Microsoft-Windows-BitLocker/BitLocker Management',
  keywords: 0x8000000000000000n,
};

/** Encryption will start when the device is restarted. */
export const bitLockerWantsRestart = eventKind(bitLocker, 769, {
  IdentificationGUID: 'guid',
  VolumeName: 'string',
  VolumeMountPoint: 'string',
  AlgorithmType: 'uint16',
});
