import assert from 'node:assert/strict';
import { SourceReader } from '../../../src/core/bytes/sourceReader';
import { noise } from '../../bundles/sampleBytes';
import { CountingSource } from '../archive/cabinetFixtures';

describe('SourceReader', () => {
  const bytes = noise(700_000, 1);

  it('gives the bytes that were asked for, fewer only at the end', async () => {
    const reader = new SourceReader(new CountingSource(bytes));
    for (const [offset, length] of [
      [0, 10],
      [262_140, 100],
      [262_000, 200],
      [100, 10],
      [5, 600_000],
      [699_995, 10],
      [800_000, 10],
    ] as const) {
      assert.deepEqual(await reader.read(offset, length), bytes.slice(offset, offset + length));
    }
  });

  it('reads a file once however small the steps', async () => {
    const source = new CountingSource(bytes);
    const reader = new SourceReader(source);
    for (let offset = 0; offset < 262_144; offset += 64) {
      await reader.read(offset, 64);
    }
    assert.equal(source.bytesRead, 262_144);
  });
});
