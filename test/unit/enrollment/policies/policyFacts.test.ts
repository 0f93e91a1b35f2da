import assert from 'node:assert/strict';
import { noLogs } from '../../../../src/core/bundle/noLogs';
import type { BundleLogs } from '../../../../src/core/bundle/bundle';
import {
  tellAutoLogonBreakers,
  tellOtherRestartPolicies,
} from '../../../../src/core/enrollment/policies/autoLogonBreakers';
import { tellHelloPolicy } from '../../../../src/core/enrollment/policies/helloPolicy';
import { readRebootCatalog } from '../../../../src/core/enrollment/policies/rebootCatalog';
import { tellRestartPending } from '../../../../src/core/enrollment/policies/restartPending';
import { tellWebSignIn } from '../../../../src/core/enrollment/policies/webSignIn';
import type { Signal } from '../../../../src/core/enrollment/signals/signal';
import { sign } from '../signals';
import { policiesOf, withDump, withExport, withReport } from './policyFakes';

const current = 'Microsoft\\PolicyManager\\current\\device';

function webSignIn(logs: BundleLogs) {
  return tellWebSignIn({ logs }, policiesOf(logs));
}

describe('the web sign-in policy', () => {
  const set = { EnableWebSignIn_ProviderSet: '1', EnableWebSignIn_WinningProvider: 'enrollment' };

  it('is told by the value in force, with its line', () => {
    const told = webSignIn(withDump({ [`${current}\\Authentication`]: { EnableWebSignIn: '1', ...set } }));
    assert.equal(told.state, 'enabled');
    assert.deepEqual(told.evidence, [{ path: 'dump.reg', line: 2, note: 'the web sign-in policy' }]);
    const off = webSignIn(withDump({ [`${current}\\Authentication`]: { EnableWebSignIn: '2', ...set } }));
    assert.equal(off.state, 'disabled');
  });

  it('is told by what the enrollment has set', () => {
    const providers = 'Microsoft\\PolicyManager\\providers';
    const told = webSignIn(
      withDump({
        [providers]: {},
        [`${providers}\\ENROLLMENT`]: {},
        [`${providers}\\ENROLLMENT\\default`]: {},
        [`${providers}\\ENROLLMENT\\default\\device`]: {},
        [`${providers}\\ENROLLMENT\\default\\device\\Authentication`]: { EnableWebSignIn: '1' },
      }),
    );
    assert.equal(told.state, 'enabled');
  });

  it('is told by the report of the diagnostics tool, in either format', () => {
    assert.equal(webSignIn(withReport([{}])).state, 'enabled');
    assert.equal(webSignIn(withReport([{ value: '0' }])).state, 'notConfigured');
    assert.equal(webSignIn(withReport([{ winningProvider: null }], 'html')).state, 'enabled');
  });

  it('H8: is not told by the schema of Windows, nor by the policy of a user', () => {
    const schema = { 'Microsoft\\PolicyManager\\default\\Authentication\\EnableWebSignIn': { value: '1' } };
    assert.equal(webSignIn(withDump(schema)).state, 'unknown');
    assert.equal(webSignIn(withDump({ ...schema, [current]: {} })).state, 'notConfigured');
    assert.equal(webSignIn(withReport([{ scope: 'S-1-12-1-1-2-3-4' }])).state, 'notConfigured');
  });

  it('is told by a value in force that does not name its source', () => {
    const value = (data: string) => webSignIn(withDump({ [`${current}\\Authentication`]: { EnableWebSignIn: data } }));
    assert.equal(value('1').state, 'enabled');
    assert.equal(value('0').state, 'notConfigured');
  });

  it('is unknown without a member that would show it', () => {
    assert.deepEqual(webSignIn(noLogs).evidence, []);
    assert.equal(webSignIn(noLogs).state, 'unknown');
  });
});

