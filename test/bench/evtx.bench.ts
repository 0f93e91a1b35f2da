import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { crc32 } from 'node:zlib';
import { crc32 as ownCrc32 } from '../../src/core/bytes/crc32';
import type { EvtxLog } from '../../src/core/evtx/evtxFile';
import { openEvtx } from '../../src/core/evtx/evtxFile';
import { eventKind, namedPayload } from '../bundles/eventKind';
import type { EvtxRecord } from '../bundles/evtxRecord';
import { writeEvtx } from '../bundles/evtxWriter';

/*
 * How fast event logs are read, in milliseconds of processor time and as ratios to other readers on the same file,
 * machine and run: absolute figures of a shared machine mean little. Goals: index ≥ 100 × evtxexport, all records
 * decoded ≥ 15 × evtxexport and ≥ 25 × @ts-evtx/core. The exit code tells whether they are met where the other reader
 * is there. The index counts as users get it, with all checksums verified.
 */

const headerBlock = 4096;
const chunkSize = 65_536;
const targetBytes = 30 * 1024 * 1024;
const ownRounds = 15;
const otherRounds = 3;

interface Measured {
  readonly name: string;
  /** Processor time of all threads. */
  readonly ms: number;
  readonly records: number;
}

/** Real logs of several providers where they are on this machine, else one of our own making. */
function sampleLogs(): Uint8Array[] {
  const root = process.env.TRIAGE_TEST_DATA ?? path.resolve(process.cwd(), '..', 'shared', 'data');
  const real = ['security.evtx', 'nicksmet-System.evtx', 'sample-with-irregular-bool-values.evtx']
    .map((name) => path.join(root, 'evtx', name))
    .filter((file) => existsSync(file));
  console.log(real.length > 0 ? `sample: ${real.map((file) => path.basename(file)).join(', ')}` : 'sample: synthetic');
  return real.length > 0 ? real.map((file) => new Uint8Array(readFileSync(file))) : [syntheticLog()];
}

function syntheticLog(): Uint8Array {
  const kind = eventKind(
    { provider: 'Contoso-Benchmark', guid: null, channel: 'Contoso/Operational', keywords: 0x8000000000000000n },
    1000,
    {
      user: 'string',
      domain: 'string',
      id: 'guid',
      sid: 'sid',
      status: 'hex32',
      logonType: 'uint32',
      process: 'string',
    },
  );
  const records = Array.from({ length: 2000 }, (_, index): EvtxRecord => ({
    header: kind.header,
    recordId: index + 1,
    timeMs: 1_700_000_000_000 + index * 1000,
    timeTicks: index,
    computer: 'BENCH-01',
    userSid: 'S-1-5-18',
    processId: 4,
    threadId: 8,
    activityId: null,
    payload: namedPayload(kind, {
      user: `user-${index % 7}`,
      domain: 'CONTOSO',
      id: '{01234567-89AB-CDEF-0123-456789ABCDEF}',
      sid: 'S-1-5-21-1-2-3-1001',
      status: index,
      logonType: 2,
      process: 'C:\\Windows\\System32\\svchost.exe',
    }),
  }));
  return writeEvtx(records);
}

/** The chunks of `logs`, repeated until the file is large enough, under a header that fits. */
function largeLog(logs: readonly Uint8Array[]): Uint8Array {
  const chunks = logs.flatMap((log) => {
    const blocks: Uint8Array[] = [];
    for (let at = headerBlock; at + chunkSize <= log.length; at += chunkSize) {
      const block = log.subarray(at, at + chunkSize);
      if (Buffer.from(block.subarray(0, 7)).toString('latin1') === 'ElfChnk') {
        blocks.push(block);
      }
    }
    return blocks;
  });
  const count = Math.floor(targetBytes / chunkSize);
  const file = Buffer.alloc(headerBlock + count * chunkSize);
  file.set(logs[0]!.subarray(0, headerBlock));
  file.writeBigUInt64LE(BigInt(count - 1), 16);
  file.writeUInt16LE(count, 42);
  file.writeUInt32LE(0, 120);
  file.writeUInt32LE(crc32(file.subarray(0, 120)), 124);
  for (let index = 0; index < count; index++) {
    file.set(chunks[index % chunks.length]!, headerBlock + index * chunkSize);
  }
  return new Uint8Array(file);
}

