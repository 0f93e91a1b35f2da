import assert from 'node:assert/strict';
import type { Bundle } from '../../../src/core/bundle/bundle';
import { EventStore } from '../../../src/core/bundle/eventStore';
import { openBundle } from '../../../src/core/bundle/openBundle';
import { MemorySource } from '../../../src/core/bytes/byteSource';
import type { TriageDocument } from '../../../src/core/enrollment/document/triageDocument';
import { triage } from '../../../src/core/enrollment/triage';
import type { EventLog } from '../../../src/core/evtx/eventLog';
import type { EventRecord } from '../../../src/core/evtx/eventRecord';
import { collectMdmDiagnostics } from '../../bundles/mdmCollection';
import { allScenarios } from '../../bundles/scenarios/allScenarios';
import { fakeBundle } from './bundleFakes';
import { newClaims } from './claims';
import { fakeStore, type FakeEvent } from './eventFakes';
import { openWhole, type WholeBundle } from './partialBundle';

/* What logs look like when they were written, exported or cut by something unusual. */

const names = ['policyRebootTap', 'scriptRestart', 'preProvisioning', 'hybridJoin', 'windows23h2NoSystem'] as const;

async function wholeOf(name: string): Promise<WholeBundle> {
  const scenario = allScenarios.find((one) => one.name === name);
  assert.ok(scenario !== undefined, name);
  return openWhole(scenario.tell());
}

/** A bundle with these event logs and nothing else. */
function bundleOf(events: EventStore): Bundle {
  return {
    name: 'odd.cab',
    sha256: '',
    kind: 'mdmDiagnostics',
    container: 'cab',
    members: [],
    problems: [],
    read: () => Promise.reject(new Error('not read here')),
    ...fakeBundle({ events }),
  };
}

/** The bundle with every event record changed. */
function withRecords({ bundle }: WholeBundle, change: (record: EventRecord) => EventRecord): Bundle {
  const files = bundle.logs.events.files.map(({ path, log }) => ({ path, log: changedLog(log, change) }));
  return { ...bundle, logs: { ...bundle.logs, events: new EventStore(files) } };
}

function changedLog(log: EventLog, change: (record: EventRecord) => EventRecord): EventLog {
  return {
    ...log,
    count: log.count,
    columns: log.columns,
    channels: log.channels,
    problems: log.problems,
    providers: log.providers.map((provider) => change({ ...emptyRecord, provider }).provider),
    record: (index) => {
      const record = log.record(index);
      return record === null ? null : change(record);
    },
  };
}

const emptyRecord = { data: [], userData: [] } as unknown as EventRecord;

/**
 * The same thing under a general name, where the log that told more is not there: a restart that no page of OOBE asked
 * for, a sign-in at the lock screen.
 */
function isGeneral(claim: string): boolean {
  return /^class: unexpected instead of script$|^finding (?:reboot\.unexpected|signin\.re-prompt-after-reboot)$/.test(
    claim,
  );
}

/** What is claimed with some confidence beyond what the whole bundle tells. */
function boldClaims(part: TriageDocument, whole: TriageDocument): readonly string[] {
  return newClaims(part, whole).flatMap(({ text, confidence }) => (confidence === 'low' ? [] : [text]));
}

describe('records of an unusual make', () => {
  for (const name of names) {
    it(`providers in lower case tell the same story: ${name}`, async () => {
      const whole = await wholeOf(name);
      const lower = withRecords(whole, (record) => ({ ...record, provider: record.provider.toLowerCase() }));
      assert.deepEqual(triage(lower).document, triage(whole.bundle).document);
    });

    it(`fields without names take away from the story and add nothing to it: ${name}`, async () => {
      const whole = await wholeOf(name);
      const unnamed = withRecords(whole, (record) => ({
        ...record,
        data: record.data.map(({ value }) => ({ name: '', value })),
      }));
      const { document } = triage(unnamed);
      const claims = boldClaims(document, triage(whole.bundle).document);
      assert.deepEqual(
        claims.filter((claim) => !isGeneral(claim)),
        [],
      );
    });

    it(`no fields at all add nothing either: ${name}`, async () => {
      const whole = await wholeOf(name);
      const { document } = triage(withRecords(whole, (record) => ({ ...record, data: [] })));
      const claims = boldClaims(document, triage(whole.bundle).document);
      assert.deepEqual(
        claims.filter((claim) => !isGeneral(claim)),
        [],
      );
    });
  }

  it('a request to restart is read by position where its values have no names', async () => {
    const whole = await wholeOf('scriptRestart');
    const unnamed = withRecords(whole, (record) => ({
      ...record,
      data: record.data.map(({ value }) => ({ name: '', value })),
    }));
    const initiators = ({ reboots }: TriageDocument) => reboots.map(({ initiator }) => initiator?.process);
    assert.deepEqual(initiators(triage(unnamed).document), initiators(triage(whole.bundle).document));
  });
});

describe('one log of a bundle, opened alone', () => {
  for (const name of names) {
    it(`claims nothing that the whole bundle does not: ${name}`, async () => {
      const whole = await wholeOf(name);
      const known = triage(whole.bundle).document;
      for (const file of collectMdmDiagnostics(whole.told)) {
        const source = new MemorySource(Uint8Array.from(file.bytes));
        const opened = await openBundle({ kind: 'file', name: file.name, source });
        if (opened.ok) {
          const claims = boldClaims(triage(opened.bundle).document, known).filter((claim) => !isGeneral(claim));
          assert.deepEqual(claims, [], file.name);
        }
      }
    });
  }
});

