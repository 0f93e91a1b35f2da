import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openBundle } from '../../src/core/bundle/openBundle';
import type { Bundle } from '../../src/core/bundle/bundle';
import { triage } from '../../src/core/enrollment/triage';
import { inputFromPath } from '../../src/files/inputFromPath';
import { buildBundle } from '../bundles/build';
import { allScenarios } from '../bundles/scenarios/allScenarios';
import { dataPath } from '../bundles/realData';
import { machineLine, median } from './machine';

/*
 * From a bundle on disk to its triage document, a fresh process each time, node's own start included; beside it the
 * time that evtxexport takes for nothing but the event logs of the same bundle. Goals: less than that, and a peak
 * memory of at most 4 × the unpacked size (node's own 45 MB or so weigh on small bundles).
 */

const rounds = 5;

interface Run {
  readonly ms: number;
  readonly maxRssMb: number;
  readonly unpackedMb: number;
  readonly members: number;
  readonly records: number;
}

async function open(file: string): Promise<{ bundle: Bundle; close: () => Promise<void> }> {
  const { input, close } = await inputFromPath(file);
  const opened = await openBundle(input);
  if (!opened.ok) {
    throw new Error(`${file}: ${opened.problem.detail}`);
  }
  return { bundle: opened.bundle, close };
}

/** The measured process: says what it did on standard output. */
async function runOnce(file: string): Promise<void> {
  const { bundle, close } = await open(file);
  JSON.stringify(triage(bundle).document);
  await close();
  const unpacked = bundle.members.reduce((sum, { size, kind }) => sum + (kind === 'archive' ? 0 : size), 0);
  console.log(
    JSON.stringify({
      maxRssMb: process.resourceUsage().maxRSS / 1024,
      unpackedMb: unpacked / 1e6,
      members: bundle.members.length,
      records: bundle.logs.events.count,
    }),
  );
}

function measure(file: string): Run {
  const runs = Array.from({ length: rounds }, () => {
    const start = performance.now();
    const { stdout, status } = spawnSync(process.execPath, [__filename, '--once', file], { encoding: 'utf8' });
    if (status !== 0) {
      throw new Error(`the run on ${file} failed`);
    }
    return { ms: performance.now() - start, ...(JSON.parse(stdout) as Omit<Run, 'ms'>) };
  });
  return { ...runs[0]!, ms: median(runs.map(({ ms }) => ms)), maxRssMb: median(runs.map(({ maxRssMb }) => maxRssMb)) };
}

/** Wall time of evtxexport over the .evtx members, which lie unpacked in `folder`; `null` where it is not installed. */
function measureEvtxexport(folder: string): number | null {
  const logs = readdirSync(folder).map((name) => path.join(folder, name));
  if (spawnSync('evtxexport', ['-V']).status !== 0 || logs.length === 0) {
    return null;
  }
  return median(
    Array.from({ length: 3 }, () => {
      const start = performance.now();
      for (const log of logs) {
        spawnSync('evtxexport', ['-f', 'xml', log], { maxBuffer: 1 << 30 });
      }
      return performance.now() - start;
    }),
  );
}

async function unpackLogs(file: string, folder: string): Promise<void> {
  const { bundle, close } = await open(file);
  for (const [index, member] of bundle.members.filter(({ kind }) => kind === 'evtx').entries()) {
    const content = await bundle.read(member.path);
    if (content.ok) {
      writeFileSync(path.join(folder, `${index}.evtx`), content.bytes);
    }
  }
  await close();
}

async function main(): Promise<void> {
  console.log(machineLine());
  const folder = mkdtempSync(path.join(tmpdir(), 'bundle-bench-'));
  try {
    const files = allScenarios.map((scenario) => {
      const { name, bytes } = buildBundle(scenario);
      const file = path.join(folder, `${scenario.name}-${name}`);
      writeFileSync(file, bytes);
      return file;
    });
    for (const name of ['win11-23h2.cab', 'win11-23h2-tool.zip', 'collect-diagnostics.zip']) {
      const file = dataPath('bundles', name);
      if (file === null) {
        console.log(`skipped: ${name} is not on this machine`);
      } else {
        files.push(file);
      }
    }
    for (const file of files) {
      const logs = mkdtempSync(path.join(folder, 'evtx-'));
      await unpackLogs(file, logs);
      const run = measure(file);
      const peer = measureEvtxexport(logs);
      const ratio =
        peer === null
          ? 'evtxexport is not installed'
          : `${(run.ms / peer).toFixed(2)} × evtxexport on its .evtx alone (${peer.toFixed(0)} ms)`;
      const memory = `${run.maxRssMb.toFixed(0)} MB peak, ${(run.maxRssMb / run.unpackedMb).toFixed(1)} × its ${run.unpackedMb.toFixed(1)} MB`;
      console.log(
        `${path.basename(file)}: ${run.members} members, ${run.records} records, ${run.ms.toFixed(0)} ms, ${ratio}; ${memory}`,
      );
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const [flag, file] = process.argv.slice(2);
void (flag === '--once' && file !== undefined ? runOnce(file) : main());
