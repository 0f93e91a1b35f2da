import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { openBundle } from '../../../src/core/bundle/openBundle';
import { MemorySource } from '../../../src/core/bytes/byteSource';
import { triage } from '../../../src/core/enrollment/triage';
import type { TriageDocument } from '../../../src/core/enrollment/document/triageDocument';
import { requireData } from '../testData';

async function triageFile(file: string): Promise<TriageDocument> {
  const name = file.slice(file.lastIndexOf('/') + 1);
  const opened = await openBundle({
    kind: 'file',
    name,
    source: new MemorySource(new Uint8Array(await readFile(file))),
  });
  assert.ok(opened.ok);
  return triage(opened.bundle).document;
}

describe('an unmanaged 23H2 device', () => {
  for (const file of ['win11-23h2.cab', 'win11-23h2-tool.zip']) {
    it(`has no enrollment, no status page and no restart in one (${file})`, async function () {
      const document = await triageFile(requireData(this, 'bundles', file));
      assert.deepEqual(
        document.phases.map(({ state }) => state),
        ['unknown', 'unknown', 'unknown'],
      );
      assert.equal(document.device.joinType, 'none');
      assert.deepEqual(
        document.reboots.map(({ during, expected, causes }) => ({ during, expected, causes })),
        [
          { during: 'setup', expected: true, causes: [] },
          { during: 'preJoin', expected: true, causes: [] },
        ],
      );
      assert.deepEqual(document.signIns, []);
    });
  }

  it('had its clock set back by three hours', async function () {
    const { clock } = await triageFile(requireData(this, 'bundles', 'win11-23h2.cab'));
    assert.equal(clock.steps.length, 1);
    assert.equal(Math.round(clock.steps[0]!.deltaMs / 60_000), -180);
    assert.deepEqual(clock.steps[0]!.evidence, [
      { path: 'microsoft-windows-moderndeployment-diagnostics-provider-autopilot.evtx', recordId: 19 },
    ]);
  });

  it('does not turn 229 Hello checks into a finding, nor the catalogue of URIs into a cause', async function () {
    const document = await triageFile(requireData(this, 'bundles', 'win11-23h2.cab'));
    assert.equal(document.hello.state, 'unknown');
    assert.equal(document.token.state, 'unknown');
    assert.equal(document.policies.rebootCatalog.length, 33);
    assert.deepEqual(document.policies.assignedRebootUris, []);
    assert.deepEqual(
      document.findings.filter(({ id }) => /^(hello|token|reboot|signin)\./.test(id)),
      [],
    );
  });

  it('says that nothing is known of the System log', async function () {
    const { coverage } = await triageFile(requireData(this, 'bundles', 'win11-23h2.cab'));
    assert.equal(coverage.find(({ log }) => log === 'System')?.state, 'notCollected');
  });
});

describe('a log of the management extension alone', () => {
  it('shows one abrupt restart in device setup, with low confidence', async function () {
    const document = await triageFile(requireData(this, 'logs', 'IntuneManagementExtension.log'));
    assert.equal(document.reboots.length, 1);
    const [reboot] = document.reboots;
    assert.equal(reboot?.during, 'deviceSetup');
    assert.equal(reboot.confidence, 'low');
    assert.equal(reboot.time, '2025-08-04T00:45:51.813Z');
    assert.deepEqual(reboot.causes, []);
    assert.equal(reboot.mayBeAgentAlone, true);
  });

  it('shows that the user was signed in without a prompt, five seconds after the hand-over', async function () {
    const { signIns } = await triageFile(requireData(this, 'logs', 'IntuneManagementExtension.log'));
    assert.deepEqual(
      signIns.map(({ class: kind, waitMs, user }) => [kind, Math.round((waitMs ?? 0) / 1000), user.class]),
      [['automatic', 5, 'entra']],
    );
  });
});

describe('a System log of OOBE', () => {
  it('has four starts and three restarts, told in one clock although it was set back by eight hours', async function () {
    const document = await triageFile(requireData(this, 'evtx', 'nicksmet-System.evtx'));
    assert.deepEqual(
      document.boots.map(({ kind }) => kind),
      ['firstBoot', 'restart', 'restart', 'restart'],
    );
    assert.deepEqual(
      document.reboots.map(({ class: kind, initiator }) => [kind, initiator?.process]),
      [
        ['setup', 'winlogon.exe'],
        ['setup', 'winlogon.exe'],
        ['unknown', 'CloudExperienceHostBroker.exe'],
      ],
    );
    const times = document.boots.map(({ start }) => start);
    assert.deepEqual(times, [...times].sort());
  });

  it('tells a shutdown with a later start from a restart', async function () {
    const document = await triageFile(requireData(this, 'evtx', 'sample-with-zero-data-size-event.evtx'));
    assert.deepEqual(
      document.boots.map(({ kind }) => kind),
      ['firstBoot', 'shutdownAndStart', 'restart', 'shutdownAndStart', 'shutdownAndStart'],
    );
    assert.equal(document.reboots[0]?.initiator?.process, 'systempropertiesadvanced.exe');
  });

  it('reads an update restart from its reason code', async function () {
    const document = await triageFile(requireData(this, 'evtx', '2-vss_7-System.evtx'));
    assert.deepEqual(
      document.reboots.map(({ class: kind }) => kind),
      ['setup', 'windowsUpdate'],
    );
  });
});
