import assert from 'node:assert/strict';
import { codeTables } from '../../../src/core/catalog/codes/codeTables';
import { explainCode, type CodeKind } from '../../../src/core/catalog/codes/explainCode';
import { packedLines } from '../../../src/core/catalog/packedLines';
import { aadstsCodes } from '../../../src/core/catalog/codes/aadsts';
import { appxCodes } from '../../../src/core/catalog/codes/appx';
import { bitLockerCodes } from '../../../src/core/catalog/codes/bitLocker';
import { certificateCodes } from '../../../src/core/catalog/codes/cert';
import { cloudApCodes } from '../../../src/core/catalog/codes/cloudAp';
import { hresultCodes } from '../../../src/core/catalog/codes/hresult';
import { mdmCodes } from '../../../src/core/catalog/codes/mdm';
import { msiCodes } from '../../../src/core/catalog/codes/msi';
import { networkCodes } from '../../../src/core/catalog/codes/net';
import { ntStatusCodes } from '../../../src/core/catalog/codes/ntstatus';
import { tpmCodes } from '../../../src/core/catalog/codes/tpm';
import { win32Codes } from '../../../src/core/catalog/codes/win32';
import { windowsUpdateCodes } from '../../../src/core/catalog/codes/windowsUpdate';

const decimalFamilies = [win32Codes, msiCodes, aadstsCodes];
const hexFamilies = [
  appxCodes,
  bitLockerCodes,
  certificateCodes,
  cloudApCodes,
  hresultCodes,
  mdmCodes,
  networkCodes,
  ntStatusCodes,
  tpmCodes,
  windowsUpdateCodes,
];

describe('the tables of result codes', () => {
  it('hold at least 700 codes, each once', () => {
    const lines = [...decimalFamilies, ...hexFamilies].flatMap(packedLines).length;
    const { hresult, ntstatus, win32, aadsts } = codeTables();
    assert.equal(hresult.size + ntstatus.size + win32.size + aadsts.size, lines, 'a repeated number would be lost');
    assert.ok(lines >= 1_500, `${lines} codes`);
  });

  it('are lines of number, name and one sentence in our style', () => {
    for (const line of decimalFamilies.flatMap(packedLines)) {
      assert.match(line, /^[1-9]\d* (?:-|[A-Za-z][\w]*) [A-Z].*[^.]$/, line);
    }
    for (const line of hexFamilies.flatMap(packedLines)) {
      assert.match(line, /^[0-9A-F]{8} (?:-|[A-Z][\w]*) [A-Z].*[^.]$/, line);
    }
    assert.deepEqual(
      [...decimalFamilies, ...hexFamilies].flatMap(packedLines).filter((line) => line.length > 170),
      [],
    );
  });

  it('keep each family in order, so that a code is easily found', () => {
    for (const family of [...decimalFamilies, ...hexFamilies]) {
      const numbers = packedLines(family).map((line) => parseInt(line, decimalFamilies.includes(family) ? 10 : 16));
      assert.deepEqual(
        numbers,
        [...numbers].sort((a, b) => a - b),
      );
    }
  });
});

