import assert from 'node:assert/strict';

import { isDirectoryName, safeEntryPaths } from '../../../src/core/archive/entryName';
import { assertLinear } from '../linearTime';

function paths(...names: string[]): string[] {
  return safeEntryPaths(names, '').map((result) => result.path);
}

function codes(...names: string[]): string[][] {
  return safeEntryPaths(names, '').map((result) => result.problems.map((problem) => problem.code));
}

describe('entry names', () => {
  it('keeps an ordinary name, with its blanks, dots and Unicode, without a remark', () => {
    const names = ['logs/setup act.log', '.hidden', 'a..b', 'Prüfung/ログ.evtx', 'CON', '🗎'];
    assert.deepEqual(paths(...names), names);
    assert.deepEqual(
      codes(...names),
      names.map(() => []),
    );
  });

  it('takes a backslash as a separator and does not call that a danger', () => {
    assert.deepEqual(paths('(62) FoldersFiles x\\ime.log'), ['(62) FoldersFiles x/ime.log']);
    assert.deepEqual(codes('a\\b'), [[]]);
  });

  it('never leads outside, whatever the name tries', () => {
    const hostile: readonly (readonly [string, string])[] = [
      ['../../evil', 'evil'],
      ['a/../../evil', 'a/evil'],
      ['..\\evil', 'evil'],
      ['/etc/passwd', 'etc/passwd'],
      ['\\\\server\\share\\x', 'server/share/x'],
      ['C:/xt', 'xt'],
      ['c:evil.exe', 'evil.exe'],
      ['C:C:\\x', 'x'],
      ['../C:/x', 'x'],
      ['a//b/./c', 'a/b/c'],
      ['.. /x', 'x'],
      ['.../x', 'x'],
      ['a\0b.txt', 'ab.txt'],
      ['.\0./x', 'x'],
      ['line\nbreak\u2028.txt', 'linebreak.txt'],
      ['\u202Etxt.exe', 'txt.exe'],
      ['\ud800x', 'x'],
    ];
    for (const [rawName, expected] of hostile) {
      assert.deepEqual(paths(rawName), [expected], JSON.stringify(rawName));
      assert.deepEqual(codes(rawName), [['archive.name-neutralised']], JSON.stringify(rawName));
    }
  });

  it('calls an entry of whose name nothing is left unnamed', () => {
    assert.deepEqual(paths('', '..', 'C:'), ['unnamed', 'unnamed (2)', 'unnamed (3)']);
  });

  it('numbers doubles before the extension, without regard to case', () => {
    assert.deepEqual(paths('a.log', 'A.LOG', 'x/a.log', 'x\\a.log', 'noext', 'noext', '.rc', '.rc'), [
      'a.log',
      'A (2).LOG',
      'x/a.log',
      'x/a (2).log',
      'noext',
      'noext (2)',
      '.rc',
      '.rc (2)',
    ]);
    assert.deepEqual(codes('a', 'A'), [[], ['archive.name-duplicate']]);
  });

  it('leaves a name that occurs once alone, even where a double wants it', () => {
    assert.deepEqual(paths('a.log', 'a.log', 'a (2).log'), ['a.log', 'a (3).log', 'a (2).log']);
  });

  it('shortens an over-long name in the middle and an over-long path from the outside', () => {
    const [long] = paths(`${'n'.repeat(70_000)}.evtx`);
    assert.ok(long!.length <= 255 && long!.endsWith('.evtx'), long);
    const [deep] = paths(`${'folder/'.repeat(9000)}system.evtx`);
    assert.ok(deep!.length <= 1000 && deep!.endsWith('/folder/system.evtx'), deep);
    const [emoji] = paths('🗎'.repeat(300));
    assert.doesNotMatch(emoji!, /\p{Surrogate}/u);
  });

  it('says where and what in a sentence of bearable length', () => {
    const [result] = safeEntryPaths([`../${'n'.repeat(60_000)}`], 'logs/inner.zip');
    const [problem] = result!.problems;
    assert.ok(problem!.where.startsWith('logs/inner.zip/nnn'));
    assert.ok(problem!.detail.length < 500);
  });

  it('knows a directory by the separator at its end', () => {
    assert.deepEqual(['a/', 'a\\', 'a', ''].map(isDirectoryName), [true, true, false, false]);
  });

  it('takes 100,000 equal names, and as many that fight over the numbers, in linear time', () => {
    const same = Array.from({ length: 100_000 }, () => 'same.log');
    const fighting = Array.from({ length: 50_000 }, (_, index) => [`f (${index}).log`, 'f.log']).flat();
    assertLinear(5000, () => {
      assert.equal(new Set(paths(...same)).size, 100_000);
      assert.equal(new Set(paths(...fighting)).size, 100_000);
    });
  });
});
