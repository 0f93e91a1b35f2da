import { providers } from '../providers';
import type { ProviderEvents } from './eventEntry';

export const eventLogEvents: ProviderEvents = {
  provider: providers.eventLog,
  table: `
6005 boot The event log service started: Windows is up
  + a full start; comes 10 to 20 seconds after the kernel
6006 shutdown The event log service stopped: an orderly shutdown
  + Windows was shut down or restarted in order
  - which of the two
6008 shutdown The shutdown before was unexpected[, last seen at {#1} {#2}]
  + power loss, reset or crash
  - its exact time: the time in the text is that of the last sign of life, in local form
6009 boot Windows version at this start: {#1} {#2}
6011 boot The name of the computer was changed[ from {#1}][ to {#2}]
  + a new name is in force from this start on
6013 diagnostics Windows has been up for {#5} seconds[; time zone {#7}]
  - the offset in force: the number before the zone is standard time, without daylight saving
`,
};
