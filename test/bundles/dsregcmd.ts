import type { DeviceIdentity } from './story/device';

/**
 * `dsregcmd /status` as Collect diagnostics runs it: in the context of SYSTEM, so that nothing it says about the
 * user holds.
 */
export function dsregcmdText(identity: DeviceIdentity, ranAt: number): string {
  const clientTime = `${new Date(ranAt).toISOString().slice(0, 23).replace('T', ' ')} UTC`;
  return [
    section('Device State', {
      AzureAdJoined: 'YES',
      EnterpriseJoined: 'NO',
      DomainJoined: identity.deployment === 'hybrid' ? 'YES' : 'NO',
      'Device Name': identity.hostName,
    }),
    section('Device Details', {
      DeviceId: '00000000-0000-4000-8000-0000000dec1e',
      KeyProvider: 'Microsoft Platform Crypto Provider',
      TpmProtected: 'YES',
      DeviceAuthStatus: 'SUCCESS',
    }),
    section('Tenant Details', { TenantName: 'CONTOSO', TenantId: identity.tenantId, JoinSrvVersion: '2.0' }),
    section('User State', { NgcSet: 'NO', WorkplaceJoined: 'NO', WamDefaultSet: 'ERROR (0x80070520)' }),
    section('SSO State', { AzureAdPrt: 'NO', AzureAdPrtAuthority: '', EnterprisePrt: 'NO' }),
    section('Diagnostic Data', {
      AadRecoveryEnabled: 'NO',
      'Executing Account Name': `WORKGROUP\\${identity.hostName}$, ${identity.hostName}$`,
      KeySignTest: 'PASSED',
      'User Context': 'SYSTEM',
      'Client Time': clientTime,
    }),
    section('Ngc Prerequisite Check', {
      IsDeviceJoined: 'YES',
      IsUserAzureAD: 'NO',
      PolicyEnabled: 'NO',
      PostLogonEnabled: 'YES',
      DeviceEligible: 'YES',
      SessionIsNotRemote: 'NO',
      CertEnrollment: 'none',
      PreReqResult: 'WillNotProvision',
    }),
  ].join('\r\n');
}

function section(title: string, facts: Readonly<Record<string, string>>): string {
  const rule = `+${'-'.repeat(70)}+`;
  const lines = Object.entries(facts).map(([name, value]) => `${name.padStart(26)} : ${value}`);
  return [rule, `| ${title.padEnd(69)}|`, rule, '', ...lines, ''].join('\r\n');
}
