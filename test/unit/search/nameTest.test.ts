import assert from 'node:assert/strict';
import { nameTest } from '../../../src/core/search/nameTest';

describe('a part of a name', () => {
  const table: readonly (readonly [string, string, boolean])[] = [
    ['user32', 'User32', true],
    ['32', 'User32', true],
    ['33', 'User32', false],
    ['*.log', 'a/b.LOG', true],
    ['*.log', 'a.log.txt', false],
    ['a*b*c', 'a--b--c', true],
    ['a*b*c', 'a--c--b', false],
    ['ab*ba', 'aba', false],
    ['*', '', true],
    ['a*b*b', 'ab', false],
    ['a.c', 'abc', false],
  ];
  for (const [part, name, fits] of table) {
    it(`"${part}" ${fits ? 'fits' : 'does not fit'} "${name}"`, () => {
      assert.equal(nameTest(part)(name), fits);
    });
  }
});
