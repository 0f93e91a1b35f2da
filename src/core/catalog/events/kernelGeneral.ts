import { providers } from '../providers';
import type { ProviderEvents } from './eventEntry';

export const kernelGeneralEvents: ProviderEvents = {
  provider: providers.kernelGeneral,
  table: `
1 clock The clock was set from {OldTime} to {NewTime}[ by {ProcessName:file}][ ({Reason:words})]
  + every time before this record in the log was taken with the old clock
  - that time was wrong before: after a resume the step is time that has really passed
12 boot Windows started[ at {StartTime}][, build {BuildVersion}.{QfeVersion}]
  + a full start; a fast start-up does not write it
  - who asked for it: see User32 1074 and Kernel-Power 109 before it
13 shutdown Windows stopped in order[ at {StopTime}]
  + the last shutdown was clean
  - whether a restart or a power-off was asked for
15 windows The registry hive {HiveName} was rewritten
16 diagnostics The access history of the registry hive {HiveName} was cleared
18 boot Windows started again without going through the firmware[, soft restart {SoftRestartCount}]
20 clock The leap second data was updated
22 clock The time zone changed from {OldBias:words} to {NewBias:words}
  + logs in local time jump here although no time has passed
24 clock Time zone in force: {CurrentBias:words}
25 boot Clock at this start[: {SystemTime}]
`,
};
