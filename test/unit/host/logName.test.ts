import assert from 'node:assert/strict';
import { shortLogName } from '../../../src/host/views/logName';

describe('the short name of a log', () => {
  const names: readonly [string, string][] = [
    ['(16) Events System Events.evtx', 'System.evtx'],
    ['a.cab/microsoft-windows-aad-operational.evtx', 'aad-operational.evtx'],
    ['(29) Command windir_system32_Dsregcmd_exe_status output.log', 'windir_system32_Dsregcmd_exe_status.log'],
    ['(8) RegistryKey HKLM_LogonUI export.reg', 'HKLM_LogonUI.reg'],
    ['Panther/setupact.log', 'setupact.log'],
    ['microsoft-windows-', 'microsoft-windows-'],
  ];
  for (const [path, short] of names) {
    it(`of ${path} is ${short}`, () => {
      assert.equal(shortLogName(path), short);
    });
  }
});
