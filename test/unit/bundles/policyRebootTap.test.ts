import assert from 'node:assert/strict';
import type { EvtxRecord } from '../../bundles/evtxRecord';
import { policyRebootTap } from '../../bundles/scenarios/policyRebootTap';

const told = policyRebootTap.tell();
const system = told.story.device.records('System');
const admin = told.story.device.records('Microsoft-Windows-DeviceManagement-Enterprise-Diagnostics-Provider/Admin');
const minute = 60_000;

describe('the story of policyRebootTap', () => {
  const restarts = ids(system, 'User32', 1074);
  const starts = ids(system, 'EventLog', 6005);

  it('has two restarts after the first start', () => {
    assert.equal(restarts.length, 2);
    assert.equal(starts.length, 3);
  });

  it('flags two URIs 43 and 42 minutes before the second restart, and four after it', () => {
    const restart = restarts[1]!.timeMs;
    const minutes = ids(admin, '', 2800).map(({ timeMs }) => Math.round((restart - timeMs) / minute));
    assert.deepEqual(minutes.slice(0, 2), [43, 42]);
    assert.equal(minutes.length, 6);
    assert.ok(minutes.slice(2).every((before) => before < 0));
  });

  it('lets the lock screen wait 6 min 36 s after the second restart', () => {
    const signIn = ids(system, 'Microsoft-Windows-Winlogon', 7001).at(-1)!;
    assert.equal(signIn.timeMs - starts[2]!.timeMs, 396_000);
  });

  it('writes the start of the kernel after the start of the log service, with the earlier time', () => {
    const kernel = ids(system, 'Microsoft-Windows-Kernel-General', 12)[2]!;
    const logService = starts[2]!;
    assert.ok(kernel.recordId > logService.recordId);
    assert.ok(kernel.timeMs < logService.timeMs);
  });

  it('steps the clock back by almost eight hours before the first restart', () => {
    const step = ids(system, 'Microsoft-Windows-Kernel-General', 1)[0]!;
    assert.ok(step.recordId < restarts[0]!.recordId);
    assert.ok(step.timeMs < system[0]!.timeMs - 7 * 60 * minute);
  });

  it('offers Hello but never registers a key', () => {
    const registration = told.story.device.records('Microsoft-Windows-User Device Registration/Admin');
    assert.deepEqual(
      registration.map(({ header }) => header.eventId).filter((id) => id >= 300),
      [360, 358],
    );
  });
});

function ids(records: readonly EvtxRecord[], provider: string, eventId: number): EvtxRecord[] {
  return records.filter(({ header }) => header.eventId === eventId && header.provider.startsWith(provider));
}
