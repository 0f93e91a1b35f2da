import type { DeviceIdentity } from './story/device';

/** AutopilotDDSZTDFile.json: the downloaded profile, one line, UTF-16LE with BOM. */
export function autopilotProfileBytes(identity: DeviceIdentity, downloadedAt: number): Uint8Array {
  const profile = {
    AutopilotServiceCorrelationId: '00000000-0000-4000-8000-0000000c0e1a',
    ZtdRegistrationId: '00000000-0000-4000-8000-0000000007d1',
    AadDeviceId: '00000000-0000-4000-8000-0000000dec1e',
    CloudAssignedOobeConfig: oobeConfig(identity),
    CloudAssignedDomainJoinMethod: identity.deployment === 'hybrid' ? 1 : 0,
    CloudAssignedForcedEnrollment: 1,
    CloudAssignedTenantDomain: identity.tenantDomain,
    CloudAssignedTenantId: identity.tenantId,
    DeploymentProfileName: profileName(identity),
    HybridJoinSkipDCConnectivityCheck: 0,
    PolicyDownloadDate: `${new Date(downloadedAt).toISOString().slice(0, 19)}Z`,
  };
  return Buffer.from(`\uFEFF${JSON.stringify(profile)}`, 'utf16le');
}

/**
 * Skip the pages that a company answers for its users; only a self-deploying device has the two TPM bits (32
 * attestation, 64 authentication as a device).
 */
export function oobeConfig({ deployment }: DeviceIdentity): number {
  return deployment === 'selfDeploying' ? 284 + 32 + 64 : 284;
}

export function profileName({ deployment }: DeviceIdentity): string {
  switch (deployment) {
    case 'userDriven':
    case 'devicePreparation':
      return 'CONTOSO user-driven';
    case 'hybrid':
      return 'CONTOSO hybrid';
    case 'selfDeploying':
      return 'CONTOSO self-deploying';
    case 'preProvisioning':
      return 'CONTOSO pre-provisioning';
  }
}
