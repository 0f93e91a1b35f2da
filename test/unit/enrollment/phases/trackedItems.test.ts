import assert from 'node:assert/strict';
import type { Signal } from '../../../../src/core/enrollment/signals/signal';
import { fakeRegistry, type FakeRegistry } from '../bundleFakes';
import { signInText } from '../signals';
import { agentSays, app, items, looks, step, told, tracking } from './toldEnrollment';

describe('the items of the page', () => {
  const trackedApp = `${tracking}\\Device\\Setup\\Apps\\Tracking\\Sidecar\\Win32App_${app}_3`;
  const read = (minutes: number, state: 'inProgress' | 'failed', name: string | null = null): Signal =>
    signInText(minutes, { kind: 'espApp', app, name, part: 'device', state, restartNeed: null });

  it('are one where registry and agent speak of the same app', () => {
    const registry = fakeRegistry({ [trackedApp]: { InstallationState: 3, RebootRequired: 3 } });
    assert.deepEqual(items(told([read(1, 'inProgress', 'Contoso VPN')], registry), 'DeviceSetup.AppsSubcategory'), [
      { id: app, name: 'Contoso VPN', kind: 'app', technology: 'win32', state: 'succeeded', restartNeed: 'hard' },
    ]);
  });

  it('have the times at which the agent speaks of them first and last, and none where only the registry does', () => {
    const registry = fakeRegistry({ [trackedApp]: { InstallationState: 3 } });
    const seen = (signals: readonly Signal[]) =>
      step(told(signals, registry), 'DeviceSetup.AppsSubcategory')?.items.map(({ firstSeen, lastSeen }) =>
        [firstSeen, lastSeen].map((time) => (time === null ? null : Date.parse(time))),
      );
    const [first, last] = [read(1, 'inProgress'), read(9, 'inProgress')];
    assert.deepEqual(seen([first, read(5, 'inProgress'), last]), [[first.at, last.at]]);
    assert.deepEqual(seen([]), [[null, null]]);
  });

  it('contradict each other where both know an end', () => {
    const enrollment = told([read(1, 'failed')], fakeRegistry({ [trackedApp]: { InstallationState: 3 } }));
    assert.deepEqual(
      enrollment.contradictions.map(({ subject, saysA }) => [subject, saysA.source]),
      [[app, 'trackingKeys']],
    );
  });

  it('are not apps that the page does not wait for', () => {
    const named = signInText(1, { kind: 'espApp', app, name: 'Other', part: null, state: null, restartNeed: null });
    assert.deepEqual(items(told([agentSays(0, 'deviceSetup'), named]), 'DeviceSetup.AppsSubcategory'), []);
  });

  it('come from the last look of the page, by family', () => {
    const code = '{0a1b2c3d-0000-4000-8000-000000000001}';
    const msi = `./Device/Vendor/MSFT/EnterpriseDesktopAppManagement/MSI/${encodeURIComponent(code)}/DownloadInstall`;
    const policy = './Vendor/MSFT/DMClient/Provider/MS%20DM%20Server/EntDMID';
    const certificate = './Device/Vendor/MSFT/ClientCertificateInstall/SCEP/ModelName_0a1b/Install';
    const store = './User/Vendor/MSFT/EnterpriseModernAppManagement/AppManagement/AppStore/Contoso.App_8wekyb3d8bbwe';
    const enrollment = told(
      [],
      fakeRegistry({
        [`${looks}\\ExpectedPolicies\\2026-02-17T10:00:00.000Z`]: { [policy]: 0 },
        [`${looks}\\ExpectedPolicies\\2026-02-17T10:05:00.000Z`]: { [policy]: 1, LastLoggedState: 1 },
        [`${looks}\\ExpectedMSIAppPackages\\2026-02-17T10:05:00.000Z`]: { [msi]: 1 },
        [`${looks}\\ExpectedSCEPCerts\\2026-02-17T10:05:00.000Z`]: { [certificate]: 0 },
        [`${looks}\\ExpectedModernAppPackages\\2026-02-17T10:05:00.000Z`]: { [store]: 1 },
        [`EnterpriseDesktopAppManagement\\S-0-0-00-0000000000-0000000000-000000000-000\\MSI\\${code}`]: {
          Status: 70,
          CurrentDownloadUrl: 'https://example.invalid/IntuneWindowsAgent.msi',
        },
      }),
    );
    const app = { kind: 'app', restartNeed: null } as const;
    assert.deepEqual(items(enrollment, 'DeviceSetup.AppsSubcategory'), [
      { ...app, id: code, name: 'Intune Management Extension', technology: 'msi', state: 'succeeded' },
    ]);
    assert.deepEqual(items(enrollment, 'AccountSetup.AppsSubcategory'), [
      { ...app, id: 'Contoso.App_8wekyb3d8bbwe', name: null, technology: 'store', state: 'succeeded' },
    ]);
    assert.deepEqual(
      items(enrollment, 'DeviceSetup.SecurityPoliciesSubcategory').map(({ id, state }) => [id, state]),
      [['./Vendor/MSFT/DMClient/Provider/MS DM Server/EntDMID', 'succeeded']],
    );
    assert.deepEqual(
      items(enrollment, 'DeviceSetup.CertificatesSubcategory').map(({ id, state }) => [id, state]),
      [['ModelName-0a1b', 'notStarted']],
    );
  });

  it('of Office have the state that its own installer keeps, where the bundle holds that', () => {
    const id = '0A1B2C3D-0000-4000-8000-000000000002';
    const office = `./Device/Vendor/MSFT/Office/Installation/${id}/Install`;
    const look = { [`${looks}\\ExpectedMSIAppPackages\\2026-02-17T10:05:00.000Z`]: { [office]: 50 } };
    const stateWith = (keys: FakeRegistry) =>
      items(told([], fakeRegistry({ ...look, ...keys })), 'DeviceSetup.AppsSubcategory').map(
        ({ technology, state }) => [technology, state],
      );
    assert.deepEqual(stateWith({}), [['office', 'inProgress']], 'as the page saw it');
    assert.deepEqual(stateWith({ [`OfficeCSP\\${id.toLowerCase()}`]: { Status: 50, FinalStatus: 70 } }), [
      ['office', 'succeeded'],
    ]);
    assert.deepEqual(stateWith({ [`OfficeCSP\\${id}`]: { Status: 60 } }), [['office', 'failed']]);
    assert.deepEqual(stateWith({ [`OfficeCSP\\${id}`]: { Status: 9 } }), [['office', 'inProgress']], 'no known number');
  });
});
