import assert from 'node:assert/strict';
import { providers } from '../../../src/core/catalog/providers';
import { explainCredentialProvider } from '../../../src/core/catalog/values/credentialProviderNames';
import { explainSignInErrors, explainValue } from '../../../src/core/catalog/values/explainValue';
import { explainOobeConfig } from '../../../src/core/catalog/values/oobeConfig';
import { explainEspStep, explainOobeEventName } from '../../../src/core/catalog/values/oobeEventNames';
import { explainOobeNode } from '../../../src/core/catalog/values/oobeNodeNames';
import { entraObjectId, explainSid } from '../../../src/core/catalog/values/sids';
import { restartNodes, accountEspNodes, deviceEspNodes, entraSignInNode } from '../../../src/core/catalog/oobeNodes';

function explained(provider: string | null, eventId: number | null, field: string, value: string, subject?: string) {
  return explainValue({ provider, eventId, field, value, subject });
}

describe('explaining a value', () => {
  it('knows what the fields of events hold', () => {
    const cases: readonly (readonly [string, number, string, string, string | null])[] = [
      [providers.kernelBoot, 27, 'BootType', '0', 'full boot'],
      [providers.kernelBoot, 27, 'BootType', '1', 'fast startup'],
      [providers.kernelBoot, 27, 'BootType', '7', null],
      [providers.kernelPower, 109, 'ShutdownActionType', '5', 'restart'],
      [providers.kernelGeneral, 1, 'Reason', '2', 'taken from the hardware clock, mostly after a resume'],
      [providers.kernelPower, 42, 'Reason', '2', null],
      [providers.user32, 1074, 'param4', '0x80020003', 'operating system: upgrade, planned'],
      [providers.user32, 1074, 'param4', '0x20004', 'operating system: reconfiguration, unplanned'],
      [providers.user32, 1074, 'param4', '0x0', 'other: other, unplanned'],
      [providers.modernDeployment, 153, 'UpdateState', '3', 'available'],
      [providers.deviceManagement, 109, 'HexInt1', '0x2', 'processed'],
      [providers.deviceManagement, 813, 'HexInt1', '0x2', null],
      [providers.deviceRegistration, 102, 'JoinRequestType', '8', 'join taken back'],
      [providers.deviceRegistration, 360, 'AADPrt', 'No', 'the user signed in without an Entra token'],
      [providers.deviceRegistration, 360, 'AADPrt', 'Yes', null],
      [providers.helloForBusiness, 8002, 'KeyProvider', '0x1', 'hardware (TPM)'],
      [providers.shellCore, 62404, 'CXID', 'MDMProgressAfterAADRefactored', 'device ESP'],
      [providers.deviceManagement, 71, 'HRESULT', '0x00000000', 'success'],
      [providers.winlogon, 2, 'Win32Status', '1326', 'ERROR_LOGON_FAILURE: User name or password is wrong'],
      [providers.winlogon, 7001, 'UserSid', 'S-1-5-18', 'Local System'],
      ['Contoso', 1, 'Count', '5', null],
      ['Contoso', 1, 'Flags', '0x80070005', null],
      ['Contoso', 1, 'Status', '5', null],
      ['Contoso', 1, 'Text', '', null],
    ];
    for (const [provider, id, field, value, words] of cases) {
      assert.equal(explained(provider, id, field, value), words, `${provider} ${id} ${field} ${value}`);
    }
  });

  it('knows values of the registry and of app reports', () => {
    assert.equal(explained(null, null, 'RebootRequired', '3'), 'hard restart');
    assert.equal(explained(null, null, 'EnforcementState', '5000'), 'error');
    assert.equal(explained(null, null, 'EnforcementState', '50'), null);
    assert.equal(explained(null, null, 'SkipUserStatusPage', '0xffffffff'), 'skipped, or finished already');
    assert.equal(
      explained(null, null, 'subcategoryState', 'rebootRequiredAndTryAgain'),
      'needs a restart and is tried again',
    );
  });

  it('reads a value by what another field says it is about', () => {
    const autopilot = providers.modernDeployment;
    assert.match(explained(autopilot, 101, 'Int1', '1308', 'CloudAssignedOobeConfig') ?? '', /skip express settings/);
    assert.equal(explained(autopilot, 101, 'Int1', '1308', 'Other'), null);
    assert.equal(explained(providers.shellCore, 62403, 'Value', 'OobeAAD', 'AppResuming'), 'sign-in to Entra ID');
    assert.equal(explained(providers.shellCore, 62403, 'Value', 'OobeAAD', 'AppActivated'), null);
  });

  it('puts the meaning of a sign-in error right behind its number, once', () => {
    assert.match(
      explainSignInErrors('x AADSTS130504: y, again AADSTS130504 and AADSTS1'),
      /^x AADSTS130504 {2}\([^)]*Temporary Access Pass has expired[^)]*\): y, again AADSTS130504 and AADSTS1$/,
    );
    assert.equal(explainSignInErrors('nothing here'), 'nothing here');
  });

  it('knows the shape of a failure whatever its field is called, but not in a field of bits', () => {
    assert.match(explained('Contoso', 1, 'Whatever', '0x80090016') ?? '', /^NTE_BAD_KEYSET: /);
    assert.match(explained('Contoso', 1, 'Whatever', '-2146893802') ?? '', /^0x80090016 NTE_BAD_KEYSET: /);
    assert.equal(explained('Contoso', 1, 'HandleId', '0x80090016'), null);
    assert.equal(explained('Contoso', 1, 'Whatever', '2148073494'), null);
    assert.equal(explained('Contoso', 1, 'Whatever', '0x1'), null);
  });

  it('adds the hexadecimal form to a code in decimal', () => {
    assert.match(explained(providers.aad, 1098, 'Error', '3399548929') ?? '', /^0xCAA10001 The user has to sign in/);
    assert.equal(explained(providers.aad, 1098, 'Error', '3399999999'), '0xCAA7E1FF');
    assert.equal(explained(providers.aad, 1098, 'Error', '12'), null);
  });

  it('leaves texts of any length alone', () => {
    assert.equal(explained(providers.aad, 1, 'HRESULT', '0'.repeat(1_000_000)), null);
  });
});

