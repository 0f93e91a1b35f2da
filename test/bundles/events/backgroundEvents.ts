/* What Windows writes all day long and what nobody looks for: the haystack around the needles. */
import { eventKind, type EventSource } from '../eventKind';

function source(provider: string, guid: string | null, channel: string, keywords: bigint): EventSource {
  return { provider, guid, channel, keywords };
}

const systemKeyword = 0x8000000000000000n;
const classicKeyword = 0x80000000000000n;

const updateClient = source(
  'Microsoft-Windows-WindowsUpdateClient',
  '{945A8954-C147-4ACD-923F-40C45405A658}',
  'System',
  0x8000000000000018n,
);
const kernelGeneral = source(
  'Microsoft-Windows-Kernel-General',
  '{A68CA8B7-004F-D7B6-A698-07E2DE0F1F5D}',
  'System',
  systemKeyword,
);
const filterManager = source(
  'Microsoft-Windows-FilterManager',
  '{F3C5E28E-63F6-49C7-A204-E48A1BC4B09D}',
  'System',
  systemKeyword,
);
const serviceControl = source(
  'Service Control Manager',
  '{555908D1-A6D7-4695-8E1E-26931D2012F4}',
  'System',
  0x8080000000000000n,
);
const dhcp = source(
  'Microsoft-Windows-Dhcp-Client',
  '{15A7A4F8-0072-4EAB-ABAD-F98A4D666AED}',
  'System',
  0x2000000000000000n,
);
const licensing = source(
  'Microsoft-Windows-Security-SPP',
  '{E23B33B0-C8C9-472C-A5F9-F2BDFEA0F156}',
  'Application',
  classicKeyword,
);
const restartManager = source(
  'Microsoft-Windows-RestartManager',
  '{0888E5EF-9B98-4695-979D-E92CE4247224}',
  'Application',
  systemKeyword,
);
const appDeployment = source(
  'Microsoft-Windows-AppXDeployment-Server',
  '{3F471139-ACB7-4A01-B7A7-FF5DA4BA2D43}',
  'Microsoft-Windows-AppXDeploymentServer/Operational',
  0x4000000000000001n,
);
const keyStorage = source(
  'Microsoft-Windows-Crypto-NCrypt',
  '{E8ED09DC-100C-45E2-9FC8-B53399EC1F70}',
  'Microsoft-Windows-Crypto-NCrypt/Operational',
  systemKeyword,
);
const localAdminPassword = source(
  'Microsoft-Windows-LAPS',
  '{C255E0E8-3F94-4C3A-B4E1-6D1F7D9C0E22}',
  'Microsoft-Windows-LAPS/Operational',
  0x4000000000000000n,
);
const autopilotDiagnostics = source(
  'Microsoft-Windows-ModernDeployment-Diagnostics-Provider',
  '{BAB3AD92-FB96-5902-450B-B8421BDEC7BD}',
  'Microsoft-Windows-ModernDeployment-Diagnostics-Provider/ManagementService',
  0x1000000000000000n,
);

const error = 2;
const verbose = 5;

const update = { updateTitle: 'string', updateGuid: 'guid', updateRevisionNumber: 'uint32' } as const;
export const updateDownloadStarted = eventKind(updateClient, 44, update, { version: 1, task: 1, opcode: 12 });
export const updateInstallStarted = eventKind(updateClient, 43, update, { version: 1, task: 1, opcode: 13 });
export const updateInstalled = eventKind(updateClient, 19, update, { version: 1, task: 1, opcode: 13 });
export const updateWantsRestart = eventKind(updateClient, 21, { updatelist: 'string' }, { version: 1, task: 1 });
export const hiveFlushed = eventKind(kernelGeneral, 16, {
  HiveNameLength: 'uint16',
  HiveName: 'string',
  KeysUpdated: 'uint32',
  DirtyPages: 'uint32',
});
export const filterLoaded = eventKind(filterManager, 6, {
  FinalStatus: 'hex32',
  DeviceVersionMajor: 'uint32',
  DeviceVersionMinor: 'uint32',
  DeviceNameLength: 'uint16',
  DeviceName: 'string',
  DeviceTime: 'fileTime',
});
export const serviceStartChanged = eventKind(
  serviceControl,
  7040,
  { param1: 'string', param2: 'string', param3: 'string', param4: 'string' },
  { qualifiers: 0x4000 },
);
export const addressGiven = eventKind(dhcp, 50036, { Address1: 'string' }, { task: 4, opcode: 75 });

export const licenseServiceStopped = eventKind(
  licensing,
  16384,
  { RestartTime: 'string', Reason: 'string' },
  { qualifiers: 0x4000 },
);
export const restartSessionStarted = eventKind(restartManager, 10000, {
  RmSessionId: 'uint32',
  UTCStartTime: 'fileTime',
});
export const restartSessionEnded = eventKind(restartManager, 10001, {
  RmSessionId: 'uint32',
  UTCStartTime: 'fileTime',
});

export const packageDeploymentStarted = eventKind(
  appDeployment,
  603,
  { DeploymentOperation: 'uint32', Path: 'string', Flags: 'uint32', FlagsHigh: 'uint32' },
  { task: 3 },
);
export const packageQueued = eventKind(appDeployment, 607, {
  DeploymentOperation: 'uint32',
  PackageFullName: 'string',
  UserSid: 'string',
  CallingProcess: 'string',
});
export const packageDeployed = eventKind(
  appDeployment,
  10001,
  { PackageFullName: 'string', ErrorCode: 'hex32' },
  { level: verbose, task: 4 },
);
export const keyNotFound = eventKind(
  keyStorage,
  4,
  { ProviderName: 'string', KeyName: 'string', AlgorithmName: 'string', Flags: 'hex32', ReturnCode: 'hex32' },
  { level: error, task: 4 },
);
export const passwordPolicyProcessed = eventKind(localAdminPassword, 10003, {});
export const autopilotServiceIdle = eventKind(autopilotDiagnostics, 1100, { Message1: 'string' });
