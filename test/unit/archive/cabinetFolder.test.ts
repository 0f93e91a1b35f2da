import assert from 'node:assert/strict';
import { FolderReader } from '../../../src/core/archive/cabinetFolder';
import { writeCabinet } from '../../bundles/cabinetWriter';
import { logText } from '../../bundles/sampleBytes';
import { assertSameBytes, CountingSource } from './cabinetFixtures';

describe('cabinet folder that is larger than what may be kept', () => {
  const data = logText(1_000_000, 1);
  const keptBytes = 100_000;

  function openFolder(): { reader: FolderReader; source: CountingSource } {
    const bytes = writeCabinet({ folders: [{ packing: 'mszip', files: [{ name: 'a', bytes: data }] }] });
    const view = new DataView(bytes.buffer);
    const folder = {
      dataOffset: view.getUint32(36, true),
      blockCount: view.getUint16(40, true),
      method: { kind: 'mszip' },
    } as const;
    const source = new CountingSource(bytes);
    return { reader: new FolderReader(source, folder, 0, keptBytes), source };
  }

  async function assertPart(reader: FolderReader, start: number, end: number): Promise<void> {
    const part = await reader.read(start, end, undefined);
    assert.ok(part.ok);
    assertSameBytes(part.bytes, data.subarray(start, end));
  }

  it('is read in one pass by who goes forward, also in parts larger than that', async () => {
    const { reader, source } = openFolder();
    for (const [start, end] of [
      [0, 10],
      [5, 40_000],
      [40_000, 700_000],
      [690_000, 1_000_000],
    ] as const) {
      await assertPart(reader, start, end);
    }
    // A block at the end of a chunk is fetched again with the next chunk.
    assert.ok(source.bytesRead < 1.1 * source.size, `${source.bytesRead} of ${source.size} bytes were read`);
    assert.ok(reader.footprint < 500_000, `${reader.footprint} bytes are kept`);
  });

  it('is read again from its beginning by who goes back', async () => {
    const { reader } = openFolder();
    await assertPart(reader, 900_000, 1_000_000);
    await assertPart(reader, 0, 50_000);
    await assertPart(reader, 40_000, 60_000);
  });
});
