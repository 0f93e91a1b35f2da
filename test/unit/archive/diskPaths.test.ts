import assert from 'node:assert/strict';
import { diskPaths } from '../../../src/core/archive/diskPaths';
import { assertQuick } from '../logs/assertQuick';

describe('paths on disk', () => {
  it('leave good names alone', () => {
    const paths = ['(15) Events System Events.evtx', 'in.cab/Aufzeichnung ü.log', 'in.cab/a.b.c'];
    assert.deepEqual(diskPaths(paths), paths);
  });

  it('lead nowhere but below their folder', () => {
    assert.deepEqual(diskPaths(['../../a', '/etc/passwd', 'C:\\Windows\\b.dll', 'x/./y/..', '']), [
      'a',
      'etc/passwd',
      'Windows/b.dll',
      'x/y',
      'unnamed',
    ]);
  });

  it('have no name that Windows does not take or takes for something else', () => {
    assert.deepEqual(diskPaths(['ab:stream', 'what?*.txt', 'NUL', 'con.log', 'com1/x', 'end. ', 'LPT¹.a', 'console']), [
      'ab_stream',
      'what__.txt',
      '_NUL',
      '_con.log',
      '_com1/x',
      'end_',
      '_LPT¹.a',
      'console',
    ]);
  });

  it('are unique where upper and lower case are one', () => {
    assert.deepEqual(diskPaths(['a.log', 'A.log', 'a?.log', 'a_.log']), ['a.log', 'A (2).log', 'a_.log', 'a_ (2).log']);
  });

  it('give a file another name than a folder', () => {
    assert.deepEqual(diskPaths(['in.cab', 'in b', 'IN.cab/a', 'x?/b', 'x_']), [
      'in (2).cab',
      'in b',
      'IN.cab/a',
      'x_/b',
      'x_ (2)',
    ]);
  });

  it('are found quickly for many of the same name', () => {
    assertQuick('100,000 doubles', () => {
      const paths = diskPaths(Array.from({ length: 100_000 }, () => 'deep/er/a.log'));
      assert.equal(new Set(paths).size, paths.length);
    });
  });
});
