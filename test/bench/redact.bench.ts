import { openBundle } from '../../src/core/bundle/openBundle';
import type { Bundle } from '../../src/core/bundle/bundle';
import type { BundleInput } from '../../src/core/bundle/bundleInput';
import { MemorySource } from '../../src/core/bytes/byteSource';
import { identifiersOf } from '../../src/core/redact/identifiersOf';
import { leakCheck } from '../../src/core/redact/leakCheck';
import { redactedBundle } from '../../src/core/redact/redactedBundle';
import { Redactor } from '../../src/core/redact/redactor';
import { inputFromPath } from '../../src/files/inputFromPath';
import { buildBundle } from '../bundles/build';
import { dataPath } from '../bundles/realData';
import { policyRebootTap } from '../bundles/scenarios/policyRebootTap';
import { machineLine } from './machine';

/*
 * "Export Redacted Bundle…" step by step: who is named in it, the redacted zip, the check of the zip. Goal: 1 s for
 * each 3 MB of text. The exit code tells whether it is met.
 */

const goalBytesPerSecond = 3e6;
const largeLogBytes = 100e6;

async function realBundle(): Promise<BundleInput | null> {
  const file = dataPath('bundles', 'win11-23h2.cab');
  if (file === null) {
    console.log('skipped: win11-23h2.cab is not on this machine');
    return null;
  }
  const { input } = await inputFromPath(file);
  return input;
}

/** The agent's log of a synthetic bundle, over and over, as one large file. */
async function largeLog(): Promise<BundleInput> {
  const { name, bytes } = buildBundle(policyRebootTap);
  const bundle = await open({ kind: 'file', name, source: new MemorySource(Uint8Array.from(bytes)) });
  const files = [];
  for (const { path, kind } of bundle.members) {
    const content = kind === 'archive' ? null : await bundle.read(path);
    if (content?.ok === true) {
      const copies = kind === 'cmTrace' ? Math.ceil(largeLogBytes / content.bytes.length) : 1;
      files.push({ path, modified: 0, source: new MemorySource(repeated(content.bytes, copies)) });
    }
  }
  return { kind: 'folder', name: 'large', files };
}

function repeated(bytes: Uint8Array, times: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(bytes.length * times);
  for (let copy = 0; copy < times; copy += 1) {
    whole.set(bytes, copy * bytes.length);
  }
  return whole;
}

async function open(input: BundleInput): Promise<Bundle> {
  const opened = await openBundle(input);
  if (!opened.ok) {
    throw new Error(opened.problem.detail);
  }
  return opened.bundle;
}

async function timed<T>(what: string, work: () => Promise<T>): Promise<{ readonly value: T; readonly ms: number }> {
  const began = performance.now();
  const value = await work();
  const ms = performance.now() - began;
  console.log(`  ${what}: ${ms.toFixed(0)} ms`);
  return { value, ms };
}

async function measure(input: BundleInput): Promise<void> {
  const bundle = await open(input);
  const size = bundle.members.reduce((sum, member) => sum + (member.kind === 'archive' ? 0 : member.size), 0);
  console.log(`${bundle.name}: ${bundle.members.length} members, ${(size / 1e6).toFixed(1)} MB`);
  const found = await timed('identifiers', () => identifiersOf(bundle));
  const { identifiers } = found.value;
  console.log(`  ${identifiers.length} identifiers`);
  const zip = await timed('redacted zip', () => redactedBundle(bundle, new Redactor(identifiers)));
  const check = await timed('leak check', () => leakCheck(zip.value, found.value));
  const seconds = (found.ms + zip.ms + check.ms) / 1000;
  console.log(
    `  ${(size / 1e6 / seconds).toFixed(1)} MB/s, ${check.value.length} leaks, zip of ${zip.value.length} bytes`,
  );
  if (check.value.length > 0 || size / seconds < goalBytesPerSecond) {
    process.exitCode = 1;
  }
}

async function main(): Promise<void> {
  console.log(machineLine());
  for (const sample of [await realBundle(), await largeLog()]) {
    if (sample !== null) {
      await measure(sample);
    }
  }
}

void main();
