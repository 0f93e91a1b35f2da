import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inputFromPath } from '../../../src/files/inputFromPath';

describe('a bundle on disk', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'input ü '));
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  function write(name: string, content = name): string {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
    return file;
  }

  async function listed(): Promise<string[]> {
    const { input, close } = await inputFromPath(folder);
    await close();
    assert.ok(input.kind === 'folder');
    return input.files.map((file) => file.path).sort();
  }

  it('may be a file', async () => {
    const { input, close } = await inputFromPath(write('my logs.cab', '12345'));
    assert.ok(input.kind === 'file');
    assert.equal(input.name, 'my logs.cab');
    assert.equal(input.source.size, 5);
    assert.equal(Buffer.from(await input.source.read(1, 2)).toString(), '23');
    await close();
  });

  it('may be a folder, with the files below it under their paths', async () => {
    write('b.log', 'abc');
    write('sub/deep/a.evtx');
    mkdirSync(path.join(folder, 'empty'));
    const { input, close } = await inputFromPath(`${folder}${path.sep}`);
    assert.ok(input.kind === 'folder');
    assert.equal(input.name, path.basename(folder));
    assert.deepEqual(input.files.map((file) => file.path).sort(), ['b.log', 'sub/deep/a.evtx']);
    const log = input.files.find((file) => file.path === 'b.log')!;
    assert.equal(log.source.size, 3);
    assert.equal(Buffer.from(await log.source.read(0, 9)).toString(), 'abc');
    assert.ok(Math.abs(Date.now() - (log.modified ?? 0)) < 60_000);
    await close();
  });

  it('does not reach beyond its folder by links', async function () {
    write('own.log');
    try {
      symlinkSync(tmpdir(), path.join(folder, 'out'), 'dir');
      symlinkSync(folder, path.join(folder, 'round'), 'dir');
      symlinkSync(path.join(folder, 'own.log'), path.join(folder, 'link.log'), 'file');
    } catch {
      console.log('      skipped: links cannot be made on this machine');
      this.skip();
    }
    assert.deepEqual(await listed(), ['own.log']);
  });

  it('must not be a whole disk', async () => {
    write('a/b/c.log');
    write('d.log');
    await assert.rejects(
      inputFromPath(folder, { maxFiles: 1, maxDepth: 16 }),
      /more than 1 files; open the bundle itself/,
    );
    await assert.rejects(inputFromPath(folder, { maxFiles: 10, maxDepth: 1 }), /more than 1 folders deep/);
    const { close } = await inputFromPath(folder, { maxFiles: 2, maxDepth: 2 });
    await close();
  });

  it('must be there', async () => {
    await assert.rejects(inputFromPath(path.join(folder, 'none')), { code: 'ENOENT' });
  });

  it('must be a file or a folder: a device would never end', async function () {
    if (process.platform === 'win32') {
      console.log('      skipped: devices are no files on this machine');
      this.skip();
    }
    await assert.rejects(inputFromPath('/dev/zero'), /neither a file nor a folder/);
  });
});
