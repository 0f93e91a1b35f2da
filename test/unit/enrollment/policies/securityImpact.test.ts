import assert from 'node:assert/strict';
import { noLogs } from '../../../../src/core/bundle/noLogs';
import type { LogSpan } from '../../../../src/core/enrollment/coverage/coverageStory';
import type { Boot } from '../../../../src/core/enrollment/document/boots';
import type { SecurityArea } from '../../../../src/core/catalog/securityAreas';
import { findEnrollment } from '../../../../src/core/enrollment/policies/enrolledAt';
import type { SecuritySources } from '../../../../src/core/enrollment/policies/measuredAreas';
import { tellSecurityImpact, tpmNotReady } from '../../../../src/core/enrollment/policies/securityStory';
import type { Signal, SignalMeaning } from '../../../../src/core/enrollment/signals/signal';
import { parseTpmInfo } from '../../../../src/core/logs/tpmInfo';
import { sign } from '../signals';
import { boot, policiesOf, starts, systemLog, uris, withReport } from './policyFakes';

interface Story {
  readonly boots?: readonly Boot[];
  readonly system?: LogSpan | null;
  readonly signals?: readonly Signal[];
  readonly logs?: Parameters<typeof policiesOf>[0];
  readonly tpmNotReady?: SecuritySources['tpmNotReady'];
}

/** The device was enrolled at minute 100; the System log is whole and the bundle ends at minute 1000. */
const enrolled = sign(100, { kind: 'mdmEnrolled', succeeded: true }, 'Admin');
const whole = systemLog(1, 1000);

function told({ boots = [boot(50)], system = whole, signals = [enrolled], logs = noLogs, tpmNotReady = null }: Story) {
  const ascending = [...signals].sort((a, b) => a.at - b.at);
  const impacts = tellSecurityImpact(
    {
      signals: ascending,
      enrolled: findEnrollment(ascending, [], [], { joinType: 'entra', scenario: 'userDriven' }),
      starts: starts(boots, system, ascending),
      flagsCovered: () => true,
      tpmNotReady,
    },
    policiesOf(logs, ascending),
  );
  return (area: SecurityArea) => {
    const impact = impacts.find((candidate) => candidate.area === area);
    assert.ok(impact !== undefined);
    return impact;
  };
}

function state(area: SecurityArea, story: Story): string {
  return told(story)(area).state;
}

const measured = ['deviceHealthAttestation', 'bitLocker', 'secureBoot', 'codeIntegrity'] as const;
const virtual = ['deviceGuard', 'virtualizationBasedSecurity'] as const;
const also = (...meanings: readonly (readonly [number, SignalMeaning])[]): readonly Signal[] => [
  enrolled,
  ...meanings.map(([minutes, meaning]) => sign(minutes, meaning)),
];
const flag = (minutes: number, uri: string) => [minutes, { kind: 'policyFlag', uri }] as const;

describe('what is measured at a start of Windows', () => {
  it('is not measured since the enrollment where Windows has not started since', () => {
    for (const area of measured) {
      const impact = told({})(area);
      assert.deepEqual([impact.state, impact.confidence], ['notMeasuredSinceEnrollment', 'high'], area);
      assert.deepEqual(
        impact.evidence.map(({ note }) => note),
        ['the last start of Windows', 'MDM enrollment succeeded'],
      );
    }
  });

  it('is measured by a start after the enrollment', () => {
    for (const area of measured) {
      assert.equal(state(area, { boots: [boot(50), boot(200)] }), 'measured', area);
    }
    assert.equal(told({ boots: [boot(200)] })('secureBoot').confidence, 'high');
    assert.equal(told({ boots: [boot(200, 'unknown')] })('secureBoot').confidence, 'low');
  });

  it('is not measured by a fast startup', () => {
    assert.equal(state('secureBoot', { boots: [boot(50), boot(200, 'fastStartup')] }), 'notMeasuredSinceEnrollment');
  });

  it('is unknown without a log that would show a start, and without an enrollment', () => {
    for (const area of measured) {
      const blind = told({ system: null })(area);
      assert.deepEqual([blind.state, blind.confidence, blind.evidence], ['unknown', null, []], area);
      assert.equal(state(area, { signals: [] }), 'unknown', area);
      assert.equal(state(area, { system: systemLog(150, 1000) }), 'unknown', area);
      assert.equal(state(area, { system: systemLog(1, 90) }), 'unknown', area);
    }
  });

  it('is told by OOBE’s own count of seconds where the System log is missing', () => {
    const last = also([999, { kind: 'oobeHealth', secondsSinceBoot: 949 * 60 }]);
    const impact = told({ boots: [], system: null, signals: last })('secureBoot');
    assert.deepEqual([impact.state, impact.confidence], ['notMeasuredSinceEnrollment', 'medium']);
    const early = also([150, { kind: 'oobeHealth', secondsSinceBoot: 100 * 60 }]);
    assert.equal(state('secureBoot', { boots: [], system: null, signals: early }), 'unknown', 'other logs go on');
  });

  it('a join that was taken back is no enrollment', () => {
    const signals = [sign(100, { kind: 'joined', rolledBack: false }), sign(120, { kind: 'joined', rolledBack: true })];
    assert.equal(state('secureBoot', { signals }), 'unknown');
  });
});

