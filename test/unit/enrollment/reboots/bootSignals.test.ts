import assert from 'node:assert/strict';
import { CorrectedClock } from '../../../../src/core/enrollment/clock/clock';
import { eventSignals } from '../../../../src/core/enrollment/signals/eventSignals';
import type { Signal } from '../../../../src/core/enrollment/signals/signal';
import { fakeStore, type FakeEvent } from '../eventFakes';

const at = '2026-02-17T10:00:00.000Z';

function signalOf(event: Omit<FakeEvent, 'at'>, channel = 'System'): Signal | undefined {
  const store = fakeStore({ [channel]: [{ at, ...event }] });
  return eventSignals(store, new CorrectedClock(store))[0];
}

function requested(data: Readonly<Record<string, string>>): Signal | undefined {
  return signalOf({ provider: 'User32', id: 1074, data });
}

describe('what the System log says about a restart', () => {
  it('the revision of Windows at its start', () => {
    const data = { StartTime: at, BuildVersion: '26100', QfeVersion: '8875' };
    const signal = signalOf({ provider: 'Microsoft-Windows-Kernel-General', id: 12, data });
    assert.deepEqual([signal?.kind, signal?.kind === 'kernelStart' && signal.build], ['kernelStart', '26100.8875']);
  });

  it('a stop code makes a dirty end a crash', () => {
    const end = (BugcheckCode: string): Signal | undefined =>
      signalOf({ provider: 'Microsoft-Windows-Kernel-Power', id: 41, data: { BugcheckCode } });
    const [crash, loss] = [end('159'), end('0')];
    assert.ok(crash?.kind === 'dirtyStop' && crash.bugcheck);
    assert.equal(crash.stopCode, '0x9F');
    assert.ok(loss?.kind === 'dirtyStop' && !loss.bugcheck);
  });

  it('a process that knows the computer by another name shows a rename, Windows setup does not', () => {
    const named = (host: string): Signal | undefined =>
      requested({ param1: `C:\\Windows\\x.exe (${host})`, param2: 'DESKTOP-1', param5: 'restart' });
    const [renamed, same, setup] = [named('CONTOSO-1'), named('desktop-1'), named('MINWINPC')];
    assert.deepEqual(
      [renamed, same, setup].map((signal) => signal?.kind === 'restartRequest' && signal.renamePending),
      [true, false, false],
    );
  });

  it('the slide to shut down switches off in every language', () => {
    const signal = requested({ param1: 'C:\\Windows\\System32\\SlideToShutDown.exe (PC)', param5: 'Ausschalten' });
    assert.ok(signal?.kind === 'restartRequest');
    assert.equal(signal.type, 'powerOff');
  });

  it('Windows Update wants a restart with 21 and 22, and has installed with 19', () => {
    const states = [19, 21, 22].map((id) => {
      const signal = signalOf({ provider: 'Microsoft-Windows-WindowsUpdateClient', id });
      return signal?.kind === 'windowsUpdate' && signal.state;
    });
    assert.deepEqual(states, ['installed', 'restartNeeded', 'restartNeeded']);
  });

  it('a reset of the device, by either name of its provider', () => {
    for (const provider of ['ResetEng', 'Microsoft-Windows-ResetEng']) {
      assert.equal(signalOf({ provider, id: 4500 })?.kind, 'deviceReset');
    }
  });

  it('ModernDeployment 299 names the app that needs a restart', () => {
    const provider = 'Microsoft-Windows-ModernDeployment-Diagnostics-Provider';
    const told = (Message2: string): Signal | undefined =>
      signalOf({ provider, id: 299, data: { Message1: 'Sidecar', Message2 } });
    const [byName, byId] = [told('Example VPN'), told('Win32App_11111111-2222-4333-8444-555555555555_1')];
    assert.ok(byName?.kind === 'appRestart' && byName.hard);
    assert.equal(byName.name, 'Example VPN');
    assert.ok(byId?.kind === 'appRestart');
    assert.equal(byId.app, '11111111-2222-4333-8444-555555555555');
  });
});
