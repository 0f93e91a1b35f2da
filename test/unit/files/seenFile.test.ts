import assert from 'node:assert/strict';
import { mkdtemp, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isUnchangedNow, noFile, seeFile, type SeenFile } from '../../../src/files/seenFile';

describe('a file that was seen', () => {
  const realNow = Date.now;
  let folder: string;
  let file: string;

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'seen '));
    file = path.join(folder, 'case.json');
    await writeFile(file, 'one');
  });

  afterEach(async () => {
    Date.now = realNow;
    await rm(folder, { recursive: true });
  });

  const see = (before: SeenFile | null = null): Promise<SeenFile> =>
    seeFile(file, before, 100, (size) => new Error(`${size} bytes`));

  /** As if all that was done before had been done long ago. */
  const later = (): void => {
    Date.now = () => realNow() + 60_000;
  };

  it('has no stamp that could also be that of a change in the same moment', async () => {
    assert.equal((await see()).stamp, null);
    later();
    assert.notEqual((await see()).stamp, null);
  });

  it('is not read again while its stamp is the same', async () => {
    later();
    const first = await see();
    assert.equal(await see(first), first);
    assert.equal(isUnchangedNow(file, first), true);
  });

  for (const [how, change] of [
    ['written in place', () => writeFile(file, 'two')],
    [
      'written in place and given its old time',
      async () => {
        const { atime, mtime } = await stat(file);
        await writeFile(file, 'two');
        await utimes(file, atime, mtime);
      },
    ],
    [
      'replaced',
      async () => {
        await writeFile(`${file}.new`, 'two');
        await rename(`${file}.new`, file);
      },
    ],
  ] as const) {
    it(`is another one when it was ${how}, as long as before`, async () => {
      for (const hasStamp of [false, true]) {
        await writeFile(file, 'one');
        Date.now = realNow;
        if (hasStamp) {
          later();
        }
        const before = await see();
        assert.equal(before.stamp !== null, hasStamp);
        await change();
        assert.equal(isUnchangedNow(file, before), false);
        assert.equal(Buffer.from((await see(before)).bytes!).toString(), 'two');
      }
    });
  }

  it('keeps its bytes when it was written anew with the same', async () => {
    const before = await see();
    await writeFile(file, 'one');
    assert.equal((await see(before)).bytes, before.bytes);
    assert.equal(isUnchangedNow(file, before), true);
  });

  it('is none where there is none', async () => {
    const before = await see();
    await rm(file);
    assert.equal(await see(before), noFile);
    assert.equal(isUnchangedNow(file, before), false);
    assert.equal(isUnchangedNow(file, noFile), true);
  });

  it('is not read where it is too large', async () => {
    await writeFile(file, 'x'.repeat(101));
    await assert.rejects(see(), /101 bytes/);
  });
});
