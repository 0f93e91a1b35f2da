/**
 * App deployment (AppX, MSIX) errors as HRESULTs. Names and numbers: mingw-w64 winerror.h (placed in the public
 * domain). The sentences are our own.
 */
export const appxCodes = `
80073CF0 ERROR_INSTALL_OPEN_PACKAGE_FAILED The app package cannot be opened: check signature and path
80073CF1 ERROR_INSTALL_PACKAGE_NOT_FOUND The app package was not found
80073CF2 ERROR_INSTALL_INVALID_PACKAGE The app package is damaged or not valid
80073CF3 ERROR_INSTALL_RESOLVE_DEPENDENCY_FAILED A framework that the app needs is missing or does not fit
80073CF4 ERROR_INSTALL_OUT_OF_DISK_SPACE There is not enough disk space for the app
80073CF5 ERROR_INSTALL_NETWORK_FAILURE The app could not be downloaded
80073CF6 ERROR_INSTALL_REGISTRATION_FAILURE The app could not be registered for the user
80073CF7 ERROR_INSTALL_DEREGISTRATION_FAILURE The app could not be unregistered
80073CF8 ERROR_INSTALL_CANCEL The app installation was cancelled
80073CF9 ERROR_INSTALL_FAILED The app installation failed; the event before it has the inner code
80073CFA ERROR_REMOVE_FAILED The app could not be removed
80073CFB ERROR_PACKAGE_ALREADY_EXISTS The same app package is installed already, or a changed one with the same name
80073CFC ERROR_NEEDS_REMEDIATION The app has to be repaired before it can start
80073CFD ERROR_INSTALL_PREREQUISITE_FAILED The app needs another Windows version or hardware
80073CFE ERROR_PACKAGE_REPOSITORY_CORRUPTED The store of app packages is damaged
80073CFF ERROR_INSTALL_POLICY_FAILURE A policy, mostly sideloading, forbids the app
80073D00 ERROR_PACKAGE_UPDATING The app is being updated
80073D01 ERROR_DEPLOYMENT_BLOCKED_BY_POLICY A policy blocks this deployment
80073D02 ERROR_PACKAGES_IN_USE Files of the app are in use; it is installed when the app closes
80073D03 ERROR_RECOVERY_FILE_CORRUPT A recovery file of the deployment is damaged
80073D04 ERROR_INVALID_STAGED_SIGNATURE The signature of the staged app is not valid
80073D05 ERROR_DELETING_EXISTING_APPLICATIONDATA_STORE_FAILED Old data of the app could not be deleted
80073D06 ERROR_INSTALL_PACKAGE_DOWNGRADE A newer version of the app is installed
80073D07 ERROR_SYSTEM_NEEDS_REMEDIATION The deployment found an error in the system and cannot go on
80073D08 ERROR_APPX_INTEGRITY_FAILURE_CLR_NGEN A compiled file of the app fails its integrity check
80073D09 ERROR_RESILIENCY_FILE_CORRUPT The recovery data of the deployment is damaged
80073D0A ERROR_INSTALL_FIREWALL_SERVICE_NOT_RUNNING The firewall service has to run to install apps
80073D0B ERROR_PACKAGE_MOVE_FAILED The app could not be moved
80073D0C ERROR_INSTALL_VOLUME_NOT_EMPTY The volume still holds apps
80073D0D ERROR_INSTALL_VOLUME_OFFLINE The volume of the app is offline
80073D0F ERROR_NEEDS_REGISTRATION The app has to be registered for the user
80073D10 ERROR_INSTALL_WRONG_PROCESSOR_ARCHITECTURE The app is for another processor
80073D11 ERROR_DEV_SIDELOAD_LIMIT_EXCEEDED No more developer apps may be installed
80073D12 ERROR_INSTALL_OPTIONAL_PACKAGE_REQUIRES_MAIN_PACKAGE The main app has to be there first
80073D54 APPMODEL_ERROR_NO_PACKAGE The process has no package identity
80073D55 APPMODEL_ERROR_PACKAGE_RUNTIME_CORRUPT The package runtime information is damaged
80073D57 APPMODEL_ERROR_NO_APPLICATION The process has no application identity
80080200 APPX_E_PACKAGING_INTERNAL The packaging API failed internally
80080204 APPX_E_INVALID_MANIFEST The manifest of the app is not valid
80080205 APPX_E_INVALID_BLOCKMAP The block map of the package is not valid
80080206 APPX_E_CORRUPT_CONTENT The content of the package does not fit its block map
`;
