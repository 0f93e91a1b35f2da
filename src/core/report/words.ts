import type { BootKind, Reboot } from '../enrollment/triageDocument';

/** English words for the values of the triage document, for plain-text output. */
export const classWords: Readonly<Record<Reboot['class'], string>> = {
  coalescedPolicy: 'coalesced restart for policies',
  application: 'restart for an app',
  oobeUpdate: 'restart for an update in OOBE',
  deviceRename: 'restart for the device name',
  provisioningPackage: 'restart for a provisioning package',
  hybridJoin: 'restart for the domain join',
  setup: 'restart of Windows setup',
  preProvisioning: 'restart of pre-provisioning',
  devicePreparationAgent: 'restart by the device preparation agent',
  windowsUpdate: 'restart for Windows Update',
  script: 'restart by a script or command',
  user: 'restart by the user',
  unexpected: 'unexpected restart',
  unknown: 'restart of unknown cause',
};

export const duringWords: Readonly<Record<Reboot['during'], string>> = {
  setup: 'Windows setup',
  preJoin: 'OOBE before the join',
  devicePreparation: 'device preparation',
  deviceSetup: 'device setup',
  accountSetup: 'account setup',
  afterEnrollment: 'use after the enrollment',
  unknown: 'an unknown stage',
};

export const kindWords: Readonly<Record<BootKind, string>> = {
  restart: 'restart',
  powerLoss: 'start after a power loss or crash',
  fastStartup: 'resume by fast startup, not a boot',
  shutdownAndStart: 'start after a shutdown',
  firstBoot: 'first start of this installation',
  unknown: 'start, what came before is not known',
};
