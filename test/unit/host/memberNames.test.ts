import assert from 'node:assert/strict';
import { memberCategories, memberCategory } from '../../../src/host/views/memberCategory';
import { memberName } from '../../../src/host/views/memberNames';
import type { MemberInfo } from '../../../src/protocol/bundleService';
import { story } from './storyBuilder';

function member(path: string, kind: MemberInfo['kind'], channel: string | null = null): MemberInfo {
  return {
    path,
    kind,
    channel,
    size: 1,
    modified: null,
    unreadable: null,
    problems: [],
    records: null,
    understood: null,
  };
}

describe('the name of a member', () => {
  const management = 'Microsoft-Windows-DeviceManagement-Enterprise-Diagnostics-Provider';
  const document = {
    ...story({}),
    coverage: [
      {
        log: `${management}/Sync`,
        state: 'empty' as const,
        records: 0,
        first: null,
        last: null,
        firstRecordId: null,
        missingRecordIds: 0,
        gaps: [],
        coversEnrollment: null,
        path: 'in.cab/microsoft-windows-devicemanagement-enterprise-diagnostics-provider-sync.evtx',
      },
    ],
  };
  const bundle = {
    document,
    members: [
      member('(15) Events System Events.evtx', 'evtx', 'System'),
      member('in.cab/system.evtx', 'evtx', 'System'),
      member('in.cab/a-admin.evtx', 'evtx', `${management}/Admin`),
      member('in.cab/a-operational.evtx', 'evtx', `${management}/Operational`),
      member('in.cab/microsoft-windows-devicemanagement-enterprise-diagnostics-provider-sync.evtx', 'evtx'),
      member('in.cab/microsoft-windows-unknown-debug.evtx', 'evtx'),
      member('(4) RegistryKey HKLM_SOFTWARE_LogonUI export.reg', 'registryExport'),
      member('in.cab/forwarded.evtx', 'evtx', 'Microsoft-Windows-AAD/Operational'),
      member('in.cab/microsoft-windows-devicemanagement-enterprise-diagnostics-provider-debug.evtx', 'evtx'),
      member('(23) Events Microsoft-Windows-BitLocker_BitLocker_Management Events.evtx', 'evtx'),
      member('(24) Events Setup Events.evtx', 'evtx'),
      member('in.cab/something else.evtx', 'evtx'),
    ],
  };

  it('is that of its channel, as short as the other channels allow; copies have the same', () => {
    assert.deepEqual(
      bundle.members.map(({ path }) => memberName(bundle, path)),
      [
        'System',
        'System',
        'DeviceManagement/Admin',
        'DeviceManagement/Operational',
        'DeviceManagement/Sync',
        'unknown/Debug',
        'HKLM_SOFTWARE_LogonUI.reg',
        'AAD',
        'DeviceManagement/Debug',
        'BitLocker/BitLocker Management',
        'Setup',
        'something else.evtx',
      ],
    );
  });

  it('stands among those of its kind', () => {
    const groups = bundle.members.map(({ kind }) => memberCategory(kind));
    assert.deepEqual(new Set(groups), new Set(['eventLogs', 'registry']));
    assert.ok(groups.every((group) => memberCategories.includes(group)));
  });
});
