import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js/lib/zip-core-custom.js';

import type { ArchiveEntry, ArchiveListing } from '../../../src/core/archive/archiveEntry';
import { defaultLimits } from '../../../src/core/archive/limits';
import type { ArchiveLimits } from '../../../src/core/archive/limits';
import { openZip } from '../../../src/core/archive/zipArchive';
import { MemorySource } from '../../../src/core/bytes/byteSource';
import type { ByteSource } from '../../../src/core/bytes/byteSource';
import { toHex } from '../../../src/core/bytes/hex';
import { writeZip } from '../../bundles/zipWriter';
import { requireData } from '../testData';

const utf8 = new TextEncoder();
const text = new TextDecoder();

function open(bytes: Uint8Array<ArrayBuffer>, limits: Partial<ArchiveLimits> = {}): Promise<ArchiveListing> {
  return openZip(new MemorySource(bytes), '', { ...defaultLimits, ...limits });
}

async function contentOf(entry: ArchiveEntry | undefined): Promise<string> {
  const content = await entry!.read();
  assert.ok(content.ok, content.ok ? '' : content.problem.detail);
  return text.decode(content.bytes);
}

function codes(listing: ArchiveListing): string[] {
  return listing.problems.map((problem) => problem.code);
}

/** Repeats but does not compress to nothing. */
const longText = Array.from({ length: 20_000 }, (_, line) => `line ${line * 7919}`).join('\n');

const threeFiles = [
  { name: 'a.txt', content: 'first' },
  { name: 'logs\\long.log', content: longText },
  { name: 'empty.etl', content: '' },
] as const;

/** Offset of the `count`-th occurrence of a signature. */
function offsetOf(bytes: Uint8Array, signature: string, count = 1): number {
  let at = -1;
  for (let found = 0; found < count; found++) {
    at = Buffer.from(bytes).indexOf(signature, at + 1, 'latin1');
  }
  assert.ok(at >= 0);
  return at;
}

async function encryptedZip(zipCrypto: boolean): Promise<Uint8Array<ArrayBuffer>> {
  const zip = new ZipWriter(new Uint8ArrayWriter(), { password: 'opensesame', zipCrypto, useWebWorkers: false });
  await zip.add('secret.log', new Uint8ArrayReader(utf8.encode(longText)));
  return zip.close();
}

