import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openEvtx } from '../../../src/core/evtx/evtxFile';
import { buildBundle, type BuiltBundle } from '../../bundles/build';
import { collectMdmDiagnostics } from '../../bundles/mdmCollection';
import { allScenarios } from '../../bundles/scenarios/allScenarios';
import { cleanRun } from '../../bundles/scenarios/cleanRun';
import { policyRebootTap } from '../../bundles/scenarios/policyRebootTap';
import { windows23h2NoSystem } from '../../bundles/scenarios/windows23h2NoSystem';
import type { Scenario } from '../../bundles/scenario';
import { requireTool } from './externalTool';

const bundles = new Map<Scenario, BuiltBundle>();

describe('buildBundle', () => {
  for (const scenario of [policyRebootTap, cleanRun, windows23h2NoSystem]) {
    it(`writes the same bytes of ${scenario.name} every time`, () => {
      assert.equal(sha256(built(scenario).bytes), sha256(buildBundle(scenario).bytes));
    });
  }

  for (const scenario of allScenarios) {
    it(`fills the logs of ${scenario.name} with records that our own decoder reads back`, () => {
      const told = scenario.tell();
      let records = 0;
      for (const { name, bytes } of collectMdmDiagnostics(told).filter((file) => file.name.endsWith('.evtx'))) {
        const log = openEvtx(new Uint8Array(bytes), name);
        assert.deepEqual(log.problems, [], name);
        records += log.count;
        const channel = log.channels[0];
        const written = channel === undefined ? [] : told.story.device.records(channel);
        assert.equal(log.count, written.length, name);
        written.forEach((expected, index) => {
          const record = log.record(index);
          assert.ok(record !== null);
          assert.equal(record.recordId, expected.recordId);
          assert.deepEqual(record.time, { ms: expected.timeMs, ticks: expected.timeTicks });
          assert.equal(record.eventId, expected.header.eventId);
          assert.equal(record.provider, expected.header.provider);
          assert.equal(record.computer, expected.computer);
          assert.equal(record.userSid, expected.userSid);
          assert.equal(record.processId, expected.processId);
          if (expected.payload.shape === 'named') {
            assert.deepEqual(
              record.data.map((field) => field.name),
              expected.payload.fields.map((field) => field.name),
            );
          }
        });
      }
      assert.ok(records > 20, `${records} records`);
    });
  }

  it('gives every scenario a name of its own', () => {
    assert.equal(new Set(allScenarios.map(({ name }) => name)).size, allScenarios.length);
  });

  it('packs the mdm tool’s cabinet so that cabextract tests it sound', function () {
    requireTool(this, 'cabextract');
    inFolder(built(windows23h2NoSystem), (file) => {
      const run = spawnSync('cabextract', ['-t', file], { encoding: 'utf8' });
      assert.equal(run.status, 0, run.stdout + run.stderr);
    });
  });

  it('packs Collect diagnostics so that unzip tests it sound', function () {
    requireTool(this, 'unzip');
    inFolder(built(policyRebootTap), (file) => {
      const run = spawnSync('unzip', ['-tq', file], { encoding: 'utf8' });
      assert.match(run.stdout, /No errors detected/);
    });
  });

  it('exports System only from 24H2 on', () => {
    assert.ok(memberNames(cleanRun).includes('system.evtx'));
    assert.ok(!memberNames(windows23h2NoSystem).some((name) => name === 'system.evtx'));
  });

  it('keeps the records of the channel before in the slack of an empty one', () => {
    const empty = collectMdmDiagnostics(cleanRun.tell()).find((file) => file.name.includes('assignedaccess-admin'));
    assert.ok(empty !== undefined);
    assert.ok(Buffer.from(empty.bytes).includes('Shell-Core', 0, 'utf16le'));
    assert.equal(openEvtx(new Uint8Array(empty.bytes), empty.name).count, 0);
  });

  it('numbers the entries of Collect diagnostics as results.xml lists them', () => {
    const { members } = built(policyRebootTap);
    const results = Buffer.from(members.at(-1)?.bytes ?? []).toString('utf8');
    const items = [...results.matchAll(/<(RegistryKey|Command|Events|FoldersFiles) HRESULT="(-?\d+)">/g)];
    assert.equal(items.length, members.length - 1);
    items.forEach(([, kind, hresult], index) => {
      const { name, bytes } = members[index]!;
      assert.ok(name.startsWith(`(${index + 1}) `), name);
      assert.ok(name.includes(` ${kind ?? ''} `), name);
      assert.equal(name.includes('No Results - Error'), hresult !== '0', name);
      assert.equal(bytes.length === 0, hresult !== '0', name);
    });
  });
});

/** Building takes a while: each bundle once for all tests that only look at it. */
function built(scenario: Scenario): BuiltBundle {
  const bundle = bundles.get(scenario) ?? buildBundle(scenario);
  bundles.set(scenario, bundle);
  return bundle;
}

function memberNames(scenario: Scenario): string[] {
  return built(scenario).members.map(({ name }) => name);
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function inFolder(bundle: BuiltBundle, use: (file: string) => void): void {
  const folder = mkdtempSync(path.join(tmpdir(), 'bundle-'));
  try {
    const file = path.join(folder, bundle.name);
    writeFileSync(file, bundle.bytes);
    assert.deepEqual(readdirSync(folder), [bundle.name]);
    use(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