describe('BitLocker', () => {
  const encryption = (minutes: number, step: 'started' | 'waitsForRestart', volume = 'C:') =>
    [minutes, { kind: 'encryption', step, volume }] as const;

  it('waits for a restart while none has come', () => {
    const impact = told({ signals: also(encryption(300, 'waitsForRestart')), boots: [boot(200)] })('bitLocker');
    assert.deepEqual([impact.state, impact.confidence], ['rebootPending', 'high']);
    const begun = also(encryption(300, 'waitsForRestart'), encryption(310, 'started'));
    assert.equal(state('bitLocker', { signals: begun, boots: [boot(400)] }), 'measured');
  });

  it('that began on another volume is no answer', () => {
    const signals = also(encryption(300, 'waitsForRestart'), encryption(310, 'started', 'D:'));
    assert.equal(state('bitLocker', { signals }), 'rebootPending');
  });

  it('is unknown where the restart came and nothing was seen of the encryption', () => {
    const signals = also(encryption(300, 'waitsForRestart'));
    assert.equal(state('bitLocker', { signals, boots: [boot(400)] }), 'unknown');
    assert.equal(state('bitLocker', { signals, system: null }), 'unknown');
  });

  it('was measured as an unencrypted disk by a start between the enrollment and the encryption', () => {
    const signals = also(encryption(300, 'started'));
    const between = told({ signals, boots: [boot(200)] })('bitLocker');
    assert.deepEqual([between.state, between.confidence], ['notMeasuredSinceEnrollment', 'medium']);
    const before = told({ signals, boots: [boot(50)] })('bitLocker');
    assert.deepEqual([before.state, before.confidence], ['notMeasuredSinceEnrollment', 'high']);
    assert.equal(state('bitLocker', { signals, boots: [boot(400)] }), 'measured');
  });
});

describe('health attestation', () => {
  const certificate = (minutes: number, step: 'issued' | 'unreachable' | 'refused' = 'issued') =>
    [minutes, { kind: 'healthCertificate', step }] as const;

  it('is as old as the start that the last certificate describes', () => {
    const after = told({ signals: also(certificate(210)), boots: [boot(200)] })('deviceHealthAttestation');
    assert.deepEqual([after.state, after.confidence], ['measured', 'high']);
    const older = told({ signals: also(certificate(210)), boots: [boot(200), boot(300)] })('deviceHealthAttestation');
    assert.deepEqual([older.state, older.confidence], ['measured', 'medium']);
    assert.equal(
      state('deviceHealthAttestation', { signals: also(certificate(60)), boots: [boot(200)] }),
      'notMeasuredSinceEnrollment',
    );
  });

  it('is not measured where the server did not answer, or the TPM is not ready', () => {
    const boots = [boot(200)];
    const refused = also(certificate(210, 'refused'));
    assert.equal(state('deviceHealthAttestation', { signals: refused, boots }), 'notMeasuredSinceEnrollment');
    const answered = also(certificate(210, 'refused'), certificate(220));
    assert.equal(state('deviceHealthAttestation', { signals: answered, boots }), 'measured');
    const notReady = { path: 'tpm.txt', line: 1 };
    assert.equal(state('deviceHealthAttestation', { boots, tpmNotReady: notReady }), 'notMeasuredSinceEnrollment');
    const attestable = also([205, { kind: 'tpmState', attestable: true }]);
    assert.equal(state('deviceHealthAttestation', { signals: attestable, boots }), 'measured');
  });

  it('the report of the TPM is cited where it says "not ready"', () => {
    const report = (ready: string) => ({
      ...noLogs,
      tpm: [
        {
          path: 'TpmHliInfo_Output.txt',
          content: parseTpmInfo(
            `TpmHLI Version: 2.0\nTpmHLI IsReady for Attestation result: 0x00000000\nReady: ${ready}\nBits: 0x2\n`,
          ),
        },
      ],
    });
    assert.deepEqual(tpmNotReady(report('False')), {
      path: 'TpmHliInfo_Output.txt',
      line: 2,
      note: 'the TPM is not ready for attestation',
    });
    assert.equal(tpmNotReady(report('True')), null);
    assert.equal(tpmNotReady(noLogs), null);
  });
});