describe('zip archives', () => {
  for (const style of ['plain', 'mdmdiagnosticstool'] as const) {
    it(`lists and reads what was written in the ${style} style`, async () => {
      const modified = new Date(Date.UTC(2026, 4, 17, 9, 41, 58));
      const listing = await open(
        writeZip([...threeFiles, { name: 'dir/', content: '' }, { name: 'ü.txt', content: 'x', modified }], { style }),
      );
      assert.deepEqual(codes(listing), []);
      assert.deepEqual(
        listing.entries.map(({ path, rawName, size, unreadable }) => [path, rawName, size, unreadable]),
        [
          ['a.txt', 'a.txt', 5, null],
          ['logs/long.log', 'logs\\long.log', longText.length, null],
          ['empty.etl', 'empty.etl', 0, null],
          ['ü.txt', 'ü.txt', 1, null],
        ],
      );
      assert.equal(listing.entries[3]!.modified, modified.getTime());
      assert.equal(await contentOf(listing.entries[1]), longText);
      assert.equal(await contentOf(listing.entries[2]), '');
    });
  }

  it('reads stored entries, and archives with something in front of them', async () => {
    const before = utf8.encode('MZ this program cannot be run in DOS mode'.repeat(50));
    const listing = await open(writeZip([{ name: 'a.txt', content: 'stored', method: 'stored' }], { before }));
    assert.equal(await contentOf(listing.entries[0]), 'stored');
    assert.deepEqual(codes(listing), ['zip.unusual']);
  });

  it('reads one entry without reading the rest of the file', async () => {
    const noise = Uint8Array.from({ length: 4_000_000 }, (_, index) => (index * 2654435761) >>> 13);
    const bytes = writeZip([
      { name: 'big', content: noise, method: 'stored' },
      { name: 'small', content: 'small' },
    ]);
    let readBytes = 0;
    const memory = new MemorySource(bytes);
    const source: ByteSource = {
      size: bytes.length,
      sha256: () => memory.sha256(),
      read: async (offset, length) => {
        const result = await memory.read(offset, length);
        readBytes += result.length;
        return result;
      },
    };
    const listing = await openZip(source, '', defaultLimits);
    assert.equal(await contentOf(listing.entries[1]), 'small');
    assert.ok(readBytes < 200_000, `${readBytes} bytes`);
  });

  it('names the place of a problem by the path of the archive it is in', async () => {
    const listing = await openZip(
      new MemorySource(writeZip([{ name: '../x', content: '' }])),
      'logs/in.zip',
      defaultLimits,
    );
    assert.equal(listing.entries[0]!.problems[0]!.where, 'logs/in.zip/x');
  });

  it('lists encrypted entries as such and reads them with the password, AES and ZipCrypto', async () => {
    for (const zipCrypto of [false, true]) {
      const entry = (await open(await encryptedZip(zipCrypto))).entries[0]!;
      assert.equal(entry.unreadable, 'encrypted');
      const locked = await entry.read();
      assert.ok(!locked.ok && locked.reason === 'encrypted');
      const unlocked = await entry.read({ password: 'opensesame' });
      assert.ok(unlocked.ok && text.decode(unlocked.bytes) === longText);
    }
  });

  it('calls a wrong password encrypted, also where ZipCrypto lets it pass at first', async () => {
    for (const zipCrypto of [false, true]) {
      const entry = (await open(await encryptedZip(zipCrypto))).entries[0]!;
      // One in 256 wrong passwords passes the only check that ZipCrypto has.
      for (let guess = 0; guess < (zipCrypto ? 600 : 3); guess++) {
        const content = await entry.read({ password: `wrong ${guess}` });
        assert.ok(!content.ok && content.reason === 'encrypted', JSON.stringify(content));
      }
    }
  });

  it('delivers what does not match its checksum, with a warning', async () => {
    const bytes = writeZip([{ name: 'a.log', content: 'half past nine', method: 'stored' }]);
    bytes[offsetOf(bytes, 'half past')] = 0x48;
    const content = await (await open(bytes)).entries[0]!.read();
    assert.ok(content.ok);
    assert.equal(text.decode(content.bytes), 'Half past nine');
    assert.deepEqual(
      content.problems.map(({ code, severity }) => [code, severity]),
      [['zip.crc-mismatch', 'warning']],
    );
  });

  it('calls broken deflate data damaged and leaves the entries beside it readable', async () => {
    const bytes = writeZip(threeFiles);
    bytes.fill(0xff, offsetOf(bytes, 'long.log') + 8, offsetOf(bytes, 'long.log') + 60);
    const { entries } = await open(bytes);
    const content = await entries[1]!.read();
    assert.ok(!content.ok && content.reason === 'damaged');
    assert.equal(await contentOf(entries[0]), 'first');
  });

  it('stops where more comes out than the directory claims', async () => {
    const bytes = writeZip([{ name: 'zeros', content: new Uint8Array(30_000_000) }]);
    new DataView(bytes.buffer).setUint32(offsetOf(bytes, 'PK\x01\x02') + 24, 1000, true);
    const content = await (await open(bytes)).entries[0]!.read();
    assert.ok(!content.ok && content.reason === 'damaged' && content.problem.code === 'zip.size-mismatch');
  });

  it('does not reserve what the directory claims', async () => {
    const bytes = writeZip([{ name: 'tiny', content: 'tiny' }]);
    new DataView(bytes.buffer).setUint32(offsetOf(bytes, 'PK\x01\x02') + 24, 0xf0000000, true);
    const listing = await open(bytes, { maxEntryBytes: 2 ** 40, ratioFreeBytes: 2 ** 40 });
    const before = process.memoryUsage().arrayBuffers;
    const content = await listing.entries[0]!.read();
    assert.ok(!content.ok && content.reason === 'damaged');
    assert.ok(process.memoryUsage().arrayBuffers - before < 50_000_000);
  });

  it('refuses entries over the limits and says which', async () => {
    const bytes = writeZip([
      { name: 'zeros', content: new Uint8Array(2_000_000) },
      { name: 'small', content: 'small' },
    ]);
    const tooLarge = (await open(bytes, { maxEntryBytes: 1_000_000 })).entries;
    assert.deepEqual(
      tooLarge.map((entry) => entry.unreadable),
      ['overLimit', null],
    );
    assert.deepEqual(
      tooLarge[0]!.problems.map((problem) => problem.code),
      ['archive.entry-too-large'],
    );
    const read = await tooLarge[0]!.read();
    assert.ok(!read.ok && read.reason === 'overLimit');
    const tooTight = (await open(bytes, { maxRatio: 100, ratioFreeBytes: 1000 })).entries;
    assert.deepEqual(
      tooTight[0]!.problems.map((problem) => problem.code),
      ['archive.ratio-too-high'],
    );
    const cut = await open(bytes, { maxEntries: 1 });
    assert.deepEqual([cut.entries.length, codes(cut)], [1, ['archive.too-many-entries']]);
  });

  it('recovers entries from their local headers where the archive breaks off, and says so', async () => {
    for (const style of ['plain', 'mdmdiagnosticstool'] as const) {
      const whole = writeZip([...threeFiles, { name: 'last.txt', content: longText }], { style });
      const listing = await open(whole.slice(0, offsetOf(whole, 'last.txt') + 1000));
      assert.deepEqual(
        listing.entries.map((entry) => entry.path),
        ['a.txt', 'logs/long.log', 'empty.etl'],
      );
      assert.deepEqual(codes(listing), ['zip.directory-damaged', 'zip.truncated']);
      assert.equal(await contentOf(listing.entries[1]), longText);
    }
  });

  it('recovers entries where only the directory is broken, and checks what it recovers', async () => {
    const bytes = writeZip(threeFiles);
    bytes[offsetOf(bytes, 'PK\x01\x02', 2)] = 0;
    const listing = await open(bytes);
    assert.equal(listing.entries.length, 3);
    assert.deepEqual(codes(listing), ['zip.directory-damaged']);
    assert.equal(await contentOf(listing.entries[1]), longText);
  });

  it('warns of a zip in the comment of a zip, of which programs show one or the other', async () => {
    const outer = writeZip([{ name: 'outer.txt', content: 'outer' }]);
    const inner = writeZip([{ name: 'inner.txt', content: 'inner' }]);
    new DataView(outer.buffer).setUint16(outer.length - 2, inner.length, true);
    const listing = await open(new Uint8Array([...outer, ...inner]));
    assert.equal(listing.entries.length, 1);
    assert.ok(codes(listing).includes('zip.ambiguous'), codes(listing).join());
  });

  it('scans hostile headers in linear time', async () => {
    const header = Buffer.from('504b03040a00080008000000000000000000000000000000000001000000', 'hex');
    const bytes = new Uint8Array(Buffer.concat(Array.from({ length: 200_000 }, () => header)));
    const started = Date.now();
    const listing = await open(bytes);
    assert.deepEqual([listing.entries.length, codes(listing)], [0, ['zip.directory-damaged']]);
    assert.ok(Date.now() - started < 15_000, `${Date.now() - started} ms`);
  });

  it('makes one error of bytes that are no zip', async () => {
    for (const bytes of [new Uint8Array(0), utf8.encode('PK'), utf8.encode('PK\x03\x04'), new Uint8Array(100_000)]) {
      const listing = await open(bytes);
      assert.deepEqual([listing.entries.length, codes(listing)], [0, ['zip.directory-damaged']]);
    }
  });

  it('rejects with the reason of an aborted signal, before and while reading', async () => {
    const [entry] = (await open(writeZip([{ name: 'zeros', content: new Uint8Array(30_000_000) }]))).entries;
    const reason = new Error('closed');
    await assert.rejects(entry!.read({ signal: AbortSignal.abort(reason) }), reason);
    const controller = new AbortController();
    const reading = entry!.read({ signal: controller.signal });
    setImmediate(() => {
      controller.abort(reason);
    });
    await assert.rejects(reading, reason);
  });

  it('rejects where the medium fails, rather than calling the archive damaged', async () => {
    const bytes = writeZip(threeFiles);
    const memory = new MemorySource(bytes);
    let isLost = false;
    const source: ByteSource = {
      size: bytes.length,
      sha256: () => memory.sha256(),
      read: (offset, length) => (isLost ? Promise.reject(new Error('share lost')) : memory.read(offset, length)),
    };
    const listing = await openZip(source, '', defaultLimits);
    isLost = true;
    await assert.rejects(listing.entries[1]!.read(), /share lost/);
    await assert.rejects(openZip(source, '', defaultLimits), /share lost/);
  });

  it('neither hangs nor throws on mutated archives, and never delivers changed content without a word', async function () {
    this.timeout(60_000);
    let seed = 20_260_517;
    const random = (below: number) => {
      seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
      return Math.floor((seed / 2 ** 32) * below);
    };
    const originals = [writeZip(threeFiles), writeZip(threeFiles, { style: 'mdmdiagnosticstool' })] as const;
    const intact = new Set(threeFiles.map((file) => file.content));
    let delivered = 0;
    for (let round = 0; round < 400; round++) {
      let bytes = originals[round % 2]!.slice();
      for (let change = 0; change <= random(8); change++) {
        // The records at both ends matter most; the middle is compressed data.
        const isTail = random(2) === 0;
        bytes[isTail ? bytes.length - 1 - random(400) : random(bytes.length)] = random(3) === 0 ? 0xff : random(256);
      }
      bytes = random(4) === 0 ? bytes.slice(0, random(bytes.length)) : bytes;
      const listing = await open(bytes);
      for (const entry of listing.entries) {
        const content = await entry.read({ password: 'x' });
        if (content.ok) {
          delivered += 1;
          assert.ok(
            content.problems.length > 0 || content.bytes.length === 0 || intact.has(text.decode(content.bytes)),
            `round ${round}: ${entry.path}`,
          );
        }
      }
    }
    assert.ok(delivered > 200, `${delivered} delivered`);
  });
});

