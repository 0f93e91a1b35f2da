import type { RegistryValue } from './registryTree';

type TypedData = Pick<RegistryValue, 'type' | 'data'>;

/** Numbers of registry types ([MS-RRP] 3.1.1.5) whose data is UTF-16LE text. */
const stringTypes: Readonly<Record<string, string>> = { '1': 'REG_SZ', '2': 'REG_EXPAND_SZ', '7': 'REG_MULTI_SZ' };

/**
 * The data of `hex:…` and `hex(n):…`, which dumps and exports write alike: bytes in hex, separated by commas. Text
 * types are decoded. `null` when `text` has not that form.
 */
export function hexData(text: string): TypedData | null {
  const head = /^hex(?:\(([0-9a-f]{1,8})\))?:/i.exec(text);
  if (head === null) {
    return null;
  }
  const number = (head[1] ?? '3').toLowerCase();
  const digits = text
    .slice(head[0].length)
    .replace(/[^0-9a-f]+/gi, '')
    .toLowerCase();
  const stringType = stringTypes[number];
  if (stringType !== undefined) {
    return { type: stringType, data: utf16Text(digits) };
  }
  if (number === '4' && digits.length === 8) {
    return { type: 'REG_DWORD', data: littleEndian(digits) };
  }
  if (number === 'b' && digits.length === 16) {
    return { type: 'REG_QWORD', data: littleEndian(digits) };
  }
  return { type: number === '3' ? 'REG_BINARY' : `REG_TYPE_${number}`, data: digits };
}

function littleEndian(digits: string): string {
  return BigInt(`0x${digits.match(/../g)!.reverse().join('')}`).toString();
}

/** NULs at the end end the text, those inside separate the strings of a multi-string. */
function utf16Text(digits: string): string {
  const bytes = new Uint8Array(digits.length >>> 1);
  for (let index = 0; index < bytes.length; index += 1) {
    bytes[index] = Number.parseInt(digits.slice(index * 2, index * 2 + 2), 16);
  }
  const text = new TextDecoder('utf-16le').decode(bytes);
  let end = text.length;
  while (end > 0 && text.charCodeAt(end - 1) === 0) {
    end -= 1;
  }
  return text.slice(0, end).replaceAll('\0', '\n');
}
