import type { ProviderEvents } from './eventEntry';

export const hypervisorEvents: ProviderEvents = {
  provider: 'Microsoft-Windows-Hyper-V-Hypervisor',
  table: `
1 security The hypervisor started
  + virtualization-based security or Hyper-V is on for this start
`,
};

export const isolatedUserModeEvents: ProviderEvents = {
  provider: 'Microsoft-Windows-IsolatedUserMode',
  table: `
3 security A secure process started
  + virtualization-based security runs; LsaIso.exe is Credential Guard, NgcIso.exe Hello
`,
};
