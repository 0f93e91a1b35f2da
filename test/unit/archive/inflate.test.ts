import assert from 'node:assert/strict';
import { constants, deflateRawSync } from 'node:zlib';
import { Inflater } from '../../../src/core/archive/inflate';
import { logText, noise } from '../../bundles/sampleBytes';
import { assertSameBytes } from './cabinetFixtures';

function inflate(packed: Uint8Array, length: number): Uint8Array | string {
  const output = new Uint8Array(length);
  return new Inflater().inflate(packed, output, 0, 0, length) ?? output;
}

describe('inflate', () => {
  const text = logText(90_000, 1);

  it('reads what zlib writes at every level and with every strategy', () => {
    const samples = [text, noise(70_000, 2), new Uint8Array(80_000), Uint8Array.of(7), new Uint8Array(0)];
    const { Z_DEFAULT_STRATEGY, Z_FILTERED, Z_HUFFMAN_ONLY, Z_RLE, Z_FIXED } = constants;
    for (const sample of samples) {
      for (const strategy of [Z_DEFAULT_STRATEGY, Z_FILTERED, Z_HUFFMAN_ONLY, Z_RLE, Z_FIXED]) {
        for (const level of [0, 1, 6, 9]) {
          const unpacked = inflate(deflateRawSync(sample, { level, strategy }), sample.length);
          assert.ok(typeof unpacked !== 'string', `level ${level}, strategy ${strategy}: ${String(unpacked)}`);
          assertSameBytes(unpacked, sample);
        }
      }
    }
  });

  it('reaches back into the history in front of the output, and no further', () => {
    const history = text.subarray(0, 30_000);
    const data = text.subarray(10_000, 40_000);
    const packed = deflateRawSync(data, { dictionary: history });
    const buffer = new Uint8Array(history.length + data.length);
    buffer.set(history);
    assert.equal(new Inflater().inflate(packed, buffer, 0, history.length, buffer.length), null);
    assertSameBytes(buffer.subarray(history.length), data);
    assert.equal(
      new Inflater().inflate(packed, buffer, 15_000, history.length, buffer.length),
      'a match reaches back before the beginning',
    );
  });

  it('insists on the size that was claimed', () => {
    const packed = deflateRawSync(text);
    assert.equal(inflate(packed, text.length - 1), 'the block unpacks to more bytes than it claims');
    assert.equal(inflate(packed, text.length + 1), 'the block unpacks to fewer bytes than it claims');
    const stored = deflateRawSync(text, { level: 0 });
    assert.equal(inflate(stored, text.length - 1), 'the block unpacks to more bytes than it claims');
  });

  it('says so when the data is cut off', () => {
    for (const level of [0, 9]) {
      const packed = deflateRawSync(text, { level });
      for (const length of [0, 1, 100, packed.length / 2, packed.length - 2]) {
        assert.equal(typeof inflate(packed.subarray(0, length), text.length), 'string', `cut to ${length} bytes`);
      }
    }
  });

  it('refuses code lengths that are no code', () => {
    // Final dynamic block; 19 lengths of 1 for the code-length code: far too many short codes.
    const overSubscribed = Uint8Array.of(0x05, 0xe0, ...new Uint8Array(20).fill(0x49));
    assert.equal(inflate(overSubscribed, 100), 'invalid code lengths');
  });

  it('never throws, whatever the bytes', () => {
    for (let seed = 0; seed < 500; seed += 1) {
      const packed = deflateRawSync(text.subarray(0, 3000));
      packed.set(noise(8, seed), (seed * 7) % 100);
      const unpacked = inflate(packed, 3000);
      assert.ok(typeof unpacked === 'string' || unpacked.length === 3000);
    }
  });
});
