/* Events of the System channel. Ids, versions, tasks and field names are those of the Windows 11 24H2 manifests. */
import { eventKind, type EventSource } from '../eventKind';

const channel = 'System';
const systemKeyword = 0x8000000000000000n;
const classicKeyword = 0x80000000000000n;

const kernelGeneral: EventSource = {
  provider: 'Microsoft-Windows-Kernel-General',
  guid: '{A68CA8B7-004F-D7B6-A698-07E2DE0F1F5D}',
  channel,
  keywords: 0x8000000000000010n,
};
const kernelBoot: EventSource = {
  provider: 'Microsoft-Windows-Kernel-Boot',
  guid: '{15CA44FF-4D7A-4BAA-BBA5-0998955E531E}',
  channel,
  keywords: systemKeyword,
};
const kernelPower: EventSource = {
  provider: 'Microsoft-Windows-Kernel-Power',
  guid: '{331C3B3A-2005-44C2-AC5E-77220C37D6B4}',
  channel,
  keywords: 0x8000400000000404n,
};
const winlogon: EventSource = {
  provider: 'Microsoft-Windows-Winlogon',
  guid: '{DBE9B383-7CF3-4331-91CC-A3CB16A3B538}',
  channel,
  keywords: 0x2000200000000000n,
};

/** Classic source without a manifest: its data has no names. */
export const eventLogService: EventSource = { provider: 'EventLog', guid: null, channel, keywords: classicKeyword };

export const systemStart = eventKind(
  kernelGeneral,
  12,
  {
    MajorVersion: 'uint32',
    MinorVersion: 'uint32',
    BuildVersion: 'uint32',
    QfeVersion: 'uint32',
    ServiceVersion: 'uint16',
    BootMode: 'uint32',
    StartTime: 'fileTime',
  },
  { task: 1, keywords: 0x8000000000000080n },
);
export const systemStop = eventKind(
  kernelGeneral,
  13,
  { StopTime: 'fileTime' },
  { task: 2, keywords: 0x8000000000000080n },
);
export const systemTimeChange = eventKind(
  kernelGeneral,
  1,
  {
    NewTime: 'fileTime',
    OldTime: 'fileTime',
    TimeDeltaInMs: 'int64',
    Reason: 'uint32',
    ProcessName: 'string',
    ProcessID: 'uint32',
    CmosTime: 'fileTime',
    TimeZoneBias: 'int32',
    RealTimeIsUniversal: 'boolean',
    SystemInCmosMode: 'boolean',
  },
  { version: 4, task: 5 },
);
export const timeZoneRefresh = eventKind(
  kernelGeneral,
  24,
  {
    ExitReason: 'uint32',
    CurrentBias: 'int32',
    CurrentTimeZoneID: 'uint32',
    TimeZoneInfoCacheUpdated: 'uint8',
    FirstRefresh: 'uint8',
  },
  { task: 11 },
);

export const shutdownHistory = eventKind(
  kernelBoot,
  20,
  { LastShutdownGood: 'boolean', LastBootGood: 'boolean', LastBootId: 'uint32', BootStatusPolicy: 'uint32' },
  { version: 1, task: 31 },
);
export const bootMenuPolicy = eventKind(kernelBoot, 25, { BootMenuPolicy: 'uint32' }, { task: 32 });
export const bootType = eventKind(
  kernelBoot,
  27,
  { BootType: 'uint32', LoadOptions: 'ansiString' },
  { version: 1, task: 33 },
);
export const firmwareBootData = eventKind(
  kernelBoot,
  30,
  {
    ResetEndStart: 'uint64',
    LoadOSImageStart: 'uint64',
    StartOSImageStart: 'uint64',
    ExitBootServicesEntry: 'uint64',
    ExitBootServicesExit: 'uint64',
  },
  { task: 21 },
);
export const bitLockerInputTime = eventKind(kernelBoot, 32, { BitlockerUserInputTime: 'uint64' }, { task: 58 });
export const vsmPolicy = eventKind(
  kernelBoot,
  153,
  { Status: 'uint32', EnableDisableReason: 'uint32', VsmPolicy: 'uint32' },
  { task: 62 },
);

