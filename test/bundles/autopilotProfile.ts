import type { DeviceIdentity } from './story/device';

/** AutopilotDDSZTDFile.json: the downloaded profile, one line, UTF-16LE with BOM. */
export function autopilotProfileBytes(identity: DeviceIdentity, downloadedAt: number): Uint8Array {
  const profile = {
    AutopilotServiceCorrelationId: '00000000-0000-4000-8000-0000000c0e1a',
    ZtdRegistrationId: '00000000-0000-4000-8000-0000000007d1',
    AadDeviceId: '00000000-0000-4000-8000-0000000dec1e',
    // Skip the pages that a company answers for its users; neither of the two TPM bits: user-driven.
    CloudAssignedOobeConfig: 284,
    CloudAssignedDomainJoinMethod: 0,
    CloudAssignedForcedEnrollment: 1,
    CloudAssignedTenantDomain: identity.tenantDomain,
    CloudAssignedTenantId: identity.tenantId,
    DeploymentProfileName: 'CONTOSO user-driven',
    HybridJoinSkipDCConnectivityCheck: 0,
    PolicyDownloadDate: `${new Date(downloadedAt).toISOString().slice(0, 19)}Z`,
  };
  return Buffer.from(`\uFEFF${JSON.stringify(profile)}`, 'utf16le');
}
