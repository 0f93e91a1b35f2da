import { providers } from './providers';

/** What events mean, in our own words: .evtx files carry values but no sentences. */
const meanings: ReadonlyMap<string, Readonly<Record<number, string>>> = new Map<
  string,
  Readonly<Record<number, string>>
>([
  [
    providers.kernelGeneral,
    {
      1: 'The clock was set',
      12: 'Windows started',
      13: 'Windows stopped cleanly',
      22: 'The time zone offset changed',
      24: 'Time zone in force at this start',
    },
  ],
  [
    providers.kernelBoot,
    {
      18: 'Boot entries found',
      20: 'How the last shutdown and the last boot ended',
      25: 'Boot menu policy',
      27: 'Kind of start: 0 full boot, 1 fast startup, 2 resume from hibernation',
      30: 'Time spent in firmware',
      32: 'Time spent waiting for a BitLocker PIN',
      153: 'Virtualization-based security at this start',
    },
  ],
  [
    providers.kernelPower,
    {
      41: 'Windows had not been shut down cleanly',
      42: 'Going to sleep or hibernating',
      107: 'Woke from sleep',
      109: 'The kernel began to shut down',
      187: 'A program asked for a power change',
      506: 'Entered standby',
      507: 'Left standby',
    },
  ],
  [
    providers.eventLog,
    {
      6005: 'The event log service started: Windows is up',
      6006: 'The event log service stopped: orderly shutdown',
      6008: 'The previous shutdown was unexpected',
      6009: 'Windows version at this start',
      6013: 'Uptime and time zone',
    },
  ],
  [
    providers.user32,
    {
      1073: 'A restart or shutdown was asked for and did not succeed',
      1074: 'A process asked for a restart or shutdown',
      1075: 'A restart or shutdown was cancelled',
    },
  ],
  [providers.winlogon, { 7001: 'A user signed in', 7002: 'A user signed out' }],
  [
    providers.shellCore,
    {
      9648: 'Explorer start-up step began',
      9649: 'Explorer start-up step ended',
      62170: 'Sign-in task started',
      62171: 'Sign-in task ended',
      62400: 'The setup experience was opened',
      62401: 'The setup experience was closed',
      62402: 'Setup experience: application event',
      62403: 'Setup experience: application event with a value',
      62404: 'Setup experience: page entered',
      62405: 'Setup experience: page left',
      62406: 'Setup experience: page event',
      62407: 'Setup experience: page event with a value',
      62460: 'OOBE health report, with the seconds since boot',
    },
  ],
  [
    providers.deviceManagement,
    {
      4: 'MDM discovery succeeded',
      6: 'MDM enrollment policy received',
      8: 'MDM enrollment step succeeded',
      11: 'MDM enrollment step failed',
      52: 'The enrollment server refused',
      71: 'MDM enrollment failed',
      72: 'MDM enrollment succeeded',
      75: 'Automatic MDM enrollment succeeded',
      76: 'Automatic MDM enrollment failed',
      107: 'Offline domain join blob applied',
      201: 'MDM session failed',
      208: 'MDM session started',
      209: 'MDM session ended',
      400: 'A configuration was not applied',
      404: 'A CSP command failed',
      813: 'A policy value (number) was set',
      814: 'A policy value (text) was set',
      1905: 'MSI download started',
      1906: 'MSI download finished',
      1920: 'MSI installation started',
      1922: 'MSI installation finished',
      1924: 'MSI installation failed',
      2800: 'This URI asks for a restart (a flag, not yet a restart)',
    },
  ],
  [
    providers.modernDeployment,
    {
      100: 'An Autopilot setting is not in the profile',
      101: 'Autopilot setting read (number)',
      103: 'Autopilot setting read (text)',
      153: 'The Autopilot profile changed its state',
      161: 'Autopilot settings were retrieved',
      164: 'Internet is available',
      171: 'The TPM identity could not be set up',
      172: 'The Autopilot profile could not be made available',
      509: 'Pre-provisioning was started',
      751: 'The clock was corrected',
      753: 'The clock differs from the service’s',
      807: 'The device is not registered with Autopilot',
      809: 'No Autopilot profile is assigned',
      815: 'There is no default Autopilot profile',
      908: 'The hardware does not match the registration',
    },
  ],
  [
    providers.deviceRegistration,
    {
      102: 'The join request was started',
      104: 'The join service answered',
      105: 'The join completed',
      107: 'The Windows Hello key was deleted',
      108: 'The Windows Hello container was created on this device',
      109: 'The Windows Hello key was created on this device',
      110: 'The join was undone',
      300: 'The Windows Hello key was registered',
      301: 'The Windows Hello key could not be registered',
      304: 'The hybrid join failed',
      306: 'The hybrid join succeeded',
      358: 'Windows Hello provisioning will be offered (not: completed)',
      360: 'Windows Hello provisioning will not be offered',
      361: 'Windows Hello provisioning will not be offered (certificate)',
      362: 'Windows Hello provisioning will not be offered (certificate authority)',
    },
  ],
  [
    providers.aad,
    {
      1081: 'OAuth error',
      1094: 'The refresh token could not be renewed',
      1096: 'The refresh token has expired',
      1097: 'Token broker warning',
      1098: 'Token broker error',
      1104: 'Call into the cloud sign-in provider failed',
    },
  ],
]);

const byLowerCase = new Map([...meanings].map(([provider, byId]) => [provider.toLowerCase(), byId]));

/** One line on what an event means; `null` for events that the catalogue does not know. */
export function eventMeaning(provider: string, eventId: number): string | null {
  return byLowerCase.get(provider.toLowerCase())?.[eventId] ?? null;
}
