import type { DeviceIdentity } from '../story/device';
import { beginStory, type Story, type StoryBeginning } from '../story/story';

/** A device whose collector exports neither System nor Application. */
export const on23H2 = { build: 22_631, revision: 5909 } as const;

/** DESKTOP-EXAMPLE of CONTOSO, on 24H2 unless told otherwise. Every name and id of it is invented. */
export function exampleDevice(details: Pick<DeviceIdentity, 'seed'> & Partial<DeviceIdentity>): DeviceIdentity {
  return {
    hostName: `DESKTOP-EXAMPLE${details.seed}`,
    build: 26_100,
    revision: 7623,
    edition: 'Enterprise',
    timeZone: { name: 'W. Europe Standard Time', minutesEastOfUtc: 60 },
    language: 'en',
    deployment: 'userDriven',
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

/** {@link exampleDevice}, switched on in the morning, on a day and with noise of its own, but little of it. */
export function quietStory(
  details: Parameters<typeof exampleDevice>[0],
  beginning: Partial<Omit<StoryBeginning, 'background'>> = {},
): Story {
  const day = String(1 + (details.seed % 28)).padStart(2, '0');
  return beginStory(exampleDevice(details), {
    start: `2026-02-${day}T08:00:00.000Z`,
    ...beginning,
    background: 'quiet',
  });
}
