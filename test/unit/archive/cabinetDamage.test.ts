import assert from 'node:assert/strict';
import { cabinetChecksum } from '../../../src/core/archive/cabinetChecksum';
import { writeCabinet } from '../../bundles/cabinetWriter';
import type { CabinetSpec } from '../../bundles/cabinetWriter';
import { logText, noise } from '../../bundles/sampleBytes';
import { SeededRandom } from '../../bundles/seededRandom';
import { assertSameBytes, contentOf, openBytes, packings, refusal } from './cabinetFixtures';

const early = { name: 'early', bytes: logText(20_000, 1) };
const middle = { name: 'middle', bytes: logText(150_000, 2) };
const late = { name: 'late', bytes: logText(20_000, 3) };

function oneFolder(packing: CabinetSpec['folders'][number]['packing']): Uint8Array<ArrayBuffer> {
  return writeCabinet({ folders: [{ packing, files: [early, middle, late] }] });
}

const filesOffset = (bytes: Uint8Array<ArrayBuffer>): number => new DataView(bytes.buffer).getUint32(16, true);
const dataOffset = (bytes: Uint8Array<ArrayBuffer>): number => new DataView(bytes.buffer).getUint32(36, true);

describe('damaged cabinet', () => {
  it('is a listing with a problem when it is no cabinet at all', async () => {
    for (const bytes of [new Uint8Array(0), noise(20, 1), noise(5000, 2), oneFolder('stored').slice(0, 30)]) {
      const listing = await openBytes(bytes);
      assert.deepEqual(listing.entries, []);
      assert.deepEqual(
        listing.problems.map(({ severity, code }) => `${severity} ${code}`),
        ['error cab.not-a-cabinet'],
      );
    }
  });

  for (const [name, packing] of packings) {
    it(`${name}: keeps the files before the place where it is cut off`, async () => {
      const whole = oneFolder(packing);
      const start = dataOffset(whole);
      const bytes = whole.slice(0, start + Math.floor((whole.length - start) / 2));
      const listing = await openBytes(bytes);
      assert.deepEqual(
        listing.problems.map(({ code }) => code),
        ['cab.truncated'],
      );
      assertSameBytes(await contentOf(listing.entries[0]), early.bytes);
      assert.equal(refusal(await listing.entries[1]!.read()), 'truncated cab.truncated');
      assert.equal(refusal(await listing.entries[2]!.read()), 'truncated cab.truncated');
    });
  }

  it('delivers content with a warning when a checksum is wrong, and only to the files concerned', async () => {
    const bytes = oneFolder('stored');
    bytes[dataOffset(bytes) + 3 * (8 + 32_768) + 100]! ^= 0x40;
    const { entries } = await openBytes(bytes);
    assertSameBytes(await contentOf(entries[0]), early.bytes);
    assertSameBytes(await contentOf(entries[2]), late.bytes);
    const content = await entries[1]!.read();
    assert.ok(content.ok);
    assert.equal(content.bytes.length, middle.bytes.length);
    assert.deepEqual(
      content.problems.map(({ severity, code, where }) => [severity, code, where]),
      [['warning', 'cab.checksum-mismatch', 'middle']],
    );
  });

  it('accepts checksums with and without the reserved bytes of a block', async () => {
    const bytes = writeCabinet({
      folders: [{ packing: 'stored', files: [early] }],
      reserve: { header: 0, folder: 0, data: 4 },
    });
    const start = new DataView(bytes.buffer).getUint32(40, true);
    // The writer leaves the reserve zero: this is the checksum without it.
    bytes.set([1, 2, 3, 4], start + 8);
    assertSameBytes(await contentOf((await openBytes(bytes)).entries[0]), early.bytes);
    const packed = bytes.subarray(start + 12);
    const sum = cabinetChecksum(bytes.subarray(start + 4, start + 12), cabinetChecksum(packed, 0));
    new DataView(bytes.buffer).setInt32(start, sum, true);
    assertSameBytes(await contentOf((await openBytes(bytes)).entries[0]), early.bytes);
  });

  it('does not miss a checksum that is not there', async () => {
    const bytes = oneFolder('stored');
    bytes.fill(0, dataOffset(bytes), dataOffset(bytes) + 4);
    assertSameBytes(await contentOf((await openBytes(bytes)).entries[0]), early.bytes);
  });

  it('reads the files before a block that cannot be unpacked', async () => {
    for (const packing of ['mszip', { windowBits: 21 }] as const) {
      const bytes = oneFolder(packing);
      const view = new DataView(bytes.buffer);
      const second = dataOffset(bytes) + 8 + view.getUint16(dataOffset(bytes) + 4, true);
      bytes.fill(0xff, second + 8, second + 200);
      const { entries } = await openBytes(bytes);
      assertSameBytes(await contentOf(entries[0]), early.bytes);
      const content = await entries[1]!.read();
      assert.equal(refusal(content), 'damaged cab.damaged-block');
      assert.match(content.ok ? '' : content.problem.detail, /block 2 of 6.*checksum is wrong/);
      assert.equal(refusal(await entries[2]!.read()), 'damaged cab.damaged-block');
    }
  });

  it('names the neighbour in which a file goes on', async () => {
    const file = { name: 'a', bytes: noise(10, 1) };
    const { entries } = await openBytes(
      writeCabinet({
        folders: [
          {
            packing: 'stored',
            files: [
              { ...file, folderIndex: 0xfffd },
              { ...file, folderIndex: 0xfffe },
              { ...file, folderIndex: 0xffff },
              file,
            ],
          },
        ],
        previous: 'disk1.cab',
        next: 'disk3.cab',
      }),
    );
    const details = ['"disk1.cab"', '"disk3.cab"', '"disk1.cab".*"disk3.cab"', '"disk1.cab"'];
    for (const [index, entry] of entries.entries()) {
      assert.equal(entry.unreadable, 'spanned');
      const content = await entry.read();
      assert.equal(refusal(content), 'spanned cab.spanned');
      assert.match(content.ok ? '' : content.problem.detail, new RegExp(details[index]!));
    }
  });

  it('says which methods it cannot read', async () => {
    for (const [type, name] of [
      [0x1512, 'Quantum'],
      [0x1603, '2^22'],
      [0x000f, '0x000f'],
      [0xd201, '0xd201'],
    ] as const) {
      const bytes = oneFolder('stored');
      new DataView(bytes.buffer).setUint16(42, type, true);
      const { entries } = await openBytes(bytes);
      assert.equal(entries[0]!.unreadable, 'unsupportedMethod');
      const content = await entries[0]!.read();
      assert.equal(refusal(content), 'unsupportedMethod cab.unsupported-method');
      assert.ok(!content.ok && content.problem.detail.includes(name));
    }
  });

  it('knows while listing what cannot be read, and goes on with the rest', async () => {
    const faults: readonly (readonly [string, number, number, string])[] = [
      ['a folder that is not there', 8, 7, 'damaged cab.no-such-folder'],
      ['a size beyond the folder', 0, 0x10_0000, 'truncated cab.beyond-folder'],
      ['a start beyond the folder', 4, 0x7fff_ffff, 'truncated cab.beyond-folder'],
      ['a size beyond the limit', 0, 0xffff_ffff, 'overLimit cab.entry-too-large'],
    ];
    for (const [what, field, value, expected] of faults) {
      const bytes = oneFolder('stored');
      const view = new DataView(bytes.buffer);
      if (field === 8) {
        view.setUint16(filesOffset(bytes) + field, value, true);
      } else {
        view.setUint32(filesOffset(bytes) + field, value, true);
      }
      const { entries } = await openBytes(bytes);
      assert.equal(`${entries[0]!.unreadable} ${entries[0]!.problems[0]?.code}`, expected, what);
      assert.equal(refusal(await entries[0]!.read()), expected, what);
      assertSameBytes(await contentOf(entries[1]), middle.bytes);
    }
  });

  it('notices while unpacking that a file reaches beyond its folder', async () => {
    const bytes = oneFolder('mszip');
    const lastFile = bytes.lastIndexOf(0x6c, dataOffset(bytes)) - 16;
    new DataView(bytes.buffer).setUint32(lastFile, late.bytes.length + 1, true);
    const { entries } = await openBytes(bytes);
    assert.equal(entries[2]!.unreadable, null);
    assert.equal(refusal(await entries[2]!.read()), 'truncated cab.beyond-folder');
  });

  it('refuses files without a name and with one that is too long', async () => {
    const file = { bytes: noise(10, 1) };
    const { entries, problems } = await openBytes(
      writeCabinet({
        folders: [
          {
            packing: 'stored',
            files: [
              { ...file, name: '' },
              { ...file, name: 'n'.repeat(257) },
              { ...file, name: 'n'.repeat(256) },
            ],
          },
        ],
      }),
    );
    assert.deepEqual(problems, []);
    assert.deepEqual(
      entries.map(({ unreadable }) => unreadable),
      ['damaged', 'damaged', null],
    );
    assert.equal(refusal(await entries[0]!.read()), 'damaged cab.bad-name');
    assertSameBytes(await contentOf(entries[2]), file.bytes);
  });

  it('lists what it can of a directory that breaks off', async () => {
    const whole = oneFolder('stored');
    const { entries, problems } = await openBytes(whole.slice(0, filesOffset(whole) + 30));
    assert.deepEqual(
      entries.map(({ path, unreadable }) => [path, unreadable]),
      [['early', 'truncated']],
    );
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['cab.truncated', 'cab.truncated-directory'],
    );
  });

  it('lists no more files than allowed', async () => {
    const { entries, problems } = await openBytes(oneFolder('stored'), { maxEntries: 2 });
    assert.equal(entries.length, 2);
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['cab.too-many-entries'],
    );
  });

  it('refuses a file that unpacks to far more than there is', async () => {
    const files = [{ name: 'zeros', bytes: new Uint8Array(1_000_000) }];
    const bytes = writeCabinet({ folders: [{ packing: { windowBits: 21 }, files }] });
    const { entries } = await openBytes(bytes, { ratioFreeBytes: 100_000, maxRatio: 20 });
    assert.equal(refusal(await entries[0]!.read()), 'overLimit cab.ratio-too-large');
    assertSameBytes(await contentOf((await openBytes(bytes)).entries[0]), files[0]!.bytes);
  });
});