describe('explaining a code', () => {
  it('takes every way of writing it', () => {
    const cases: readonly (readonly [string, string, CodeKind])[] = [
      ['0x80180014', 'MENROLL_E_DEVICENOTSUPPORTED', 'hresult'],
      [' 0X80180014 ', 'MENROLL_E_DEVICENOTSUPPORTED', 'hresult'],
      ['2149056532', 'MENROLL_E_DEVICENOTSUPPORTED', 'hresult'],
      ['-2145910764', 'MENROLL_E_DEVICENOTSUPPORTED', 'hresult'],
      ['0xFFFFFFFF80180014', 'MENROLL_E_DEVICENOTSUPPORTED', 'hresult'],
      ['0x80070002', 'ERROR_FILE_NOT_FOUND', 'hresult'],
      ['-2147024891', 'E_ACCESSDENIED', 'hresult'],
      ['0x80070BC2', 'ERROR_SUCCESS_REBOOT_REQUIRED', 'hresult'],
      ['0x80070643', 'ERROR_INSTALL_FAILURE', 'hresult'],
      ['0x80072EE7', 'WININET_E_NAME_NOT_RESOLVED', 'hresult'],
      ['0x80073CF3', 'ERROR_INSTALL_RESOLVE_DEPENDENCY_FAILED', 'hresult'],
      ['0xC000006D', 'STATUS_LOGON_FAILURE', 'ntstatus'],
      ['3221225581', 'STATUS_LOGON_FAILURE', 'ntstatus'],
      ['0xD0000001', 'STATUS_UNSUCCESSFUL', 'hresult'],
      ['3489660929', 'STATUS_UNSUCCESSFUL', 'hresult'],
      ['0xC004844C', 'AAD_CLOUDAP_E_OAUTH_USERNAME_IS_MALFORMED', 'hresult'],
      ['3399614467', 'ERROR_ADAL_SERVER_ERROR_INVALID_GRANT', 'hresult'],
      ['0x80240022', 'WU_E_ALL_UPDATES_FAILED', 'hresult'],
      ['0x8031004E', 'FVE_E_REBOOT_REQUIRED', 'hresult'],
      ['0x80290407', 'TPM_E_PCP_INTERNAL_ERROR', 'hresult'],
      ['AADSTS50076', 'UserStrongAuthClientAuthNRequired', 'aadsts'],
      ['aadsts50126: Error validating', 'InvalidUserNameOrPassword', 'aadsts'],
    ];
    for (const [text, name, kind] of cases) {
      const meaning = explainCode(text);
      assert.equal(meaning?.name, name, text);
      assert.equal(meaning.kind, kind, text);
    }
  });

  it('writes the code as people look it up', () => {
    assert.equal(explainCode('-2145910764')?.code, '0x80180014');
    assert.equal(explainCode('aadsts130504')?.code, 'AADSTS130504');
    assert.equal(explainCode('1603', 'win32')?.code, '1603');
  });

  it('does not guess what a small number is', () => {
    for (const text of ['5', '1603', '0x5', '0x00000643', '3010', '50076', '404', '-5', '0xFFFF']) {
      assert.equal(explainCode(text), null, text);
    }
    for (const kind of ['hresult', 'ntstatus'] as const) {
      assert.equal(explainCode('5', kind), null, 'a small HRESULT or NTSTATUS is no failure');
    }
    assert.equal(explainCode('5', 'win32')?.name, 'ERROR_ACCESS_DENIED');
    assert.equal(explainCode('1603', 'win32')?.name, 'ERROR_INSTALL_FAILURE');
    assert.equal(explainCode('3010', 'win32')?.name, 'ERROR_SUCCESS_REBOOT_REQUIRED');
    assert.equal(explainCode('12007', 'win32')?.name, 'WININET_E_NAME_NOT_RESOLVED');
    assert.equal(explainCode('15618', 'win32')?.name, 'ERROR_PACKAGES_IN_USE');
    assert.equal(explainCode('50076', 'aadsts')?.name, 'UserStrongAuthClientAuthNRequired');
  });

  it('names at least the wrapped number of an unlisted code', () => {
    assert.deepEqual(explainCode('0x8007F001'), {
      kind: 'hresult',
      code: '0x8007F001',
      name: null,
      text: 'Win32 error 61441',
    });
    assert.match(explainCode('0x801901A6')?.text ?? '', /HTTP status 422/);
  });

  it('has nothing to say on success, unknown codes and other text', () => {
    const nothing = [
      '',
      '0',
      '0x0',
      '0x00000000',
      'abc',
      '0x',
      '0x123456789',
      '1e9',
      '99999999999',
      '4.5',
      '0xA3BD5C75',
    ];
    for (const text of [...nothing, 'AADSTS', 'AADSTS99999999', '-2147483649', '0x8A000001']) {
      assert.equal(explainCode(text), null, text);
    }
  });
});
