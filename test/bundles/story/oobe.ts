import {
  appEvent,
  explorerStepStart,
  explorerStepStop,
  appEventWithValue,
  appStart,
  appStop,
  logonTaskStart,
  logonTaskStop,
  oobeHealth,
  pageEvent,
  pageEventWithValue,
  pageStart,
  pageStop,
} from '../events/shellCoreEvents';
import type { Actor, Device } from './device';
import type { Moment } from './storyClock';
import { restartRequests } from './restartRequests';
import type { Restart, Windows } from './windows';

/** What the counters of OOBE's health record count; positions in its TrackingInfo (undocumented, seen on 24H2). */
const trackingIndex = { oobeLogons: 24, oobeRestarts: [37, 50], hostStarts: 42 } as const;
const trackingLength = 65;
const restartExpectedFlags = 0x8020;

/** The pages of the out-of-box experience (Cloud Experience Host), as Shell-Core tells them. */
export class Oobe {
  private readonly tracking = new Array<number>(trackingLength).fill(0);
  private healthFlags = 0x3;
  /** Who the pages run as: the account of OOBE, or the person after the first sign-in. */
  private sid: string;

  constructor(
    private readonly device: Device,
    private readonly windows: Windows,
  ) {
    this.sid = device.oobeSid;
  }

  private get host(): Actor {
    return { process: 'WWAHost.exe', sid: this.sid };
  }

  /** The host opens: `ms-cxh://FRX/INCLUSIVE` is OOBE. */
  begin(experience = 'ms-cxh://FRX/INCLUSIVE'): void {
    this.count(trackingIndex.hostStarts);
    this.device.write(
      appStart,
      { Source: experience, Experience: JSON.stringify({ source: experience, port: 'Inclusive' }) },
      this.host,
    );
  }

  /** A page (or a node without a page) that is left with `success` after `duration`. */
  page(cxid: string, duration = '2s'): void {
    this.open(cxid);
    this.device.at.plus(duration);
    this.close();
  }

  open(cxid: string): void {
    this.device.write(pageStart, { CXID: cxid }, this.host);
  }

  close(result = 'success'): void {
    this.device.write(pageStop, { Result: result }, this.host);
  }

  /** An event of the page that is open, with a value where it has one. */
  event(name: string, value?: string): void {
    if (value === undefined) {
      this.device.write(pageEvent, { Name: name }, this.host);
    } else {
      this.device.write(pageEventWithValue, { Name: name, Value: value }, this.host);
    }
  }

  /** The heartbeat 62460: how long Windows has been running, and what OOBE has counted. */
  health(): void {
    this.device.write(
      oobeHealth,
      {
        DataVersion: 14,
        HealthStateFlags: this.healthFlags,
        CensusFlags: 0x11,
        SecondsSinceBoot: this.windows.secondsSinceBoot,
        ImageIdentifier: '00000000-0000-4000-8000-00000000e5e1',
        TrackingInfo: `{ ${this.tracking.join('; ')} }`,
      },
      this.host,
    );
  }

  /** Signed in by Windows: the shell's logon tasks run, and OOBE counts. */
  signedIn(): void {
    this.count(trackingIndex.oobeLogons);
    this.device.at.skip('400ms');
    this.health();
    const tasks = { LogonType: 196_608, TaskName: 'AllLogonTasks' };
    const explorer = { process: 'explorer.exe', sid: this.sid };
    this.device.write(logonTaskStart, tasks, explorer);
    this.device.at.skip('700ms');
    this.device.write(logonTaskStop, tasks, explorer);
    for (const step of ['AfterDesktopSwitch', 'DesktopFinalTasks']) {
      this.device.write(explorerStepStart, { psz: step }, explorer);
      this.device.write(explorerStepStop, { psz: step }, explorer);
    }
    for (const monitorEvent of [101, 102, 103, 104]) {
      this.device.setupLine('taskhostw.exe', `OOBE Monitor event received: ${monitorEvent}`);
    }
  }

  /**
   * A page node restarts the device: the node starts and never ends, the restart is asked for, the cached
   * credentials are cleared (unless the call fails, which is logged), the host closes, Windows stops and starts.
   */
  restart(cxid: string, credentials: 'cleared' | 'kept' = 'cleared'): Restart {
    const { at } = this.device;
    const requested = at.now;
    this.open(cxid);
    at.skip('54ms');
    this.windows.requestRestart(restartRequests.oobe);
    at.skip('2ms');
    if (credentials === 'cleared') {
      this.event('clearAutoLogonCredentialsAsyncSucceeded');
    } else {
      this.event('clearAutoLogonCredentialsAsyncFailed', '-2147023728');
    }
    at.skip('5ms');
    trackingIndex.oobeRestarts.forEach((index) => {
      this.count(index);
    });
    this.healthFlags |= restartExpectedFlags;
    this.health();
    at.skip('400ms');
    this.appSuspended();
    return { requested, boot: this.windows.stopAndStart() };
  }

  /** OOBE is there again after a restart and goes on at the page that it had noted. */
  resume(cxid: string): Moment {
    const { at } = this.device;
    at.skip('3s');
    this.device.write(appEventWithValue, { Name: 'AppActivated', Value: 'Protocol' }, this.host);
    at.skip('50ms');
    const resumed = at.now;
    this.device.write(appEventWithValue, { Name: 'AppResuming', Value: cxid }, this.host);
    at.skip('300ms');
    this.begin();
    this.open('StartSelector');
    at.skip('120ms');
    this.close(cxid);
    return resumed;
  }

  /** {@link resume} in the session that Windows signs in by itself. */
  autoLogonAndResume(cxid: string): Moment {
    this.windows.autoLogon();
    this.signedIn();
    return this.resume(cxid);
  }

  /** OOBE from its first node, in the session that Windows signs in by itself. */
  autoLogonAndBegin(): void {
    this.windows.autoLogon();
    this.signedIn();
    this.begin();
  }

  /** A package app is suspended: any app may be, at any time. */
  appSuspended(): void {
    this.device.write(appEvent, { Name: 'AppCheckpoint' }, this.host);
  }

  /** From now on the pages run in the session of somebody else. */
  continueAs(sid: string): void {
    this.sid = sid;
  }

  end(): void {
    this.device.write(appStop, { Result: 'success' }, this.host);
    this.device.isInOobe = false;
  }

  private count(index: number): void {
    this.tracking[index] = (this.tracking[index] ?? 0) + 1;
  }
}
