/** What an identifier names; its pseudonym begins with the word for it. */
export type IdentifierKind =
  | 'user'
  | 'sid'
  | 'tenant'
  | 'domain'
  | 'device'
  | 'enrollment'
  | 'host'
  | 'serial'
  | 'hardwareHash'
  | 'ip'
  | 'mac'
  | 'network'
  | 'channel'
  | 'thumbprint'
  | 'key'
  | 'recoveryKey'
  | 'correlation'
  | 'author'
  | 'custom';

/** A person, a device, a network …: all the ways in which it is written, under one pseudonym. */
export interface Identifier {
  readonly kind: IdentifierKind;
  /** `USER-1`: the same in every file and every export of a case. */
  readonly pseudonym: string;
  /** As they were seen, without variants of case and encoding: UPN, account, SID, object id … */
  readonly values: readonly string[];
}

/** What a search for identifiers came to. */
export interface Identifiers {
  readonly identifiers: readonly Identifier[];
  /** `false`: there were more than any bundle has; what was left out is not replaced, so nothing may be exported. */
  readonly isComplete: boolean;
}

/** What the number of a pseudonym stands behind. */
export const pseudonymWords: Readonly<Record<IdentifierKind, string>> = {
  user: 'USER',
  sid: 'SID',
  tenant: 'TENANT',
  domain: 'DOMAIN',
  device: 'DEVICE',
  enrollment: 'ENROLLMENT',
  host: 'HOST',
  serial: 'SERIAL',
  hardwareHash: 'HASH',
  ip: 'IP',
  mac: 'MAC',
  network: 'NETWORK',
  channel: 'CHANNEL',
  thumbprint: 'THUMBPRINT',
  key: 'KEY',
  recoveryKey: 'RECOVERY-KEY',
  correlation: 'CORRELATION',
  author: 'AUTHOR',
  custom: 'CUSTOM',
};
