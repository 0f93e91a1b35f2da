/**
 * HRESULTs of Windows Update, servicing (CBS) and Windows upgrades. Names and numbers: mingw-w64 wuerror.h (placed
 * in the public domain); servicing and upgrade codes from public Microsoft documentation, as facts. The sentences
 * are our own.
 */
export const windowsUpdateCodes = `
800F0805 CBS_E_INVALID_PACKAGE The servicing package is not valid
800F080D CBS_E_MANIFEST_INVALID_ITEM The package manifest is not valid
800F081E CBS_E_NOT_APPLICABLE The package does not apply to this Windows
800F081F CBS_E_SOURCE_MISSING The files for the feature or repair were not found
800F0823 CBS_E_NEW_SERVICING_STACK_REQUIRED A newer servicing stack is needed
800F0831 CBS_E_STORE_CORRUPTION The component store is damaged
800F0900 CBS_E_XML_PARSER_FAILURE An XML file of the package is damaged
800F0906 CBS_E_DOWNLOAD_FAILURE The files could not be downloaded
800F0907 CBS_E_GROUPPOLICY_DISALLOWED A policy forbids the download of the files
800F0922 CBS_E_INSTALLERS_FAILED An installer of the package failed; often a full system partition
800F0984 PSFX_E_MATCHING_BINARY_MISSING The file that a delta needs is missing
80240001 WU_E_NO_SERVICE The update agent could not provide the service
80240002 WU_E_MAX_CAPACITY_REACHED The agent has reached its limit
80240003 WU_E_UNKNOWN_ID An id was not found
80240004 WU_E_NOT_INITIALIZED The object was not set up
80240007 WU_E_INVALIDINDEX The index is not valid
80240008 WU_E_ITEMNOTFOUND The item was not found
80240009 WU_E_OPERATIONINPROGRESS Another update operation is running
8024000A WU_E_COULDNOTCANCEL The operation could not be cancelled
8024000B WU_E_CALL_CANCELLED The operation was cancelled
8024000C WU_E_NOOP There was nothing to do
8024000D WU_E_XML_MISSINGDATA The description of the update lacks something
8024000E WU_E_XML_INVALID The description of the update is not valid
8024000F WU_E_CYCLE_DETECTED The updates depend on each other in a circle
80240010 WU_E_TOO_DEEP_RELATION The updates depend on each other too deeply
80240011 WU_E_INVALID_RELATIONSHIP A relation between updates is not valid
80240012 WU_E_REG_VALUE_INVALID A registry value of the agent is not valid
80240013 WU_E_DUPLICATE_ITEM The item is in the list twice
80240014 WU_E_INVALID_INSTALL_REQUESTED These updates cannot be installed together
80240016 WU_E_INSTALL_NOT_ALLOWED Another installation or a pending restart forbids it
80240017 WU_E_NOT_APPLICABLE There is nothing in it for this computer
80240018 WU_E_NO_USERTOKEN A user token was needed and none was there
80240019 WU_E_EXCLUSIVE_INSTALL_CONFLICT An exclusive update cannot go with others
8024001A WU_E_POLICY_NOT_SET The policy is not set
8024001B WU_E_SELFUPDATE_IN_PROGRESS The agent is updating itself
8024001D WU_E_INVALID_UPDATE The update is not valid
8024001E WU_E_SERVICE_STOP The agent or the system is stopping
8024001F WU_E_NO_CONNECTION No network connection was there
80240020 WU_E_NO_INTERACTIVE_USER No user is signed in at the console
80240021 WU_E_TIME_OUT The operation took too long
80240022 WU_E_ALL_UPDATES_FAILED All updates failed
80240023 WU_E_EULAS_DECLINED The license terms were declined
80240024 WU_E_NO_UPDATE There is no update
80240025 WU_E_USER_ACCESS_DISABLED A policy forbids the user to use Windows Update
80240026 WU_E_INVALID_UPDATE_TYPE The kind of update is not valid
80240027 WU_E_URL_TOO_LONG The address is too long
80240028 WU_E_UNINSTALL_NOT_ALLOWED The update cannot be uninstalled: it came from WSUS
80240029 WU_E_INVALID_PRODUCT_LICENSE An update needs another license
8024002A WU_E_MISSING_HANDLER The part that installs this kind of update is missing
8024002B WU_E_LEGACYSERVER The server is too old
8024002C WU_E_BIN_SOURCE_ABSENT The old version of the file, needed for a delta, is missing
8024002D WU_E_SOURCE_ABSENT The source of the update is missing
8024002E WU_E_WU_DISABLED Windows Update is switched off
8024002F WU_E_CALL_CANCELLED_BY_POLICY A policy cancelled the operation
80240030 WU_E_INVALID_PROXY_SERVER The proxy settings are not valid
80240031 WU_E_INVALID_FILE The file is not the right kind
80240032 WU_E_INVALID_CRITERIA The search text is not valid
80240033 WU_E_EULA_UNAVAILABLE The license terms are not available
80240034 WU_E_DOWNLOAD_FAILED The download failed
80240035 WU_E_UPDATE_NOT_PROCESSED The update was not processed
80240036 WU_E_INVALID_OPERATION The operation does not fit the state
80240037 WU_E_NOT_SUPPORTED The operation is not supported
80240038 WU_E_WINHTTP_INVALID_FILE The downloaded file has the wrong type
80240039 WU_E_TOO_MANY_RESYNC The agent had to synchronise too often
80240040 WU_E_NO_SERVER_CORE_SUPPORT Server Core does not support this
80240041 WU_E_SYSPREP_IN_PROGRESS Sysprep is running
80240042 WU_E_UNKNOWN_SERVICE The update service is not registered
80240043 WU_E_NO_UI_SUPPORT There is no user interface for this
80240044 WU_E_PER_MACHINE_UPDATE_ACCESS_DENIED Only administrators may do this
80240045 WU_E_UNSUPPORTED_SEARCHSCOPE The search scope is not supported
80240046 WU_E_BAD_FILE_URL The address of the file is not right
80240047 WU_E_REVERT_NOT_ALLOWED This update cannot be taken back
80240048 WU_E_INVALID_NOTIFICATION_INFO The notification is not valid
80240049 WU_E_OUTOFRANGE An argument is out of range
8024004A WU_E_SETUP_IN_PROGRESS The setup of the agent is running
80240438 WU_E_PT_ENDPOINT_UNREACHABLE The update service cannot be reached
80240FFF WU_E_UNEXPECTED An unexpected error of the update agent
8024200B WU_E_UH_INSTALLERFAILURE The installer of the update failed
8024200F WU_E_UH_INCONSISTENT_FILE_NAMES The names of the files do not fit
80242010 WU_E_UH_FALLBACKERROR The fall-back of the installer failed
80242014 WU_E_UH_POSTREBOOTSTILLPENDING The work after the restart is not done yet
80242015 WU_E_UH_POSTREBOOTRESULTUNKNOWN The result after the restart is not known
80242016 WU_E_UH_POSTREBOOTUNEXPECTEDSTATE The state after the restart is not the expected one
8024400D WU_E_PT_SOAP_CLIENT The update service rejects the message of the client
8024400E WU_E_PT_SOAP_SERVER The update service failed
80244010 WU_E_PT_EXCEEDED_MAX_SERVER_TRIPS Too many round trips to the update service
80244016 WU_E_PT_HTTP_STATUS_BAD_REQUEST Update service: HTTP 400
80244017 WU_E_PT_HTTP_STATUS_DENIED Update service: HTTP 401, authentication needed
80244018 WU_E_PT_HTTP_STATUS_FORBIDDEN Update service: HTTP 403, refused
80244019 WU_E_PT_HTTP_STATUS_NOT_FOUND Update service: HTTP 404, not found
8024401B WU_E_PT_HTTP_STATUS_PROXY_AUTH_REQ Update service: HTTP 407, the proxy wants authentication
8024401C WU_E_PT_HTTP_STATUS_REQUEST_TIMEOUT Update service: HTTP 408, too slow
8024401F WU_E_PT_HTTP_STATUS_SERVER_ERROR Update service: HTTP 500
80244021 WU_E_PT_HTTP_STATUS_BAD_GATEWAY Update service: HTTP 502
80244022 WU_E_PT_HTTP_STATUS_SERVICE_UNAVAIL Update service: HTTP 503, overloaded
80244023 WU_E_PT_HTTP_STATUS_GATEWAY_TIMEOUT Update service: HTTP 504
80244027 WU_E_PT_NO_AUTH_PLUGINS_REQUESTED The update service offers no way to authenticate
8024402B WU_E_PT_HTTP_STATUS_NOT_MAPPED Update service: an HTTP status without its own code
8024402C WU_E_PT_WINHTTP_NAME_NOT_RESOLVED The name of the update service or proxy was not found
8024402F WU_E_PT_ECP_SUCCEEDED_WITH_ERRORS Some files of the update service could not be fetched
80245001 WU_E_REDIRECTOR_LOAD_XML The redirect list could not be loaded
80246002 WU_E_DM_INCORRECTFILEHASH The downloaded file has the wrong hash
80246004 WU_E_DM_NEEDDOWNLOADREQUEST A new download has to be asked for
80246005 WU_E_DM_NONETWORK The download has no network
80246007 WU_E_DM_NOTDOWNLOADED The file has not been downloaded
80246008 WU_E_DM_FAILTOCONNECTTOBITS BITS could not be reached
8024600E WU_E_DM_UNAUTHORIZED The download was not authorised
80246011 WU_E_DM_DOWNLOADFILEPATHUNKNOWN The path of the download is not known
80246012 WU_E_DM_DOWNLOADFILEMISSING A downloaded file is missing
80248003 WU_E_DS_TABLEMISSING The update database lacks a table
80248007 WU_E_DS_NODATA The update database has no such data
8024801C WU_E_DS_RESETREQUIRED The update database has to be rebuilt
8024801E WU_E_DS_DATANOTAVAILABLE Data in the update database is missing
8024A000 WU_E_AU_NOSERVICE Automatic updates could not run
8024A004 WU_E_AU_PAUSED Automatic updates are paused
8024A005 WU_E_AU_NO_REGISTERED_SERVICE No update service is registered
8024D00B WU_E_SETUP_BLOCKED_CONFIGURATION The agent setup is blocked by the configuration
8024D00E WU_E_SETUP_REBOOTREQUIRED The agent setup needs a restart
8024D00F WU_E_SETUP_HANDLER_EXEC_FAILURE The agent setup could not be run
C1900101 - Windows upgrade was rolled back, most often by a driver
C1900107 - Clean-up of an earlier upgrade is still pending: restart first
C1900200 - The computer does not meet the requirements of the upgrade
C1900202 - The computer does not meet the requirements for the update image
C1900204 - The chosen kind of migration is not possible
C1900208 - An app or driver blocks the upgrade
C190020E - There is not enough disk space for the upgrade
`;
