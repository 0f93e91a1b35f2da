import { providers } from '../providers';
import type { ProviderEvents } from './eventEntry';

export const user32Events: ProviderEvents = {
  provider: providers.user32,
  table: `
1073 shutdown A restart or shutdown of {param1} was asked for and did not succeed
1074 shutdown {param1:process} asked for: {param5}[ ({param3})][, code {param4}][, as {param7}]
  + which process asked, and for whom
  - which policy or app stands behind it: OOBE restarts all with the same process and code
  @ https://learn.microsoft.com/windows/win32/shutdown/system-shutdown-reason-codes
1075 shutdown A restart or shutdown was cancelled
1076 shutdown The user gave a reason for the unexpected shutdown
1077 shutdown A restart or shutdown was asked for from another computer
`,
};
