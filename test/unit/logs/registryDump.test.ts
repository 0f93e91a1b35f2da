import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { openBundle } from '../../../src/core/bundle/openBundle';
import { MemorySource } from '../../../src/core/bytes/byteSource';
import { isRegistryDumpText, parseRegistryDump } from '../../../src/core/logs/registryDump';
import type { RegistryTree } from '../../../src/core/logs/registryTree';
import { registryDumpText } from '../../bundles/registryDump';
import { requireData } from '../testData';
import { assertQuick } from './assertQuick';

const root = 'HKEY_LOCAL_MACHINE\\software\\microsoft\\provisioning';

/** The values of one key, written as the tool does. */
function values(...lines: string[]): readonly (readonly [string, string, string])[] {
  const tree = parseRegistryDump([`[${root}]`, ...lines, '', ''].join('\r\n'));
  return tree.key(root)!.values.map(({ name, type, data }) => [name, type, data]);
}

describe('a registry dump', () => {
  it('gives back what the tool wrote', () => {
    const tree = parseRegistryDump(
      registryDumpText([
        { path: 'software\\microsoft\\a', values: {} },
        { path: 'software\\microsoft\\a\\Sub', values: { Text: 'C:\\Windows\\', Number: 255, Minus: -1 } },
      ]),
    );
    assert.equal(tree.keyCount, 2);
    assert.deepEqual(tree.key('HKEY_LOCAL_MACHINE\\software\\microsoft\\a\\Sub'), {
      path: 'HKEY_LOCAL_MACHINE\\software\\microsoft\\a\\Sub',
      line: 3,
      values: [
        { name: 'Text', type: 'REG_SZ', data: 'C:\\Windows\\', line: 4 },
        { name: 'Number', type: 'REG_DWORD', data: '255', line: 5 },
        { name: 'Minus', type: 'REG_DWORD', data: '4294967295', line: 6 },
      ],
    });
  });

  it('has raw quotes, backslashes and line breaks in its strings', () => {
    assert.deepEqual(
      values(
        '    "Json"="{"a":"b\\c","d":1}"',
        '    "Lines"="one',
        'two "quoted" words',
        '',
        '    four"',
        '    "Url"="./Device/a?b="c""',
        '    "Empty"=""',
        '    @="default"',
      ),
      [
        ['Json', 'REG_SZ', '{"a":"b\\c","d":1}'],
        ['Lines', 'REG_SZ', 'one\ntwo "quoted" words\n\n    four'],
        ['Url', 'REG_SZ', './Device/a?b="c"'],
        ['Empty', 'REG_SZ', ''],
        ['', 'REG_SZ', 'default'],
      ],
    );
  });

  it('ends a string at an empty line only behind a quote, as nothing else tells its end', () => {
    assert.deepEqual(values('    "a"="b"', '', 'not a part of it"'), [['a', 'REG_SZ', 'b']]);
    assert.deepEqual(values('    "a"="b', '', 'a part of it"'), [['a', 'REG_SZ', 'b\n\na part of it']]);
  });

  it('may have pretty-printed JSON as a string', () => {
    assert.deepEqual(values('    "Json"="{', '    "a": [', '[1]', '    ]', '}"', '    "Next"=DWORD:00000001'), [
      ['Json', 'REG_SZ', '{\n    "a": [\n[1]\n    ]\n}'],
      ['Next', 'REG_DWORD', '1'],
    ]);
  });

  it('has numbers in hex, in capitals', () => {
    assert.deepEqual(values('    "D"=DWORD:ffffffff', '    "Q"=QWORD:1da384b30c5f7af', '    @=DWORD:00000001'), [
      ['D', 'REG_DWORD', '4294967295'],
      ['Q', 'REG_QWORD', '133481034552833967'],
      ['', 'REG_DWORD', '1'],
    ]);
  });

  it('has multi-strings, and hex for the other types', () => {
    assert.deepEqual(
      values(
        '    "M"=MULTI_SZ:"PowerSettings"',
        '    "M2"=MULTI_SZ:"one',
        '',
        'two"',
        '    "E"=hex(2):25,00,57,00,25,00,00,00',
        '    "B"=hex(3):00,Ab,ff',
        '    "L"=hex(8):01,02',
        '    "N"=hex(0):',
        '    "X"=something new',
      ),
      [
        ['M', 'REG_MULTI_SZ', 'PowerSettings'],
        ['M2', 'REG_MULTI_SZ', 'one\n\ntwo'],
        ['E', 'REG_EXPAND_SZ', '%W%'],
        ['B', 'REG_BINARY', '00abff'],
        ['L', 'REG_TYPE_8', '0102'],
        ['N', 'REG_TYPE_0', ''],
        ['X', 'REG_UNKNOWN', 'something new'],
      ],
    );
  });

  it('may have quotes in names, and separators of other systems in values', () => {
    assert.deepEqual(values('    "a"b"=DWORD:00000002', '    "c"="d\u2028e"'), [
      ['a"b', 'REG_DWORD', '2'],
      ['c', 'REG_SZ', 'd\u2028e'],
    ]);
  });

  it('goes on with the next key after a string without an end', () => {
    const tree = parseRegistryDump(
      `[${root}]\r\n    "a"="open\r\n\r\n[${root}\\Next]\r\n    "b"=DWORD:1\r\n\r\n[${root}\\Last]\r\n    "c"="open`,
    );
    assert.equal(tree.value(root, 'a')?.data, 'open');
    assert.equal(tree.value(`${root}\\Next`, 'b')?.data, '1');
    assert.equal(tree.value(`${root}\\Last`, 'c')?.data, 'open');
  });

  it('has keys with brackets, and of the user', () => {
    const tree = parseRegistryDump('[HKEY_CURRENT_USER\\software\\[x]]\r\n    "a"=DWORD:1\r\n\r\n');
    assert.equal(tree.value('HKEY_CURRENT_USER\\software\\[x]', 'a')?.data, '1');
  });

  it('is told from a regedit export by having no header', () => {
    assert.equal(isRegistryDumpText('[HKEY_LOCAL_MACHINE\\software]'), true);
    assert.equal(isRegistryDumpText('[HKEY_CURRENT_USER\\software]'), true);
    assert.equal(isRegistryDumpText('Windows Registry Editor Version 5.00\r\n\r\n[HKEY_LOCAL_MACHINE\\a]'), false);
    assert.equal(isRegistryDumpText('[Section]'), false);
  });

  it('takes time in proportion to its length, whatever is in it', () => {
    const key = `[${root}]\n`;
    for (const [name, text] of [
      ['a string that never ends', `${key}    "a"="open\n${'x\n\n'.repeat(500_000)}`],
      ['a string that ends all the time', `${key}    "a"="open\n${'x"\n'.repeat(500_000)}`],
      ['one long line', `${key}    "a"="${'"='.repeat(1_000_000)}`],
      ['a number without an end', `${key}    "a"=DWORD:${'f'.repeat(2_000_000)}`],
      ['a name without an end', `${key}    "${'a"'.repeat(1_000_000)}`],
      ['brackets', `[HKEY_${']'.repeat(1_000_000)}x`],
      ['zeros', `${key}    "a"=hex(7):${'00,'.repeat(500_000)}41,00`],
      ['many values', `${key}${'    "a"="b"\n'.repeat(200_000)}`],
    ] as const) {
      assertQuick(name, () => parseRegistryDump(text));
    }
  });

  describe('of a real device', () => {
    let tree: RegistryTree;
    before(async function () {
      const bytes = new Uint8Array(readFileSync(requireData(this, 'bundles', 'win11-23h2.cab')));
      const opened = await openBundle({ kind: 'file', name: 'a.cab', source: new MemorySource(bytes) });
      assert.ok(opened.ok);
      tree = opened.bundle.logs.registryDumps[0]!.content;
    });

    it('has all 4322 keys, and no value of an unknown type', () => {
      assert.equal(tree.keyCount, 4322);
      let count = 0;
      const visit = (path: string): void => {
        for (const key of tree.children(path)) {
          count += 1;
          assert.deepEqual(
            key.values.filter(({ type }) => type === 'REG_UNKNOWN'),
            [],
          );
          visit(key.path);
        }
      };
      visit(root);
      assert.ok(count > 100);
    });

    it('lists the 33 URIs that may ask for a restart', () => {
      const uris = tree.key(`${root}\\SyncML\\RebootRequiredURIs`)!.values;
      assert.equal(uris.length, 33);
      assert.ok(uris.every(({ name, type, data }) => name.startsWith('./Device/') && type === 'REG_SZ' && data === ''));
    });

    it('keeps the cached profile, JSON with raw quotes, as it is', () => {
      const [cache] = [`${root}\\AutopilotPolicyCache`, `${root}\\Diagnostics\\AutoPilot`]
        .map((path) => tree.value(path, 'PolicyJsonCache'))
        .filter((value) => value !== undefined);
      assert.ok(cache !== undefined);
      const profile: unknown = JSON.parse(cache.data);
      assert.ok(typeof profile === 'object' && profile !== null && 'PolicyDownloadDate' in profile);
    });
  });
});

describe('a registry tree', () => {
  const tree = parseRegistryDump(
    registryDumpText([
      { path: 'software\\A', values: { One: 1 } },
      { path: 'software\\A\\x', values: {} },
      { path: 'software\\A\\Y', values: {} },
      { path: 'software\\A\\Y\\z', values: {} },
      { path: 'SOFTWARE\\a', values: { One: 2 } },
    ]),
  );

  it('compares paths and names without case', () => {
    assert.equal(tree.value('hkey_local_machine\\SOFTWARE\\a', 'ONE')?.data, '1');
    assert.equal(tree.value('hkey_local_machine\\software\\a', 'two'), undefined);
    assert.equal(tree.key('hkey_local_machine\\software\\b'), undefined);
  });

  it('knows the keys directly below one, in the order of the file', () => {
    assert.deepEqual(
      tree.children('HKEY_LOCAL_MACHINE\\Software\\a').map(({ path }) => path),
      ['HKEY_LOCAL_MACHINE\\software\\A\\x', 'HKEY_LOCAL_MACHINE\\software\\A\\Y'],
    );
    assert.deepEqual(tree.children('nowhere'), []);
  });

  it('has the first of two keys with the same path', () => {
    assert.equal(tree.keyCount, 4);
  });
});
