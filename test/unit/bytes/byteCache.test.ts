import assert from 'node:assert/strict';
import { ByteCache } from '../../../src/core/bytes/byteCache';

describe('ByteCache', () => {
  it('forgets what was not used for longest once the sum is too large', () => {
    const cache = new ByteCache<string, number>(100);
    cache.set('a', 1, 40);
    cache.set('b', 2, 40);
    assert.equal(cache.get('a'), 1);
    cache.set('c', 3, 40);
    assert.equal(cache.get('b'), undefined);
    assert.deepEqual([cache.get('a'), cache.get('c'), cache.bytes], [1, 3, 80]);
  });

  it('takes the new weight of a value that grew', () => {
    const cache = new ByteCache<string, number>(100);
    cache.set('a', 1, 40);
    cache.set('b', 2, 40);
    cache.set('b', 2, 90);
    assert.deepEqual([cache.get('a'), cache.get('b'), cache.bytes], [undefined, 2, 90]);
  });

  it('does not keep what is larger than all of it, not even an older copy', () => {
    const cache = new ByteCache<string, number>(100);
    cache.set('a', 1, 40);
    cache.set('b', 2, 40);
    cache.set('b', 3, 101);
    assert.deepEqual([cache.get('a'), cache.get('b'), cache.bytes], [1, undefined, 40]);
  });
});
