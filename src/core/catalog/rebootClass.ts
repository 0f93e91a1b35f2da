/** What kind of restart it was; see the triage document for who counts as expected. */
export type RebootClass =
  | 'coalescedPolicy'
  | 'application'
  | 'oobeUpdate'
  | 'deviceRename'
  | 'provisioningPackage'
  | 'hybridJoin'
  | 'setup'
  | 'preProvisioning'
  | 'devicePreparationAgent'
  | 'windowsUpdate'
  | 'script'
  | 'user'
  | 'unexpected'
  | 'unknown';
