import { phrase } from '../words/language';
import type { ProtectedArea } from './securityAreas';

/** A setting for which Windows plans a restart, whatever its value. */
export interface RebootUri {
  /** `./Device/Vendor/MSFT/…` */
  readonly uri: string;
  /** The setting in words; English, as are all texts of the table. */
  readonly words: string;
  /** Builds on whose list it was seen; the list of the very device is in its registry dump. */
  readonly builds: readonly number[];
  /** Where in Intune it mostly comes from; a hint, as one URI can come from several profiles. */
  readonly usualSource: string;
  /** Is the scope known from the public documentation, or only from the list, which names all for the device? */
  readonly isScopeRead: boolean;
  /** Can the profile that holds it be assigned to users instead of devices? */
  readonly reachesUsers: boolean;
  readonly protects: readonly ProtectedArea[];
  /** What waits until the next restart, as half a sentence. */
  readonly waits: string;
}

type Builds = keyof typeof builds;

/** The builds whose lists were compared. */
const builds = { all: [19592, 22631, 26100], since22631: [22631, 26100], until22631: [19592, 22631] } as const;

/** What settings have in common that cost the same when they wait. */
type Trade = Pick<RebootUri, 'protects' | 'waits' | 'reachesUsers'>;

const trades = {
  plain: {
    protects: [],
    waits: phrase(
      'assigned to users it applies in account setup, where no restart is planned, so it may wait for the next one',
    ),
    reachesUsers: true,
  },
  vbs: {
    protects: ['virtualizationBasedSecurity', 'deviceGuard'],
    waits: phrase(
      'virtualization-based security stays off until the next restart; compliance that asks for it is not met before',
    ),
    reachesUsers: true,
  },
  credentials: {
    // Credential Guard lives in virtualization-based security.
    protects: ['deviceGuard', 'virtualizationBasedSecurity'],
    waits: phrase(
      'Credential Guard stays as it is until the next restart; compliance that asks for it is not met before',
    ),
    reachesUsers: true,
  },
  secureLaunch: {
    protects: ['deviceGuard', 'deviceHealthAttestation'],
    waits: phrase(
      'the start is not measured with it until the next restart, so health attestation and compliance lag behind',
    ),
    reachesUsers: true,
  },
  dma: {
    protects: ['directMemoryAccess'],
    waits: phrase('devices with direct memory access are not blocked until the next restart'),
    reachesUsers: true,
  },
  exploit: {
    protects: ['exploitProtection'],
    waits: phrase('the mitigations may not be complete until the next restart'),
    reachesUsers: true,
  },
  kiosk: {
    protects: [],
    waits: phrase('the start menu may show the entry until the next restart'),
    reachesUsers: true,
  },
  device: {
    protects: [],
    waits: phrase('has no user scope: it can only come earlier or later, not to users'),
    reachesUsers: false,
  },
  browser: {
    protects: ['browserIsolation'],
    waits: phrase(
      'has no user scope: it can only come earlier or later, not to users; until then sites open without their container',
    ),
    reachesUsers: false,
  },
  firmware: {
    protects: ['firmware'],
    waits: phrase('firmware settings take effect at the next restart in any case'),
    reachesUsers: false,
  },
} as const satisfies Readonly<Record<string, Trade>>;

const startMenu = 'Start in device restrictions or kiosk profiles';
const baseline = 'security baseline or account protection';
const catalog = 'settings catalog';

type Row = readonly [path: string, words: string, trade: keyof typeof trades, source: string, builds?: Builds];

