import assert from 'node:assert/strict';
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { FileSource } from '../../../src/files/fileSource';

describe('a file on disk', () => {
  let folder: string;
  let file: string;
  const content = Uint8Array.from({ length: 1000 }, (_, index) => index % 251);

  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'file source ü '));
    file = path.join(folder, 'a file.bin');
    writeFileSync(file, content);
  });

  after(() => {
    rmSync(folder, { recursive: true });
  });

  it('is read by ranges, which end where the file ends', async () => {
    const source = new FileSource(file, content.length);
    for (const [offset, length] of [
      [0, 10],
      [990, 10],
      [995, 100],
      [1000, 5],
      [5000, 5],
      [7, 0],
    ] as const) {
      const bytes = await source.read(offset, length);
      assert.deepEqual([...bytes], [...content.subarray(offset, offset + length)], `${offset}+${length}`);
    }
    await source.close();
  });

  it('is read by many at once', async () => {
    const source = new FileSource(file, content.length);
    const parts = await Promise.all(Array.from({ length: 100 }, (_, index) => source.read(index * 10, 10)));
    assert.deepEqual([...Buffer.concat(parts)], [...content]);
    await source.close();
  });

  it('ends earlier when it has become shorter', async () => {
    const source = new FileSource(file, content.length + 500);
    assert.equal((await source.read(900, 600)).length, 100);
    await source.close();
  });

  it('is opened again by a read after it was closed', async () => {
    const source = new FileSource(file, content.length);
    await source.close();
    assert.equal((await source.read(0, 1)).length, 1);
    await source.close();
    await source.close();
    assert.equal((await source.read(0, 1)).length, 1);
    await source.close();
  });

  it('that was gone and came back is read again', async () => {
    const source = new FileSource(file, content.length);
    renameSync(file, `${file}.away`);
    await assert.rejects(source.read(0, 1), { code: 'ENOENT' });
    await source.close();
    renameSync(`${file}.away`, file);
    assert.equal((await source.read(0, 1)).length, 1);
    await source.close();
  });

  it('has the hash of its content', async () => {
    const abc = path.join(folder, 'abc');
    writeFileSync(abc, 'abc');
    // FIPS 180-2, appendix B.1.
    assert.equal(
      await new FileSource(abc, 3).sha256(),
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
    await assert.rejects(new FileSource(path.join(folder, 'none'), 3).sha256(), { code: 'ENOENT' });
  });
});
