const policies = [
  'Connectivity/AllowUSBConnection',
  'DeviceGuard/ConfigureSystemGuardLaunch',
  'DeviceGuard/EnableVirtualizationBasedSecurity',
  'DeviceGuard/LsaCfgFlags',
  'DeviceGuard/RequirePlatformSecurityFeatures',
  'DmaGuard/DeviceEnumerationPolicy',
  'ExploitGuard/ExploitProtectionSettings',
  'MixedReality/HeadTrackingMode',
  'Notifications/DisallowCloudNotification',
  'Notifications/DisallowTileNotification',
  'Notifications/WnsEndpoint',
  'ServiceControlManager/SvchostProcessMitigation',
  'Start/HideChangeAccountSettings',
  'Start/HideHibernate',
  'Start/HideLock',
  'Start/HidePowerButton',
  'Start/HideRestart',
  'Start/HideShutDown',
  'Start/HideSignOut',
  'Start/HideSleep',
  'Start/HideSwitchAccount',
  'Start/HideUserTile',
  'Start/ImportEdgeAssets',
  'Update/ManagePreviewBuilds',
] as const;

const otherNodes = [
  'Uefi/Identity/Apply',
  'Uefi/Identity2/Apply',
  'Uefi/Permissions/Apply',
  'Uefi/Permissions2/Apply',
  'Uefi/Settings/Apply',
  'Uefi/Settings2/Apply',
  'WindowsDefenderApplicationGuard/InstallWindowsDefenderApplicationGuard',
] as const;

/**
 * `Provisioning\SyncML\RebootRequiredURIs` of a build: the URIs that may ask for a restart. Every Windows has the
 * list, enrolled or not; 24H2 has dropped the edition upgrade.
 */
export function rebootCatalog(build: number): readonly string[] {
  const nodes = [
    'Accounts/Domain/ComputerName',
    ...policies.map((policy) => `Policy/Config/${policy}`),
    ...otherNodes,
    ...(build < 26_100 ? ['WindowsLicensing/UpgradeEditionWithProductKey'] : []),
  ];
  return nodes.map((node) => `./Device/Vendor/MSFT/${node}`);
}
