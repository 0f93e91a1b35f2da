import assert from 'node:assert/strict';
import type { Reboot } from '../../../../src/core/enrollment/document/reboots';
import type { Signal } from '../../../../src/core/enrollment/signals/signal';
import { inOrder, marker, sign, signInText, start } from '../signals';
import {
  app,
  byOobe,
  coalesced,
  flag,
  inDeviceSetup,
  lsa,
  others,
  rebootIn,
  rebootsOf,
  request,
  restart,
  restartUnseenBySystem,
} from './restarts';

const hardExit = signInText(58, { kind: 'appRestart', hard: true, app, exitCode: 1641 });
const softExit = signInText(40, { kind: 'appRestart', hard: false, app, exitCode: 3010 });

describe('other causes: apps', () => {
  it('an app that returned 1641 is the likely cause where OOBE then restarted', () => {
    const reboot = restart(byOobe, hardExit);
    assert.equal(reboot.class, 'application');
    assert.deepEqual(others(reboot), [['application', app, 'likely']]);
    assert.match(reboot.otherCauses[0]?.why ?? '', /return code 1641/);
  });

  it('it is confirmed where the status page says that an app asked, and has its name', () => {
    const named = signInText(30, {
      kind: 'espApp',
      app,
      name: 'Example VPN',
      part: 'device',
      state: null,
      restartNeed: null,
    });
    const byPage = marker(59.9, 'ESP_Subcategory_RebootRequiredBySubcategory_DeviceSetup.AppsSubcategory');
    assert.deepEqual(others(restart([byPage, ...byOobe], hardExit, named)), [
      ['application', 'Example VPN', 'confirmed'],
    ]);
  });

  it('the page alone confirms that an app asked, without a name', () => {
    const byPage = marker(59.9, 'ESP_Subcategory_RebootRequiredBySubcategory_DeviceSetup.AppsSubcategory');
    assert.deepEqual(others(restart([byPage, ...byOobe])), [['application', null, 'confirmed']]);
  });

  it('a restart need that the status page tracks as hard counts like a return code', () => {
    const tracked = signInText(50, {
      kind: 'espApp',
      app,
      name: null,
      part: 'device',
      state: 'succeeded',
      restartNeed: 'hard',
    });
    assert.deepEqual(others(restart(byOobe, tracked)), [['application', app, 'likely']]);
  });

  it('an app that returned 3010 is refuted where policies restarted the device', () => {
    assert.deepEqual(others(restart(coalesced, flag(25, lsa), softExit)), [['application', app, 'refuted']]);
  });

  it('and possible where nobody knows who did', () => {
    assert.deepEqual(others(restart(byOobe, softExit)), [['application', app, 'possible']]);
  });

  it('an app that asked before an earlier restart has nothing to do with this one', () => {
    const signals = inOrder(inDeviceSetup, softExit, request(45, 'shutdown.exe'), start(46), coalesced, start(61));
    const reboot = restartsOfLast(signals);
    assert.deepEqual(others(reboot), []);
  });

  it('an installer that asks for the restart itself is the likely cause, confirmed by its return code', () => {
    assert.deepEqual(others(restart([request(60, 'msiexec.exe')])), [['application', 'msiexec.exe', 'likely']]);
    assert.deepEqual(others(restart([request(60, 'msiexec.exe')], hardExit)), [['application', app, 'confirmed']]);
  });
});

function restartsOfLast(signals: Parameters<typeof rebootsOf>[0]): Reboot {
  return rebootsOf(signals).at(-1)!;
}

describe('other causes: Windows Update', () => {
  const wanted = sign(50, { kind: 'windowsUpdate', state: 'restartNeeded', title: 'KB1' });

  it('its own process makes it likely', () => {
    const reboot = restart([request(60, 'MoUsoCoreWorker.exe', '0x80020010')]);
    assert.deepEqual([reboot.class, reboot.confidence], ['windowsUpdate', 'medium']);
    assert.deepEqual(others(reboot), [['windowsUpdate', 'MoUsoCoreWorker.exe', 'likely']]);
  });

  it('an update that needed a restart confirms it', () => {
    const reboot = restart([request(60, 'MoUsoCoreWorker.exe', '0x80020010')], wanted);
    assert.deepEqual([reboot.class, reboot.confidence], ['windowsUpdate', 'high']);
    assert.deepEqual(others(reboot), [['windowsUpdate', 'KB1', 'confirmed']]);
  });

  it('another revision of Windows after the start confirms it too', () => {
    const signals = inOrder(
      sign(0, { kind: 'kernelStart', build: '26100.1' }),
      inDeviceSetup.slice(2),
      request(60, 'MoUsoCoreWorker.exe', '0x80020010'),
      sign(61, { kind: 'kernelStart', build: '26100.7' }),
    );
    assert.deepEqual(others(rebootIn(signals)), [['windowsUpdate', '26100.1 → 26100.7', 'confirmed']]);
  });

  it('an update that waited is refuted where policies restarted the device', () => {
    assert.deepEqual(others(restart(coalesced, flag(25, lsa), wanted)), [['windowsUpdate', 'KB1', 'refuted']]);
  });

  it('an installed update alone, as definitions are every hour, is no suspect', () => {
    assert.deepEqual(
      others(restart(byOobe, sign(55, { kind: 'windowsUpdate', state: 'installed', title: 'Definitions' }))),
      [],
    );
  });
});

