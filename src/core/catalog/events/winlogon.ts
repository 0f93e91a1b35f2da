import { providers } from '../providers';
import type { ProviderEvents } from './eventEntry';

export const winlogonEvents: ProviderEvents = {
  provider: providers.winlogon,
  table: `
1 signIn Checking a sign-in began
2 signIn Checking a sign-in ended with {Win32Status}
811 signIn {SubscriberName} is told about a sign-in or sign-out
812 signIn {SubscriberName} has been told about it
6000 signIn A program that follows sign-ins was not available
6003 signIn A program that follows sign-ins failed
6119 signIn Windows signed the last user in by itself after a restart
  + nobody typed anything
6121 signIn Sign-in with a PIN that was reset
6122 signIn Unlock with a PIN that was reset
7001 signIn A user signed in: {UserSid:words}, session {TSId}
  + this account has a session from here on
  - with which credential, and whether a person typed it
7002 signIn A user signed out: {UserSid:words}, session {TSId}
  - that a restart follows
`,
};
