/** Whom a setting applies to. */
export type UriScope = 'device' | 'user';

/** What is known about a setting of a configuration service provider. */
export interface UriMeaning {
  /** As it was asked for. */
  readonly uri: string;
  /** The policy area or the provider: `DeviceGuard`, `Uefi`. */
  readonly area: string;
  /** The setting within it: `LsaCfgFlags`, `Identity/Apply`. */
  readonly setting: string;
  /** The setting in words; `null` where only the names are known. */
  readonly words: string | null;
  /** Scopes that the public documentation of the provider gives; empty where it was not looked up. */
  readonly scopes: readonly UriScope[];
  readonly reboot: UriReboot | null;
  /** Where in Intune it mostly comes from; a hint, as one URI can come from several profiles. */
  readonly usualSource: string | null;
}

/** What a setting has to do with restarts. */
export interface UriReboot {
  /** `catalogue`: on the list of URIs for which Windows plans a restart; `outside`: restarts or breaks things by itself. */
  readonly kind: 'catalogue' | 'outside';
  /** Builds on whose list the URI was seen; the list of the very device is in its registry dump. */
  readonly builds: readonly number[];
  /** Does any value plan the restart, also the default? The list names URIs only. */
  readonly anyValue: boolean;
  /** What it costs to assign the setting to users instead, or to wait with it. */
  readonly price: string;
}

/** Listed policies whose documentation was not read: the list names them for the device. */
const unreadScopes: ReadonlySet<string> = new Set(['DisallowTileNotification', 'ImportEdgeAssets']);

/** The builds whose lists were compared. */
const builds = { all: [19592, 22631, 26100], since22631: [22631, 26100], until22631: [19592, 22631] } as const;

interface CatalogueEntry {
  readonly words: string;
  readonly builds: keyof typeof builds;
  readonly source: string | null;
  readonly price: keyof typeof prices;
}

const prices = {
  plain: 'assigned to users it applies in account setup, where no restart is planned, so it may wait for the next one',
  vbs: 'virtualization-based security stays off until the next restart; compliance that asks for it is not met before',
  attestation:
    'the start is not measured with it until the next restart, so health attestation and compliance lag behind',
  dma: 'devices with direct memory access are not blocked until the next restart',
  exploit: 'the mitigations may not be complete until the next restart',
  kiosk: 'the start menu may show the entry until the next restart',
  device: 'has no user scope: it can only come earlier or later, not to users',
  firmware: 'firmware settings take effect at the next restart in any case',
} as const;

const startMenu = 'Start in device restrictions or kiosk profiles';
const baseline = 'security baseline or account protection';

/** The list under `Provisioning\SyncML\RebootRequiredURIs`, below `./Device/Vendor/MSFT/`. */
const catalogue: ReadonlyMap<string, CatalogueEntry> = new Map(
  Object.entries<CatalogueEntry>({
    'Accounts/Domain/ComputerName': {
      words: 'name of the computer',
      builds: 'all',
      source: 'device name template or rename',
      price: 'device',
    },
    'Policy/Config/Connectivity/AllowUSBConnection': {
      words: 'USB connection to a computer',
      builds: 'all',
      source: 'device restrictions',
      price: 'plain',
    },
    'Policy/Config/DeviceGuard/ConfigureSystemGuardLaunch': {
      words: 'System Guard secure launch',
      builds: 'all',
      source: baseline,
      price: 'attestation',
    },
    'Policy/Config/DeviceGuard/EnableVirtualizationBasedSecurity': {
      words: 'virtualization-based security',
      builds: 'all',
      source: baseline,
      price: 'vbs',
    },
    'Policy/Config/DeviceGuard/LsaCfgFlags': {
      words: 'Credential Guard',
      builds: 'all',
      source: baseline,
      price: 'vbs',
    },
    'Policy/Config/DeviceGuard/RequirePlatformSecurityFeatures': {
      words: 'Secure Boot and memory protection for virtualization-based security',
      builds: 'all',
      source: baseline,
      price: 'vbs',
    },
    'Policy/Config/DmaGuard/DeviceEnumerationPolicy': {
      words: 'devices with direct memory access',
      builds: 'all',
      source: 'security baseline or device control',
      price: 'dma',
    },
    'Policy/Config/ExploitGuard/ExploitProtectionSettings': {
      words: 'exploit protection',
      builds: 'all',
      source: 'attack surface reduction',
      price: 'exploit',
    },
    'Policy/Config/MixedReality/HeadTrackingMode': {
      words: 'head tracking of HoloLens',
      builds: 'since22631',
      source: 'HoloLens settings',
      price: 'plain',
    },
    'Policy/Config/Notifications/DisallowCloudNotification': {
      words: 'notifications from the network',
      builds: 'since22631',
      source: 'settings catalog',
      price: 'plain',
    },
    'Policy/Config/Notifications/DisallowTileNotification': {
      words: 'notifications on tiles',
      builds: 'all',
      source: 'settings catalog',
      price: 'plain',
    },
    'Policy/Config/Notifications/WnsEndpoint': {
      words: 'address of the notification service',
      builds: 'since22631',
      source: 'settings catalog',
      price: 'plain',
    },
    'Policy/Config/ServiceControlManager/SvchostProcessMitigation': {
      words: 'stricter rules for service processes',
      builds: 'since22631',
      source: 'security baseline',
      price: 'exploit',
    },
    ...Object.fromEntries(
      [
        ['HideChangeAccountSettings', 'hide account settings'],
        ['HideHibernate', 'hide hibernate'],
        ['HideLock', 'hide lock'],
        ['HidePowerButton', 'hide the power button'],
        ['HideRestart', 'hide restart'],
        ['HideShutDown', 'hide shut down'],
        ['HideSignOut', 'hide sign out'],
        ['HideSleep', 'hide sleep'],
        ['HideSwitchAccount', 'hide switching accounts'],
        ['HideUserTile', 'hide the user tile'],
        ['ImportEdgeAssets', 'pictures for tiles of Edge'],
      ].map(([name, words]): [string, CatalogueEntry] => [
        `Policy/Config/Start/${name ?? ''}`,
        { words: `start menu: ${words ?? ''}`, builds: 'all', source: startMenu, price: 'kiosk' },
      ]),
    ),
    'Policy/Config/Update/ManagePreviewBuilds': {
      words: 'preview builds',
      builds: 'all',
      source: 'update rings, also with the default value',
      price: 'plain',
    },
    ...Object.fromEntries(
      ['Identity', 'Identity2', 'Permissions', 'Permissions2', 'Settings', 'Settings2'].map(
        (name): [string, CatalogueEntry] => [
          `Uefi/${name}/Apply`,
          {
            words: `firmware configuration (DFCI): ${name.toLowerCase()}`,
            builds: 'all',
            source: 'device firmware configuration',
            price: 'firmware',
          },
        ],
      ),
    ),
    'WindowsDefenderApplicationGuard/InstallWindowsDefenderApplicationGuard': {
      words: 'installation of Application Guard',
      builds: 'all',
      source: 'app and browser isolation',
      price: 'device',
    },
    'WindowsLicensing/UpgradeEditionWithProductKey': {
      words: 'upgrade of the edition',
      builds: 'until22631',
      source: 'edition upgrade',
      price: 'device',
    },
  }).map(([path, entry]) => [path.toLowerCase(), entry]),
);

