import type { DumpKey, DumpValue } from './registryDump';

/** A regedit export as `reg export` writes it: UTF-16LE with BOM, CRLF, backslashes and quotes escaped. */
export function registryExportBytes(keys: readonly DumpKey[]): Uint8Array {
  const blocks = keys.map(({ path, values }) => {
    const lines = Object.entries(values).map(([name, value]) => `"${escaped(name)}"=${exportValue(value)}\r\n`);
    return `[HKEY_LOCAL_MACHINE\\${path}]\r\n${lines.join('')}\r\n`;
  });
  return Buffer.from(`\uFEFFWindows Registry Editor Version 5.00\r\n\r\n${blocks.join('')}`, 'utf16le');
}

function exportValue(value: DumpValue): string {
  return typeof value === 'string' ? `"${escaped(value)}"` : `dword:${(value >>> 0).toString(16).padStart(8, '0')}`;
}

function escaped(text: string): string {
  return text.replace(/[\\"]/g, '\\$&');
}
