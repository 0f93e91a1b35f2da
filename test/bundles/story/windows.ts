import {
  bootType,
  crashReported,
  enterSleep,
  enterStandby,
  leaveSleep,
  leaveStandby,
  powerActionCall,
  shutdownRequest,
  sleepReported,
  systemTimeChange,
  timeZoneBiasChange,
  userLogoff,
  userLogon,
} from '../events/systemEvents';
import { writeSignOfLife } from './background';
import { writeLogServiceRecord, writeStartRecords, type PreviousEnd } from './bootRecords';
import { kernel, service, type Device, type TimeZone, type Written } from './device';
import { reasonIn, kindIn, restartRequests, type RestartRequest } from './restartRequests';
import type { Moment } from './storyClock';

/** A start of Windows. */
export interface Boot {
  /** The start of the kernel: the instant that uptime counts from. */
  readonly start: Moment;
  /** The start of the event log service (6005): what people take for the start. */
  readonly ready: Moment;
}

/** A sleep, from falling asleep to waking up. */
export interface Sleeping {
  readonly asleep: Moment;
  readonly awake: Moment;
}

/** A restart, from its request to the next start. */
export interface Restart {
  readonly requested: Moment;
  readonly boot: Boot;
}

const winlogonProcess = service('winlogon.exe');

/** Starts, stops, sessions and the clock, as the System log tells them. */
export class Windows {
  private session = 0;
  /** Who owns the session, where anybody does. */
  private sessionSid: string | null = null;
  private stopListeners: (() => void)[] = [];
  private bootCount = 0;
  private bootStart: Moment;

  constructor(private readonly device: Device) {
    this.bootStart = device.at.now;
  }

  get secondsSinceBoot(): number {
    return Math.round((this.device.at.now.truth - this.bootStart.truth) / 1000);
  }

  /** Switches the device on for the first time. */
  firstBoot(): Boot {
    return this.start({ how: 'none' });
  }

  /** User32 1074. */
  requestRestart(request: RestartRequest): Written {
    const { hostName, identity } = this.device;
    return this.device.write(
      shutdownRequest,
      {
        param1: `${request.process} (${hostName})`,
        param2: hostName,
        param3: reasonIn(identity.language, request.reason),
        param4: request.code,
        param5: kindIn(identity.language, request.kind),
        param6: '',
        param7: {
          system: 'NT AUTHORITY\\SYSTEM',
          oobe: `${hostName}\\defaultuser0`,
          person: `AzureAD\\${identity.person.account}`,
        }[request.user],
      },
      winlogonProcess,
    );
  }

  /** Somebody asks for a restart, and Windows carries it out. */
  restart(request: RestartRequest): Restart {
    const requested = this.device.at.now;
    this.requestRestart(request);
    return { requested, boot: this.stopAndStart() };
  }

  /** Switched off, and on again after `offFor`, without fast startup. */
  shutDownAndStart(offFor: string): Boot {
    this.requestRestart(restartRequests.powerOff);
    return this.stopAndStart(offFor);
  }

  /** The next orderly stop is announced to the services; not every one of them gets to say something. */
  onNextStop(listener: () => void): void {
    this.stopListeners.push(listener);
  }

  /** An orderly stop and the next start: 38 seconds without a sign of life. */
  stopAndStart(offFor = '0s'): Boot {
    const { at } = this.device;
    const listeners = this.stopListeners;
    this.stopListeners = [];
    listeners.forEach((listener) => {
      listener();
    });
    this.signOut();
    at.skip('3.5s');
    writeLogServiceRecord(this.device, 6006, []);
    at.skip('5s');
    const action = at.now;
    at.skip('1s');
    const stop = at.now;
    at.skip('13s').skip(offFor);
    return this.start({ how: 'stopped', action, stop });
  }

  /**
   * The device loses its power, right after a last sign of life, and is switched on again later; with a `bugcheck`
   * Windows has crashed instead.
   */
  powerLoss(darkFor: string, bugcheck = 0): Restart {
    const { device } = this;
    const requested = device.at.now;
    writeSignOfLife(device);
    const previous = { how: 'lostPower', at: requested, uptimeSeconds: this.secondsSinceBoot, bugcheck } as const;
    device.at.skip(darkFor);
    const boot = this.start(previous);
    if (bugcheck > 0) {
      const code = `0x${bugcheck.toString(16).padStart(8, '0')} (0x0000000000000000)`;
      device.write(crashReported, { param1: code, param2: 'C:\\Windows\\MEMORY.DMP', param3: device.random.guid() });
    }
    return { requested, boot };
  }

  /** The device sleeps for a while with its screen off: neither a start nor a new session. */
  standby(duration: string): void {
    const { device } = this;
    device.write(enterStandby, { Reason: 1 }, kernel);
    const from = device.at.now;
    device.at.skip(duration);
    const slept = device.at.now.truth - from.truth;
    device.write(leaveStandby, { EnergyDrain: 0, DurationInUs: slept * 1000, Reason: 1, PowerStateAc: true }, kernel);
  }

