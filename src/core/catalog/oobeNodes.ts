import type { RebootClass } from './rebootClass';

/**
 * Navigation nodes (CXIDs) of the Windows out-of-box experience, as its own navigation table names them. All of
 * the restart nodes restart only if the flow has asked for it and pass through within a second otherwise.
 */
export const restartNodes: ReadonlyMap<string, RebootClass> = new Map<string, RebootClass>([
  ['Reboot', 'oobeUpdate'],
  ['AutoPilotVetoReboot', 'oobeUpdate'],
  ['RebootZtd', 'oobeUpdate'],
  ['EarlyRebootNDUP', 'oobeUpdate'],
  ['RebootNDUP', 'oobeUpdate'],
  ['TenantDeviceLinkZdpReboot', 'oobeUpdate'],
  ['OobeProvisioningRebootAfterConnectivity', 'provisioningPackage'],
  ['OobeProvisioningReboot', 'provisioningPackage'],
  ['OobeDeviceNameReboot', 'deviceRename'],
  ['OobeDomainJoinReboot', 'hybridJoin'],
  ['RebootZtdForPlugAndForget', 'oobeUpdate'],
  ['AutopilotWhiteGloveReboot', 'preProvisioning'],
  ['AutopilotWhiteGloveDeviceRenameReboot', 'preProvisioning'],
]);

/** The pages that show the device part of the Enrollment Status Page. */
export const deviceEspNodes: ReadonlySet<string> = new Set([
  'MDMProgressAfterAAD',
  'MDMProgressAfterAADRefactored',
  'MDMProgressAfterDJ',
  'MDMProgressAfterDJRefactored',
  'MDMProgressForPlugAndForget',
  'MDMProgressForPlugAndForgetRefactored',
]);

/** The pages that show the account part, in the session of the user. */
export const accountEspNodes: ReadonlySet<string> = new Set(['MDMProgress', 'MDMProgressRefactored']);

/** The page on which the user signs in to Entra ID in OOBE. */
export const entraSignInNode = 'OobeAAD';