describe('the Windows Hello policy', () => {
  const state = (logs: BundleLogs, signals: readonly Signal[] = []) =>
    tellHelloPolicy(logs, policiesOf(logs, signals), signals).state;
  const check = (minutes: number, policy: boolean | null): Signal =>
    sign(minutes, { kind: 'helloCheck', sid: null, willLaunch: false, prt: null, policy, remote: null });
  const key = 'Microsoft\\Policies\\PassportForWork';
  const inRegistry = (...scopes: readonly (readonly [string, string])[]) =>
    withExport({
      [key]: {},
      [`${key}\\tenant`]: {},
      ...Object.fromEntries(
        scopes.flatMap(([scope, value]) => [
          [`${key}\\tenant\\${scope}`, {}],
          [`${key}\\tenant\\${scope}\\Policies`, { UsePassportForWork: value }],
        ]),
      ),
    });

  it('is what the registry holds, whatever an earlier check has found', () => {
    assert.equal(state(inRegistry(['Device', '1']), [check(1, false)]), 'enabled');
    assert.equal(state(inRegistry(['Device', '0']), [check(1, true)]), 'disabled');
    assert.equal(state(inRegistry(['Device', '0'], ['S-1-12-1-1', '1'])), 'enabled');
    assert.equal(state(withExport({ 'Policies\\Microsoft\\PassportForWork': { Enabled: '0' } })), 'disabled');
  });

  it('is what the last check found, and "no" is no proof that somebody has turned it off', () => {
    assert.equal(state(noLogs, [check(1, false), check(2, true)]), 'enabled');
    assert.equal(state(noLogs, [check(1, true), check(2, false), check(3, null)]), 'notConfigured');
  });

  it('is what the server has sent where nothing else tells', () => {
    const nodes = 'Microsoft\\Provisioning\\NodeCache\\CSP\\Device';
    const sent = (value: string) =>
      withDump({
        [nodes]: {},
        [`${nodes}\\MS DM Server`]: {},
        [`${nodes}\\MS DM Server\\Nodes`]: {},
        [`${nodes}\\MS DM Server\\Nodes\\1`]: {
          NodeUri: './Device/Vendor/MSFT/PassportForWork/tenant/Policies/UsePassportForWork',
          ExpectedValue: value,
        },
      });
    assert.equal(state(sent('true')), 'enabled');
    assert.equal(state(sent('false')), 'disabled');
    assert.equal(state(sent('a hash')), 'unknown');
  });

  it('is unknown without any of them', () => {
    assert.equal(state(noLogs), 'unknown');
  });
});

describe('what breaks the automatic sign-in', () => {
  const names = (logs: BundleLogs) => tellAutoLogonBreakers(logs, policiesOf(logs)).map(({ name }) => name);
  const policy = (area: string, name: string, value = '1') => withReport([{ area, name, value }]);

  it('are password rules, the preferred domain and a message at the sign-in screen', () => {
    for (const [area, name] of [
      ['DeviceLock', 'MinDevicePasswordLength'],
      ['Authentication', 'PreferredAadTenantDomainName'],
      ['LocalPoliciesSecurityOptions', 'InteractiveLogon_MessageTextForUsersAttemptingToLogOn'],
    ] as const) {
      assert.deepEqual(names(policy(area, name, '8')), [`./Device/Vendor/MSFT/Policy/Config/${area}/${name}`]);
    }
  });

  it('are not pictures of the lock screen, a password that is not asked for, or an empty text', () => {
    assert.deepEqual(names(policy('DeviceLock', 'EnforceLockScreenAndLogonImage', 'x.jpg')), []);
    assert.deepEqual(names(policy('DeviceLock', 'DevicePasswordEnabled', '1')), []);
    assert.equal(names(policy('DeviceLock', 'DevicePasswordEnabled', '0')).length, 1);
    assert.deepEqual(names(policy('Authentication', 'PreferredAadTenantDomainName', ' ')), []);
  });

  it('is a legal notice that has a text', () => {
    const key = 'Microsoft\\Windows\\CurrentVersion\\Policies\\System';
    assert.equal(names(withExport({ [key]: { legalnoticetext: 'Property of Example' } })).length, 1);
    assert.deepEqual(names(withExport({ [key]: { legalnoticetext: '' } })), []);
  });

  it('is automatic sign-in that is off in OOBE, not that of a finished device', () => {
    const metadata = (user: string): BundleLogs => ({
      ...noLogs,
      metadata: [
        {
          path: 'meta.json',
          content: new Map([
            ['AutoAdminLogon', '0'],
            ['DefaultUserName', user],
          ]),
        },
      ],
    });
    assert.equal(names(metadata('defaultuser0')).length, 1);
    assert.deepEqual(names(metadata('adele')), []);
  });
});