  /**
   * The lid is closed for a while: the device sleeps (S3), and goes on where it was. The kernel notes the wake with the
   * time of before the sleep; then it reads the hardware clock, which it records as a step only where `tellsStep`.
   */
  sleep(duration: string, tellsStep: boolean): Sleeping {
    const { device } = this;
    const state = { TargetState: 4, EffectiveState: 4 };
    const asleep = device.at.now;
    device.write(enterSleep, { ...state, Reason: 0, Flags: 0, TransitionsToOn: 1 });
    device.at.skip(duration);
    const awake = device.at.now;
    device.write(
      leaveSleep,
      {
        ...state,
        WakeFromState: 4,
        ProgrammedWakeTimeAc: asleep.raw,
        ProgrammedWakeTimeDc: asleep.raw,
        WakeRequesterTypeAc: 0,
        WakeRequesterTypeDc: 0,
      },
      kernel,
      asleep,
    );
    if (tellsStep) {
      this.timeChange(asleep.raw, awake.raw, 2, '');
    }
    device.at.skip('2s');
    device.write(sleepReported, { ...state, SleepTime: asleep.raw, WakeTime: awake.raw, WakeSourceType: 1 });
    return { asleep, awake };
  }

  /** Shut down and switched on again with fast startup: a new session, but not a new start of Windows. */
  fastStartup(offFor: string): Moment {
    const { device } = this;
    this.requestRestart(restartRequests.powerOff);
    this.signOut();
    const caller = '\\Device\\HarddiskVolume3\\Windows\\System32\\winlogon.exe';
    device.write(powerActionCall, {
      ApiCallerNameLength: caller.length,
      ApiCallerName: caller,
      SystemAction: 6,
      LightestSystemState: 5,
    });
    device.write(enterSleep, { TargetState: 5, EffectiveState: 5, Reason: 4, Flags: 0, TransitionsToOn: 1 });
    const off = device.at.now;
    device.at.skip(offFor);
    const resumed = device.at.now;
    // The kernel still has the time of the power-off when it notes the wake, and reads the hardware clock then.
    device.write(
      leaveSleep,
      {
        TargetState: 5,
        EffectiveState: 5,
        WakeFromState: 5,
        ProgrammedWakeTimeAc: off.raw,
        ProgrammedWakeTimeDc: off.raw,
        WakeRequesterTypeAc: 0,
        WakeRequesterTypeDc: 0,
      },
      kernel,
      off,
    );
    device.write(bootType, { BootType: 1, LoadOptions: ' NOEXECUTE=OPTIN' }, kernel, resumed);
    this.timeChange(off.raw, resumed.raw, 2, '');
    return resumed;
  }

  /** The time service sets a wrong clock right. Returns new time minus old time, milliseconds. */
  correctClock(): number {
    const { at } = this.device;
    const before = at.now.raw;
    const delta = at.correct();
    this.timeChange(before, before + delta, 1, '\\Device\\HarddiskVolume3\\Windows\\System32\\svchost.exe');
    return delta;
  }

  /** Somebody gets a session (Winlogon 7001). */
  signIn(sid: string): Written {
    this.session += 1;
    this.sessionSid = sid;
    return this.device.write(userLogon, { TSId: this.session, UserSid: sid }, winlogonProcess);
  }

  /** The account that OOBE runs as is signed in by Windows itself, a second after the start. */
  autoLogon(): Written {
    this.device.at.skip('1s');
    return this.signIn(this.device.oobeSid);
  }

  /** Whoever is signed in leaves (Winlogon 7002), if anybody. */
  signOut(): void {
    const { device } = this;
    device.at.skip('2.5s');
    if (this.sessionSid !== null) {
      device.write(userLogoff, { TSId: this.session, UserSid: this.sessionSid }, winlogonProcess);
      if (this.sessionSid === device.oobeSid) {
        device.setupLine('taskhostw.exe', 'OOBE Monitor task stopped');
      }
      this.sessionSid = null;
    }
  }

  /** The time zone changes, as a region page or location services have it; the time itself stays. */
  changeTimeZone(zone: TimeZone): void {
    const { device } = this;
    const before = device.timeZone;
    device.timeZone = zone;
    device.write(timeZoneBiasChange, { NewBias: -zone.minutesEastOfUtc, OldBias: -before.minutesEastOfUtc });
    this.timeChange(
      device.at.now.raw,
      device.at.now.raw,
      3,
      '\\Device\\HarddiskVolume3\\Windows\\System32\\svchost.exe',
    );
    // Summer time begins without anybody setting a zone.
    if (zone.name !== before.name) {
      device.setupLine('CloudExperienceHostBroker.exe', `Set time zone to [${zone.name}]`);
    }
  }

  private start(previous: PreviousEnd): Boot {
    const { device } = this;
    const start = device.at.now;
    device.forgetProcesses();
    this.session = 0;
    this.sessionSid = null;
    this.bootCount += 1;
    this.bootStart = start;
    device.at.skip('14s');
    writeStartRecords(device, { start, count: this.bootCount, previous });
    if (device.isInOobe) {
      device.setupLine('taskhostw.exe', 'OOBE Monitor task background thread started');
    }
    return { start, ready: device.at.now };
  }

  private timeChange(oldTime: number, newTime: number, reason: number, process: string): void {
    const bias = -this.device.timeZone.minutesEastOfUtc;
    this.device.write(systemTimeChange, {
      NewTime: newTime,
      OldTime: oldTime,
      TimeDeltaInMs: newTime - oldTime,
      Reason: reason,
      ProcessName: process,
      ProcessID: process === '' ? 4 : this.device.processId('svchost.exe (W32Time)'),
      CmosTime: newTime - bias * 60_000,
      TimeZoneBias: bias,
      RealTimeIsUniversal: false,
      SystemInCmosMode: false,
    });
  }
}
