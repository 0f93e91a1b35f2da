import assert from 'node:assert/strict';
import type { Reboot } from '../../../../src/core/enrollment/document/reboots';
import type { Signal } from '../../../../src/core/enrollment/signals/signal';
import { inOrder, marker, phaseStart, sign, signInText, start } from '../signals';
import {
  byOobe,
  coalesced,
  flag,
  inDeviceSetup,
  lsa,
  others,
  page,
  rebootIn,
  request,
  restart,
  restartPage,
} from './restarts';

const joined = sign(15, { kind: 'joined', rolledBack: false }, 'User Device Registration');

/** A restart at minute 60 of a device that is still in OOBE. */
function inOobe(...how: readonly (Signal | readonly Signal[])[]): Reboot {
  return rebootIn(inOrder(start(0), page(1, 'OobeLanguage'), ...how, start(61)));
}

function told({ class: kind, expected, during }: Reboot): readonly unknown[] {
  return [kind, expected, during];
}

describe('restarts that the flow calls for', () => {
  it('P3: a provisioning package that joins the device', () => {
    const reboot = rebootIn(
      inOrder(
        start(0),
        phaseStart(10, 'DevicePreparation'),
        marker(59.9, 'ESPDevicePreparation_AADJProvisioningReboot_Started'),
        byOobe,
        start(61),
      ),
    );
    assert.deepEqual(told(reboot), ['provisioningPackage', true, 'devicePreparation']);
    assert.deepEqual(others(reboot), [['provisioningPackage', null, 'confirmed']]);
  });

  it('P3: a provisioning package before the join', () => {
    const reboot = inOobe(restartPage(59.9, 'OobeProvisioningRebootAfterConnectivity'), byOobe);
    assert.deepEqual(told(reboot), ['provisioningPackage', true, 'preJoin']);
  });

  it('P4: the update of the first connection', () => {
    const done = signInText(59, { kind: 'zeroDayUpdateDone' }, 'setupact.log');
    const reboot = inOobe(page(50, 'OobeZdp'), done, restartPage(59.9, 'Reboot'), byOobe);
    assert.deepEqual(told(reboot), ['oobeUpdate', true, 'preJoin']);
    assert.deepEqual(others(reboot), [['oobeUpdate', 'zero-day update', 'confirmed']]);
  });

  it('P4: the name that the profile gives the device', () => {
    const required = marker(59, 'Device rename required by Autopilot policy');
    const reboot = inOobe(required, restartPage(59.9, 'Reboot'), byOobe);
    assert.deepEqual(told(reboot), ['deviceRename', true, 'preJoin']);
  });

  it('P5: an update after the join, which is called for although it erases the kept sign-in', () => {
    const update = [
      page(58, 'AutopilotUpdatePostEnrollment'),
      marker(59, 'Autopilot update installed and needs reboot'),
    ];
    const cleared = sign(59.95, { kind: 'autoLogonCleared', by: 'restart' }, 'Shell-Core');
    const reboot = inOobe(page(10, 'OobeAAD'), joined, update, restartPage(59.9, 'RebootZtd'), cleared, byOobe);
    assert.deepEqual(told(reboot), ['oobeUpdate', true, 'devicePreparation']);
    assert.equal(reboot.autoLogonCleared, true);
    assert.deepEqual(others(reboot), [['oobeUpdate', 'Autopilot update', 'confirmed']]);
  });

  it('P6: the domain join of a hybrid device', () => {
    const odj = sign(50, { kind: 'offlineDomainJoin', step: 'applied' }, 'DeviceManagement');
    const reboot = inOobe(page(48, 'OobeDomainJoin'), odj, restartPage(59.9, 'OobeDomainJoinReboot'), byOobe);
    assert.deepEqual(told(reboot), ['hybridJoin', true, 'preJoin']);
  });

  it('P6: the same where the log of the pages has wrapped', () => {
    const odj = sign(55, { kind: 'offlineDomainJoin', step: 'processed' }, 'DeviceManagement');
    const reboot = rebootIn(inOrder(start(0), odj, byOobe, start(61)));
    assert.deepEqual([reboot.class, reboot.confidence], ['hybridJoin', 'medium']);
    assert.deepEqual(others(reboot), [['hybridJoin', null, 'likely']]);
  });

  it('P7: a quality update at the end of OOBE, also while the stage is still device setup', () => {
    const reboot = restart([restartPage(59.9, 'RebootNDUP'), ...byOobe], flag(25, lsa));
    assert.deepEqual(told(reboot), ['oobeUpdate', true, 'deviceSetup']);
    assert.deepEqual(others(reboot), [['oobeUpdate', 'quality update', 'confirmed']]);
    assert.equal(reboot.causes[0]?.verdict, 'possible');
  });

  it('P8: Windows setup, by its request or by its log', () => {
    const byRequest = rebootIn(inOrder(start(0), request(60, 'winlogon.exe', '0x80020003'), start(61)));
    assert.deepEqual([byRequest.class, byRequest.expected], ['setup', true]);
    const log = signInText(59, { kind: 'setupRestart' }, 'setupact.log');
    const byLog = rebootIn(inOrder(start(0), log, start(61)));
    assert.deepEqual([byLog.class, byLog.expected], ['setup', true]);
  });

  it('P9: the agent of device preparation', () => {
    const reboot = inOobe(
      page(10, 'OobeAAD'),
      joined,
      marker(59.8, 'DevicePrepPage_RebootDevice_InitiatingRebootTransition'),
      restartPage(59.9, 'RebootZtd'),
      byOobe,
    );
    assert.deepEqual([reboot.class, reboot.expected], ['devicePreparationAgent', true]);
    assert.deepEqual(others(reboot), [['devicePreparationAgent', null, 'confirmed']]);
  });

  it('pre-provisioning, in the technician’s part', () => {
    const reboot = inOobe(restartPage(59.9, 'AutopilotWhiteGloveReboot'), byOobe);
    assert.deepEqual([reboot.class, reboot.expected], ['preProvisioning', true]);
  });

  it('the node of self-deploying devices, where no user is involved', () => {
    assert.deepEqual(told(inOobe(restartPage(59.9, 'RebootZtdForPlugAndForget'), byOobe)).slice(0, 2), [
      'oobeUpdate',
      true,
    ]);
    const reboot = restart([restartPage(59.9, 'RebootZtdForPlugAndForget'), ...byOobe]);
    assert.deepEqual([reboot.class, reboot.expected], ['unknown', true]);
  });

  it('a reset of the device', () => {
    const reset = sign(50, { kind: 'deviceReset' });
    const reboot = restart([reset, request(60, 'winlogon.exe', '0x80020003')]);
    assert.deepEqual([reboot.class, reboot.expected], ['setup', true]);
    assert.ok(others(reboot).some(([kind, , verdict]) => kind === 'deviceReset' && verdict === 'confirmed'));
  });
});