describe('Secure Boot', () => {
  it('waits where an update of it does', () => {
    const signals = also([300, { kind: 'secureBootUpdateWaits' }]);
    assert.equal(state('secureBoot', { signals, boots: [boot(200)] }), 'rebootPending');
    assert.equal(state('secureBoot', { signals, boots: [boot(400)] }), 'measured');
    assert.equal(state('codeIntegrity', { signals, boots: [boot(200)] }), 'measured');
  });
});

describe('Device Guard and virtualization-based security', () => {
  const vbs = (minutes: number, is: 'on' | 'off' | 'failed') => [minutes, { kind: 'vbsAtStart', state: is }] as const;
  const hypervisor = (minutes: number) => [minutes, { kind: 'hypervisorStart' }] as const;
  const process = (minutes: number, isCredentialGuard: boolean) =>
    [minutes, { kind: 'secureProcess', isCredentialGuard }] as const;

  it('wait for a restart when their settings were flagged and none has followed', () => {
    const impact = told({ signals: also(vbs(50, 'off'), flag(300, uris.vbs)) });
    for (const area of virtual) {
      assert.deepEqual([impact(area).state, impact(area).confidence], ['rebootPending', 'high'], area);
    }
  });

  it('wait as well where the setting is only seen to be set', () => {
    const logs = withReport([{ area: 'DeviceGuard', name: 'EnableVirtualizationBasedSecurity' }]);
    assert.equal(state('virtualizationBasedSecurity', { logs }), 'rebootPending');
    assert.equal(state('virtualizationBasedSecurity', { logs, system: null }), 'unknown');
  });

  it('a resume from a fast startup is no answer', () => {
    const signals = also(flag(300, uris.vbs));
    assert.equal(state('deviceGuard', { signals, boots: [boot(50), boot(400, 'fastStartup')] }), 'rebootPending');
  });

  it('are active when the next start shows them', () => {
    const signals = also(vbs(50, 'off'), flag(300, uris.lsa), vbs(400, 'on'), hypervisor(400), process(401, true));
    const impact = told({ signals, boots: [boot(50), boot(400)] });
    for (const area of virtual) {
      assert.deepEqual([impact(area).state, impact(area).confidence], ['active', 'high'], area);
    }
  });

  it('that ran before the policy came wait for nothing, but settings that do not run yet do', () => {
    const running = [vbs(50, 'on'), hypervisor(50), process(51, false), flag(300, uris.vbs)] as const;
    const impact = told({ signals: also(...running) });
    assert.equal(impact('virtualizationBasedSecurity').state, 'active');
    assert.match(impact('virtualizationBasedSecurity').why, /before the policy/);
    assert.notEqual(impact('deviceGuard').state, 'rebootPending');
    assert.equal(state('deviceGuard', { signals: also(...running, flag(310, uris.lsa)) }), 'rebootPending');
  });

  it('are unknown where the start that followed did not bring them up', () => {
    const signals = also(flag(300, uris.vbs), vbs(400, 'failed'));
    const impact = told({ signals, boots: [boot(50), boot(400)] });
    assert.equal(impact('virtualizationBasedSecurity').state, 'unknown');
    assert.match(impact('virtualizationBasedSecurity').why, /may not allow/);
    assert.equal(impact('deviceGuard').state, 'unknown');
  });

  it('are not told by the hypervisor alone, nor by a flag of another area', () => {
    assert.equal(state('virtualizationBasedSecurity', { signals: also(hypervisor(50)) }), 'unknown');
    assert.equal(state('deviceGuard', { signals: also(flag(300, uris.dma)) }), 'unknown');
  });
});

describe('an empty bundle', () => {
  it('says nothing of any area', () => {
    const impact = told({ boots: [], system: null, signals: [] });
    for (const area of [...measured, ...virtual]) {
      assert.deepEqual([impact(area).state, impact(area).confidence, impact(area).evidence], ['unknown', null, []]);
    }
  });
});
