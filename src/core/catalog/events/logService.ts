import type { ProviderEvents } from './eventEntry';

export const logServiceEvents: ProviderEvents = {
  provider: 'Microsoft-Windows-Eventlog',
  table: `
20 diagnostics The event log could not set up a file[: {Path}]
22 diagnostics A log file could not be used[: {Path}]
27 diagnostics The log {ChannelPath} was damaged and began anew
29 diagnostics The log {ChannelPath} cannot be started
30 diagnostics The log {ChannelPath} did not accept a provider
40 diagnostics Writing to the log {ChannelPath} failed
103 diagnostics A log session could not be set up[: {SessionName}]
104 diagnostics The log {Channel} was cleared
  + what it held before is gone
105 diagnostics The log {Channel} was backed up and began anew
106 diagnostics Events of the log {Channel} may be lost
1100 shutdown The event log service was shut down
  + an orderly shutdown, or the service was stopped by hand
1102 security The security log was cleared
  + what it held before is gone
108 shutdown The computer stopped without a shutdown[ around {ShutdownTime}]
`,
};
