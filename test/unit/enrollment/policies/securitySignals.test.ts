import assert from 'node:assert/strict';
import { CorrectedClock } from '../../../../src/core/enrollment/clock/clock';
import { eventSignals } from '../../../../src/core/enrollment/signals/eventSignals';
import { fakeStore } from '../eventFakes';

/** The meanings of one record, without where and when. */
function meaningOf(provider: string, id: number, data: Readonly<Record<string, string>> = {}): unknown {
  const store = fakeStore({ System: [{ at: '2026-02-17T10:00:00.000Z', provider, id, data }] });
  const [signal] = eventSignals(store, new CorrectedClock(store));
  if (signal === undefined) {
    return null;
  }
  const { at, rawAt, ref, source, ...meaning } = signal;
  assert.deepEqual([at === rawAt, ref.path, source], [true, 'System.evtx', 'System']);
  return meaning;
}

describe('what the logs say about security', () => {
  const kernelBoot = 'Microsoft-Windows-Kernel-Boot';
  const tpm = 'Microsoft-Windows-TPM-WMI';

  it('a start without a policy has no virtualization-based security, one with a policy and a reason has', () => {
    const start = (VsmPolicy: string, EnableDisableReason: string) =>
      meaningOf(kernelBoot, 153, { Status: '0', EnableDisableReason, VsmPolicy });
    assert.deepEqual(start('0', '0'), { kind: 'vbsAtStart', state: 'off' });
    assert.deepEqual(start('0', '1'), { kind: 'vbsAtStart', state: 'off' });
    assert.deepEqual(start('17', '2'), { kind: 'vbsAtStart', state: 'on' });
    assert.equal(start('17', '0'), null);
    assert.equal(meaningOf(kernelBoot, 153), null);
    assert.deepEqual(meaningOf(kernelBoot, 156), { kind: 'vbsAtStart', state: 'failed' });
  });

  it('a secure process counts when it has an identity and started well', () => {
    const process = (TrustletIdentity: string, Status = '0', ImageName = '') =>
      meaningOf('Microsoft-Windows-IsolatedUserMode', 1, { TrustletIdentity, NormalProcessId: '4', Status, ImageName });
    assert.deepEqual(process('1', '0', '\\??\\C:\\Windows\\system32\\lsaiso.exe'), {
      kind: 'secureProcess',
      isCredentialGuard: true,
    });
    assert.deepEqual(process('6'), { kind: 'secureProcess', isCredentialGuard: false });
    assert.equal(process('0'), null);
    assert.equal(process('6', '3221225506'), null);
  });

  it('the TPM is attestable by the word in its own report only', () => {
    assert.deepEqual(meaningOf(tpm, 1041, { Json: '{"HealthStatus":"Attestable"}' }), {
      kind: 'tpmState',
      attestable: true,
    });
    assert.deepEqual(meaningOf(tpm, 1041, { Json: '{"HealthStatus":"Other"}' }), {
      kind: 'tpmState',
      attestable: false,
    });
    assert.equal(meaningOf(tpm, 1041, { Json: '{' }), null);
  });

  it('the TPM is what the MDM client finds as it enrolls', () => {
    const management = 'Microsoft-Windows-DeviceManagement-Enterprise-Diagnostics-Provider';
    const found = (ReadyForAttestation: string) =>
      meaningOf(management, 3012, { TPMVersion: '2', ReadyForAttestation });
    assert.deepEqual(found('true'), { kind: 'tpmState', attestable: true });
    assert.deepEqual(found('false'), { kind: 'tpmState', attestable: false });
    assert.equal(found(''), null);
    assert.equal(meaningOf(management, 3012), null);
  });

  it('the health certificate is issued, or the server is out of reach, or refuses', () => {
    assert.deepEqual(meaningOf(tpm, 1537), { kind: 'healthCertificate', step: 'issued' });
    assert.deepEqual(meaningOf(tpm, 1538, { HResult: '-2147012889' }), {
      kind: 'healthCertificate',
      step: 'unreachable',
    });
    assert.deepEqual(meaningOf(tpm, 1539, { HTTPStatus: '403' }), { kind: 'healthCertificate', step: 'refused' });
    assert.equal(meaningOf('Microsoft-Windows-Other', 1537), null);
  });

  it('the measurements of a start, a waiting update of Secure Boot and a cleared TPM are told', () => {
    assert.deepEqual(meaningOf(tpm, 1038), { kind: 'startMeasured' });
    assert.deepEqual(meaningOf(tpm, 1800), { kind: 'secureBootUpdateWaits' });
    assert.deepEqual(meaningOf(tpm, 519, { ClearReason: '1' }), { kind: 'tpmCleared' });
  });

  it('the same id of another provider is another event', () => {
    assert.deepEqual(meaningOf('Microsoft-Windows-BitLocker-API', 769, { VolumeMountPoint: 'C:' }), {
      kind: 'encryption',
      step: 'waitsForRestart',
      volume: 'C:',
    });
    assert.equal(meaningOf(tpm, 769), null);
    assert.deepEqual(meaningOf('Microsoft-Windows-Hyper-V-Hypervisor', 1), { kind: 'hypervisorStart' });
    assert.equal(meaningOf('Microsoft-Windows-Other', 1), null);
  });

  it('a policy that got its value is told with its area and scope', () => {
    const policy = (Message4: string) =>
      meaningOf('Microsoft-Windows-DeviceManagement-Enterprise-Diagnostics-Provider', 813, {
        Message1: 'LsaCfgFlags',
        Message2: 'DeviceGuard',
        Message3: 'enrollment',
        Message4,
      });
    assert.deepEqual(policy('Device'), { kind: 'policySet', area: 'DeviceGuard', name: 'LsaCfgFlags', isDevice: true });
    assert.deepEqual(policy('S-1-12-1-1'), {
      kind: 'policySet',
      area: 'DeviceGuard',
      name: 'LsaCfgFlags',
      isDevice: false,
    });
  });
});
