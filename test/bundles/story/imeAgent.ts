import type { Device, Person, TimeZone } from './device';

type SessionChange = 'Logon' | 'Logoff' | 'ConsoleConnect' | 'ConsoleDisconnect' | 'SessionLock' | 'SessionUnlock';
type EspPhase = 'DeviceSetup' | 'AccountSetup' | 'NotInEsp';

/** A Win32 app that the enrollment status page waits for. */
export interface TrackedApp {
  readonly id: string;
  readonly name: string;
}

/** Whether an installer wants a restart: the return codes 3010 and 1641. */
export type RebootNeed = 'none' | 'soft' | 'hard';

interface InstallerExit {
  readonly code: number;
  readonly reboot: RebootNeed;
}

const success: InstallerExit = { code: 0, reboot: 'none' };
export const softReboot: InstallerExit = { code: 3010, reboot: 'soft' };
export const hardReboot: InstallerExit = { code: 1641, reboot: 'hard' };

/** What the agent prints for it; nothing where the provider has never set the value. */
const trackedReboot: Readonly<Record<RebootNeed, string>> = { none: '', soft: '2', hard: '3' };

/** Client and resource ids as the agent prints them; the client ids are Microsoft's, the same in every tenant. */
const checkInApp = 'fc0f3af4-6835-4174-b806-f7db311fd2f3';
const checkInResource = '26a4ae64-5862-427f-a9b0-044e62572a4f';
/** Why the agent got no token: the decimal form of an HRESULT. */
export const tokenErrors = {
  /** 0xCAA10001: user interaction required. */
  interactionRequired: 3_399_548_929,
  /** 0xCAA2000C: interaction_required, as where multifactor authentication is asked for. */
  strongAuthenticationRequired: 3_399_614_476,
} as const;

/** The Intune Management Extension, which writes local time into its own log. */
export class ImeAgent {
  private thread = 4;
  private version: string;
  /** A process keeps the time zone that it found when it started. */
  private zone: TimeZone;
  private readonly apps = new Map<string, { readonly app: TrackedApp; reboot: RebootNeed }>();

  constructor(private readonly device: Device) {
    this.version = device.identity.imeVersion;
    this.zone = device.timeZone;
  }

  /** The apps that the status page waits for. */
  get trackedApps(): readonly (TrackedApp & { readonly reboot: RebootNeed })[] {
    return [...this.apps.values()].map(({ app, reboot }) => ({ ...app, reboot }));
  }

  /** The service starts. */
  started(): void {
    this.thread = 4;
    this.zone = this.device.timeZone;
    this.line('EMS Agent Started');
    this.pause('350ms');
    this.line(`Agent version is: ${this.version}`);
    this.line('[RebootHelper] CheckRebootFlagAndPop start...');
    this.pause('40ms');
    this.line('[RebootHelper] CheckRebootFlagAndPop complete');
    const isDevicePreparation = this.device.identity.deployment === 'devicePreparation';
    this.line(`[APv2] Found DevicePrepHintValue = ${isDevicePreparation ? 3 : 0}.`);
    this.line(`EMS Agent APv2 check returned = ${isDevicePreparation ? 'True' : 'False'}`);
    this.pause('900ms');
    this.line('EMS Agent initialization is done.');
  }

  /** Summer time begins or ends: the running process knows that its zone does so. */
  followsZone(): void {
    this.zone = this.device.timeZone;
  }

  /** Some of its lines hold the time in UTC, which tells the zone of all. */
  printsUtc(): void {
    const [date = '', time = ''] = new Date(this.device.at.now.raw).toISOString().split(/[T.]/);
    const [year, month, day] = date.split('-').map(Number);
    this.line(`[Sensor] Next collection is due, UtcNow = ${month}/${day}/${year} ${time}`);
  }

  /** The service is told that Windows stops. */
  shutdown(): void {
    this.line('EMS Agent received shutdown signal', 2);
    this.stops();
  }

  /** The agent replaces itself by a newer one, a minute without a line in between. */
  updatesItself(version: string): void {
    this.line('EMS Agent received stop signal', 2);
    this.stops();
    this.version = version;
    this.pause('62s');
    this.started();
  }

  /** The service dies and the service control manager starts it again: no farewell, the same version. */
  diesAndStartsAgain(): void {
    this.pause('75s');
    this.started();
  }

  private stops(): void {
    this.line('Agent stopped at PerformAgentShutdown');
    this.line('Flushing IME registry key.');
    this.line('EMS Agent Stopped');
  }

  espPhase(phase: EspPhase): void {
    this.thread = 11;
    const guard =
      phase === 'AccountSetup' ? '. Start the thread to check user token and user SID again if reboot in ESP' : '';
    if (phase !== 'NotInEsp') {
      this.line(`[Win32App][EspHelper][CheckEspPhase] In EspPhase: ${phase}${guard}`, 2);
    }
    this.line(`Finished ESP phase check before kicking off PowerShell script. ESP phase ${phase}`);
  }

  tracksApp(app: TrackedApp): void {
    this.apps.set(app.id, { app, reboot: 'none' });
    this.line(
      `[Win32App][EspManager] In EspPhase: DeviceSetup. App ${app.id} has been registered. App name: ${app.name}`,
    );
    this.line(
      `[Win32App][EspHelper][CheckDeviceAndAccountSetupStateWithWmi] DEVICE: got trackingApp Win32App_${app.id}_1, install: 1, reboot: `,
    );
  }

