import assert from 'node:assert/strict';
import { espMeaningOf, isHiddenBySwitch } from '../../../../src/core/enrollment/signals/agentEspSignals';

const app = '0a1b2c3d-0000-4000-8000-00000000abcd';
const nothing = { name: null, part: null, state: null, restartNeed: null };

describe('what the agent says of the status page', () => {
  it('holds the state of an app and whether it wants a restart', () => {
    const line = (install: string, restart: string): string =>
      `[Win32App][EspHelper][CheckDeviceAndAccountSetupStateWithWmi] DEVICE: got trackingApp Win32App_${app.toUpperCase()}_4, install: ${install}, reboot: ${restart}`;
    assert.deepEqual(espMeaningOf(line('2', '')), {
      ...nothing,
      kind: 'espApp',
      app,
      part: 'device',
      state: 'inProgress',
    });
    assert.deepEqual(espMeaningOf(line('3', '2')), {
      ...nothing,
      kind: 'espApp',
      app,
      part: 'device',
      state: 'succeeded',
      restartNeed: 'soft',
    });
  });

  it('holds the name of an app', () => {
    const line = `[Win32App][EspManager] In EspPhase: AccountSetup. App ${app} has been registered. App name: Contoso VPN`;
    assert.deepEqual(espMeaningOf(line), { ...nothing, kind: 'espApp', app, name: 'Contoso VPN', part: 'account' });
  });

  it('holds the switches of the page', () => {
    const line = (value: string): string =>
      `[Win32App][EspHelper][CheckDeviceOnlyFromFirstSyncReg] Got skipUserStatusPageString: ${value} under: SOFTWARE\\Microsoft\\Enrollments`;
    assert.deepEqual(espMeaningOf(line('-1')), { kind: 'espSwitch', part: 'account', skipped: true });
    assert.deepEqual(espMeaningOf(line('0')), { kind: 'espSwitch', part: 'account', skipped: false });
    assert.equal(espMeaningOf(line('maybe')), null);
    assert.equal(isHiddenBySwitch('0xFFFFFFFF'), true);
  });

  it('holds whether the device is one of device preparation', () => {
    assert.deepEqual(espMeaningOf('EMS Agent APv2 check returned = False'), {
      kind: 'devicePreparationMode',
      on: false,
    });
    assert.equal(espMeaningOf('[APv2] Found DevicePrepHintValue = 0.'), null);
  });

  it('is nothing in all other lines', () => {
    assert.equal(espMeaningOf('EMS Agent Started'), null);
    assert.equal(
      espMeaningOf('Finished ESP phase check before kicking off PowerShell script. ESP phase DeviceSetup'),
      null,
    );
  });
});