describe('a System log that holds starts of the event log service only', () => {
  const service = (minute: number, id: number): FakeEvent => ({
    at: new Date(Date.UTC(2026, 1, 17, 10, minute)).toISOString(),
    provider: 'EventLog',
    id,
  });
  const both = [10, 40, 55].flatMap((minute) => [service(minute, 6009), service(minute, 6005)]);

  for (const [what, events] of [
    ['6005 and 6009', both],
    ['6005', both.filter(({ id }) => id === 6005)],
    ['6009', both.filter(({ id }) => id === 6009)],
  ] as const) {
    it(`shows as many starts, each once, and says nothing of their causes: ${what}`, () => {
      const { document } = triage(bundleOf(fakeStore({ System: events })));
      assert.deepEqual(
        document.boots.map(({ start, kind }) => [start.slice(11, 16), kind]),
        [
          ['10:10', 'firstBoot'],
          ['10:40', 'unknown'],
          ['10:55', 'unknown'],
        ],
      );
      assert.deepEqual(document.reboots, [], 'nothing is seen to have run before them');
      assert.deepEqual(
        document.securityImpact.filter(({ state }) => state !== 'unknown'),
        [],
      );
      assert.deepEqual(
        document.findings.filter(({ severity, gap }) => severity !== 'info' && gap === null),
        [],
      );
    });
  }
});

describe('times that decide nothing', () => {
  it('records of one and the same time are told in the order of writing, and end no loop', () => {
    const at = '2026-02-17T10:00:00.000Z';
    const management = 'Microsoft-Windows-DeviceManagement-Enterprise-Diagnostics-Provider';
    const { document } = triage(
      bundleOf(
        fakeStore({
          System: [
            { at, provider: 'Microsoft-Windows-Kernel-General', id: 12 },
            { at, provider: 'EventLog', id: 6005 },
            { at, provider: 'User32', id: 1074, data: { param1: 'C:\\Windows\\System32\\shutdown.exe (PC)' } },
            { at, provider: 'Microsoft-Windows-Kernel-General', id: 13 },
            { at, provider: 'Microsoft-Windows-Kernel-General', id: 12 },
          ],
          [`${management}/Admin`]: [1, 2, 3].map(() => ({
            at,
            provider: management,
            id: 2800,
            data: { Message1: './Device/Vendor/MSFT/Policy/Config/DeviceGuard/LsaCfgFlags' },
          })),
        }),
      ),
    );
    assert.deepEqual(
      document.reboots.flatMap(({ causes }) =>
        causes.filter(({ verdict }) => verdict !== 'possible' && verdict !== 'refuted'),
      ),
      [],
    );
    assert.ok(document.boots.length <= 2);
  });

  it('a clock that was set thousands of times costs no more than its records', () => {
    const stamp = (index: number): string => new Date(Date.UTC(2026, 1, 17) + index * 1000).toISOString();
    const System = Array.from({ length: 5_000 }, (_, index) => ({
      at: stamp(index),
      provider: 'Microsoft-Windows-Kernel-General',
      id: 1,
      data: { OldTime: stamp(index + 10_000), NewTime: stamp(index), Reason: '1' },
    }));
    const began = performance.now();
    const { clock } = triage(bundleOf(fakeStore({ System }))).document;
    assert.equal(clock.segments?.length, 51);
    assert.ok(performance.now() - began < 5_000);
  });
});

describe('a hundred thousand requests for a restart', () => {
  const management = 'Microsoft-Windows-DeviceManagement-Enterprise-Diagnostics-Provider';
  const flags = (uriOf: (index: number) => string): readonly FakeEvent[] =>
    Array.from({ length: 100_000 }, (_, index) => ({
      at: new Date(Date.UTC(2026, 1, 17, 8) + index * 100).toISOString(),
      provider: management,
      id: 2800,
      data: { Message1: uriOf(index) },
    }));
  const restart = (hour: number): readonly FakeEvent[] => {
    const at = new Date(Date.UTC(2026, 1, 17, hour)).toISOString();
    return [
      { at, provider: 'Microsoft-Windows-Kernel-General', id: 12, data: { StartTime: at } },
      { at, provider: 'EventLog', id: 6005 },
    ];
  };

  for (const [what, uriOf] of [
    ['of one setting', () => './Device/Vendor/MSFT/Policy/Config/DeviceGuard/LsaCfgFlags'],
    ['of as many settings', (index: number) => `./Device/Vendor/MSFT/Policy/Config/Example/Setting${index}`],
  ] as const) {
    it(`${what} are told in a few seconds`, () => {
      const began = performance.now();
      const { document } = triage(
        bundleOf(fakeStore({ System: [7, 8.5, 9, 10, 11].flatMap(restart), [`${management}/Admin`]: flags(uriOf) })),
      );
      assert.ok(document.boots.length >= 4);
      assert.ok(performance.now() - began < 15_000, `${Math.round(performance.now() - began)} ms`);
    });
  }
});
