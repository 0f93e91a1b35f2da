import assert from 'node:assert/strict';
import { countHolding, lastAtOrBelow, lowerBound } from '../../../src/core/bytes/sorted';

describe('the search in sorted numbers', () => {
  const ascending = Float64Array.of(1, 3, 3, 7);

  it('finds the first that is not below a value, and the end where there is none', () => {
    assert.deepEqual(
      [0, 1, 2, 3, 4, 8].map((value) => lowerBound(ascending, value)),
      [0, 0, 1, 1, 3, 4],
    );
  });

  it('stays within its bounds', () => {
    assert.deepEqual([lowerBound(ascending, 0, 2, 3), lowerBound(ascending, 9, 2, 3)], [2, 3]);
  });

  it('finds the last that is at most a value, and -1 where there is none', () => {
    assert.deepEqual(
      [0, 1, 3, 6, 9].map((value) => lastAtOrBelow(ascending, value)),
      [-1, 0, 2, 2, 3],
    );
  });

  it('asks for few of many', () => {
    let asked = 0;
    const count = countHolding(1_000_000, (index) => {
      asked += 1;
      return index < 123_456;
    });
    assert.equal(count, 123_456);
    assert.ok(asked <= 20, `${asked} questions`);
  });
});
