import { providers } from '../providers';
import type { ProviderEvents } from './eventEntry';

export const kernelPowerEvents: ProviderEvents = {
  provider: providers.kernelPower,
  table: `
41 shutdown Windows had not been shut down in order (bugcheck {BugcheckCode})
  + the run before this one ended without a clean stop
  - a crash: with bugcheck 0 it was power loss, a long press of the button, or a hang
  @ https://learn.microsoft.com/troubleshoot/windows-client/performance/event-id-41-restart
42 power Going to sleep or hibernation
  - a shutdown by the user: fast start-up hibernates the kernel too
105 power The power source changed[, on mains: {AcOnline}]
107 power Woke up
  + the session goes on; its time may still be that of before the sleep
109 shutdown The kernel ends Windows[: {ShutdownActionType:words}]
  - who asked for it: see User32 1074
172 power Network during standby: {State}, reason {Reason}
187 shutdown {ApiCallerName:file} asked for a power change
  + a program asked, not the power button alone
506 power Entered modern standby[ (reason {Reason})]
507 power Left modern standby[ (reason {Reason})]
  - a start of Windows
521 power Usable batteries: {ValidBatteryCount}
566 power Power session changed[, reason {Reason}]
577 shutdown Windows prepares a restart
`,
};