  /** Downloads and installs an app, in `duration`. */
  installsApp(app: TrackedApp, duration: string, exit: InstallerExit = success): void {
    const { at } = this.device;
    for (const percent of [0, 30, 70, 100]) {
      this.line(
        `[StatusService] Downloading app (id = ${app.id}, name = ${app.name}) via DO, bytes ${percent}/100 for user 00000000-0000-0000-0000-000000000000.`,
      );
      this.pause('700ms');
    }
    at.plus(duration);
    this.exits(app, exit);
    this.line(
      `[Win32App][ReportingManager] Execution state for app with id: ${app.id} has been updated. Report delta: {"EnforcementState":{"OldValue":"2000","NewValue":"1000"}}`,
    );
    this.line(
      `[Win32App][EspHelper][CheckDeviceAndAccountSetupStateWithWmi] DEVICE: got trackingApp Win32App_${app.id}_1, install: 3, reboot: ${trackedReboot[exit.reboot]}`,
    );
    if (exit.reboot === 'hard') {
      this.line('[Win32App][V3Processor] A restart is required to continue processing apps. Stop processing.', 2);
    }
  }

  /** What the installer returned, and what Intune makes of it. */
  private exits(app: TrackedApp, { code, reboot }: InstallerExit): void {
    const kind = { none: 'Success', soft: 'SoftReboot', hard: 'HardReboot' }[reboot];
    this.apps.set(app.id, { app, reboot });
    this.line(`[Win32App] lpExitCode ${code}`);
    this.line(`[Win32App] lpExitCode is defined as ${kind}`);
  }

  allAppsCompleted(): void {
    this.line('[Win32App][EspHelper][CheckDeviceAndAccountSetupStateWithWmi] All apps completed for device');
  }

  /** The session belongs to `account`, who has no Entra token: routine while OOBE's own account owns it. */
  findsNoToken(account: string, error: number = tokenErrors.interactionRequired): void {
    const isPerson = account === this.device.identity.person.account;
    this.line(`After impersonation: ${isPerson ? 'AzureAD' : this.device.hostName}\\${account}`);
    this.line('[TokenManager::GetTokenForNewRequestUsingDeviceCheckInAppId]');
    this.line(
      `Failed to get AAD token. len = 34 using client id ${checkInApp} and resource id ${checkInResource}, errorCode = ${error}`,
    );
    this.line('Need user interaction to continue.');
    this.line(
      'AAD User check is failed, exception is Intune Management Extension Error.\n' +
        'Exception: Microsoft.Management.Services.IntuneWindowsAgent.AgentCommon.TokenAquireException: Attempt to get token, but failed.\n' +
        '   at Agent.Example.Stack.Frame(), session is 1',
    );
  }

  /** A session exists, but nobody has signed in to it: the sign-in screen is waiting. */
  findsNobodySignedIn(): void {
    this.line('[PowerShell] Get 1 active user sessions');
    this.line('starting impersonation, session id = 1');
    this.line(
      'AAD User check is failed, exception is System.ComponentModel.Win32Exception (0x80004005): An attempt was made to reference a token that does not exist\n' +
        '   at Agent.Example.Stack.Frame(), session is 1',
    );
    this.line('Total valid AAD User session count is 0');
    this.line('Userless session, skip UserToken for device check-in');
  }

  session(change: SessionChange): void {
    this.line('Session change detected.', 2);
    this.line(change === 'Logoff' ? 'OnSessionChange Logoff' : `OnSessionChange: ${change}`, 2);
  }

  findsToken(): void {
    const { person } = this.device.identity;
    this.worksFor(person);
    this.line(`Successfully get the token with client id ${checkInApp} and resource id ${checkInResource}`);
    this.line('Total valid AAD User session count is 1');
    this.line('[Win32App] ESP Found 1 valid AAD user token');
    this.line(`[Win32App][EspHelper] Found userSIDFromFirstSync: ${person.sid}`);
  }

  /** It looks into the session of somebody. */
  worksFor({ account }: Pick<Person, 'account'>): void {
    this.line(`After impersonation: AzureAD\\${account}`);
  }

  /** Reads from the enrollment whether the account's part of the status page is shown (0) or skipped (-1). */
  readsSkipFlag(skips: boolean): void {
    this.line(
      `[Win32App][EspHelper][CheckDeviceOnlyFromFirstSyncReg] Got skipUserStatusPageString: ${skips ? -1 : 0} under: SOFTWARE\\Microsoft\\Enrollments\\${this.device.identity.enrollmentId}\\FirstSync`,
    );
  }

  accountSetupDone(): void {
    this.line(
      `[Win32App][EspHelper][GetLogonIdFromFirstSyncReg] Got isSyncDoneForUserStr: 1 under: SOFTWARE\\Microsoft\\Enrollments\\${this.device.identity.enrollmentId}\\FirstSync\\${this.device.identity.person.sid}`,
    );
    this.line('Checking ESP status and found isSyncDoneForUser: True');
  }

  /** What the agent says in between, some lines of it. */
  idles(): void {
    this.line('[Proxy Poller] Processing proxy poll.');
    this.line('[PowerShell] Polling thread runs.');
    this.line(`[Win32App] Poll for workloads, next in ${300 + this.device.random.below(60)} seconds.`);
  }

  private line(message: string, type: 1 | 2 | 3 = 1): void {
    this.device.imeLine(message, type, this.thread, this.zone);
    this.pause('3ms');
  }

  private pause(duration: string): void {
    this.device.at.skip(duration);
  }
}
