import type { ProviderEvents } from './eventEntry';

export const userProfilesEvents: ProviderEvents = {
  provider: 'Microsoft-Windows-User Profiles Service',
  table: `
1 signIn The profile service was told of a sign-in in session {Session}
2 signIn The profile service has handled the sign-in in session {Session}
  + the profile is loaded
3 signIn The profile service was told of a sign-out in session {Session}
4 signIn The profile service has handled the sign-out in session {Session}
5 signIn The registry of a user was loaded[: {File}]
67 signIn A profile was loaded: {LocalPath}[ ({ProfileType})]
  + the folder of the user; WsiAccount is the helper account of web sign-in
1531 boot The profile service started
1532 shutdown The profile service stopped
  + Windows shuts down in order
`,
};
