import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { writeCabinet } from '../../bundles/cabinetWriter';
import type { CabinetPacking } from '../../bundles/cabinetWriter';
import { callCode, logText, noise } from '../../bundles/sampleBytes';
import { requireTool } from '../bundles/externalTool';
import { requireData } from '../testData';
import { assertSameBytes, contentOf, openBytes, packings } from './cabinetFixtures';

describe('cabinet of mdmdiagnosticstool', () => {
  it('has all its members, byte for byte', async function () {
    const file = requireData(this, 'bundles', 'win11-23h2.cab');
    const expected = readFileSync(requireData(this, 'bundles', 'members.tsv'), 'utf8')
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => line.split('\t').slice(0, 3));
    const listing = await openBytes(new Uint8Array(readFileSync(file)));
    assert.deepEqual(listing.problems, []);
    const actual: string[][] = [];
    for (const entry of listing.entries) {
      const sha256 = createHash('sha256')
        .update(await contentOf(entry))
        .digest('hex');
      actual.push([entry.path, String(entry.size), sha256]);
    }
    assert.equal(actual.length, 39);
    assert.deepEqual(actual.sort(), expected.sort());
  });
});

describe('cabinet writer', () => {
  const everyKind: readonly (readonly [string, CabinetPacking])[] = [
    ...packings,
    ['LZX aligned', { windowBits: 21, blockKinds: ['aligned'], blockSizes: [40_000] }],
    ['LZX uncompressed', { windowBits: 15, blockKinds: ['uncompressed'], blockSizes: [50_001] }],
    ['LZX mixed', { windowBits: 19, blockKinds: ['verbatim', 'uncompressed', 'aligned'], blockSizes: [30_001] }],
    ['LZX with calls', { windowBits: 18, e8FileSize: 12_000_000 }],
  ];

  it('writes what cabextract reads', function () {
    requireTool(this, 'cabextract');
    const files = [
      { name: 'text.log', bytes: logText(250_000, 1) },
      { name: 'noise.bin', bytes: noise(40_000, 2) },
      { name: 'code.dll', bytes: callCode(120_000, 3) },
      { name: 'zeros.bin', bytes: new Uint8Array(70_000) },
    ];
    const folder = mkdtempSync(path.join(tmpdir(), 'cabinet-'));
    try {
      for (const [name, packing] of everyKind) {
        const cabinet = path.join(folder, 'test.cab');
        const reserve = { header: 20, folder: 4, data: 8 };
        writeFileSync(cabinet, writeCabinet({ folders: [{ packing, files }], reserve, setId: 555 }));
        const run = spawnSync('cabextract', ['-q', '-d', folder, cabinet], { encoding: 'utf8' });
        assert.equal(run.status, 0, `${name}: ${run.stderr}`);
        for (const file of files) {
          assertSameBytes(readFileSync(path.join(folder, file.name)), file.bytes);
        }
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
