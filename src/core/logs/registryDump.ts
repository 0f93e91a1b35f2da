import { linesOf } from '../bytes/lines';
import { hexData } from './registryHex';
import { RegistryTree, type RegistryKey, type RegistryValue } from './registryTree';

const keyShape = /^\[(HKEY_.+)\]\s*$/s;
// The diagnostics tool indents values by four spaces and escapes nothing, names included.
const valueShape = /^ {4}(?:"(.*?)"|@)=(.*)$/s;

/** Does the text begin like the registry dump that mdmdiagnosticstool writes (no header line, long root names)? */
export function isRegistryDumpText(head: string): boolean {
  return /^\s*\[HKEY_(LOCAL_MACHINE|CURRENT_USER)\\/.test(head);
}

/**
 * Reads `MdmDiagReport_RegistryDump.reg`. It only looks like a regedit export: strings are raw, `DWORD:` is upper
 * case, and a string, which may hold quotes and line breaks, ends with its last quote before the next value, the next
 * key or an empty line.
 */
export function parseRegistryDump(text: string): RegistryTree {
  const keys: RegistryKey[] = [];
  let values: RegistryValue[] = [];
  let pending: PendingValue | null = null;
  let strayLines = 0;
  let totalLines = 0;
  const finishValue = (): void => {
    if (pending !== null) {
      values.push(pending.toValue());
      strayLines += pending.strayLines;
      pending = null;
    }
  };
  for (const { number, text: line } of linesOf(text)) {
    totalLines = number;
    const key = line.startsWith('[') ? keyShape.exec(line) : null;
    if (key !== null) {
      finishValue();
      values = [];
      keys.push({ path: key[1]!, line: number, values });
      continue;
    }
    const value = valueShape.exec(line);
    if (value !== null) {
      finishValue();
      pending = new PendingValue(value[1] ?? '', number, value[2]!);
    } else if (pending?.isComplete === true && line === '') {
      finishValue();
    } else if (pending !== null) {
      pending.append(line);
    } else {
      strayLines += line.trim() === '' ? 0 : 1;
    }
  }
  finishValue();
  return new RegistryTree(keys, { lines: totalLines - strayLines, of: totalLines });
}

/** A value whose lines are still being gathered. */
class PendingValue {
  private readonly lines: string[];

  constructor(
    private readonly name: string,
    private readonly line: number,
    firstLine: string,
  ) {
    this.lines = [firstLine];
  }

  append(line: string): void {
    this.lines.push(line);
  }

  /** Whether an empty line ends the value; within a string that is still open it belongs to the string. */
  get isComplete(): boolean {
    const opening = /^(?:MULTI_SZ:)?"/i.exec(this.lines[0]!);
    const last = this.lines[this.lines.length - 1]!;
    return opening === null || (last.endsWith('"') && (this.lines.length > 1 || last.length > opening[0].length));
  }

  /** Lines that were taken for a part of the value but hold nothing of it: those behind its closing quote. */
  get strayLines(): number {
    let last = this.lines.length - 1;
    const isString = /^(?:MULTI_SZ:)?"/i.test(this.lines[0]!);
    while (last > 0 && !(isString && this.lines[last]!.includes('"'))) {
      last -= 1;
    }
    const isOpen = isString && last === 0 && !/"[^"]*"/.test(this.lines[0]!);
    return isOpen ? 0 : this.lines.slice(last + 1).filter((line) => line.trim() !== '').length;
  }

  toValue(): RegistryValue {
    return { name: this.name, line: this.line, ...typedData(this.lines.join('\n')) };
  }
}

function typedData(text: string): Pick<RegistryValue, 'type' | 'data'> {
  const opening = /^(MULTI_SZ:)?"/i.exec(text);
  if (opening !== null) {
    const start = opening[0].length;
    const end = text.lastIndexOf('"');
    const data = end >= start ? text.slice(start, end) : text.slice(start).trimEnd();
    return { type: opening[1] === undefined ? 'REG_SZ' : 'REG_MULTI_SZ', data };
  }
  const number = /^(D|Q)WORD:([0-9a-f]{1,16})\s*$/i.exec(text);
  if (number !== null) {
    const type = number[1]!.toUpperCase() === 'D' ? 'REG_DWORD' : 'REG_QWORD';
    return { type, data: BigInt(`0x${number[2]!}`).toString() };
  }
  return hexData(text) ?? { type: 'REG_UNKNOWN', data: text };
}
