import type { Device } from './device';

type EspPhase = 'DeviceSetup' | 'AccountSetup' | 'NotInEsp';

/** A Win32 app that the enrollment status page waits for. */
export interface TrackedApp {
  readonly id: string;
  readonly name: string;
}

/** Client and resource ids as the agent prints them; the client ids are Microsoft's, the same in every tenant. */
const checkInApp = 'fc0f3af4-6835-4174-b806-f7db311fd2f3';
const checkInResource = '26a4ae64-5862-427f-a9b0-044e62572a4f';
/** 0xCAA10001: user interaction required. */
const interactionRequired = 3_399_548_929;

/** The Intune Management Extension, which writes local time into its own log. */
export class ImeAgent {
  private thread = 4;
  private readonly apps: TrackedApp[] = [];

  constructor(private readonly device: Device) {}

  /** The apps that the status page waits for. */
  get trackedApps(): readonly TrackedApp[] {
    return this.apps;
  }

  /** The service starts. */
  started(): void {
    this.thread = 4;
    this.line('EMS Agent Started');
    this.pause('350ms');
    this.line(`Agent version is: ${this.device.identity.imeVersion}`);
    this.line('[RebootHelper] CheckRebootFlagAndPop start...');
    this.pause('40ms');
    this.line('[RebootHelper] CheckRebootFlagAndPop complete');
    this.line('[APv2] Found DevicePrepHintValue = 0.');
    this.line('EMS Agent APv2 check returned = False');
    this.pause('900ms');
    this.line('EMS Agent initialization is done.');
  }

  /** The service is told that Windows stops. */
  shutdown(): void {
    this.line('EMS Agent received shutdown signal', 2);
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
    this.apps.push(app);
    this.line(
      `[Win32App][EspManager] In EspPhase: DeviceSetup. App ${app.id} has been registered. App name: ${app.name}`,
    );
    this.line(
      `[Win32App][EspHelper][CheckDeviceAndAccountSetupStateWithWmi] DEVICE: got trackingApp Win32App_${app.id}_1, install: 1, reboot: `,
    );
  }

  /** Downloads and installs an app, in `duration`. */
  installsApp(app: TrackedApp, duration: string): void {
    const { at } = this.device;
    for (const percent of [0, 30, 70, 100]) {
      this.line(
        `[StatusService] Downloading app (id = ${app.id}, name = ${app.name}) via DO, bytes ${percent}/100 for user 00000000-0000-0000-0000-000000000000.`,
      );
      this.pause('700ms');
    }
    at.plus(duration);
    this.line('[Win32App] lpExitCode 0');
    this.line('[Win32App] lpExitCode is defined as Success');
    this.line(
      `[Win32App][ReportingManager] Execution state for app with id: ${app.id} has been updated. Report delta: {"EnforcementState":{"OldValue":"2000","NewValue":"1000"}}`,
    );
    this.line(
      `[Win32App][EspHelper][CheckDeviceAndAccountSetupStateWithWmi] DEVICE: got trackingApp Win32App_${app.id}_1, install: 3, reboot: `,
    );
  }

  allAppsCompleted(): void {
    this.line('[Win32App][EspHelper][CheckDeviceAndAccountSetupStateWithWmi] All apps completed for device');
  }

  /** The session belongs to `account`, who has no Entra token: routine while OOBE's own account owns it. */
  findsNoToken(account: string): void {
    this.line(`After impersonation: ${this.device.identity.hostName}\\${account}`);
    this.line('[TokenManager::GetTokenForNewRequestUsingDeviceCheckInAppId]');
    this.line(
      `Failed to get AAD token. len = 34 using client id ${checkInApp} and resource id ${checkInResource}, errorCode = ${interactionRequired}`,
    );
    this.line('Need user interaction to continue.');
    this.line(
      'AAD User check is failed, exception is Intune Management Extension Error.\n' +
        'Exception: Microsoft.Management.Services.IntuneWindowsAgent.AgentCommon.TokenAquireException: Attempt to get token, but failed.\n' +
        '   at Contoso.Example.Stack.Frame(), session is 1',
    );
  }

  /** A session exists, but nobody has signed in to it: the sign-in screen is waiting. */
  findsNobodySignedIn(): void {
    this.line('[PowerShell] Get 1 active user sessions');
    this.line('starting impersonation, session id = 1');
    this.line(
      'AAD User check is failed, exception is System.ComponentModel.Win32Exception (0x80004005): An attempt was made to reference a token that does not exist\n' +
        '   at Contoso.Example.Stack.Frame(), session is 1',
    );
    this.line('Total valid AAD User session count is 0');
    this.line('Userless session, skip UserToken for device check-in');
  }

  session(change: 'Logon' | 'Logoff' | 'ConsoleConnect' | 'ConsoleDisconnect'): void {
    this.line('Session change detected.', 2);
    this.line(change === 'Logoff' ? 'OnSessionChange Logoff' : `OnSessionChange: ${change}`, 2);
  }

  findsToken(): void {
    const { person } = this.device.identity;
    this.line(`After impersonation: AzureAD\\${person.account}`);
    this.line(`Successfully get the token with client id ${checkInApp} and resource id ${checkInResource}`);
    this.line('Total valid AAD User session count is 1');
    this.line('[Win32App] ESP Found 1 valid AAD user token');
    this.line(`[Win32App][EspHelper] Found userSIDFromFirstSync: ${person.sid}`);
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
    this.device.imeLine(message, type, this.thread);
    this.pause('3ms');
  }

  private pause(duration: string): void {
    this.device.at.skip(duration);
  }
}
