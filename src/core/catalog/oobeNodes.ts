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

/** Restart nodes that the device part of the status page shares with the steps before it: the node alone decides nothing. */
export const sharedRestartNodes: ReadonlySet<string> = new Set([
  'RebootZtd',
  'RebootZtdForPlugAndForget',
  'OobeDomainJoinReboot',
]);

/** Nodes on the ways without a user, where a restart costs nobody a sign-in and the flow goes on by itself. */
export const userlessRestartNodes: ReadonlySet<string> = new Set([
  'RebootZtdForPlugAndForget',
  'AutopilotWhiteGloveReboot',
  'AutopilotWhiteGloveDeviceRenameReboot',
]);

/** The page that installs an update of Autopilot between the sign-in and the status page. */
export const postEnrollmentUpdateNode = 'AutopilotUpdatePostEnrollment';

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

/** Pages that come only when the sign-in page has joined the device, before the status page or in place of it. */
export const afterJoinNodes: ReadonlySet<string> = new Set([
  'OobeAADCloudBackupRestore',
  postEnrollmentUpdateNode,
  'OobeWirelessAfterRebootZtd',
  'DevicePreparationPageAfterAAD',
]);

/** The page on which the user signs in to Entra ID in OOBE. */
export const entraSignInNode = 'OobeAAD';
