import assert from 'node:assert/strict';
import { LzxDecoder } from '../../../src/core/archive/lzx';
import { LzxBitWriter } from '../../bundles/lzxBitWriter';
import { encodeLzx } from '../../bundles/lzxEncoder';
import type { LzxBlockKind, LzxOptions } from '../../bundles/lzxEncoder';
import { callCode, logText, noise } from '../../bundles/sampleBytes';
import { assertSameBytes } from './cabinetFixtures';

const frameBytes = 32_768;

function decodeFrames(frames: readonly Uint8Array[], length: number, windowBits: number): Uint8Array {
  const decoder = new LzxDecoder(windowBits);
  const unpacked = new Uint8Array(length);
  for (const [index, frame] of frames.entries()) {
    const target = unpacked.subarray(index * frameBytes, (index + 1) * frameBytes);
    assert.equal(decoder.decode(frame, target), null, `frame ${index}`);
  }
  return unpacked;
}

function assertRoundTrip(data: Uint8Array, options: LzxOptions): void {
  const frames = encodeLzx(data, options);
  assert.equal(frames.length, Math.ceil(data.length / frameBytes));
  assertSameBytes(decodeFrames(frames, data.length, options.windowBits), data);
}

/** What the decoder says about a single frame of `length` bytes. */
function faultOf(frame: Uint8Array, length: number): string | null {
  return new LzxDecoder(15).decode(frame, new Uint8Array(length));
}

describe('LZX', () => {
  const mixed: readonly LzxBlockKind[] = ['verbatim', 'uncompressed', 'aligned', 'uncompressed', 'aligned'];
  const blockKinds: readonly (readonly LzxBlockKind[])[] = [['verbatim'], ['aligned'], ['uncompressed'], mixed];

  for (const kinds of blockKinds) {
    it(`${kinds.join(', ')}: blocks may end anywhere`, () => {
      const data = logText(200_000, 4);
      for (const blockSizes of [[frameBytes], [2 * frameBytes], [1_000_000], [9999], [50_001, 7, 32_760]]) {
        assertRoundTrip(data, { windowBits: 17, blockKinds: kinds, blockSizes });
      }
    });
  }

  it('reaches back over the whole window, and the window moves on', () => {
    for (const windowBits of [15, 16, 18, 21]) {
      const start = noise(5000, 2);
      const data = new Uint8Array(3 * 2 ** windowBits);
      for (const at of [0, 2 ** windowBits - 5000, 2 ** (windowBits + 1) - 20_000, data.length - 5000]) {
        data.set(start, at);
      }
      assertRoundTrip(data, { windowBits });
    }
  });

  it('undoes the translation of calls, also where it was done modulo another size', () => {
    const data = callCode(300_000, 8);
    for (const e8FileSize of [data.length, 12_000_000, 1000]) {
      assertRoundTrip(data, { windowBits: 18, e8FileSize });
      assertRoundTrip(data, { windowBits: 18, e8FileSize, blockKinds: mixed, blockSizes: [40_001] });
    }
    const translated = encodeLzx(data, { windowBits: 18, e8FileSize: data.length, blockKinds: ['uncompressed'] });
    const plain = encodeLzx(data, { windowBits: 18, blockKinds: ['uncompressed'] });
    assert.notDeepEqual(translated[1], plain[1], 'the sample has calls to translate');
  });

  it('leaves calls alone that start among the last ten bytes of a frame', () => {
    const calls = Uint8Array.from({ length: 100_000 }, (_, at) => (at % 5 === 0 ? 0xe8 : 0));
    assertRoundTrip(calls, { windowBits: 16, e8FileSize: 12_000_000 });
  });

  it('finds the padding of an odd uncompressed block in this frame or in the next', () => {
    const data = logText(100_000, 6);
    const options: LzxOptions = {
      windowBits: 16,
      blockKinds: ['verbatim', 'uncompressed'],
      blockSizes: [frameBytes - 1, 1],
    };
    const frames = encodeLzx(data, options);
    assertSameBytes(decodeFrames(frames, data.length, 16), data);
    const [first, second, ...rest] = frames;
    const moved = [first!.subarray(0, -1), Uint8Array.of(0, ...second!), ...rest];
    assertSameBytes(decodeFrames(moved, data.length, 16), data);
  });

  it('says so when a frame is cut off', () => {
    const options: LzxOptions = { windowBits: 15, blockKinds: ['verbatim', 'uncompressed'], blockSizes: [20_000] };
    const [frame] = encodeLzx(logText(frameBytes, 3), options);
    assert.equal(faultOf(frame!, frameBytes), null);
    for (const length of [0, 1, 20, frame!.length / 4, frame!.length - 2]) {
      assert.notEqual(faultOf(frame!.slice(0, length), frameBytes), null, `cut to ${length} bytes`);
    }
  });

  it('says so when a frame ends before its last symbol', () => {
    const [frame] = encodeLzx(logText(frameBytes, 3), { windowBits: 15 });
    assert.equal(faultOf(frame!.slice(0, -4), frameBytes), 'the compressed data ends early');
  });

  it('says so when a match crosses the end of its frame', () => {
    const [frame] = encodeLzx(new Uint8Array(frameBytes), { windowBits: 15 });
    assert.equal(faultOf(frame!, 100), 'a match crosses the end of its block');
  });

  it('says so when a block is of no known type', () => {
    for (const type of [0, 4, 7]) {
      const writer = new LzxBitWriter();
      writer.put(0, 1);
      writer.put(type, 3);
      writer.put(100, 24);
      assert.equal(faultOf(writer.endFrame(), 100), 'unknown LZX block type');
    }
  });

  it('says so when a match reaches back before the beginning', () => {
    // The recent offsets that an uncompressed block brings along are used by the verbatim block behind it.
    const data = Uint8Array.of(1, 2, 3, 4, ...new Uint8Array(96).fill(4));
    const options: LzxOptions = { windowBits: 15, blockKinds: ['uncompressed', 'verbatim'], blockSizes: [4, 96] };
    const [frame] = encodeLzx(data, options);
    assert.equal(faultOf(frame!, data.length), null);
    const recentOffsets = 4;
    for (const offset of [0, -1, 6, 0x7fff_ffff]) {
      const broken = frame!.slice();
      new DataView(broken.buffer).setInt32(recentOffsets, offset, true);
      assert.equal(faultOf(broken, data.length), 'a match reaches back before the beginning', `offset ${offset}`);
    }
  });

  it('never throws, whatever the bytes', () => {
    for (let seed = 0; seed < 300; seed += 1) {
      const frame = noise(seed * 3, seed);
      // Most random frames would already fail on the type of the block.
      frame.set([0x00, 0x10 + 0x10 * (seed % 3)].slice(0, frame.length));
      assert.notEqual(faultOf(frame, frameBytes), null);
    }
  });
});
