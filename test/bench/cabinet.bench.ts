import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { openCabinet } from '../../src/core/archive/cabinet';
import { defaultLimits } from '../../src/core/archive/limits';
import { MemorySource } from '../../src/core/bytes/byteSource';
import { writeCabinet } from '../bundles/cabinetWriter';
import type { CabinetPacking } from '../bundles/cabinetWriter';
import { logText, noise } from '../bundles/sampleBytes';

/*
 * How fast cabinets are unpacked, as ratios to cabextract on the same file, machine and run: absolute figures of a
 * shared machine mean little. Goal: at most 3 × the time of cabextract, its start included. The exit code tells
 * whether it is met where cabextract is there.
 */

const goal = 3;
const rounds = 7;
const samples: readonly (readonly [string, CabinetPacking])[] = [
  ['MSZIP', 'mszip'],
  ['LZX:15', { windowBits: 15 }],
  ['LZX:21', { windowBits: 21 }],
  ['LZX:21 aligned', { windowBits: 21, blockKinds: ['aligned'] }],
];

/** What a bundle is made of, roughly: logs, event logs that are half empty, and something that is packed already. */
function sampleFiles(): { name: string; bytes: Uint8Array }[] {
  return [
    { name: 'report.xml', bytes: logText(16_000_000, 1) },
    { name: 'zeros.evtx', bytes: new Uint8Array(4_000_000) },
    { name: 'packed.bin', bytes: noise(2_000_000, 2) },
    { name: 'setupact.log', bytes: logText(8_000_000, 3) },
  ];
}

async function unpackAll(cabinet: Uint8Array<ArrayBuffer>): Promise<number> {
  const { entries } = await openCabinet(new MemorySource(cabinet), 'bench', defaultLimits);
  let bytes = 0;
  for (const entry of entries) {
    const content = await entry.read();
    if (!content.ok || content.problems.length > 0) {
      throw new Error(`${entry.path} was not read as it should be`);
    }
    bytes += content.bytes.length;
  }
  return bytes;
}

function runCabextract(...args: string[]): void {
  const { status, stderr } = spawnSync('cabextract', ['-q', ...args], { encoding: 'utf8' });
  if (status !== 0) {
    throw new Error(`cabextract: ${stderr}`);
  }
}

/** Medians of the times that pieces of work take, in ms. They take turns, so that a slow moment hits all of them. */
async function medianMs(works: readonly (() => unknown)[]): Promise<number[]> {
  const times = works.map(() => [] as number[]);
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, work] of works.entries()) {
      const start = performance.now();
      await work();
      times[index]!.push(performance.now() - start);
    }
  }
  return times.map((own) => own.sort((left, right) => left - right)[rounds >> 1]!);
}

async function main(): Promise<void> {
  const version = spawnSync('cabextract', ['--version'], { encoding: 'utf8' });
  const hasCabextract = version.status === 0;
  console.log(`machine: ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}; node ${process.version}`);
  console.log(hasCabextract ? version.stdout.trim() : 'skipped: cabextract is not installed, so there are no ratios');

  const files = sampleFiles();
  const folder = mkdtempSync(path.join(tmpdir(), 'cabinet-bench-'));
  let isGoalMet = true;
  try {
    for (const [name, packing] of samples) {
      const cabinet = writeCabinet({ folders: [{ packing, files }] });
      const unpacked = await unpackAll(cabinet);
      const file = path.join(folder, 'bench.cab');
      writeFileSync(file, cabinet);
      const native = hasCabextract
        ? [
            ['-t', file],
            ['-d', folder, file],
          ]
        : [];
      const [ours = NaN, tested, extracted] = await medianMs([
        () => unpackAll(cabinet),
        ...native.map((args) => () => {
          runCabextract(...args);
        }),
      ]);
      const speed = `${ours.toFixed(0)} ms, ${(unpacked / 1000 / ours).toFixed(0)} MB/s`;
      console.log(`${name}: ${cabinet.length} → ${unpacked} bytes: ${speed}`);
      if (tested !== undefined && extracted !== undefined) {
        const ratio = ours / tested;
        isGoalMet &&= ratio <= goal;
        console.log(
          `  ${ratio.toFixed(2)} × cabextract -t (${tested.toFixed(0)} ms), ` +
            `${(ours / extracted).toFixed(2)} × cabextract -d (${extracted.toFixed(0)} ms)`,
        );
      }
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  console.log(isGoalMet ? 'goal met' : `goal missed: more than ${goal} × the time of cabextract`);
  process.exitCode = isGoalMet ? 0 : 1;
}

void main();
