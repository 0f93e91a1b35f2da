import { openBundle } from '../../src/core/bundle/openBundle';
import type { Bundle } from '../../src/core/bundle/bundle';
import { MemorySource } from '../../src/core/bytes/byteSource';
import { decodeText } from '../../src/core/bytes/text';
import { triage } from '../../src/core/enrollment/triage';
import { renderEvent } from '../../src/core/logs/eventText';
import { BundleSearch } from '../../src/core/search/bundleSearch';
import { inputFromPath } from '../../src/files/inputFromPath';
import { buildBundle } from '../bundles/build';
import { dataPath } from '../bundles/realData';
import { policyRebootTap } from '../bundles/scenarios/policyRebootTap';
import { machineLine, median } from './machine';

/*
 * Searches of a whole open bundle, beside the simplest way to do the same: decode and render every record, decode every
 * text, and look for the word in it. Goals: a word in at most 1 s and 2 × the simple way, a query of fields alone in at
 * most 200 ms and half of it. The exit code tells whether the goals are met.
 */

const repeats = 7;

interface Goal {
  readonly query: string;
  readonly maxMs: number;
  readonly maxRatio: number;
}

const goals: readonly Goal[] = [
  { query: 'deviceguard', maxMs: 1_000, maxRatio: 2 },
  { query: '"device guard" -provider:Shell-Core', maxMs: 1_000, maxRatio: 2 },
  { query: '/0x8[0-9a-f]{7}\\b/', maxMs: 1_000, maxRatio: 4 },
  { query: 'level:warning+ id:1-5000', maxMs: 200, maxRatio: 0.5 },
  { query: 'provider:"User Device Registration",Shell-Core boot:1', maxMs: 200, maxRatio: 0.5 },
];

async function openSample(): Promise<Bundle> {
  const file = dataPath('bundles', 'win11-23h2.cab');
  if (file === null) {
    console.log('skipped: win11-23h2.cab is not on this machine; a synthetic bundle stands in for it');
  }
  const { name, bytes } = buildBundle(policyRebootTap);
  const input =
    file === null
      ? ({ kind: 'file', name, source: new MemorySource(Uint8Array.from(bytes)) } as const)
      : (await inputFromPath(file)).input;
  const opened = await openBundle(input);
  if (!opened.ok) {
    throw new Error(opened.problem.detail);
  }
  return opened.bundle;
}

/** The simplest search: everything is read and looked at. */
async function readEverything(bundle: Bundle, word: string): Promise<number> {
  let found = 0;
  for (const { log } of bundle.logs.events.files) {
    for (let index = 0; index < log.count; index += 1) {
      const record = log.record(index);
      found += record !== null && renderEvent(record).toLowerCase().includes(word) ? 1 : 0;
    }
  }
  for (const { path, kind, unreadable } of bundle.members) {
    const content = unreadable === null && kind !== 'evtx' && kind !== 'etl' ? await bundle.read(path) : null;
    if (content?.ok === true) {
      found += decodeText(content.bytes)
        .text.toLowerCase()
        .split('\n')
        .filter((line) => line.includes(word)).length;
    }
  }
  return found;
}

/** Processor time: others who use the machine do not count. */
async function measure(
  rounds: number,
  work: () => Promise<number>,
): Promise<{ readonly ms: number; readonly found: number }> {
  let found = 0;
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const before = process.cpuUsage();
    found = await work();
    const { user, system } = process.cpuUsage(before);
    times.push((user + system) / 1000);
  }
  return { ms: median(times), found };
}

async function countMatches(search: BundleSearch, query: string): Promise<number> {
  for await (const update of search.search(query)) {
    if (update.kind === 'end') {
      return update.outcome.problems.length > 0 ? NaN : update.outcome.total;
    }
  }
  return NaN;
}

async function main(): Promise<void> {
  console.log(machineLine());
  const bundle = await openSample();
  const search = new BundleSearch(bundle, triage(bundle));
  console.log(`${bundle.name}: ${bundle.members.length} members, ${bundle.logs.events.count} records`);
  const cold = await measure(1, () => countMatches(search, 'deviceguard'));
  console.log(`first search: ${cold.ms.toFixed(0)} ms`);
  const simple = await measure(repeats, () => readEverything(bundle, 'deviceguard'));
  console.log(`reading everything: ${simple.ms.toFixed(0)} ms (${simple.found} found)`);
  for (const { query, maxMs, maxRatio } of goals) {
    const { ms, found } = await measure(repeats, () => countMatches(search, query));
    const ratio = ms / simple.ms;
    console.log(
      `${query}: ${ms.toFixed(0)} ms (goal ${maxMs}), ${ratio.toFixed(2)} × reading everything (goal ${maxRatio}); ${found} found`,
    );
    if (ratio > maxRatio || ms > maxMs) {
      process.exitCode = 1;
    }
  }
}

void main();
