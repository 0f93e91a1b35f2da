import { packedLines, splitFields } from '../packedLines';
import { aadstsCodes } from './aadsts';
import { appxCodes } from './appx';
import { bitLockerCodes } from './bitLocker';
import { certificateCodes } from './cert';
import { cloudApCodes } from './cloudAp';
import { hresultCodes } from './hresult';
import { mdmCodes } from './mdm';
import { msiCodes } from './msi';
import { networkCodes } from './net';
import { ntStatusCodes } from './ntstatus';
import { tpmCodes } from './tpm';
import { win32Codes } from './win32';
import { windowsUpdateCodes } from './windowsUpdate';

/** One code of a table. */
export interface CodeEntry {
  /** Symbolic name; `null` where no public source gives one. */
  readonly name: string | null;
  /** One line in our own words. */
  readonly text: string;
}

/** Codes by their unsigned number. */
export type CodeTable = ReadonlyMap<number, CodeEntry>;

/** The number spaces that a code can come from; the same number means another thing in each. */
export interface CodeTables {
  readonly hresult: CodeTable;
  readonly ntstatus: CodeTable;
  readonly win32: CodeTable;
  readonly aadsts: CodeTable;
}

let tables: CodeTables | null = null;

/** All tables, unpacked when a code is explained for the first time. */
export function codeTables(): CodeTables {
  tables ??= {
    hresult: unpack(16, [
      hresultCodes,
      networkCodes,
      certificateCodes,
      appxCodes,
      windowsUpdateCodes,
      tpmCodes,
      bitLockerCodes,
      mdmCodes,
      cloudApCodes,
    ]),
    ntstatus: unpack(16, [ntStatusCodes]),
    win32: unpack(10, [win32Codes, msiCodes]),
    aadsts: unpack(10, [aadstsCodes]),
  };
  return tables;
}

function unpack(radix: 10 | 16, packed: readonly string[]): CodeTable {
  return new Map(
    packed.flatMap(packedLines).map((line) => {
      const [number = '', name = '', text = ''] = splitFields(line, 2);
      return [parseInt(number, radix), { name: name === '-' ? null : name, text }];
    }),
  );
}
