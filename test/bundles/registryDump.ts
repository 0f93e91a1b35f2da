/** A registry value as the dump writes it. */
export type DumpValue = string | number;

export interface DumpKey {
  /** Below HKEY_LOCAL_MACHINE; the tool keeps its own lower-case spelling of the root it was asked for. */
  readonly path: string;
  readonly values: Readonly<Record<string, DumpValue>>;
}

/**
 * MdmDiagReport_RegistryDump.reg: looks like a regedit export but has no header, indents values by four spaces,
 * escapes nothing in strings and spells `DWORD:` in capitals. 8-bit text, CRLF.
 */
export function registryDumpText(keys: readonly DumpKey[]): string {
  return keys
    .map(({ path, values }) => {
      const lines = Object.entries(values).map(([name, value]) => `    "${name}"=${dumpValue(value)}\r\n`);
      return `[HKEY_LOCAL_MACHINE\\${path}]\r\n${lines.join('')}\r\n`;
    })
    .join('');
}

function dumpValue(value: DumpValue): string {
  return typeof value === 'string' ? `"${value}"` : `DWORD:${(value >>> 0).toString(16).padStart(8, '0')}`;
}