/** Settings that are not on the list and were reported to restart or to break the automatic sign-in; by their beginning. */
const outside: readonly (readonly [path: string, words: string, price: string])[] = [
  ['AppLocker/', 'AppLocker rules', 'the provider asks for a restart by itself, without event 2800'],
  ['ApplicationControl/', 'App Control (WDAC) policy', 'the provider asks for a restart by itself, without event 2800'],
  ['Reboot/', 'restart command', 'restarts at once or at its time, without event 2800'],
  ['DeviceLock/', 'password rules of the device', 'the automatic sign-in cannot go on after a restart'],
  [
    'Policy/Config/DeviceLock/',
    'password rules of the device',
    'the automatic sign-in cannot go on after a restart: assign to users',
  ],
  [
    'Policy/Config/Authentication/PreferredAadTenantDomainName',
    'preferred domain at the sign-in screen',
    'changes the sign-in screen and can break the automatic sign-in',
  ],
  [
    'Policy/Config/LocalPoliciesSecurityOptions/InteractiveLogon_MessageT',
    'message at the sign-in screen',
    'has to be confirmed and breaks the automatic sign-in',
  ],
  [
    'Policy/Config/LocalPoliciesSecurityOptions/UserAccountControl_',
    'user account control',
    'can prompt or restart during device setup',
  ],
];

/**
 * Explains a setting by its URI, whether written with `./Device`, `./User` or neither. A URI that is not listed is
 * split into its names only. `null` for text that is no URI of a provider. Scopes are those of the
 * public documentation, which has the listed settings for the device only.
 */
export function explainUri(uri: string): UriMeaning | null {
  const match = /^\.\/(?:(Device|User)\/)?Vendor\/MSFT\/([^\s?#]+)$/i.exec(uri.trim());
  if (match === null) {
    return null;
  }
  const isUser = match[1]?.toLowerCase() === 'user';
  const path = match[2]!.replace(/\/+$/, '');
  const names = namesOf(path);
  const listed = isUser ? undefined : catalogue.get(path.toLowerCase());
  if (listed !== undefined) {
    return {
      uri,
      ...names,
      words: listed.words,
      scopes: unreadScopes.has(names.setting) ? [] : ['device'],
      reboot: { kind: 'catalogue', builds: builds[listed.builds], anyValue: true, price: prices[listed.price] },
      usualSource: listed.source,
    };
  }
  const other = outside.find(([start]) => path.toLowerCase().startsWith(start.toLowerCase()));
  return {
    uri,
    ...names,
    words: other?.[1] ?? null,
    scopes: [],
    reboot: other === undefined ? null : { kind: 'outside', builds: [], anyValue: false, price: other[2] },
    usualSource: null,
  };
}

/** `Policy/Config/Area/Setting` is split at the area, everything else at the name of the provider. */
function namesOf(path: string): { readonly area: string; readonly setting: string } {
  const parts = path.split('/');
  const isPolicy = parts[0]?.toLowerCase() === 'policy' && /^(?:config|result)$/i.test(parts[1] ?? '');
  const [area = '', ...setting] = isPolicy ? parts.slice(2) : parts;
  return { area, setting: setting.join('/') };
}
