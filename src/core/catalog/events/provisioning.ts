import type { ProviderEvents } from './eventEntry';

export const provisioningEvents: ProviderEvents = {
  provider: 'Microsoft-Windows-Provisioning-Diagnostics-Provider',
  table: `
10 policy Settings of a package are applied: {Message1}
11 policy Settings of a package were applied: {Message1}
12 policy Settings of a package failed: {Message1} at {Message2}, {HRESULT}
13 policy A setting does not exist on this build: {Message1}
20 policy Package {Message1} is applied
  - a restart: packages are applied at every start
21 policy Package {Message1} was applied
22 policy Package {Message1} failed: {HRESULT}
23 policy Package {Message1} was skipped
41 shutdown A package asked for a restart and it was granted
42 shutdown A package asked for a restart and it was refused: {HRESULT}
43 shutdown A package restarts the computer
44 shutdown The restart asked for by a package was granted
45 shutdown The restart asked for by a package was refused: {HRESULT}
60 policy Packages are added
61 policy A package was added: {Message1}
62 policy A package could not be added: {HRESULT}
90 policy Handler {Message1} of a package runs
91 policy Package {Message1} has nothing left to do
92 policy Work on a package failed: {Message1}, {HRESULT}
`,
};
