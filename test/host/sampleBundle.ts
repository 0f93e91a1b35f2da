import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import * as vscode from 'vscode';
import { BundleClient } from '../../src/host/bundle/bundleClient';
import { bundleKey } from '../../src/host/bundle/bundleKey';
import { locateBundle } from '../../src/host/bundle/bundleSource';
import type { WorkerProgram } from '../../src/host/bundle/bundleWorker';
import { longestPart, OpenBundle } from '../../src/host/bundle/openBundle';
import { engineFrom, readEngine } from '../../src/host/engine';
import type { RedactionRequest } from '../../src/protocol/bundleService';
import { type BuiltBundle, buildBundle } from '../bundles/build';
import type { Scenario } from '../bundles/scenario';
import { policyRebootTap } from '../bundles/scenarios/policyRebootTap';

/** A bundle on disk, in a folder of its own. */
export interface SampleBundle {
  readonly uri: vscode.Uri;
  /** The key that its content has in URIs. */
  readonly key: string;
  readonly built: BuiltBundle;
  remove(): void;
}

/** Writes the bundle of a scenario: a policy reboot with a second sign-in, unless another one is wanted. */
export function writeSampleBundle(scenario: Scenario = policyRebootTap): SampleBundle {
  const built = buildBundle(scenario);
  const folder = mkdtempSync(path.join(tmpdir(), 'triage-host-'));
  const file = path.join(folder, built.name);
  writeFileSync(file, built.bytes);
  return {
    uri: vscode.Uri.file(file),
    key: bundleKey(createHash('sha256').update(built.bytes).digest('hex')),
    built,
    remove() {
      rmSync(folder, { recursive: true });
    },
  };
}

/** Gives what a test runs beside the extension the engine of the extension. */
export function useShippedEngine(): void {
  engineFrom(() => readEngine(shippedProgram()));
}

function shippedProgram(): WorkerProgram {
  const script = vscode.Uri.joinPath(extension().extensionUri, 'dist', 'triage.js').fsPath;
  return { script, start: { translationFile: null } };
}

/** Reads a bundle with the worker of the extension, beside what the extension itself has open. */
export async function readBundle(uri: vscode.Uri, redaction: RedactionRequest | null = null): Promise<OpenBundle> {
  const client = new BundleClient(
    shippedProgram(),
    async () => ({ ...(await locateBundle(uri)), ...(redaction !== null && { redaction }) }),
    (error) => {
      assert.fail(error);
    },
  );
  return new OpenBundle(uri, Date.now(), await client.open(undefined, {}), client, longestPart, redaction);
}

export function extension(): vscode.Extension<unknown> {
  const found = vscode.extensions.getExtension('autopilot-log-triage.autopilot-log-triage');
  assert.ok(found, 'the extension is not there');
  return found;
}

/** Waits until `get` gives something, 10 seconds at most. */
export async function eventually<T>(what: string, get: () => T | undefined | Promise<T | undefined>): Promise<T> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const value = await get();
    if (value !== undefined) {
      return value;
    }
    await sleep(100);
  }
  return assert.fail(`never: ${what}`);
}
