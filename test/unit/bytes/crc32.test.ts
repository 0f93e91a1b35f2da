import assert from 'node:assert/strict';
import { crc32 as reference } from 'node:zlib';
import { crc32 } from '../../../src/core/bytes/crc32';

describe('crc32', () => {
  const bytes = Uint8Array.from({ length: 300 }, (_, index) => (index * 7919) >>> 3);

  it('has the check value of the standard', () => {
    assert.equal(crc32(new TextEncoder().encode('123456789')), 0xcbf43926);
    assert.equal(crc32(new Uint8Array()), 0);
  });

  it('agrees with zlib for every length and start', () => {
    for (let length = 0; length < 40; length++) {
      assert.equal(crc32(bytes, length, 2 * length), reference(bytes.subarray(length, 2 * length)), `length ${length}`);
    }
    assert.equal(crc32(bytes), reference(bytes));
  });

  it('goes on from the sum of what came before', () => {
    assert.equal(crc32(bytes, 101, 300, crc32(bytes, 0, 101)), reference(bytes));
  });
});