describe('restarts that the flow does not call for', () => {
  it('P1: the collected policies, although the page itself makes it', () => {
    assert.deepEqual(told(restart(coalesced, flag(25, lsa))), ['coalescedPolicy', false, 'deviceSetup']);
  });

  it('P1: on the restart node that the page shares with an update, where a policy had asked', () => {
    for (const node of ['RebootZtd', 'OobeDomainJoinReboot', 'RebootZtdForPlugAndForget']) {
      const reboot = restart([restartPage(59.9, node), ...byOobe], flag(25, lsa));
      assert.deepEqual([reboot.class, reboot.expected], ['coalescedPolicy', false], node);
      assert.equal(reboot.causes[0]?.verdict, 'likely', node);
    }
  });

  it('a restart that was decided on and called off is not the one that came later', () => {
    const calledOff = [
      marker(50, 'BootstrapStatusCategory_RebootCoalescing_Initiated'),
      marker(51, 'BootstrapStatusCategory_Rebooting_TimedOut'),
    ];
    const reboot = restart([...calledOff, request(60, 'powershell.exe')], flag(25, lsa));
    assert.equal(reboot.class, 'script');
    assert.equal(reboot.causes[0]?.verdict, 'possible');
  });

  it('any restart in account setup, whoever made it', () => {
    const ways: readonly (readonly Signal[])[] = [
      byOobe,
      [restartPage(59.9, 'RebootZtd'), ...byOobe],
      [request(60, 'MoUsoCoreWorker.exe', '0x80020010')],
      [request(60, 'StartMenuExperienceHost.exe')],
      [],
    ];
    for (const how of ways) {
      const reboot = rebootIn(inOrder(inDeviceSetup, phaseStart(30, 'AccountSetup'), how, start(61)));
      assert.deepEqual([reboot.during, reboot.expected], ['accountSetup', false]);
    }
  });
});
