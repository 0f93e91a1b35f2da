import { registryExportBytes } from './registryExport';
import type { Person } from './story/device';

/** Credential providers as LogonUI names them. */
const credentialProviders = {
  webSignIn: '{C5D7540A-CD51-453B-B22B-05305BA03F07}',
  password: '{60B78E88-EAD8-445C-9CFD-0B87F74EA6CD}',
  helloPin: '{D6886603-9D2F-4EB2-B667-1971041FA96B}',
} as const;

export type KnownCredential = keyof typeof credentialProviders;

const logonUi = 'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Authentication\\LogonUI';

/** The LogonUI key: who signed in last, and with which credential provider. */
export function logonUiExport(person: Person, credential: KnownCredential): Uint8Array {
  const user = `AzureAD\\${person.account}`;
  const provider = credentialProviders[credential];
  return registryExportBytes([
    {
      path: logonUi,
      values: {
        ShowTabletKeyboard: 0,
        IdleTime: 240_000,
        LastLoggedOnProvider: provider,
        LastLoggedOnUser: user,
        LastLoggedOnSAMUser: user,
        LastLoggedOnDisplayName: person.displayName,
        LastLoggedOnUserSID: person.sid,
        SelectedUserSID: person.sid,
      },
    },
    { path: `${logonUi}\\SessionData`, values: {} },
    {
      path: `${logonUi}\\SessionData\\1`,
      values: {
        LoggedOnUser: user,
        LoggedOnDisplayName: person.displayName,
        LoggedOnUserSID: person.sid,
        LoggedOnProvider: provider,
      },
    },
  ]);
}
