import type { ProviderEvents } from './eventEntry';

export const windowsUpdateClientEvents: ProviderEvents = {
  provider: 'Microsoft-Windows-WindowsUpdateClient',
  table: `
19 update Installed: {updateTitle}
  - that it is in force: many updates wait for a restart
20 update Could not be installed: {updateTitle}[, {errorCode}]
21 update A restart is needed to complete updates
  - that it happened
22 update A restart for updates is planned[ for {restarttime}]
43 update Installing {updateTitle}
44 update Downloading {updateTitle}
`,
};