describe('the zip of mdmdiagnosticstool', () => {
  it('holds the 39 members of the cabinet, each with its checksum', async function () {
    const bytes = new Uint8Array(readFileSync(requireData(this, 'bundles', 'win11-23h2-tool.zip')));
    const [, ...rows] = readFileSync(requireData(this, 'bundles', 'members.tsv'), 'utf8')
      .trimEnd()
      .split('\n');
    const listing = await open(bytes);
    assert.deepEqual(listing.problems, []);
    const found: string[] = [];
    for (const entry of listing.entries) {
      const content = await entry.read();
      assert.ok(content.ok && content.problems.length === 0, entry.path);
      found.push([entry.path, content.bytes.length, await new MemorySource(content.bytes).sha256()].join('\t'));
    }
    assert.equal(found.length, 39);
    assert.deepEqual(found.sort(), rows.map((row) => row.split('\t').slice(0, 3).join('\t')).sort());
  });

  it('has the very records that the zip writer imitates', function () {
    const bytes = new Uint8Array(readFileSync(requireData(this, 'bundles', 'win11-23h2-tool.zip')));
    const modified = new Date(Date.UTC(2023, 11, 26, 19, 32, 0));
    const written = writeZip([{ name: 'AutopilotDDSZTDFile.json', content: '', modified }], {
      style: 'mdmdiagnosticstool',
    });
    const hex = (source: Uint8Array, from: number, length: number) => toHex(source.subarray(from, from + length));
    assert.equal(hex(written, 0, 54), hex(bytes, 0, 54), 'local header');
    const central = offsetOf(bytes, 'PK\x01\x02');
    const ours = offsetOf(written, 'PK\x01\x02');
    assert.equal(hex(written, ours, 16), hex(bytes, central, 16), 'central header up to the CRC');
    assert.equal(hex(written, ours + 28, 14), hex(bytes, central + 28, 14), 'central header behind the sizes');
    assert.equal(hex(written, written.length - 22, 22), hex(bytes, bytes.length - 22, 22), 'end record');
    assert.equal(hex(written, written.length - 98, 24), hex(bytes, bytes.length - 98, 24), 'ZIP64 end record');
  });
});
