import type { DeviceIdentity } from './story/device';

export interface AutoLogonFacts {
  readonly AutoAdminLogon?: '0' | '1';
  readonly AutoLogonSID?: string;
  readonly DefaultUserName?: string;
}

/** MdmDiagLogMetadata.json: what the collector knows about the system, and whether auto-logon is armed. */
export function diagMetadataText(
  identity: DeviceIdentity,
  areas: string,
  installedAt: number,
  autoLogon: AutoLogonFacts,
): string {
  const lab = `${identity.build}.1.amd64fre.example_release.000000-0000`;
  const facts = {
    MdmDiagVersion: '1.0',
    AreaName: areas,
    BuildBranch: 'example_release',
    BuildLabEx: lab,
    CurrentBuild: String(identity.build),
    CurrentBuildNumber: String(identity.build),
    CurrentMajorVersionNumber: 10,
    CurrentMinorVersionNumber: 0,
    EditionID: identity.edition,
    InstallDate: Math.floor(installedAt / 1000),
    ProductName: 'Windows 10 Enterprise',
    SystemRoot: 'C:\\Windows',
    UBR: identity.revision,
    ...autoLogon,
    AutoRestartShell: 1,
  };
  return `${JSON.stringify(facts, null, 2)}\n`;
}
