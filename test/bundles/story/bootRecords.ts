import { filterLoaded } from '../events/backgroundEvents';
import {
  bitLockerInputTime,
  bootMenuPolicy,
  bootType,
  eventLogService,
  firmwareBootData,
  shutdownAction,
  shutdownHistory,
  systemStart,
  systemStop,
  timeZoneRefresh,
  uncleanStart,
  vsmPolicy,
} from '../events/systemEvents';
import { eventKind } from '../eventKind';
import type { EventPayload } from '../evtxRecord';
import { kernel, service, type Actor, type Device } from './device';
import type { Moment } from './storyClock';

/** How the run of Windows before a start came to its end. */
export type PreviousEnd =
  | { readonly how: 'none' }
  | { readonly how: 'stopped'; readonly action: Moment; readonly stop: Moment }
  | { readonly how: 'lostPower'; readonly at: Moment; readonly uptimeSeconds: number; readonly bugcheck: number };

export interface StartFacts {
  /** When the kernel started. */
  readonly start: Moment;
  /** 1 for the first start. */
  readonly count: number;
  readonly previous: PreviousEnd;
}

const eventLogProcess: Actor = { process: 'svchost.exe (EventLog)', sid: null };
/** The file system filters of a plain device. */
const filters = ['FileInfo', 'Wof', 'WdFilter', 'CldFlt', 'bindflt', 'wcifs'] as const;

/**
 * What a start leaves in the System log, now that its service runs. The service writes about itself first; what
 * happened before it ran was buffered and follows, with higher record ids and earlier times.
 */
export function writeStartRecords(device: Device, facts: StartFacts): void {
  const { identity, at } = device;
  writeLogServiceRecord(device, 6009, ['10.00.', String(identity.build), '', 'Multiprocessor Free', '0']);
  if (facts.previous.how === 'lostPower') {
    const { at: lostAt, uptimeSeconds } = facts.previous;
    writeLogServiceRecord(device, 6008, [...localTimeAndDate(device, lostAt), '', '', String(uptimeSeconds)], 2);
  }
  writeLogServiceRecord(device, 6005, [], 4, systemTime(at.now.raw));
  writeBufferedStop(device, facts.previous);
  writeBufferedStart(device, facts);
  const uptime = Math.round((at.now.truth - facts.start.truth) / 1000);
  const { name, minutesEastOfUtc } = device.timeZone;
  writeLogServiceRecord(device, 6013, ['', '', '', '', String(uptime), '60', `${-minutesEastOfUtc} ${name}`]);
}

/** A record of the event log service itself: a classic source, whose data has no names. */
export function writeLogServiceRecord(
  device: Device,
  id: number,
  strings: readonly string[],
  level = 4,
  binary?: Uint8Array,
): void {
  const payload: EventPayload = { shape: 'unnamed', strings, ...(binary === undefined ? {} : { binary }) };
  device.append(eventKind(eventLogService, id, {}, { qualifiers: 0x8000, level }).header, payload, eventLogProcess);
}

function writeBufferedStop(device: Device, previous: PreviousEnd): void {
  if (previous.how === 'stopped') {
    const why = { ShutdownActionType: 5, ShutdownEventCode: 0, ShutdownReason: 5 };
    device.write(shutdownAction, why, service('smss.exe'), previous.action);
    device.write(systemStop, { StopTime: previous.stop.raw }, kernel, previous.stop);
  }
}

function writeBufferedStart(device: Device, { start, count, previous }: StartFacts): void {
  let elapsed = 25;
  const write: typeof device.write = (kind, values) => {
    elapsed += 1;
    return device.write(kind, values, kernel, { truth: start.truth + elapsed, raw: start.raw + elapsed });
  };
  const { build, revision } = device.identity;
  write(systemStart, {
    MajorVersion: 10,
    MinorVersion: 0,
    BuildVersion: build,
    QfeVersion: revision,
    ServiceVersion: 0,
    BootMode: 0,
    StartTime: start.raw,
  });
  // Virtualization-based security is on from the second start of a device whose policy asks for it.
  write(vsmPolicy, { Status: 0, EnableDisableReason: 1, VsmPolicy: count > 2 ? 1 : 0 });
  write(shutdownHistory, {
    LastShutdownGood: previous.how !== 'lostPower',
    LastBootGood: true,
    LastBootId: count,
    BootStatusPolicy: 1,
  });
  write(bootMenuPolicy, { BootMenuPolicy: 1 });
  write(bootType, { BootType: 0, LoadOptions: ' NOEXECUTE=OPTIN  NOVGA' });
  write(firmwareBootData, {
    ResetEndStart: 0,
    LoadOSImageStart: 5_100_000,
    StartOSImageStart: 5_600_000,
    ExitBootServicesEntry: 7_200_000,
    ExitBootServicesExit: 7_210_000,
  });
  write(bitLockerInputTime, { BitlockerUserInputTime: 0 });
  if (previous.how === 'lostPower') {
    write(uncleanStart, {
      BugcheckCode: previous.bugcheck,
      BugcheckParameter1: 0,
      BugcheckParameter2: 0,
      BugcheckParameter3: 0,
      BugcheckParameter4: 0,
      SleepInProgress: 0,
      PowerButtonTimestamp: 0,
      BootAppStatus: 0,
      Checkpoint: 0,
      ConnectedStandbyInProgress: false,
      SystemSleepTransitionsToOn: 0,
      CsEntryScenarioInstanceId: 0,
    });
  }
  filters.forEach((name) =>
    write(filterLoaded, {
      FinalStatus: 0,
      DeviceVersionMajor: 10,
      DeviceVersionMinor: 0,
      DeviceNameLength: name.length,
      DeviceName: name,
      DeviceTime: start.raw,
    }),
  );
  write(timeZoneRefresh, {
    ExitReason: 1,
    CurrentBias: -device.timeZone.minutesEastOfUtc,
    CurrentTimeZoneID: 1,
    TimeZoneInfoCacheUpdated: 1,
    FirstRefresh: 1,
  });
}

/** As Windows writes them in its language: the parts of the date stand behind left-to-right marks. */
function localTimeAndDate(device: Device, moment: Moment): [string, string] {
  const local = new Date(moment.raw + device.timeZone.minutesEastOfUtc * 60_000);
  const [year, month, day] = [local.getUTCFullYear(), local.getUTCMonth() + 1, local.getUTCDate()];
  const twoDigits = (part: number) => String(part).padStart(2, '0');
  const mark = (parts: readonly (string | number)[], separator: string) =>
    parts.map((part) => `\u200E${part}`).join(separator);
  const dates = {
    en: () => mark([month, day, year], '/'),
    de: () => mark([twoDigits(day), twoDigits(month), year], '.'),
    fr: () => mark([twoDigits(day), twoDigits(month), year], '/'),
    ja: () => mark([year, twoDigits(month), twoDigits(day)], '/'),
  };
  return [local.toISOString().slice(11, 19), dates[device.identity.language]()];
}

/** SYSTEMTIME, the binary data of EventLog 6005. */
function systemTime(ms: number): Uint8Array {
  const time = new Date(ms);
  const parts = [
    time.getUTCFullYear(),
    time.getUTCMonth() + 1,
    time.getUTCDay(),
    time.getUTCDate(),
    time.getUTCHours(),
    time.getUTCMinutes(),
    time.getUTCSeconds(),
    time.getUTCMilliseconds(),
  ];
  return new Uint8Array(Uint16Array.from([...parts, 0, 0, 0, 0]).buffer);
}