describe('explaining a SID', () => {
  it('decodes the object id of an Entra account', () => {
    // 00112233-4455-6677-8899-aabbccddeeff as four little-endian numbers.
    assert.equal(
      entraObjectId('S-1-12-1-1122867-1719092309-3148519816-4293844428'),
      '00112233-4455-6677-8899-aabbccddeeff',
    );
    assert.equal(entraObjectId('S-1-12-1-4294967296-0-0-0'), null);
    assert.equal(entraObjectId('S-1-12-1-1-2-3'), null);
  });

  it('tells services, built-in and other accounts apart', () => {
    const user = 'S-1-5-21-1-2-3-';
    assert.equal(explainSid('S-1-5-19'), 'Local Service');
    assert.equal(explainSid('S-1-5-80-1-2-3-4-5'), 'a service');
    assert.equal(explainSid('S-1-5-90-0-1'), 'Window Manager of a session');
    assert.equal(explainSid(`${user}500`), 'Administrator');
    // The number of defaultuser0 is that of the first everyday user as well.
    assert.equal(explainSid(`${user}1000`), 'local or domain account 1000');
    assert.equal(explainSid(`${user}1105`), 'local or domain account 1105');
    assert.equal(explainSid('S-1-99-1'), null);
    assert.equal(explainSid('no SID'), null);
  });
});

describe('explaining what OOBE writes', () => {
  it('has words for every node that the story is told from', () => {
    for (const node of [...restartNodes.keys(), ...deviceEspNodes, ...accountEspNodes, entraSignInNode]) {
      assert.notEqual(explainOobeNode(node), null, node);
    }
    assert.equal(explainOobeNode('CXID=OobeAAD'), 'sign-in to Entra ID');
    assert.equal(explainOobeNode('Contoso'), null);
  });

  it('has words for page events, with and without their prefix', () => {
    assert.equal(explainOobeEventName('CommercialOOBE_ESPProgress_Category_Started'), 'ESP phase began');
    assert.equal(
      explainOobeEventName('DevicePrepPage_RebootDevice_TimedOut'),
      'restart of device preparation did not happen in time',
    );
    assert.equal(
      explainOobeEventName('CommercialOOBE_ESPDeviceSetup_ApplicationsInstallation_Failed'),
      'device ESP: apps failed',
    );
    assert.equal(
      explainOobeEventName('CommercialOOBE_ESP_Subcategory_RebootRequiredBySubcategory_DeviceSetup.AppsSubcategory'),
      'ESP needs a restart for apps',
    );
    assert.match(
      explainOobeEventName('X_setStatusPageReboot: Clearing Autologon credentials') ?? '',
      /needs a sign-in/,
    );
    assert.equal(explainOobeEventName('ESPDeviceSetup_Applications'), null);
    assert.equal(explainEspStep('AccountSetup.SecurityPoliciesSubcategory'), 'security policies');
  });

  it('reads the bits of the OOBE configuration', () => {
    assert.match(explainOobeConfig('0x60') ?? '', /self-deploying/);
    assert.equal(explainOobeConfig('0'), 'no bit set');
    assert.equal(explainOobeConfig('2'), 'user is not an administrator');
    assert.equal(explainOobeConfig('x'), null);
  });
});

describe('explaining a credential provider', () => {
  it('marks what is not verified', () => {
    assert.match(explainCredentialProvider('{C5D7540A-CD51-453B-B22B-05305BA03F07}') ?? '', /web sign-in/);
    assert.match(explainCredentialProvider('{cb82ea12-9f71-446d-89e1-8d0924e1256e}') ?? '', /not Hello for Business$/);
    assert.match(explainCredentialProvider('{F64945DF-4FA9-4068-A2FB-61AF319EDD33}') ?? '', /\(not verified\)$/);
    assert.equal(explainCredentialProvider('{00000000-0000-0000-0000-000000000000}'), null);
  });
});
