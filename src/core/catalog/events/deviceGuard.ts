import type { ProviderEvents } from './eventEntry';

export const deviceGuardEvents: ProviderEvents = {
  provider: 'Microsoft-Windows-DeviceGuard',
  table: `
7000 security The policy for virtualization-based security was processed: restart {Reboot}, {Status}
  + whether it waits for a restart
7001 security The policy for virtualization-based security failed: {Status}
7002 security The policy for virtualization-based security failed: {Status}
7010 security A code integrity policy was processed: restart {Reboot}, {Status}
7011 security A code integrity policy failed: {Status}
7012 security A code integrity policy failed: {Status}
7013 security A security policy failed
`,
};
