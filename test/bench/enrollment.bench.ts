import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openBundle } from '../../src/core/bundle/openBundle';
import { triage } from '../../src/core/enrollment/triage';
import { inputFromPath } from '../../src/files/inputFromPath';
import type { EventPayload, EvtxRecord } from '../bundles/evtxRecord';
import { writeEvtx } from '../bundles/evtxWriter';
import { policyRebootTap } from '../bundles/scenarios/policyRebootTap';
import type { Device } from '../bundles/story/device';
import { machineLine, median } from './machine';

/*
 * The triage of many records: the same enrollment day after day over 20 channels, so that not only the records but the
 * starts, restarts, flags and sign-ins grow too. A fresh process each time. Goals: 200,000 records from the folder on
 * disk to the document in 2.5 s and 400 MB, and a cost that grows as the records do; beside it what evtxexport takes
 * to print the same records.
 */

const channelCount = 20;
const sizes = [10_000, 100_000, 200_000, 1_000_000];
/** From here on writing the logs takes longer than reading them: one round, no peer. */
const large = 500_000;
const dayMs = 86_400_000;

interface Run {
  readonly openMs: number;
  readonly triageMs: number;
  readonly wholeMs: number;
  readonly maxRssMb: number;
  readonly records: number;
  readonly boots: number;
}

/** The measured process: says what it did on standard output. */
async function runOnce(folder: string): Promise<void> {
  const start = performance.now();
  const { input, close } = await inputFromPath(folder);
  const opened = await openBundle(input);
  if (!opened.ok) {
    throw new Error(opened.problem.detail);
  }
  const openMs = performance.now() - start;
  const { document } = triage(opened.bundle);
  const triageMs = performance.now() - start - openMs;
  JSON.stringify(document);
  await close();
  console.log(
    JSON.stringify({
      openMs,
      triageMs,
      maxRssMb: process.resourceUsage().maxRSS / 1024,
      records: opened.bundle.logs.events.count,
      boots: document.boots.length,
    }),
  );
}

function measure(folder: string, rounds: number): Run {
  const runs = Array.from({ length: rounds }, () => {
    const start = performance.now();
    const { stdout, stderr, status } = spawnSync(process.execPath, [__filename, '--once', folder], {
      encoding: 'utf8',
      maxBuffer: 1 << 26,
    });
    if (status !== 0) {
      throw new Error(`the run on ${folder} failed: ${stderr}`);
    }
    return { ...(JSON.parse(stdout) as Omit<Run, 'wholeMs'>), wholeMs: performance.now() - start };
  });
  const middle = (field: keyof Run): number => median(runs.map((run) => run[field]));
  return {
    ...runs[0]!,
    openMs: middle('openMs'),
    triageMs: middle('triageMs'),
    wholeMs: middle('wholeMs'),
    maxRssMb: middle('maxRssMb'),
  };
}

/** The records of the device by channel; quiet channels stand in where the story has written to fewer. */
function channelsOf(device: Device): readonly (readonly EvtxRecord[])[] {
  const told = device.channelNames().map((name) => device.records(name));
  const filler = device.records('Application');
  const quiet = Array.from({ length: Math.max(0, channelCount - told.length) }, (_, index) =>
    filler.map((record) => ({ ...record, header: { ...record.header, channel: `Example-Filler/${index + 1}` } })),
  );
  return [...told, ...quiet];
}

/** One channel, told again each day until it has its share of the records. */
function repeated(records: readonly EvtxRecord[], days: number): readonly EvtxRecord[] {
  const first = records[0]?.recordId ?? 1;
  return Array.from({ length: days }, (_, day) =>
    records.map((record, index) => ({
      ...record,
      recordId: first + day * records.length + index,
      timeMs: record.timeMs + day * dayMs,
      payload: laterBy(day * dayMs, record.payload),
    })),
  ).flat();
}

/** Times inside the values, e.g. of a start, move with their record. */
function laterBy(ms: number, payload: EventPayload): EventPayload {
  return payload.shape === 'named'
    ? {
        ...payload,
        fields: payload.fields.map((field) =>
          field.type === 'fileTime' ? { ...field, value: field.value + ms } : field,
        ),
      }
    : payload;
}

function writeFolder(folder: string, wanted: number): void {
  const channels = channelsOf(policyRebootTap.tell().story.device);
  const ofOneDay = channels.reduce((sum, records) => sum + records.length, 0);
  const days = Math.max(1, Math.round(wanted / ofOneDay));
  channels.forEach((records, index) => {
    writeFileSync(path.join(folder, `${index}.evtx`), writeEvtx(repeated(records, days)));
  });
}

function measureEvtxexport(folder: string): number | null {
  if (spawnSync('evtxexport', ['-V']).status !== 0) {
    return null;
  }
  const start = performance.now();
  for (let index = 0; index < channelCount; index += 1) {
    spawnSync('evtxexport', ['-f', 'xml', path.join(folder, `${index}.evtx`)], { stdio: 'ignore' });
  }
  return performance.now() - start;
}

function main(): void {
  console.log(machineLine());
  let perRecord: number | null = null;
  for (const size of sizes) {
    const folder = mkdtempSync(path.join(tmpdir(), 'enrollment-bench-'));
    try {
      writeFolder(folder, size);
      const run = measure(folder, size > large ? 1 : 3);
      const each = (run.openMs + run.triageMs) / run.records;
      perRecord ??= each;
      const peer = size > large ? null : measureEvtxexport(folder);
      console.log(
        [
          `${run.records.toLocaleString('en-US')} records, ${run.boots} starts:`,
          `${(run.wholeMs / 1000).toFixed(2)} s (open ${run.openMs.toFixed(0)} ms, triage ${run.triageMs.toFixed(0)} ms),`,
          `${run.maxRssMb.toFixed(0)} MB,`,
          `${(each / perRecord).toFixed(2)} × the cost of a record in the first row${peer === null ? '' : `, ${(run.wholeMs / peer).toFixed(3)} × evtxexport`}`,
        ].join(' '),
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  }
}

if (process.argv[2] === '--once') {
  void runOnce(process.argv[3]!);
} else {
  main();
}