/** The fastest of several rounds: the one that the rest of the machine disturbed least. */
async function fastest(name: string, rounds: number, work: () => number | Promise<number>): Promise<Measured> {
  let ms = Number.POSITIVE_INFINITY;
  let records = 0;
  for (let round = 0; round < rounds; round++) {
    const before = process.cpuUsage();
    records = await work();
    const { user, system } = process.cpuUsage(before);
    ms = Math.min(ms, (user + system) / 1000);
  }
  return { name, ms, records };
}

function decodeAll(log: EvtxLog): number {
  let decoded = 0;
  for (let index = 0; index < log.count; index++) {
    decoded += log.record(index) === null ? 0 : 1;
  }
  return decoded;
}

function renderAll(log: EvtxLog): number {
  let rendered = 0;
  for (let index = 0; index < log.count; index++) {
    rendered += log.xml(index) === null ? 0 : 1;
  }
  return rendered;
}

/** The part of opening a log that every byte has to go through, whatever else is done. */
function checkAll(bytes: Uint8Array): number {
  let chunks = 0;
  for (let at = headerBlock; at < bytes.length; at += chunkSize) {
    ownCrc32(bytes, at, at + chunkSize);
    chunks += 1;
  }
  return chunks;
}

/** libevtx as a process of its own, its output written to a file; `null` where it is not installed. */
function measureEvtxexport(file: string): Measured | null {
  const times: number[] = [];
  for (let round = 0; round < otherRounds; round++) {
    // The last line that `times` prints is the user and system time of the children, as in "0m1.234s 0m0.056s".
    const run = spawnSync('sh', ['-c', 'evtxexport -f xml "$0" > "$0.xml" && times', file], { encoding: 'utf8' });
    if (run.status !== 0) {
      return null;
    }
    const parts = [
      ...run.stdout
        .trim()
        .split('\n')
        .at(-1)!
        .matchAll(/(\d+)m([\d.]+)s/g),
    ];
    times.push(parts.reduce((sum, [, minutes, seconds]) => sum + Number(minutes) * 60_000 + Number(seconds) * 1000, 0));
  }
  const records = readFileSync(`${file}.xml`, 'latin1').split('<EventRecordID>').length - 1;
  return { name: 'evtxexport -f xml', ms: Math.min(...times), records };
}

async function measureTsEvtx(file: string): Promise<Measured> {
  const { EvtxFile } = await import('@ts-evtx/core');
  return fastest('@ts-evtx/core renderXml', otherRounds, async () => {
    let records = 0;
    for (const record of (await EvtxFile.open(file)).records()) {
      records += record.renderXml().length > 0 ? 1 : 0;
    }
    return records;
  });
}

function print({ name, ms, records }: Measured, bytes: number): void {
  const megabytes = (bytes / 1e6 / (ms / 1000)).toFixed(0).padStart(6);
  const perSecond = Math.round(records / (ms / 1000))
    .toLocaleString('en')
    .padStart(12);
  console.log(
    `${name.padEnd(27)} ${ms.toFixed(0).padStart(7)} ms ${megabytes} MB/s ${perSecond} records/s (${records})`,
  );
}

function checkGoal(ours: Measured, other: Measured | null, goal: number): void {
  if (other === null) {
    console.log(`${ours.name}: nothing to compare with`);
    return;
  }
  const ratio = other.ms / ours.ms;
  console.log(`${ours.name}: ${ratio.toFixed(1)} × ${other.name} (goal ${goal})`);
  if (ratio < goal) {
    process.exitCode = 1;
  }
}

async function main(): Promise<void> {
  const bytes = largeLog(sampleLogs());
  const folder = mkdtempSync(path.join(tmpdir(), 'evtx-bench-'));
  try {
    const file = path.join(folder, 'bench.evtx');
    writeFileSync(file, bytes);
    const exported = measureEvtxexport(file);
    const tsEvtx = await measureTsEvtx(file);
    const sums = await fastest('checksums alone', ownRounds, () => checkAll(bytes));
    const index = await fastest('index with checksums', ownRounds, () => openEvtx(bytes, 'bench').count);
    const log = openEvtx(bytes, 'bench');
    const records = await fastest('all records of an open log', ownRounds, () => decodeAll(log));
    const both = await fastest('index and all records', ownRounds, () => decodeAll(openEvtx(bytes, 'bench')));
    const xml = await fastest('all XML of an open log', ownRounds, () => renderAll(log));
    for (const measured of [index, sums, records, both, xml, exported, tsEvtx]) {
      if (measured !== null) {
        print(measured, bytes.length);
      }
    }
    checkGoal(index, exported, 100);
    checkGoal(records, exported, 15);
    checkGoal(records, tsEvtx, 25);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

void main();
