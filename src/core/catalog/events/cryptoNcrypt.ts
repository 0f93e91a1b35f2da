import type { ProviderEvents } from './eventEntry';

/** Fields as seen in real logs; only what they say by themselves is put into words. */
export const cryptoNcryptEvents: ProviderEvents = {
  provider: 'Microsoft-Windows-Crypto-NCrypt',
  table: `
1 security Key operation {OperationType} of {ProcessName:file}: {Status}
  - a fault of Hello: looking for a key that is not there is routine at the sign-in screen
4 security Key operation in {ProviderName}: {Status}
9 security A key was written: {KeyName}
11 security A key was deleted: {KeyName}
15 security Key services for {Client}: {BindingStatusCode}
`,
};
