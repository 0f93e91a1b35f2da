import { linesOf } from '../bytes/lines';
import type { Understood } from './understood';

/** A variable of the firmware that was asked for, e.g. `AUTOPILOT_MARKER`. */
export interface UefiVariable {
  readonly namespace: string;
  readonly name: string;
  /** `null` where it could not be read. */
  readonly value: string | null;
  /** Text of the error, e.g. `0x800700CB` (no such variable); `null` where it was read. */
  readonly error: string | null;
  /** Counted from 1. */
  readonly line: number;
}

/** What `UEFI_Data_Output.txt` tells. */
export interface UefiInfo {
  /** ISO text without zone; UTC on the known builds. */
  readonly takenAt: string | null;
  /** `null` where the output does not say. */
  readonly isSupported: boolean | null;
  readonly variables: readonly UefiVariable[];
  readonly understood: Understood;
}

const stampShape = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\s*$/;
const variableShape = /^Namespace: (\{[0-9A-F-]{36}\}), variable name: (\S{1,200})\s*$/i;
const answerShape = /^(Value|Error): ?(.*)$/s;

/** Does the text begin like the output of the firmware query? */
export function isUefiInfoText(head: string): boolean {
  return /^UEFI (?:is (?:not )?supported|query)/m.test(head);
}

/** Reads the output of the firmware query. */
export function parseUefiInfo(text: string): UefiInfo {
  const variables: UefiVariable[] = [];
  let takenAt: string | null = null;
  let isSupported: boolean | null = null;
  let strayLines = 0;
  let totalLines = 0;
  for (const { number, text: line } of linesOf(text)) {
    totalLines = number;
    const variable = variableShape.exec(line);
    const answer = answerShape.exec(line);
    const last = variables[variables.length - 1];
    if (variable !== null) {
      variables.push({ namespace: variable[1]!, name: variable[2]!, value: null, error: null, line: number });
    } else if (answer !== null && last !== undefined) {
      const told = answer[2]!.trim();
      variables[variables.length - 1] = answer[1] === 'Value' ? { ...last, value: told } : { ...last, error: told };
    } else if (/^UEFI is (?:not )?supported/.test(line)) {
      isSupported = !line.includes(' not ');
    } else if (stampShape.test(line)) {
      takenAt ??= line.trim();
    } else {
      strayLines += line.trim() === '' || line.startsWith('UEFI query ') ? 0 : 1;
    }
  }
  return { takenAt, isSupported, variables, understood: { lines: totalLines - strayLines, of: totalLines } };
}
