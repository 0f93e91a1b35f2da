import { linesOf } from '../bytes/lines';
import { hexData } from './registryHex';
import { RegistryTree, type RegistryKey, type RegistryValue } from './registryTree';

/** Does the text begin like a regedit export? */
export function isRegistryExportText(head: string): boolean {
  return head.startsWith('Windows Registry Editor Version 5.00');
}

/**
 * Reads a regedit export (`… export.reg` of Collect diagnostics, UTF-16LE there): escaped strings, which may hold line
 * breaks, `dword:`, and `hex(n):` values continued over lines by a trailing backslash. Nothing is ever imported.
 */
export function parseRegistryExport(text: string): RegistryTree {
  const keys: RegistryKey[] = [];
  let values: RegistryValue[] = [];
  let pending: PendingValue | null = null;
  let strayLines = 0;
  let totalLines = 0;
  const finishValue = (): void => {
    if (pending !== null) {
      values.push(toValue(pending));
      pending = null;
    }
  };
  for (const { number, text: line } of linesOf(text)) {
    totalLines = number;
    const key = line.startsWith('[') ? /^\[-?(HKEY_.+)\]\s*$/s.exec(line) : null;
    if (key !== null) {
      // Also where a value is still open: what is damaged must not swallow the rest.
      finishValue();
      values = [];
      keys.push({ path: key[1]!, line: number, values });
      continue;
    }
    if (pending === null) {
      pending = startValue(line, number);
      strayLines += pending !== null || isFrame(line) ? 0 : 1;
    } else {
      pending.parts.push(pending.isHex ? line.trim() : line);
    }
    if (pending !== null && !isContinued(pending)) {
      finishValue();
    }
  }
  finishValue();
  return new RegistryTree(keys, { lines: totalLines - strayLines, of: totalLines });
}

/** What stands around keys and values: the head line, comments and empty lines. */
function isFrame(line: string): boolean {
  return line.trim() === '' || line.startsWith(';') || isRegistryExportText(line);
}

/** A value and the lines of its data so far. */
interface PendingValue {
  readonly name: string;
  readonly line: number;
  readonly isHex: boolean;
  readonly parts: string[];
}

/** The value that begins in `line`: `"name"=data`, or `@=data` for the default value of the key. */
function startValue(line: string, number: number): PendingValue | null {
  const nameEnd = line.startsWith('"') ? closingQuote(line, 1) : line.startsWith('@') ? 0 : -1;
  if (nameEnd < 0 || line[nameEnd + 1] !== '=') {
    return null;
  }
  const data = line.slice(nameEnd + 2);
  return { name: unescape(line.slice(1, nameEnd)), line: number, isHex: /^hex/i.test(data), parts: [data] };
}

function isContinued({ isHex, parts }: PendingValue): boolean {
  const last = parts[parts.length - 1]!;
  if (isHex) {
    return last.trimEnd().endsWith('\\');
  }
  const isFirst = parts.length === 1;
  return (isFirst ? last.startsWith('"') : true) && closingQuote(last, isFirst ? 1 : 0) < 0;
}

/** Offset of the first quote at or after `from` that no backslash escapes; -1 when there is none. */
function closingQuote(text: string, from: number): number {
  for (let quote = text.indexOf('"', from); quote >= 0; quote = text.indexOf('"', quote + 1)) {
    let backslashes = 0;
    while (quote - backslashes > from && text[quote - backslashes - 1] === '\\') {
      backslashes += 1;
    }
    if (backslashes % 2 === 0) {
      return quote;
    }
  }
  return -1;
}

function unescape(text: string): string {
  return text.replace(/\\(.)/gs, '$1');
}

function toValue({ name, line, isHex, parts }: PendingValue): RegistryValue {
  return { name, line, ...(isHex ? hexOf(parts.join('')) : dataOf(parts.join('\n').trimEnd())) };
}

function hexOf(text: string): Pick<RegistryValue, 'type' | 'data'> {
  return hexData(text) ?? { type: 'REG_UNKNOWN', data: text };
}

function dataOf(text: string): Pick<RegistryValue, 'type' | 'data'> {
  if (text.startsWith('"')) {
    return { type: 'REG_SZ', data: unescape(text.slice(1, text.endsWith('"') ? -1 : undefined)) };
  }
  const dword = /^dword:([0-9a-f]{1,8})$/i.exec(text);
  return dword === null
    ? { type: 'REG_UNKNOWN', data: text }
    : { type: 'REG_DWORD', data: String(Number.parseInt(dword[1]!, 16)) };
}
