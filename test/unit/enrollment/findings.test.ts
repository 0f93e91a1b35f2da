import assert from 'node:assert/strict';
import type { LogCoverage } from '../../../src/core/bundle/coverage';
import { tellFindings } from '../../../src/core/enrollment/findings/tellFindings';
import type { Story } from '../../../src/core/enrollment/findings/rule';
import type { Finding } from '../../../src/core/enrollment/document/findings';
import type { Reboot } from '../../../src/core/enrollment/document/reboots';
import { errorProblem } from '../../../src/core/bytes/problem';

const ref = { path: 'system.evtx', recordId: 1 };

const quiet: Story = {
  schemaVersion: 1,
  bundle: {
    name: 'MDMDiagReport.cab',
    sha256: '00',
    kind: 'mdmDiagnostics',
    container: 'cab',
    members: [{ path: 'system.evtx', kind: 'evtx', size: 1 }],
    unreadable: [],
    problems: [],
  },
  device: { osBuild: null, edition: null, name: null, joinType: null, scenario: null, evidence: [] },
  coverage: [],
  clock: { steps: [], localOffsets: [] },
  boots: [],
  phases: [],
  reboots: [],
  signIns: [],
  token: { state: 'unknown', evidence: [] },
  hello: { state: 'unknown', lockScreenProblem: null, evidence: [] },
  policies: { webSignIn: 'unknown', rebootCatalog: [], assignedRebootUris: [] },
  securityImpact: [],
};

const reboot: Reboot = {
  id: 'reboot-1',
  time: '2026-02-17T13:14:27.000Z',
  rawTime: '2026-02-17T13:14:27.000Z',
  downtimeMs: 25_000,
  boot: 'boot-2',
  during: 'deviceSetup',
  class: 'coalescedPolicy',
  expected: false,
  initiator: null,
  causes: [],
  autoLogonCleared: null,
  tokenLost: null,
  confidence: 'medium',
  evidence: [ref],
};

function log(
  name: string,
  state: LogCoverage['state'],
  first: string | null = null,
  firstRecordId: number | null = null,
): LogCoverage {
  return { log: name, state, records: 1, first, last: first, firstRecordId, missingRecordIds: 0, path: 'x.evtx' };
}

function told(changes: Partial<Story>): readonly Finding[] {
  return tellFindings({ ...quiet, ...changes }, []);
}

function ids(changes: Partial<Story>): readonly string[] {
  return told(changes).map(({ id }) => id);
}

describe('findings', () => {
  it('a bundle in which nothing is wrong has none', () => {
    assert.deepEqual(ids({}), []);
  });

  it('a policy reboot without a known URI asks for the log that would tell, and advises no move', () => {
    const [finding] = told({ reboots: [reboot] });
    assert.equal(finding?.id, 'reboot.policy-in-device-setup');
    assert.doesNotMatch(finding.advice, /user groups/);
    assert.match(finding.wouldDecide.join(), /2800/);
  });

  it('a policy reboot names the URIs that are blamed, and not the refuted ones', () => {
    const causes = (['confirmed', 'refuted'] as const).map((verdict) => ({
      uri: `./Device/Vendor/MSFT/Policy/Config/Area/${verdict}`,
      verdict,
      flaggedAt: reboot.time,
      why: '',
      evidence: [ref] as const,
    }));
    const [finding] = told({ reboots: [{ ...reboot, causes }] });
    assert.match(finding?.title ?? '', /Area\/confirmed$/);
    assert.match(finding?.advice ?? '', /health attestation/);
  });

  it('an app, a power loss and a restart out of the blue are told apart', () => {
    const boots = [{ id: 'boot-2', start: reboot.time, kind: 'powerLoss', evidence: [ref] }] as const;
    assert.deepEqual(ids({ reboots: [{ ...reboot, class: 'application' }] }), ['reboot.application-in-device-setup']);
    assert.deepEqual(ids({ reboots: [{ ...reboot, class: 'unexpected' }] }), ['reboot.unexpected']);
    assert.deepEqual(ids({ boots, reboots: [{ ...reboot, class: 'unexpected' }] }), ['reboot.power-loss']);
  });

  it('an expected reboot before the join is no finding', () => {
    assert.deepEqual(ids({ reboots: [{ ...reboot, class: 'oobeUpdate', during: 'preJoin', expected: true }] }), []);
  });

  it('a log that is missing is said aloud, one of the many others is not', () => {
    assert.deepEqual(ids({ coverage: [log('System', 'notCollected'), log('Other/Operational', 'absent')] }), [
      'coverage.channel-missing',
    ]);
  });

  it('a single log is told once, not channel by channel', () => {
    const bundle = { ...quiet.bundle, kind: 'singleLog' } as const;
    assert.deepEqual(
      ids({ bundle, coverage: [log('System', 'notCollected'), log('Microsoft-Windows-AAD/Operational', 'absent')] }),
      ['coverage.single-log'],
    );
  });

  it('a log that begins inside the enrollment has wrapped, one that begins with its first record has not', () => {
    const phases = [
      {
        id: 'deviceSetup',
        state: 'succeeded',
        start: '2026-02-17T13:00:00.000Z',
        end: '2026-02-17T14:00:00.000Z',
        subcategories: [],
        evidence: [ref],
      },
    ] as const;
    const wrapped = log('System', 'present', '2026-02-17T13:30:00.000Z', 500);
    assert.deepEqual(ids({ phases, coverage: [wrapped] }), ['coverage.log-wrapped']);
    assert.deepEqual(ids({ phases, coverage: [{ ...wrapped, firstRecordId: 1 }] }), []);
    assert.deepEqual(ids({ coverage: [wrapped] }), []);
  });

  it('damage of the bundle comes first, with its reason', () => {
    const bundle = { ...quiet.bundle, problems: [errorProblem('zip.truncated', 'x.zip', 'It is cut off.')] };
    const [finding] = told({ bundle, reboots: [reboot] });
    assert.equal(finding?.id, 'bundle.damaged');
    assert.match(finding.title, /It is cut off/);
  });

  it('unreadable members are named with the reason; only encryption asks for a password', () => {
    const bundle = { ...quiet.bundle, unreadable: [{ path: 'a/b.evtx', reason: 'damaged' }] };
    const [finding] = told({ bundle });
    assert.match(finding?.title ?? '', /b\.evtx \(damaged\)/);
    assert.doesNotMatch(finding?.advice ?? '', /password/);
  });
});
