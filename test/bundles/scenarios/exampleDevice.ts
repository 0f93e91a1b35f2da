import type { DeviceIdentity } from '../story/device';
import type { TrackedApp } from '../story/imeAgent';

/** DESKTOP-EXAMPLE1 of CONTOSO, on 24H2 unless told otherwise. Every name and id of it is invented. */
export function exampleDevice(details: Pick<DeviceIdentity, 'seed'> & Partial<DeviceIdentity>): DeviceIdentity {
  return {
    hostName: 'DESKTOP-EXAMPLE1',
    build: 26_100,
    revision: 7623,
    edition: 'Enterprise',
    timeZone: { name: 'W. Europe Standard Time', minutesEastOfUtc: 60 },
    machineSid: 'S-1-5-21-1111111111-2222222222-3333333333',
    person: {
      sid: 'S-1-12-1-1234567890-1122334455-2233445566-3344556677',
      account: 'AdeleExample',
      displayName: 'Adele Example',
      upn: 'adele@contoso.example',
    },
    tenantId: '00000000-0000-4000-8000-00000000c070',
    tenantDomain: 'contoso.example',
    enrollmentId: '00000000-0000-4000-8000-0000000e7011',
    imeVersion: '1.99.100.0',
    // Two noisy channels have lost what the factory left in them.
    firstRecordIds: {
      'Microsoft-Windows-AppXDeploymentServer/Operational': 1311,
      'Microsoft-Windows-Crypto-NCrypt/Operational': 96,
    },
    ...details,
  };
}

export const exampleApps: readonly TrackedApp[] = [
  { id: '00000000-0000-4000-8000-00000000a001', name: 'Contoso VPN' },
  { id: '00000000-0000-4000-8000-00000000a002', name: 'Contoso Office Templates' },
  { id: '00000000-0000-4000-8000-00000000a003', name: 'Contoso Endpoint Tools' },
];
