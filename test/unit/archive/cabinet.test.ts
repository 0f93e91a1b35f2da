import assert from 'node:assert/strict';
import { openCabinet } from '../../../src/core/archive/cabinet';
import { defaultLimits } from '../../../src/core/archive/limits';
import { writeCabinet } from '../../bundles/cabinetWriter';
import { callCode, logText, noise } from '../../bundles/sampleBytes';
import { assertSameBytes, contentOf, CountingSource, openBytes, packings } from './cabinetFixtures';

describe('cabinet', () => {
  for (const [name, packing] of packings) {
    it(`${name}: gives back what was packed, whatever it is`, async () => {
      const files = [
        { name: 'empty.txt', bytes: new Uint8Array(0) },
        { name: 'logs\\setupact.log', bytes: logText(300_000, 7) },
        { name: 'noise.bin', bytes: noise(70_001, 11) },
        { name: 'zeros.bin', bytes: new Uint8Array(100_003) },
        { name: 'code.dll', bytes: callCode(50_000, 13) },
        { name: 'one.bin', bytes: Uint8Array.of(1) },
      ];
      const listing = await openBytes(writeCabinet({ folders: [{ packing, files }] }));
      assert.deepEqual(listing.problems, []);
      assert.deepEqual(
        listing.entries.map(({ path, size }) => [path, size]),
        files.map((file) => [file.name.replaceAll('\\', '/'), file.bytes.length]),
      );
      for (const [index, { bytes }] of files.entries()) {
        assertSameBytes(await contentOf(listing.entries[index]), bytes);
      }
    });
  }

  it('tells names, sizes and times as the cabinet has them', async () => {
    const modified = Date.UTC(2024, 1, 29, 23, 59, 58);
    const bytes = writeCabinet({
      folders: [{ packing: 'stored', files: [{ name: 'a\\b.txt', bytes: noise(3, 1), modified }] }],
    });
    const [entry] = (await openBytes(bytes)).entries;
    assert.equal(entry?.rawName, 'a\\b.txt');
    assert.equal(entry.path, 'a/b.txt');
    assert.equal(entry.size, 3);
    assert.equal(entry.modified, modified);
    assert.equal(entry.unreadable, null);
    assert.deepEqual(entry.problems, []);
  });

  it('has no time where the date is none', async () => {
    const bytes = writeCabinet({ folders: [{ packing: 'stored', files: [{ name: 'a', bytes: noise(3, 1) }] }] });
    const filesOffset = new DataView(bytes.buffer).getUint32(16, true);
    bytes.fill(0, filesOffset + 10, filesOffset + 14);
    const [entry] = (await openBytes(bytes)).entries;
    assert.equal(entry?.modified, null);
  });

  it('reads names as UTF-8 when they are flagged so, else as windows-1252', async () => {
    const nameBytes = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));
    const file = { bytes: noise(3, 1) };
    const listing = await openBytes(
      writeCabinet({
        folders: [
          {
            packing: 'stored',
            files: [
              { ...file, name: 'Geräte–Übersicht.log' },
              { ...file, name: nameBytes('Ger\xe4te\x96\xdcbersicht.txt') },
              { ...file, name: nameBytes('not flagged \xc3\xa4.txt') },
              { ...file, name: nameBytes('not utf-8 \xe4\x80.txt'), attributes: 0xa0 },
            ],
          },
        ],
      }),
    );
    assert.deepEqual(
      listing.entries.map(({ path }) => path),
      ['Geräte–Übersicht.log', 'Geräte–Übersicht.txt', 'not flagged Ã¤.txt', 'not utf-8 ä€.txt'],
    );
  });

  it('neutralises names that lead outside and says so', async () => {
    const files = [{ name: '..\\..\\evil.cmd', bytes: noise(9, 1) }];
    const [entry] = (await openBytes(writeCabinet({ folders: [{ packing: 'stored', files }] }))).entries;
    assert.equal(entry?.path, 'evil.cmd');
    assert.equal(entry.rawName, '..\\..\\evil.cmd');
    assert.deepEqual(
      entry.problems.map(({ code }) => code),
      ['archive.name-neutralised'],
    );
    assertSameBytes(await contentOf(entry), noise(9, 1));
  });

  it('reads several folders, each packed in its own way, in any order', async () => {
    const folders = packings.map(([name, packing], index) => ({
      packing,
      files: [0, 1].map((number) => ({ name: `${name} ${number}`, bytes: logText(40_000 + index, index + number) })),
    }));
    const listing = await openBytes(writeCabinet({ folders, setId: 555 }));
    const expected = folders.flatMap(({ files }) => files);
    for (const index of [...expected.keys()].reverse()) {
      assertSameBytes(await contentOf(listing.entries[index]), expected[index]!.bytes);
    }
  });

  it('skips the areas that programs may reserve', async () => {
    for (const [, packing] of packings) {
      const files = [{ name: 'a', bytes: logText(100_000, 3) }];
      const reserve = { header: 6144, folder: 8, data: 20 };
      const listing = await openBytes(writeCabinet({ folders: [{ packing, files }], reserve }));
      assertSameBytes(await contentOf(listing.entries[0]), files[0]!.bytes);
    }
  });

  it('reads only as much of a folder as a file needs, and every part once', async () => {
    const files = [
      { name: 'first', bytes: noise(1000, 1) },
      { name: 'rest', bytes: noise(4_000_000, 2) },
    ];
    const source = new CountingSource(writeCabinet({ folders: [{ packing: 'stored', files }] }));
    const listing = await openCabinet(source, '', defaultLimits);
    await contentOf(listing.entries[0]);
    assert.ok(source.bytesRead < source.size / 4, `${source.bytesRead} of ${source.size} bytes were read`);
    await contentOf(listing.entries[1]);
    const readSoFar = source.bytesRead;
    assertSameBytes(await contentOf(listing.entries[0]), files[0]!.bytes);
    assertSameBytes(await contentOf(listing.entries[1]), files[1]!.bytes);
    assert.equal(source.bytesRead, readSoFar);
  });

  it('serves files of one folder that are read at the same time', async () => {
    const files = Array.from({ length: 12 }, (_, index) => ({ name: `${index}`, bytes: logText(90_000, index) }));
    const listing = await openBytes(writeCabinet({ folders: [{ packing: { windowBits: 18 }, files }] }));
    const contents = await Promise.all(listing.entries.toReversed().map((entry) => contentOf(entry)));
    contents.reverse().forEach((content, index) => {
      assertSameBytes(content, files[index]!.bytes);
    });
  });

  it('stops when aborted and can be read afterwards', async () => {
    const files = [{ name: 'a', bytes: logText(3_000_000, 5) }];
    const listing = await openBytes(writeCabinet({ folders: [{ packing: 'mszip', files }] }));
    const controller = new AbortController();
    const reading = listing.entries[0]!.read({ signal: controller.signal });
    controller.abort(new Error('enough'));
    await assert.rejects(reading, /enough/);
    assertSameBytes(await contentOf(listing.entries[0]), files[0]!.bytes);
  });

  it('hands out bytes that nobody else holds', async () => {
    const files = [{ name: 'a', bytes: noise(100, 5) }];
    const listing = await openBytes(writeCabinet({ folders: [{ packing: 'stored', files }] }));
    (await contentOf(listing.entries[0])).fill(0);
    assertSameBytes(await contentOf(listing.entries[0]), files[0]!.bytes);
  });
});
