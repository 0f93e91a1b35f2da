import { phrase } from '../words/language';

/** Provider and channel names of the events that the enrollment story is told from. */
export const providers = {
  kernelGeneral: 'Microsoft-Windows-Kernel-General',
  kernelBoot: 'Microsoft-Windows-Kernel-Boot',
  kernelPower: 'Microsoft-Windows-Kernel-Power',
  powerTroubleshooter: 'Microsoft-Windows-Power-Troubleshooter',
  crashReporting: 'Microsoft-Windows-WER-SystemErrorReporting',
  eventLog: 'EventLog',
  user32: 'User32',
  winlogon: 'Microsoft-Windows-Winlogon',
  resetEngine: 'ResetEng',
  shellCore: 'Microsoft-Windows-Shell-Core',
  deviceManagement: 'Microsoft-Windows-DeviceManagement-Enterprise-Diagnostics-Provider',
  modernDeployment: 'Microsoft-Windows-ModernDeployment-Diagnostics-Provider',
  deviceRegistration: 'Microsoft-Windows-User Device Registration',
  aad: 'Microsoft-Windows-AAD',
  helloForBusiness: 'Microsoft-Windows-HelloForBusiness',
  bitLocker: 'Microsoft-Windows-BitLocker-API',
  hypervisor: 'Microsoft-Windows-Hyper-V-Hypervisor',
  isolatedUserMode: 'Microsoft-Windows-IsolatedUserMode',
  deviceGuard: 'Microsoft-Windows-DeviceGuard',
  tpm: 'Microsoft-Windows-TPM-WMI',
  windowsUpdate: 'Microsoft-Windows-WindowsUpdateClient',
  bootstrapperAgent: 'Microsoft-Autopilot-BootstrapperAgent',
} as const;

/** A channel that the story leans on, and what is lost without it. */
export interface KeyChannel {
  readonly channel: string;
  readonly tells: string;
}

/** Where a policy that asks for a restart says so (event 2800). */
export const policyFlagChannel = 'Microsoft-Windows-DeviceManagement-Enterprise-Diagnostics-Provider/Admin';

/** Channels whose absence has to be said aloud. */
export const keyChannels: readonly KeyChannel[] = [
  { channel: 'System', tells: phrase('who asked for a restart, power losses, sign-ins, clock steps') },
  {
    channel: 'Microsoft-Windows-Shell-Core/Operational',
    tells: phrase('the pages of OOBE and the Enrollment Status Page'),
  },
  {
    channel: policyFlagChannel,
    tells: phrase('which policy URI asked for a restart (event 2800)'),
  },
  {
    channel: 'Microsoft-Windows-ModernDeployment-Diagnostics-Provider/Autopilot',
    tells: phrase('the Autopilot profile and the clock drift seen in OOBE'),
  },
  {
    channel: 'Microsoft-Windows-User Device Registration/Admin',
    tells: phrase('the join and the Windows Hello checks'),
  },
  { channel: 'Microsoft-Windows-AAD/Operational', tells: phrase('token errors') },
  {
    channel: 'Microsoft-Windows-HelloForBusiness/Operational',
    tells: phrase('how far Windows Hello provisioning came'),
  },
];

/**
 * The channel that a member of a diagnostics bundle holds by its file name: the tool writes the channel in lower
 * case with `-` for `/`, Collect diagnostics writes `_` for `/` and blanks, a raw copy writes `%4`.
 */
export function channelOfFileName(path: string): string | null {
  const name = comparable(
    path
      .slice(path.lastIndexOf('/') + 1)
      .replace(/\.evtx$/i, '')
      .replace(/^\(\d+\) Events (.*) Events$/, '$1'),
  );
  return keyChannels.find(({ channel }) => comparable(channel) === name)?.channel ?? null;
}

function comparable(name: string): string {
  return name.toLowerCase().replace(/%4|[^a-z0-9]+/g, '-');
}