describe('policies that restart outside the list', () => {
  it('are App Control and AppLocker, one entry for each kind', () => {
    const nodes = 'Microsoft\\Provisioning\\NodeCache\\CSP\\Device';
    const logs = withDump({
      [nodes]: {},
      [`${nodes}\\MS DM Server`]: {},
      [`${nodes}\\MS DM Server\\Nodes`]: {},
      [`${nodes}\\MS DM Server\\Nodes\\1`]: { NodeUri: './Vendor/MSFT/AppLocker/A/EXE/Policy' },
      [`${nodes}\\MS DM Server\\Nodes\\2`]: { NodeUri: './Vendor/MSFT/AppLocker/A/MSI/Policy' },
      [`${nodes}\\MS DM Server\\Nodes\\3`]: { NodeUri: './Device/Vendor/MSFT/ApplicationControl/Policies/1/Policy' },
      [`${nodes}\\MS DM Server\\Nodes\\4`]: { NodeUri: './Device/Vendor/MSFT/DMClient/Provider' },
    });
    const told = tellOtherRestartPolicies(policiesOf(logs));
    assert.deepEqual(
      told.map(({ name }) => name),
      ['./Vendor/MSFT/AppLocker/A/EXE/Policy', './Device/Vendor/MSFT/ApplicationControl/Policies/1/Policy'],
    );
    assert.equal(told[0]?.evidence.length, 2);
  });

  it('are none where none is set', () => {
    assert.deepEqual(tellOtherRestartPolicies(policiesOf(noLogs)), []);
  });
});

describe('the list of URIs that plan a restart', () => {
  it('is the device’s own', () => {
    const logs = withDump({ 'Microsoft\\Provisioning\\SyncML\\RebootRequiredURIs': { './Device/Vendor/MSFT/X': '' } });
    const catalog = readRebootCatalog({ logs }, '26100.1');
    assert.deepEqual([catalog.source, catalog.uris], ['bundle', ['./Device/Vendor/MSFT/X']]);
  });

  it('is that of the nearest build that is not newer where the bundle has none, and says so', () => {
    const of = (osBuild: string | null) => readRebootCatalog({ logs: noLogs }, osBuild);
    assert.equal(of('26200.1').uris.length, 32);
    assert.match(of('26200.1').grounds.why, /build 26100/);
    assert.equal(of('22631.3880').uris.length, 33);
    assert.match(of('19045.1').grounds.why, /build 19592/);
    assert.equal(of('19045.1').uris.length, 29);
  });

  it('is what all builds have where the build is not known', () => {
    const catalog = readRebootCatalog({ logs: noLogs }, null);
    assert.equal(catalog.source, 'allBuilds');
    assert.equal(catalog.uris.length, 28);
  });
});

describe('a restart that is owed', () => {
  const pending = (keys: Parameters<typeof withDump>[0]) => tellRestartPending({ logs: withDump(keys) }).isPending;
  const key = 'Microsoft\\Provisioning\\OMADM\\SyncML';

  it('is marked by a value or by a key', () => {
    assert.equal(pending({ [key]: { RebootRequired: '1' } }), true);
    assert.equal(pending({ [key]: {}, [`${key}\\RebootRequired`]: {} }), true);
  });

  it('H8: is not owed where the mark is missing or 0, nor because of the list of URIs', () => {
    assert.equal(pending({ [key]: {} }), false);
    assert.equal(pending({ [key]: { RebootRequired: '0' } }), false);
    assert.equal(pending({ [key]: {}, 'Microsoft\\Provisioning\\SyncML\\RebootRequiredURIs': { a: '' } }), false);
  });

  it('is noted by the status page as well', () => {
    assert.equal(
      pending({
        'Microsoft\\Provisioning\\AutopilotSettings': { 'ESP.Device.rebootRequiredToCommitSettings': 'true' },
      }),
      true,
    );
  });

  it('is unknown without that part of the registry', () => {
    assert.equal(tellRestartPending({ logs: noLogs }).isPending, null);
  });
});
