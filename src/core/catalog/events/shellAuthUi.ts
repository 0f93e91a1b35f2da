import type { ProviderEvents } from './eventEntry';

export const shellAuthUiEvents: ProviderEvents = {
  provider: 'Microsoft-Windows-Shell-AuthUI',
  table: `
5004 signIn The automatic sign-in failed: {Error}
5006 signIn The password of the automatic sign-in could not be loaded: {Error}
5013 signIn The automatic sign-in was switched off (reason {AutoLogonSettingRemovalReason})
  + the next start waits for a person
`,
};