/** The list under `Provisioning\SyncML\RebootRequiredURIs`, below `./Device/Vendor/MSFT/`. */
const rows: readonly Row[] = [
  ['Accounts/Domain/ComputerName', 'name of the computer', 'device', 'device name template or rename'],
  ['Policy/Config/Connectivity/AllowUSBConnection', 'USB connection to a computer', 'plain', 'device restrictions'],
  ['Policy/Config/DeviceGuard/ConfigureSystemGuardLaunch', 'System Guard secure launch', 'secureLaunch', baseline],
  ['Policy/Config/DeviceGuard/EnableVirtualizationBasedSecurity', 'virtualization-based security', 'vbs', baseline],
  ['Policy/Config/DeviceGuard/LsaCfgFlags', 'Credential Guard', 'credentials', baseline],
  [
    'Policy/Config/DeviceGuard/RequirePlatformSecurityFeatures',
    'Secure Boot and memory protection for virtualization-based security',
    'vbs',
    baseline,
  ],
  [
    'Policy/Config/DmaGuard/DeviceEnumerationPolicy',
    'devices with direct memory access',
    'dma',
    'security baseline or device control',
  ],
  ['Policy/Config/ExploitGuard/ExploitProtectionSettings', 'exploit protection', 'exploit', 'attack surface reduction'],
  [
    'Policy/Config/MixedReality/HeadTrackingMode',
    'head tracking of HoloLens',
    'plain',
    'HoloLens settings',
    'since22631',
  ],
  [
    'Policy/Config/Notifications/DisallowCloudNotification',
    'notifications from the network',
    'plain',
    catalog,
    'since22631',
  ],
  ['Policy/Config/Notifications/DisallowTileNotification', 'notifications on tiles', 'plain', catalog],
  ['Policy/Config/Notifications/WnsEndpoint', 'address of the notification service', 'plain', catalog, 'since22631'],
  [
    'Policy/Config/ServiceControlManager/SvchostProcessMitigation',
    'stricter rules for service processes',
    'exploit',
    'security baseline',
    'since22631',
  ],
  ...(
    [
      ['HideChangeAccountSettings', 'start menu: hide account settings'],
      ['HideHibernate', 'start menu: hide hibernate'],
      ['HideLock', 'start menu: hide lock'],
      ['HidePowerButton', 'start menu: hide the power button'],
      ['HideRestart', 'start menu: hide restart'],
      ['HideShutDown', 'start menu: hide shut down'],
      ['HideSignOut', 'start menu: hide sign out'],
      ['HideSleep', 'start menu: hide sleep'],
      ['HideSwitchAccount', 'start menu: hide switching accounts'],
      ['HideUserTile', 'start menu: hide the user tile'],
      ['ImportEdgeAssets', 'start menu: pictures for tiles of Edge'],
    ] as const
  ).map(([name, words]): Row => [`Policy/Config/Start/${name}`, words, 'kiosk', startMenu]),
  ['Policy/Config/Update/ManagePreviewBuilds', 'preview builds', 'plain', 'update rings, also with the default value'],
  ...['Identity', 'Identity2', 'Permissions', 'Permissions2', 'Settings', 'Settings2'].map((name): Row => [
    `Uefi/${name}/Apply`,
    `firmware configuration (DFCI): ${name.toLowerCase()}`,
    'firmware',
    'device firmware configuration',
  ]),
  [
    'WindowsDefenderApplicationGuard/InstallWindowsDefenderApplicationGuard',
    'installation of Application Guard',
    'browser',
    'app and browser isolation',
  ],
  [
    'WindowsLicensing/UpgradeEditionWithProductKey',
    'upgrade of the edition',
    'device',
    'edition upgrade',
    'until22631',
  ],
];

/** Settings whose documentation was not read for their scope. */
const unreadScopes = /\/(?:DisallowTileNotification|ImportEdgeAssets)$/;

/** Every setting that was seen on the list of some build. */
export const rebootUris: readonly RebootUri[] = rows.map(([path, words, trade, usualSource, seenOn = 'all']) => ({
  uri: `./Device/Vendor/MSFT/${path}`,
  words,
  builds: builds[seenOn],
  usualSource,
  isScopeRead: !unreadScopes.test(path),
  ...trades[trade],
}));

const byUri: ReadonlyMap<string, RebootUri> = new Map(rebootUris.map((entry) => [canonicalUri(entry.uri), entry]));

/** What is known about a setting that is on the list of some build; `null` for all others. */
export function rebootUriOf(uri: string): RebootUri | null {
  return byUri.get(canonicalUri(uri)) ?? null;
}

/** The list of a build as far as lists were compared. */
export interface KnownList {
  /** The build that the list was read from; `null` where the build asked for is not known. */
  readonly build: number | null;
  readonly uris: readonly string[];
}

/**
 * What stands in for a device's own list: that of the nearest build that is not newer, else of the oldest; for an
 * unknown build what is on all of them.
 */
export function rebootUrisOfBuild(build: number | null): KnownList {
  const known = builds.all;
  const nearest = build === null ? null : (known.findLast((candidate) => candidate <= build) ?? known[0]);
  const isListed = ({ builds: on }: RebootUri): boolean =>
    nearest === null ? on.length === known.length : on.includes(nearest);
  return { build: nearest, uris: rebootUris.filter(isListed).map(({ uri }) => uri) };
}

/** One spelling for URIs that mean the same setting: case does not matter, and without a scope it is the device's. */
export function canonicalUri(uri: string): string {
  return uri
    .trim()
    .toLowerCase()
    .replace(/^\.\/vendor\//, './device/vendor/')
    .replace(/\/+$/, '');
}
