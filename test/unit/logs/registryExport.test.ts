import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { openBundle } from '../../../src/core/bundle/openBundle';
import { MemorySource } from '../../../src/core/bytes/byteSource';
import { decodeText } from '../../../src/core/bytes/text';
import { isRegistryExportText, parseRegistryExport } from '../../../src/core/logs/registryExport';
import { registryExportBytes } from '../../bundles/registryExport';
import { requireData } from '../testData';
import { assertQuick } from './assertQuick';

const header = 'Windows Registry Editor Version 5.00\r\n\r\n';
const path = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\A';

function values(...lines: string[]): readonly (readonly [string, string, string])[] {
  const tree = parseRegistryExport(`${header}[${path}]\r\n${lines.join('\r\n')}\r\n\r\n`);
  return tree.key(path)!.values.map(({ name, type, data }) => [name, type, data]);
}

describe('a regedit export', () => {
  it('gives back what reg.exe wrote in UTF-16', () => {
    const written = { 'a"\\b': 'C:\\Pfad\\"Größe"\\', Number: 240_000, Empty: '', Lines: 'one\r\ntwo' };
    const { text, encoding } = decodeText(registryExportBytes([{ path: 'SOFTWARE\\A', values: written }]));
    assert.equal(encoding, 'utf-16le');
    assert.equal(isRegistryExportText(text), true);
    assert.deepEqual(parseRegistryExport(text).key(path), {
      path,
      line: 3,
      values: [
        { name: 'a"\\b', type: 'REG_SZ', data: 'C:\\Pfad\\"Größe"\\', line: 4 },
        { name: 'Number', type: 'REG_DWORD', data: '240000', line: 5 },
        { name: 'Empty', type: 'REG_SZ', data: '', line: 6 },
        { name: 'Lines', type: 'REG_SZ', data: 'one\ntwo', line: 7 },
      ],
    });
  });

  it('continues hex data over lines', () => {
    assert.deepEqual(
      values(
        '"Multi"=hex(7):6f,00,6e,00,65,00,00,00,\\',
        '  74,00,77,00,6f,00,00,\\  ',
        '  00,00,00',
        '"Q"=hex(b):af,f7,c5,30,4b,38,da,01',
        '"Expand"=hex(2):25,00,57,00,25,00,00,00',
        '"Bytes"=hex:0A,ff',
        '"Number"=hex(4):01,00,00,00',
        '@=hex(1):61,00',
      ),
      [
        ['Multi', 'REG_MULTI_SZ', 'one\ntwo'],
        ['Q', 'REG_QWORD', '133481034552833967'],
        ['Expand', 'REG_EXPAND_SZ', '%W%'],
        ['Bytes', 'REG_BINARY', '0aff'],
        ['Number', 'REG_DWORD', '1'],
        ['', 'REG_SZ', 'a'],
      ],
    );
  });

  it('keeps numbers of the wrong length as they are', () => {
    assert.deepEqual(values('"Q"=hex(b):01,02', '"D"=dword:123456789', '"N"=-'), [
      ['Q', 'REG_TYPE_b', '0102'],
      ['D', 'REG_UNKNOWN', 'dword:123456789'],
      ['N', 'REG_UNKNOWN', '-'],
    ]);
  });

  it('reads default values, and equals signs and quotes in names', () => {
    assert.deepEqual(values('@="x"', '"a=\\"b\\""="c"', 'no value', '"open'), [
      ['', 'REG_SZ', 'x'],
      ['a="b"', 'REG_SZ', 'c'],
    ]);
  });

  it('goes on with the next key after a string without an end', () => {
    const tree = parseRegistryExport(`${header}[${path}]\n"a"="open\nmore\n[${path}\\B]\n"b"=dword:00000001\n"c"="cut`);
    assert.equal(tree.value(path, 'a')?.data, 'open\nmore');
    assert.equal(tree.value(`${path}\\B`, 'b')?.data, '1');
    assert.equal(tree.value(`${path}\\B`, 'c')?.data, 'cut');
  });

  it('takes time in proportion to its length, whatever is in it', () => {
    const start = `${header}[${path}]\n`;
    for (const [name, text] of [
      ['hex over many lines', `${start}"a"=hex:${'00,\\\n  '.repeat(500_000)}00`],
      ['a string over many lines', `${start}"a"="${'x\n'.repeat(1_000_000)}`],
      ['one long string', `${start}"a"="${'\\"'.repeat(1_000_000)}`],
      ['backslashes', `${start}"${'\\'.repeat(2_000_000)}`],
      ['zeros', `${start}"a"=hex(7):${'00,'.repeat(500_000)}41,00`],
      ['many values', `${start}${'"a"="b"\n'.repeat(200_000)}`],
    ] as const) {
      assertQuick(name, () => parseRegistryExport(text));
    }
  });

  it('tells the last sign-in of a real bundle', async function () {
    const bytes = new Uint8Array(readFileSync(requireData(this, 'bundles', 'collect-diagnostics.zip')));
    const opened = await openBundle({ kind: 'file', name: 'a.zip', source: new MemorySource(bytes) });
    assert.ok(opened.ok);
    const [{ content: tree } = { content: null }] = opened.bundle.logs.registryExports;
    const logonUi = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Authentication\\LogonUI';
    assert.equal(tree?.value(logonUi, 'LastLoggedOnProvider')?.data, '{C5D7540A-CD51-453B-B22B-05305BA03F07}');
  });
});