describe('cabinet with random damage', () => {
  const rounds = 60;
  const timeLimitMs = 10_000;

  for (const [name, packing] of packings) {
    it(`${name}: never throws and never hangs`, async function () {
      this.timeout(rounds * timeLimitMs);
      const random = new SeededRandom(packings.findIndex(([other]) => other === name));
      const files = [
        { name: 'text', bytes: logText(5000, 1) },
        { name: 'noise', bytes: noise(500, 2) },
        { name: 'more text', bytes: logText(40_000, 3) },
      ];
      const whole = writeCabinet({ folders: [{ packing, files }], reserve: { header: 4, folder: 4, data: 4 } });
      for (let round = 0; round < rounds; round += 1) {
        const bytes = whole.slice(0, random.below(8) === 0 ? random.below(whole.length) : whole.length);
        // Half of the damage goes to the directory, which is small but steers everything.
        for (let flips = 1 + random.below(6); flips > 0 && bytes.length > 0; flips -= 1) {
          const reach = random.below(2) === 0 ? bytes.length : Math.min(160, bytes.length);
          bytes[random.below(reach)] = random.below(256);
        }
        const started = Date.now();
        const listing = await openBytes(bytes);
        for (const entry of listing.entries) {
          const content = await entry.read();
          assert.ok(!content.ok || content.bytes.length === entry.size);
          assert.ok(content.ok || content.problem.detail !== '');
        }
        assert.ok(Date.now() - started < timeLimitMs, `round ${round} took ${Date.now() - started} ms`);
      }
    });
  }
});