export const uncleanStart = eventKind(
  kernelPower,
  41,
  {
    BugcheckCode: 'uint32',
    BugcheckParameter1: 'pointer',
    BugcheckParameter2: 'pointer',
    BugcheckParameter3: 'pointer',
    BugcheckParameter4: 'pointer',
    SleepInProgress: 'uint32',
    PowerButtonTimestamp: 'uint64',
    BootAppStatus: 'uint32',
    Checkpoint: 'uint8',
    ConnectedStandbyInProgress: 'boolean',
    SystemSleepTransitionsToOn: 'uint32',
    CsEntryScenarioInstanceId: 'uint8',
  },
  { version: 4, level: 1, task: 63, keywords: 0x8000400000000002n },
);
export const enterSleep = eventKind(
  kernelPower,
  42,
  { TargetState: 'uint32', EffectiveState: 'uint32', Reason: 'uint32', Flags: 'uint32', TransitionsToOn: 'uint32' },
  { version: 3, task: 64 },
);
export const leaveSleep = eventKind(
  kernelPower,
  107,
  {
    TargetState: 'uint32',
    EffectiveState: 'uint32',
    WakeFromState: 'uint32',
    ProgrammedWakeTimeAc: 'fileTime',
    ProgrammedWakeTimeDc: 'fileTime',
    WakeRequesterTypeAc: 'uint32',
    WakeRequesterTypeDc: 'uint32',
  },
  { version: 1, task: 102 },
);
export const shutdownAction = eventKind(
  kernelPower,
  109,
  { ShutdownActionType: 'uint32', ShutdownEventCode: 'uint32', ShutdownReason: 'uint32' },
  { task: 103 },
);
export const powerActionCall = eventKind(
  kernelPower,
  187,
  {
    ApiCallerNameLength: 'uint16',
    ApiCallerName: 'string',
    SystemAction: 'uint32',
    LightestSystemState: 'uint32',
  },
  { task: 243 },
);

export const shutdownRequest = eventKind(
  {
    provider: 'User32',
    guid: '{B0AA8734-56F7-41CC-B2F4-DE228E98B946}',
    eventSourceName: 'User32',
    channel,
    keywords: 0x8080000000000000n,
  },
  1074,
  {
    param1: 'string',
    param2: 'string',
    param3: 'string',
    param4: 'string',
    param5: 'string',
    param6: 'string',
    param7: 'string',
  },
  { qualifiers: 0x8000 },
);

export const userLogon = eventKind(winlogon, 7001, { TSId: 'uint32', UserSid: 'sid' }, { task: 1101 });
export const userLogoff = eventKind(winlogon, 7002, { TSId: 'uint32', UserSid: 'sid' }, { task: 1102 });

/** What Windows makes of a sleep after the wake; of its many fields those that tell the time. */
export const sleepReported = eventKind(
  {
    provider: 'Microsoft-Windows-Power-Troubleshooter',
    guid: '{CDC05E28-C449-49C6-B9D2-88CF761644DF}',
    channel,
    keywords: systemKeyword,
  },
  1,
  {
    SleepTime: 'fileTime',
    WakeTime: 'fileTime',
    TargetState: 'uint32',
    EffectiveState: 'uint32',
    WakeSourceType: 'uint32',
  },
  { version: 3 },
);

/** The numbers of an idle phase, of which these are told; 507 has many more. */
export const enterStandby = eventKind(kernelPower, 506, { Reason: 'uint32' }, { task: 157 });
export const leaveStandby = eventKind(
  kernelPower,
  507,
  { EnergyDrain: 'uint32', DurationInUs: 'uint64', Reason: 'uint32', PowerStateAc: 'boolean' },
  { task: 158 },
);
export const timeZoneBiasChange = eventKind(kernelGeneral, 22, { NewBias: 'int32', OldBias: 'int32' }, { task: 9 });

/** "The computer has rebooted from a bugcheck". */
export const crashReported = eventKind(
  {
    provider: 'Microsoft-Windows-WER-SystemErrorReporting',
    guid: '{ABCE23E7-DE45-4366-8631-84FA6C525952}',
    eventSourceName: 'BugCheck',
    channel,
    keywords: classicKeyword,
  },
  1001,
  { param1: 'string', param2: 'string', param3: 'string' },
  { level: 2, qualifiers: 0x4000 },
);

const resetEngine: EventSource = {
  provider: 'Microsoft-Windows-ResetEng',
  guid: '{7FA514B5-A023-4B62-A6AB-2946A483E065}',
  channel,
  keywords: systemKeyword,
};
/** The device is going to be reset, and has been. */
export const resetPrepared = eventKind(resetEngine, 4500, {});
export const resetFinished = eventKind(resetEngine, 4502, {});

export const tpmCleared = eventKind(
  {
    provider: 'Microsoft-Windows-TPM-WMI',
    guid: '{7D5387B0-CBE0-11DA-A94D-0800200C9A66}',
    channel,
    keywords: systemKeyword,
  },
  519,
  { ClearReason: 'uint32' },
);
