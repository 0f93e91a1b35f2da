import {
  bootType,
  enterSleep,
  leaveSleep,
  powerActionCall,
  shutdownRequest,
  systemTimeChange,
  userLogoff,
  userLogon,
} from '../events/systemEvents';
import { writeLogServiceRecord, writeStartRecords, type PreviousEnd } from './bootRecords';
import { kernel, service, type Device, type Written } from './device';
import type { Moment } from './storyClock';

/** A start of Windows. */
export interface Boot {
  /** The start of the kernel: the instant that uptime counts from. */
  readonly start: Moment;
  /** The start of the event log service (6005): what people take for the start. */
  readonly ready: Moment;
}

/** A restart, from its request to the next start. */
export interface Restart {
  readonly requested: Moment;
  readonly boot: Boot;
}

/** Who asks Windows to restart (User32 1074). */
export interface RestartRequest {
  readonly process: string;
  readonly reason: string;
  readonly code: string;
  readonly kind: 'restart' | 'power off';
  readonly user: string;
}

/** What OOBE and the enrollment status page ask for. */
export const oobeRestartRequest: RestartRequest = {
  process: 'C:\\Windows\\System32\\CloudExperienceHostBroker.exe',
  reason: 'Operating System: Reconfiguration (Unplanned)',
  code: '0x20004',
  kind: 'restart',
  user: 'NT AUTHORITY\\SYSTEM',
};

const winlogonProcess = service('winlogon.exe');

/** Starts, stops, sessions and the clock, as the System log tells them. */
export class Windows {
  private session = 0;
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
    const { hostName } = this.device.identity;
    return this.device.write(
      shutdownRequest,
      {
        param1: `${request.process} (${hostName})`,
        param2: hostName,
        param3: request.reason,
        param4: request.code,
        param5: request.kind,
        param6: '',
        param7: request.user,
      },
      winlogonProcess,
    );
  }

  /** An orderly stop and the next start: 38 seconds without a sign of life. */
  stopAndStart(): Boot {
    const { at } = this.device;
    this.signOut();
    at.skip('3.5s');
    writeLogServiceRecord(this.device, 6006, []);
    at.skip('5s');
    const action = at.now;
    at.skip('1s');
    const stop = at.now;
    at.skip('13s');
    return this.start({ how: 'stopped', action, stop });
  }

  /** The device loses its power and is switched on again later. */
  powerLoss(darkFor: string): Boot {
    const previous = { how: 'lostPower', at: this.device.at.now, uptimeSeconds: this.secondsSinceBoot } as const;
    this.device.at.skip(darkFor);
    return this.start(previous);
  }

  /** Shut down and switched on again with fast startup: a new session, but not a new start of Windows. */
  fastStartup(offFor: string): Moment {
    const { device } = this;
    this.requestRestart({
      process: 'C:\\Windows\\System32\\SlideToShutDown.exe',
      reason: 'Other (Unplanned)',
      code: '0x0',
      kind: 'power off',
      user: `${device.identity.hostName}\\defaultuser0`,
    });
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
    return this.device.write(userLogon, { TSId: this.session, UserSid: sid }, winlogonProcess);
  }

  /** The account that OOBE runs as is signed in by Windows itself, a second after the start. */
  autoLogon(): Written {
    this.device.at.skip('1s');
    return this.signIn(this.device.oobeSid);
  }

  /** Whoever is signed in by OOBE leaves (Winlogon 7002), if anybody. */
  signOut(): void {
    const { device } = this;
    device.at.skip('2.5s');
    if (this.session > 0) {
      device.write(userLogoff, { TSId: this.session, UserSid: device.oobeSid }, winlogonProcess);
      device.setupLine('taskhostw.exe', 'OOBE Monitor task stopped');
    }
  }

  private start(previous: PreviousEnd): Boot {
    const { device } = this;
    const start = device.at.now;
    device.forgetProcesses();
    this.session = 0;
    this.bootCount += 1;
    this.bootStart = start;
    device.at.skip('14s');
    writeStartRecords(device, { start, count: this.bootCount, previous });
    device.setupLine('taskhostw.exe', 'OOBE Monitor task background thread started');
    return { start, ready: device.at.now };
  }

  private timeChange(oldTime: number, newTime: number, reason: number, process: string): void {
    const { identity } = this.device;
    const bias = -identity.timeZone.minutesEastOfUtc;
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
