import { linesOf } from '../bytes/lines';
import { RegistryTree, type RegistryKey, type RegistryValue } from './registryTree';

const keyShape = /^\[(HKEY_[^\]]+(?:\][^\]]+)*)\]\s*$/;
// The diagnostics tool indents values by four spaces and never escapes; a string may hold quotes and line breaks.
const valueShape = /^ {4}(?:"([^"]*)"|@)=(.*)$/;

/** Does the text begin like the registry dump that mdmdiagnosticstool writes (no header line, long root names)? */
export function isRegistryDumpText(head: string): boolean {
  return /^\uFEFF?\s*\[HKEY_(LOCAL_MACHINE|CURRENT_USER)\\/.test(head);
}

/**
 * Reads `MdmDiagReport_RegistryDump.reg`. It only looks like a regedit export: strings are raw, `DWORD:` is upper
 * case, and a string ends where the next value, the next key or an empty line begins.
 */
export function parseRegistryDump(text: string): RegistryTree {
  const collector = new KeyCollector();
  for (const { number, text: line } of linesOf(text)) {
    const keyMatch = line.startsWith('[') ? keyShape.exec(line) : null;
    const valueMatch = keyMatch === null ? valueShape.exec(line) : null;
    if (keyMatch !== null) {
      collector.startKey(keyMatch[1]!, number);
    } else if (valueMatch !== null) {
      collector.startValue(valueMatch[1] ?? '', number, valueMatch[2]!);
    } else {
      collector.continueValue(line);
    }
  }
  return new RegistryTree(collector.finish());
}

/** Gathers the lines of values, which may span several, under the key they follow. */
class KeyCollector {
  private readonly keys: RegistryKey[] = [];
  private values: RegistryValue[] = [];
  private pending: { readonly name: string; readonly line: number; text: string } | null = null;

  startKey(path: string, line: number): void {
    this.finishValue();
    this.values = [];
    this.keys.push({ path, line, values: this.values });
  }

  startValue(name: string, line: number, text: string): void {
    this.finishValue();
    this.pending = { name, line, text };
  }

  continueValue(line: string): void {
    if (this.pending === null) {
      return;
    }
    if (line !== '') {
      this.pending.text += `\n${line}`;
    } else if (isComplete(this.pending.text)) {
      this.finishValue();
    }
  }

  finish(): readonly RegistryKey[] {
    this.finishValue();
    return this.keys;
  }

  private finishValue(): void {
    if (this.pending !== null) {
      this.values.push(toValue(this.pending.name, this.pending.line, this.pending.text));
      this.pending = null;
    }
  }
}

/** An empty line ends a value unless a string is still open. */
function isComplete(text: string): boolean {
  return !text.startsWith('"') || (text.length > 1 && text.endsWith('"'));
}

function toValue(name: string, line: number, text: string): RegistryValue {
  if (text.startsWith('"')) {
    const end = text.lastIndexOf('"');
    return { name, line, type: 'REG_SZ', data: text.slice(1, end > 0 ? end : undefined) };
  }
  const number = /^(D|Q)WORD:([0-9a-f]+)\s*$/i.exec(text);
  if (number !== null) {
    const type = number[1]!.toUpperCase() === 'D' ? 'REG_DWORD' : 'REG_QWORD';
    return { name, line, type, data: BigInt(`0x${number[2]!}`).toString() };
  }
  const multi = /^MULTI_SZ:"([\s\S]*)"\s*$/.exec(text);
  if (multi !== null) {
    return { name, line, type: 'REG_MULTI_SZ', data: multi[1]! };
  }
  return { name, line, ...hexValue(text) };
}

const hexTypeNames: Readonly<Record<string, string>> = { '2': 'REG_EXPAND_SZ', '3': 'REG_BINARY', '7': 'REG_MULTI_SZ' };

function hexValue(text: string): Pick<RegistryValue, 'type' | 'data'> {
  const hex = /^hex(?:\(([0-9a-f]+)\))?:([\s\S]*)$/i.exec(text);
  if (hex === null) {
    return { type: 'REG_UNKNOWN', data: text };
  }
  const number = (hex[1] ?? '3').toLowerCase();
  return { type: hexTypeNames[number] ?? `REG_TYPE_${number}`, data: hex[2]!.replace(/[^0-9a-f]/gi, '').toLowerCase() };
}
