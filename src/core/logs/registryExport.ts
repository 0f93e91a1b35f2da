import { linesOf } from '../bytes/lines';
import { RegistryTree, type RegistryKey, type RegistryValue } from './registryTree';

/** Does the text begin like a regedit export? */
export function isRegistryExportText(head: string): boolean {
  return /^\uFEFF?(Windows Registry Editor Version 5\.00|REGEDIT4)/.test(head);
}

/**
 * Reads a regedit export (`… export.reg` of Collect diagnostics, UTF-16LE there): escaped strings, `dword:`, and
 * `hex(n):` values continued over lines by a trailing backslash. Nothing is ever imported.
 */
export function parseRegistryExport(text: string): RegistryTree {
  const keys: RegistryKey[] = [];
  let values: RegistryValue[] = [];
  for (const { number, line } of logicalLines(text)) {
    const key = /^\[-?(HKEY_.+)\]\s*$/.exec(line);
    if (key !== null) {
      values = [];
      keys.push({ path: key[1]!, line: number, values });
      continue;
    }
    const value = /^(?:"((?:[^"\\]|\\.)*)"|@)=(.*)$/s.exec(line);
    if (value !== null) {
      values.push({ name: unescape(value[1] ?? ''), line: number, ...dataOf(value[2]!.trim()) });
    }
  }
  return new RegistryTree(keys);
}

/** Joins lines that a backslash at the end (of hex data) or an open quote continues. */
function* logicalLines(text: string): Generator<{ number: number; line: string }> {
  let open: { number: number; line: string } | null = null;
  for (const { number, text: line } of linesOf(text)) {
    const joined: { number: number; line: string } =
      open === null ? { number, line } : { number: open.number, line: joinContinued(open.line, line) };
    open = isContinued(joined.line) ? joined : null;
    if (open === null) {
      yield joined;
    }
  }
  if (open !== null) {
    yield open;
  }
}

function joinContinued(before: string, next: string): string {
  return isHexData(before) ? before.replace(/\\\s*$/, '') + next.trim() : `${before}\n${next}`;
}

function isContinued(line: string): boolean {
  return isHexData(line) ? /\\\s*$/.test(line) : /^(?:"(?:[^"\\]|\\.)*"|@)="(?:[^"\\]|\\.)*$/s.test(line);
}

function isHexData(line: string): boolean {
  return /^(?:"(?:[^"\\]|\\.)*"|@)=hex/i.test(line);
}

function unescape(text: string): string {
  return text.replace(/\\(.)/gs, '$1');
}

const stringTypes: Readonly<Record<string, string>> = { '1': 'REG_SZ', '2': 'REG_EXPAND_SZ', '7': 'REG_MULTI_SZ' };

function dataOf(text: string): Pick<RegistryValue, 'type' | 'data'> {
  if (text.startsWith('"')) {
    return { type: 'REG_SZ', data: unescape(text.replace(/^"/, '').replace(/"$/, '')) };
  }
  const dword = /^dword:([0-9a-f]{1,8})$/i.exec(text);
  if (dword !== null) {
    return { type: 'REG_DWORD', data: String(parseInt(dword[1]!, 16)) };
  }
  const hex = /^hex(?:\(([0-9a-f]+)\))?:(.*)$/is.exec(text);
  if (hex === null) {
    return { type: 'REG_UNKNOWN', data: text };
  }
  const number = (hex[1] ?? '3').toLowerCase();
  const digits = hex[2]!.replace(/[^0-9a-f]/gi, '').toLowerCase();
  const stringType = stringTypes[number];
  if (stringType !== undefined) {
    return { type: stringType, data: utf16Text(digits) };
  }
  if (number === 'b' && digits.length === 16) {
    return { type: 'REG_QWORD', data: BigInt(`0x${digits.match(/../g)!.reverse().join('')}`).toString() };
  }
  return { type: number === '3' ? 'REG_BINARY' : `REG_TYPE_${number}`, data: digits };
}

/** Hex digits of UTF-16LE text; inner NULs separate the strings of a multi-string. */
function utf16Text(digits: string): string {
  let text = '';
  for (let index = 0; index + 3 < digits.length; index += 4) {
    text += String.fromCharCode(parseInt(digits.slice(index + 2, index + 4) + digits.slice(index, index + 2), 16));
  }
  return text.replace(/\0+$/, '').replaceAll('\0', '\n');
}
