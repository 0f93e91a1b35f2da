import assert from 'node:assert/strict';
import { deflateRawSync } from 'node:zlib';
import { MszipDecoder } from '../../../src/core/archive/mszip';
import { logText } from '../../bundles/sampleBytes';
import { assertSameBytes } from './cabinetFixtures';

describe('MSZIP', () => {
  const first = logText(32_768, 1);
  const second = logText(20_000, 1);
  const block = (data: Uint8Array, history?: Uint8Array): Uint8Array =>
    Uint8Array.of(0x43, 0x4b, ...deflateRawSync(data, history === undefined ? {} : { dictionary: history }));

  it('lets a block reach back into the one before', () => {
    const decoder = new MszipDecoder();
    const target = new Uint8Array(32_768);
    assert.equal(decoder.decode(block(first), target), null);
    assertSameBytes(target, first);
    const shorter = target.subarray(0, second.length);
    assert.equal(decoder.decode(block(second, first), shorter), null);
    assertSameBytes(shorter, second);
  });

  it('does not let the first block reach back before the beginning', () => {
    const fault = new MszipDecoder().decode(block(second, first), new Uint8Array(second.length));
    assert.equal(fault, 'a match reaches back before the beginning');
  });

  it('insists on the signature of a block', () => {
    const unsigned = block(second).fill(0, 0, 1);
    assert.equal(
      new MszipDecoder().decode(unsigned, new Uint8Array(second.length)),
      'an MSZIP block does not start with CK',
    );
  });
});
