import type { IdentifierKind } from '../../../src/core/redact/identifier';

/** An invented person and device that no bundle knows, by what an identifier of it is and how logs name it. */
export const planted: readonly { readonly kind: IdentifierKind; readonly named: string; readonly value: string }[] = [
  { kind: 'user', named: 'UPN', value: 'quillon.vexmoor@zarnath.example' },
  { kind: 'user', named: 'LastLoggedOnDisplayName', value: 'Quillon Vexmoor' },
  { kind: 'user', named: 'LastLoggedOnSAMUser', value: 'QuillonVexmoor' },
  { kind: 'sid', named: 'LastLoggedOnUserSID', value: 'S-1-12-1-3735928559-1234567891-2147483649-987654321' },
  { kind: 'sid', named: 'UserSid', value: 'S-1-5-21-3123456781-2234567892-1345678903-1105' },
  { kind: 'tenant', named: 'TenantId', value: '5d3c1b2a-9f8e-4d7c-8b6a-1f2e3d4c5b6a' },
  { kind: 'tenant', named: 'CloudAssignedTenantDomain', value: 'zarnath.onmicrosoft.com' },
  { kind: 'tenant', named: 'TenantName', value: 'Zarnath Holdings' },
  { kind: 'device', named: 'AadDeviceId', value: 'c0ffee00-1234-4321-8abc-deadbeef0001' },
  { kind: 'enrollment', named: 'EnrollmentId', value: 'E1E2E3E4-A1B2-4C3D-9E8F-0A1B2C3D4E5F' },
  { kind: 'host', named: 'ComputerName', value: 'ZRN-LAPTOP-0417' },
  { kind: 'serial', named: 'SerialNumber', value: '5CG9351QZX' },
  { kind: 'hardwareHash', named: 'HardwareHash', value: `T0H8AwEAHAAAAAoA${'pGq7Rk2vLx9s'.repeat(20)}` },
  { kind: 'ip', named: 'IPv4 Address', value: '10.43.17.205' },
  { kind: 'ip', named: 'Remote address', value: '93.184.216.34' },
  { kind: 'ip', named: 'IPv6 Address', value: 'fe80::1c2d:3e4f:5a6b:7c8d' },
  { kind: 'mac', named: 'Physical Address', value: '3C-52-82-AB-CD-E1' },
  { kind: 'network', named: 'SSID', value: 'ZarnathGuestWiFi' },
  { kind: 'thumbprint', named: 'Thumbprint', value: '9F1C0B3A5D7E2468ACE013579BDF02468ACE1357' },
  { kind: 'recoveryKey', named: 'ProtectorGUID', value: '7b1e5c90-22aa-4bcd-9e01-5f6a7b8c9d0e' },
  { kind: 'recoveryKey', named: 'Recovery', value: '123456-234567-345678-456789-567890-678901-789012-890123' },
  { kind: 'key', named: 'NgcKeyId', value: '2f4e6d8c-1357-4246-8ace-bdf013579bdf' },
  { kind: 'correlation', named: 'CorrelationId', value: 'a9b8c7d6-e5f4-4321-9876-543210fedcba' },
];

/** A secret is masked and has no pseudonym. */
export const plantedSecrets: readonly string[] = [
  'eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiJ9.eyJvaWQiOiJ4In0.c2lnbmF0dXJlLW9mLXRva2Vu',
  'BwYAAAD1ZXhhbXBsZS1jaGFubmVsLXRva2Vu',
];

export const secretLines: readonly string[] = [
  `AuthToken = ${plantedSecrets[0]!}`,
  `ChannelUri: https://db5p.notify.windows.com/?token=${plantedSecrets[1]!}`,
];

/** The planted values as a log would hold them, one a line. */
export function plantedText(): string {
  return [...planted.map(({ named, value }) => `${named} : ${value}`), ...secretLines, ''].join('\r\n');
}

/** How a text can stand inside another: each as a writer of logs or a URL would spell it. */
export const spellings: Readonly<Record<string, (value: string) => string>> = {
  plain: (value) => value,
  'upper case': (value) => value.toUpperCase(),
  'lower case': (value) => value.toLowerCase(),
  'percent signs where needed': encodeURIComponent,
  'percent signs for everything': (value) =>
    [...Buffer.from(value)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''),
  'percent signs twice': (value) => encodeURIComponent(encodeURIComponent(value.replaceAll('@', '%40'))),
  JSON: (value) => JSON.stringify({ value: `C:\\Users\\${value}` }),
  'JSON in JSON': (value) => JSON.stringify(JSON.stringify({ value: `\\${value}` })),
  'JSON with numbers': (value) =>
    Array.from(value, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''),
  'XML with decimal numbers': (value) => Array.from(value, (c) => `&#${c.charCodeAt(0)};`).join(''),
  'XML with hexadecimal numbers': (value) => Array.from(value, (c) => `&#x${c.charCodeAt(0).toString(16)};`).join(''),
  'XML in JSON': (value) => JSON.stringify(`<a b="${value.replaceAll('-', '&#45;')}"/>`),
  'base64 of UTF-8': (value) => `data=${Buffer.from(`<u>${value}</u>`).toString('base64')};`,
  'base64 of UTF-8, one off': (value) => `data=${Buffer.from(`x<u>${value}</u>`).toString('base64')};`,
  'base64 of UTF-8, two off': (value) => `data=${Buffer.from(`xy<u>${value}</u>`).toString('base64url')};`,
  'base64 of UTF-16': (value) => `-EncodedCommand ${Buffer.from(`"${value}"`, 'utf16le').toString('base64')}`,
  'base64 of mixed case': (value) =>
    Buffer.from(Array.from(value, (c, i) => (i % 2 === 0 ? c.toUpperCase() : c.toLowerCase())).join('')).toString(
      'base64',
    ),
  'hexadecimal of UTF-16 in a registry export': (value) => `"x"=hex(2):${registryHex(value)}`,
  'hexadecimal digits side by side': (value) => Buffer.from(value).toString('hex'),
};

/** Twenty bytes a line, as regedit breaks them. */
function registryHex(value: string): string {
  const pairs = [...Buffer.from(value, 'utf16le')].map((byte) => byte.toString(16).padStart(2, '0'));
  const lines = Array.from({ length: Math.ceil(pairs.length / 20) }, (_, line) =>
    pairs.slice(20 * line, 20 * line + 20).join(','),
  );
  return lines.join(',\\\r\n  ');
}
