import * as l10n from '@vscode/l10n';
import { saidAsItStands } from '../../words/language';
import { codeTables, type CodeEntry } from './codeTables';

/** What is known about where a number comes from; without it, small numbers are not explained. */
export type CodeKind = 'hresult' | 'ntstatus' | 'win32' | 'aadsts';

/** What a code means. */
export interface CodeMeaning extends CodeEntry {
  /** The number space in which the meaning was found. */
  readonly kind: CodeKind;
  /** The code as people look it up: `0x80180014`, `1603`, `AADSTS50076`. */
  readonly code: string;
}

/** Numbers below are used by every number space and by counters, flags and ids as well. */
const smallestTelling = 0x10000;

/**
 * Explains a result code written as hexadecimal (`0x80070005`), as a signed or unsigned decimal number, or as
 * `AADSTS50076`. HRESULTs that wrap another code are followed ([MS-ERREF] 2.1: facility 7 holds a Win32 error, 0x19 an
 * HTTP status, bit 28 marks an NTSTATUS). `null` for unknown codes, for success, and for small numbers unless `kind`
 * tells what they are: 5 can be an error, an exit code or a count.
 */
export function explainCode(text: string, kind: CodeKind | null = null): CodeMeaning | null {
  const trimmed = text.trim();
  const aadsts = /^AADSTS(\d{4,7})\b/i.exec(trimmed);
  if (aadsts !== null) {
    return signInError(Number(aadsts[1]));
  }
  const number = unsignedNumber(trimmed);
  if (number === null || number === 0) {
    return null;
  }
  if (number < smallestTelling && kind !== 'win32' && kind !== 'aadsts') {
    return null;
  }
  if (kind === 'aadsts') {
    return signInError(number);
  }
  return number < smallestTelling ? win32Error(number) : (statusFirst(number, kind) ?? wrapped(number));
}

/**
 * A code in decimal as it is looked up: `3399548929` and `-895418367` are `0xCAA10001`. `null` for small numbers, which
 * are no clearer so, and for what is not a decimal number of 32 bits.
 */
export function hexOfDecimal(text: string): string | null {
  const trimmed = text.trim();
  const number = /^-?\d/.test(trimmed) && !/^0x/i.test(trimmed) ? unsignedNumber(trimmed) : null;
  return number === null || number < smallestTelling ? null : hex(number);
}

/** As unsigned 32 bits; sign-extended 64-bit hexadecimal is taken too. */
function unsignedNumber(text: string): number | null {
  if (/^0x(?:[0-9a-f]{1,8}|f{8}[89a-f][0-9a-f]{7})$/i.test(text)) {
    return parseInt(text.slice(text.length > 10 ? -8 : 2), 16);
  }
  if (!/^-?\d{1,10}$/.test(text)) {
    return null;
  }
  const number = Number(text);
  return number >= -0x80000000 && number <= 0xffffffff ? number >>> 0 : null;
}

/** The few numbers that both spaces use mean what the field says they are. */
function statusFirst(number: number, kind: CodeKind | null): CodeMeaning | null {
  const { hresult, ntstatus } = codeTables();
  const asHresult = meaning('hresult', hex(number), hresult.get(number));
  const asStatus = meaning('ntstatus', hex(number), ntstatus.get(number));
  return kind === 'ntstatus' ? (asStatus ?? asHresult) : (asHresult ?? asStatus);
}

function wrapped(number: number): CodeMeaning | null {
  const high = number >>> 16;
  const low = number & 0xffff;
  if (high === 0x8007) {
    const entry = codeTables().win32.get(low) ?? { name: null, text: l10n.t('Win32 error {0}', low) };
    return meaning('hresult', hex(number), entry);
  }
  if (high === 0x8019 && low >= 100 && low < 600) {
    return {
      kind: 'hresult',
      code: hex(number),
      name: null,
      text: l10n.t('The server answered with HTTP status {0}', low),
    };
  }
  const isWrappedStatus = number >>> 28 === 0xd || number >>> 28 === 0x9;
  return isWrappedStatus
    ? meaning('hresult', hex(number), codeTables().ntstatus.get((number & ~0x10000000) >>> 0))
    : null;
}

/** WinINet and WinHTTP errors (12000–12199) and those of app deployment are listed as the HRESULTs they become. */
function win32Error(number: number): CodeMeaning | null {
  const { win32, hresult } = codeTables();
  return meaning('win32', String(number), win32.get(number) ?? hresult.get((0x80070000 | number) >>> 0));
}

function signInError(number: number): CodeMeaning | null {
  return meaning('aadsts', `AADSTS${number}`, codeTables().aadsts.get(number));
}

function meaning(kind: CodeKind, code: string, entry: CodeEntry | undefined): CodeMeaning | null {
  return entry === undefined ? null : { kind, code, name: entry.name, text: saidAsItStands(entry.text) };
}

function hex(number: number): string {
  return `0x${number.toString(16).toUpperCase().padStart(8, '0')}`;
}