describe('other causes: scripts, the person, the server', () => {
  const script = signInText(58, { kind: 'scriptRun', script: app });

  it('a shell makes a script likely, a script of Intune just before confirms which', () => {
    assert.deepEqual(others(restart([request(60, 'powershell.exe')])), [['script', 'powershell.exe', 'likely']]);
    assert.deepEqual(others(restart([request(60, 'powershell.exe')], script)), [['script', app, 'confirmed']]);
  });

  it('without a System log a script that ran just before is possible', () => {
    const reboot = restartUnseenBySystem([signInText(60, { kind: 'imePhase', phase: 'deviceSetup' })], script);
    assert.deepEqual(others(reboot), [['script', app, 'possible']]);
  });

  it('a script an hour before is no suspect', () => {
    assert.deepEqual(
      others(
        restartUnseenBySystem(
          [signInText(60, { kind: 'imeShutdown' })],
          signInText(21, { kind: 'scriptRun', script: app }),
        ),
      ),
      [],
    );
  });

  it('the slide to shut down is the person', () => {
    assert.deepEqual(others(restart([request(60, 'SlideToShutDown.exe')])), [
      ['user', 'SlideToShutDown.exe', 'confirmed'],
    ]);
  });

  it('the client of the management server stands for the Reboot CSP, which the flow does not call for', () => {
    const reboot = restart([request(60, 'omadmclient.exe')]);
    assert.deepEqual([reboot.class, reboot.expected], ['unexpected', false]);
    assert.deepEqual(others(reboot), [['mdmRebootCsp', 'omadmclient.exe', 'likely']]);
  });

  it('a process that nobody knows is unexpected inside the status page', () => {
    const reboot = restart([request(60, 'vendorUpdater.exe', '0x5')]);
    assert.deepEqual([reboot.class, reboot.expected, reboot.confidence], ['unexpected', false, 'medium']);
  });
});

describe('other causes: power and crashes', () => {
  it('a dirty end without a stop code is a loss of power', () => {
    const reboot = restart([], sign(61.3, { kind: 'dirtyStop', bugcheck: false }));
    assert.deepEqual(others(reboot), [['powerLoss', null, 'confirmed']]);
  });

  it('one with a stop code is a crash, and its name is the code', () => {
    const reboot = restart([], sign(61.3, { kind: 'dirtyStop', bugcheck: true, stopCode: '0x9F' }));
    assert.deepEqual(others(reboot), [['crash', '0x9F', 'confirmed']]);
  });

  it('a request that was made before the power was lost is not who did it', () => {
    const reboot = restart([request(58, 'powershell.exe')], sign(61.3, { kind: 'dirtyStop', bugcheck: false }));
    assert.deepEqual([reboot.class, reboot.initiator], ['unexpected', null]);
    assert.deepEqual(others(reboot), [['powerLoss', null, 'confirmed']]);
  });
});

describe('the counter of OOBE’s own restarts', () => {
  const health = (minutes: number, secondsSinceBoot: number, ownRestarts: number): Signal =>
    sign(minutes, { kind: 'oobeHealth', secondsSinceBoot, ownRestarts }, 'Shell-Core');
  const hints = (after: number): readonly string[] =>
    restart(byOobe, health(50, 3_000, 2), health(62, 60, after)).evidence.flatMap(({ note }) =>
      note?.includes('undocumented') === true ? [note] : [],
    );

  it('is evidence beside the rest, where it grew by one, and decides nothing', () => {
    assert.equal(hints(3).length, 1);
    assert.equal(hints(2).length, 0);
    assert.equal(restart(byOobe, health(50, 3_000, 2), health(62, 60, 3)).class, restart(byOobe).class);
  });
});
