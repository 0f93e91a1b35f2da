/**
 * Win32 error numbers, decimal; as an HRESULT they stand in the low half of 0x8007xxxx. Names and numbers:
 * mingw-w64 winerror.h and lmerr.h (placed in the public domain). The sentences are our own.
 */
export const win32Codes = `
1 ERROR_INVALID_FUNCTION The device or program does not offer this function
2 ERROR_FILE_NOT_FOUND A file, value or key was looked for and does not exist
3 ERROR_PATH_NOT_FOUND A folder on the way does not exist
4 ERROR_TOO_MANY_OPEN_FILES No further file can be opened
5 ERROR_ACCESS_DENIED The account has no right to do this
6 ERROR_INVALID_HANDLE The object was already closed or never opened
8 ERROR_NOT_ENOUGH_MEMORY Too little memory for this step
10 ERROR_BAD_ENVIRONMENT The environment block is not usable
11 ERROR_BAD_FORMAT The program file has the wrong format
13 ERROR_INVALID_DATA The data read makes no sense; behind a proxy often an HTML page instead of the answer
14 ERROR_OUTOFMEMORY Memory ran out
15 ERROR_INVALID_DRIVE There is no such drive
17 ERROR_NOT_SAME_DEVICE Moving to another disk is not possible this way
18 ERROR_NO_MORE_FILES The list has ended
19 ERROR_WRITE_PROTECT The medium cannot be written
21 ERROR_NOT_READY The device is not ready
23 ERROR_CRC A checksum did not fit: damaged data or disk
31 ERROR_GEN_FAILURE A device attached to the system does not work
32 ERROR_SHARING_VIOLATION Another process has the file open
33 ERROR_LOCK_VIOLATION Another process has locked this part of the file
38 ERROR_HANDLE_EOF The end of the file was reached
39 ERROR_HANDLE_DISK_FULL The disk is full
50 ERROR_NOT_SUPPORTED This request is not supported here
51 ERROR_REM_NOT_LIST The remote computer is not available
52 ERROR_DUP_NAME The name exists already on the network
53 ERROR_BAD_NETPATH The network path was not found
54 ERROR_NETWORK_BUSY The network is busy
55 ERROR_DEV_NOT_EXIST The network resource or device is gone
64 ERROR_NETNAME_DELETED The network name is no longer available
65 ERROR_NETWORK_ACCESS_DENIED Access to the network resource was denied
67 ERROR_BAD_NET_NAME The share name was not found
80 ERROR_FILE_EXISTS The file exists already
82 ERROR_CANNOT_MAKE The file or folder cannot be created
86 ERROR_INVALID_PASSWORD The network password is wrong
87 ERROR_INVALID_PARAMETER One of the arguments was not acceptable
109 ERROR_BROKEN_PIPE The other end of the pipe has gone
112 ERROR_DISK_FULL There is not enough room on the disk
120 ERROR_CALL_NOT_IMPLEMENTED This version of Windows does not have the function
121 ERROR_SEM_TIMEOUT Waiting for another process took too long
122 ERROR_INSUFFICIENT_BUFFER The space offered for the answer was too small
123 ERROR_INVALID_NAME The name holds characters that are not allowed, or a bad path
126 ERROR_MOD_NOT_FOUND A DLL or one of those that it needs is missing
127 ERROR_PROC_NOT_FOUND The DLL does not have the wanted function: version mismatch
136 ERROR_NOT_JOINED This computer is not joined to a domain
161 ERROR_BAD_PATHNAME The path is not valid
170 ERROR_BUSY The resource is in use
183 ERROR_ALREADY_EXISTS The object is there already
193 ERROR_BAD_EXE_FORMAT The program is not for this processor or is damaged
206 ERROR_FILENAME_EXCED_RANGE The file name is too long
216 ERROR_EXE_MACHINE_TYPE_MISMATCH The program is for another processor
225 ERROR_VIRUS_INFECTED The antivirus stopped the operation: malware was found
226 ERROR_VIRUS_DELETED The antivirus removed the file
231 ERROR_PIPE_BUSY All instances of the pipe are in use
232 ERROR_NO_DATA The pipe is being closed
233 ERROR_PIPE_NOT_CONNECTED Nobody is at the other end of the pipe
234 ERROR_MORE_DATA There is more data than was asked for
258 WAIT_TIMEOUT A wait ended without the awaited thing
259 ERROR_NO_MORE_ITEMS No more items are there
267 ERROR_DIRECTORY The folder name is not valid
299 ERROR_PARTIAL_COPY Only a part was copied
350 ERROR_FAIL_NOACTION_REBOOT A pending restart has to happen first
351 ERROR_FAIL_SHUTDOWN The shutdown has to finish first
352 ERROR_FAIL_RESTART A restart has to finish first
353 ERROR_MAX_SESSIONS_REACHED No more sessions can be opened
362 ERROR_CLOUD_FILE_PROVIDER_NOT_RUNNING OneDrive, or whoever holds the file, is not running
487 ERROR_INVALID_ADDRESS An address in memory was not valid
577 ERROR_INVALID_IMAGE_HASH The signature of the program file could not be verified
641 ERROR_SYSTEM_SHUTDOWN The system is going down
740 ERROR_ELEVATION_REQUIRED Administrator rights are needed
786 ERROR_ACCESS_DISABLED_NO_SAFER_UI_BY_POLICY A policy blocks the program without asking
995 ERROR_OPERATION_ABORTED The operation was cancelled, by a thread exit or on request
996 ERROR_IO_INCOMPLETE The operation has not finished yet
997 ERROR_IO_PENDING The operation goes on in the background
998 ERROR_NOACCESS A memory location may not be used
1001 ERROR_STACK_OVERFLOW The program used up its stack
1004 ERROR_INVALID_FLAGS The flags do not make sense together
1006 ERROR_FILE_INVALID The file changed under an open handle
1008 ERROR_NO_TOKEN A token was asked for and none exists: nobody is signed in there
1009 ERROR_BADDB The registry database is damaged
1010 ERROR_BADKEY The registry key is not valid
1011 ERROR_CANTOPEN The registry key cannot be opened
1012 ERROR_CANTREAD The registry key cannot be read
1013 ERROR_CANTWRITE The registry key cannot be written
1015 ERROR_REGISTRY_CORRUPT The registry, or a file of it, is damaged
1018 ERROR_KEY_DELETED The registry key is marked for deletion
1051 ERROR_DEPENDENT_SERVICES_RUNNING Other running services depend on this one
1053 ERROR_SERVICE_REQUEST_TIMEOUT The service did not answer the start request in time
1056 ERROR_SERVICE_ALREADY_RUNNING The service is running already
1057 ERROR_INVALID_SERVICE_ACCOUNT The account of the service is wrong
1058 ERROR_SERVICE_DISABLED The service is disabled or has no enabled device
1059 ERROR_CIRCULAR_DEPENDENCY The services wait for each other
1060 ERROR_SERVICE_DOES_NOT_EXIST There is no service of this name
1061 ERROR_SERVICE_CANNOT_ACCEPT_CTRL The service cannot take commands now
1062 ERROR_SERVICE_NOT_ACTIVE The service has not been started
1063 ERROR_FAILED_SERVICE_CONTROLLER_CONNECT The process is not run by the service manager
1064 ERROR_EXCEPTION_IN_SERVICE The service broke while it handled the request
1066 ERROR_SERVICE_SPECIFIC_ERROR The service reports an error of its own
1067 ERROR_PROCESS_ABORTED The process ended unexpectedly
1068 ERROR_SERVICE_DEPENDENCY_FAIL A service that this one needs did not start
1069 ERROR_SERVICE_LOGON_FAILED The account of the service could not sign in
1072 ERROR_SERVICE_MARKED_FOR_DELETE The service is about to be removed
1077 ERROR_SERVICE_NEVER_STARTED No attempt was made to start the service
1078 ERROR_DUPLICATE_SERVICE_NAME The service name is in use
1084 ERROR_NOT_SAFEBOOT_SERVICE The service cannot start in safe mode
1114 ERROR_DLL_INIT_FAILED A DLL could not be initialised; common while Windows shuts down
1115 ERROR_SHUTDOWN_IN_PROGRESS The computer is shutting down
1116 ERROR_NO_SHUTDOWN_IN_PROGRESS There was no shutdown to cancel
1117 ERROR_IO_DEVICE A device reported an input/output error
1127 ERROR_DISK_OPERATION_FAILED A disk operation failed even after a reset
1142 ERROR_TOO_MANY_LINKS No more links can be made to this file
1150 ERROR_OLD_WIN_VERSION A newer Windows is needed
1151 ERROR_APP_WRONG_OS The program is not for this Windows
1152 ERROR_SINGLE_INSTANCE_APP Only one instance of the program may run
1154 ERROR_INVALID_DLL A file needed to run the program is damaged
1155 ERROR_NO_ASSOCIATION No program is registered for this type of file
1156 ERROR_DDE_FAIL Passing the command to the program failed
1157 ERROR_DLL_NOT_FOUND A DLL was not found
1168 ERROR_NOT_FOUND The element was not found
1169 ERROR_NO_MATCH Nothing matches
1171 ERROR_POINT_NOT_FOUND The requested point does not exist
1200 ERROR_BAD_DEVICE The device name is not valid
1201 ERROR_CONNECTION_UNAVAIL The device is remembered but not connected now
1202 ERROR_DEVICE_ALREADY_REMEMBERED The local name is already remembered for another resource
1203 ERROR_NO_NET_OR_BAD_PATH No network provider accepts this path
1204 ERROR_BAD_PROVIDER The network provider name is not valid
1208 ERROR_EXTENDED_ERROR A network-specific error happened
1222 ERROR_NO_NETWORK No network is there, or it has not started
1223 ERROR_CANCELLED The user or a program cancelled
1225 ERROR_CONNECTION_REFUSED The other computer refused the connection
1226 ERROR_GRACEFUL_DISCONNECT The connection was closed in order
1229 ERROR_CONNECTION_INVALID An operation on a connection that does not exist
1231 ERROR_NETWORK_UNREACHABLE There is no way to the network of the other computer
1232 ERROR_HOST_UNREACHABLE There is no way to the other computer
1233 ERROR_PROTOCOL_UNREACHABLE The other computer does not support the protocol
1234 ERROR_PORT_UNREACHABLE Nothing listens on the port
1235 ERROR_REQUEST_ABORTED The request was aborted
1236 ERROR_CONNECTION_ABORTED The connection was aborted by the local system
1237 ERROR_RETRY The operation should be tried again
1238 ERROR_CONNECTION_COUNT_LIMIT No more simultaneous connections are allowed for the account
1239 ERROR_LOGIN_TIME_RESTRICTION The account may not sign in at this time
1240 ERROR_LOGIN_WKSTA_RESTRICTION The account may not sign in on this computer
1241 ERROR_INCORRECT_ADDRESS The network address is not right
1242 ERROR_ALREADY_REGISTERED The service is registered already
1243 ERROR_SERVICE_NOT_FOUND The service does not exist
1244 ERROR_NOT_AUTHENTICATED Nobody has authenticated for this yet
1245 ERROR_NOT_LOGGED_ON No user is signed in to the network
1246 ERROR_CONTINUE The work goes on
1247 ERROR_ALREADY_INITIALIZED It was set up already
1248 ERROR_NO_MORE_DEVICES There are no more local devices
1249 ERROR_NO_SUCH_SITE The site does not exist
1250 ERROR_DOMAIN_CONTROLLER_EXISTS A domain controller of this name exists
1260 ERROR_ACCESS_DISABLED_BY_POLICY A software restriction policy blocks the program
1262 ERROR_CSCSHARE_OFFLINE The share is offline
1275 ERROR_DRIVER_BLOCKED The driver is blocked
1300 ERROR_NOT_ALL_ASSIGNED Not all wanted privileges are held by the caller
1301 ERROR_SOME_NOT_MAPPED Some names and SIDs could not be translated
1302 ERROR_NO_QUOTAS_FOR_ACCOUNT No limits are set for the account
1303 ERROR_LOCAL_USER_SESSION_KEY A local key stands in for the session key
1304 ERROR_NULL_LM_PASSWORD The password is too complex for the old format
1306 ERROR_REVISION_MISMATCH Two versions do not fit together
1309 ERROR_NO_IMPERSONATION_TOKEN A thread wanted to act for a user without having his token
1310 ERROR_CANT_DISABLE_MANDATORY A mandatory group cannot be disabled
1311 ERROR_NO_LOGON_SERVERS No server that could check the sign-in is reachable
1312 ERROR_NO_SUCH_LOGON_SESSION The sign-in session does not exist or has ended
1313 ERROR_NO_SUCH_PRIVILEGE The privilege does not exist
1314 ERROR_PRIVILEGE_NOT_HELD The caller lacks a privilege
1315 ERROR_INVALID_ACCOUNT_NAME The account name is not valid
1316 ERROR_USER_EXISTS The account exists already
1317 ERROR_NO_SUCH_USER The account does not exist
1318 ERROR_GROUP_EXISTS The group exists already
1319 ERROR_NO_SUCH_GROUP The group does not exist
1320 ERROR_MEMBER_IN_GROUP The account is already in the group
1321 ERROR_MEMBER_NOT_IN_GROUP The account is not in the group
1323 ERROR_WRONG_PASSWORD The present password is wrong
1324 ERROR_ILL_FORMED_PASSWORD The password holds characters that are not allowed
1325 ERROR_PASSWORD_RESTRICTION The new password does not meet the rules
1326 ERROR_LOGON_FAILURE User name or password is wrong
1327 ERROR_ACCOUNT_RESTRICTION An account rule forbids the sign-in, for example an empty password
1328 ERROR_INVALID_LOGON_HOURS The account may not sign in at this hour
1329 ERROR_INVALID_WORKSTATION The account may not sign in on this computer
1330 ERROR_PASSWORD_EXPIRED The password has expired
1331 ERROR_ACCOUNT_DISABLED The account is disabled
1332 ERROR_NONE_MAPPED No name or SID could be translated
1336 ERROR_INVALID_ACL The access list is damaged
1337 ERROR_INVALID_SID The SID is damaged
1338 ERROR_INVALID_SECURITY_DESCR The security descriptor is damaged
1341 ERROR_SERVER_DISABLED The server is disabled
1346 ERROR_BAD_IMPERSONATION_LEVEL The level of acting for the user is not enough
1347 ERROR_CANT_OPEN_ANONYMOUS An anonymous token cannot be opened
1350 ERROR_NO_SECURITY_ON_OBJECT The object has no security
1351 ERROR_CANT_ACCESS_DOMAIN_INFO The domain could not be asked
1352 ERROR_INVALID_SERVER_STATE The server is in the wrong state for this
1353 ERROR_INVALID_DOMAIN_STATE The domain is in the wrong state for this
1354 ERROR_INVALID_DOMAIN_ROLE Only another kind of domain controller can do this
1355 ERROR_NO_SUCH_DOMAIN The domain does not exist or cannot be reached
1356 ERROR_DOMAIN_EXISTS The domain exists already
1357 ERROR_DOMAIN_LIMIT_EXCEEDED The server holds too many domains
1358 ERROR_INTERNAL_DB_CORRUPTION A security database is damaged
1359 ERROR_INTERNAL_ERROR The security system failed internally
1360 ERROR_GENERIC_NOT_MAPPED General access rights were not translated
1361 ERROR_BAD_DESCRIPTOR_FORMAT The security descriptor has the wrong form
1362 ERROR_NOT_LOGON_PROCESS Only a sign-in process may do this
1363 ERROR_LOGON_SESSION_EXISTS The sign-in session exists already
1364 ERROR_NO_SUCH_PACKAGE The authentication package is not known
1365 ERROR_BAD_LOGON_SESSION_STATE The sign-in session is in the wrong state
1366 ERROR_LOGON_SESSION_COLLISION The sign-in session id is in use
1367 ERROR_INVALID_LOGON_TYPE The kind of sign-in is not known
1368 ERROR_CANNOT_IMPERSONATE Acting for a pipe client needs data from it first
1371 ERROR_SPECIAL_ACCOUNT A built-in account does not allow this
1375 ERROR_TOKEN_ALREADY_IN_USE The token is in use as a primary token
1376 ERROR_NO_SUCH_ALIAS The local group does not exist
1377 ERROR_MEMBER_NOT_IN_ALIAS The account is not in the local group
1378 ERROR_MEMBER_IN_ALIAS The account is in the local group already
1379 ERROR_ALIAS_EXISTS The local group exists already
1380 ERROR_LOGON_NOT_GRANTED The account lacks the right for this kind of sign-in
1385 ERROR_LOGON_TYPE_NOT_GRANTED The account was not given this kind of sign-in
1387 ERROR_NO_SUCH_MEMBER The member does not exist
1388 ERROR_INVALID_MEMBER The account is of a kind that cannot be a member
1394 ERROR_NO_USER_SESSION_KEY There is no session key for the user
1395 ERROR_LICENSE_QUOTA_EXCEEDED The number of licensed connections is used up
1396 ERROR_WRONG_TARGET_NAME The name of the target account is wrong: often a duplicate SPN or wrong DNS
1397 ERROR_MUTUAL_AUTH_FAILED Both sides could not prove who they are; the passwords may be out of step
1398 ERROR_TIME_SKEW The clocks of client and server are too far apart
1399 ERROR_CURRENT_DOMAIN_NOT_ALLOWED Not allowed on the present domain
1421 ERROR_CONTROL_ID_NOT_FOUND A dialog element does not exist
1450 ERROR_NO_SYSTEM_RESOURCES Windows lacks resources for this
1455 ERROR_COMMITMENT_LIMIT The paging file is too small
1460 ERROR_TIMEOUT The operation took too long
1500 ERROR_EVENTLOG_FILE_CORRUPT The event log file is damaged
1501 ERROR_EVENTLOG_CANT_START The event log service could not start: no log can be opened
1502 ERROR_LOG_FILE_FULL The event log is full
1702 RPC_S_INVALID_BINDING The RPC binding is not valid
1717 RPC_S_UNKNOWN_IF The interface is not offered by the other side
1722 RPC_S_SERVER_UNAVAILABLE The other side of a remote call cannot be reached: firewall, DNS or a stopped service
1723 RPC_S_SERVER_TOO_BUSY The other side of a remote call is too busy
1726 RPC_S_CALL_FAILED The remote call failed midway
1727 RPC_S_CALL_FAILED_DNE The remote call failed and was not run
1728 RPC_S_PROTOCOL_ERROR An RPC protocol error
1733 RPC_S_INVALID_TAG The remote call carried an unexpected tag
1747 RPC_S_UNKNOWN_AUTHN_SERVICE The RPC authentication service is not known
1753 EPT_S_NOT_REGISTERED The endpoint mapper knows no more endpoints: the service is not running
1766 RPC_S_INTERNAL_ERROR RPC failed internally
1784 ERROR_INVALID_USER_BUFFER The buffer of the caller is not valid
1785 ERROR_UNRECOGNIZED_MEDIA The disk has no usable format
1786 ERROR_NO_TRUST_LSA_SECRET This computer has no secret for the trust to the domain
1787 ERROR_NO_TRUST_SAM_ACCOUNT The domain has no account for this computer
1788 ERROR_TRUSTED_DOMAIN_FAILURE The trust between the domains failed
1789 ERROR_TRUSTED_RELATIONSHIP_FAILURE The trust between computer and domain failed
1790 ERROR_TRUST_FAILURE The trust between this computer and the domain failed
1792 ERROR_NETLOGON_NOT_STARTED The Netlogon service is not running
1793 ERROR_ACCOUNT_EXPIRED The account has expired
1797 ERROR_UNKNOWN_PRINTER_DRIVER The printer driver is not known
1801 ERROR_INVALID_PRINTER_NAME The printer name is not valid
1815 ERROR_RESOURCE_LANG_NOT_FOUND A resource does not exist in this language
1818 RPC_S_CALL_CANCELLED The remote call was cancelled
1825 RPC_S_SEC_PKG_ERROR The security package failed in a remote call
1907 ERROR_PASSWORD_MUST_CHANGE The password has to be changed before the first sign-in
1908 ERROR_DOMAIN_CONTROLLER_NOT_FOUND No domain controller was found
1909 ERROR_ACCOUNT_LOCKED_OUT The account is locked after too many attempts
2221 NERR_UserNotFound The user name was not found
2691 NERR_SetupAlreadyJoined This computer is joined to a domain already
2692 NERR_SetupNotJoined This computer is not joined to a domain
2693 NERR_SetupDomainController This computer is a domain controller
2694 NERR_DefaultJoinRequired The computer must be joined to the default domain first
2695 NERR_InvalidWorkgroupName The workgroup name is not valid
2696 NERR_NameUsesIncompatibleCodePage The computer name uses another code page
3010 ERROR_SUCCESS_REBOOT_REQUIRED It worked; a restart is needed before it takes effect
3011 ERROR_SUCCESS_RESTART_REQUIRED It worked; the system has to be restarted
3050 ERROR_REQUEST_PAUSED The request was put on hold
4304 ERROR_MEDIA_OFFLINE The medium is not in the drive
4317 ERROR_INVALID_OPERATION The operation does not fit the state
4319 ERROR_DEVICE_NOT_AVAILABLE The device is not ready for use now
4350 ERROR_FILE_OFFLINE The file is not on this computer now
4390 ERROR_NOT_A_REPARSE_POINT The file is not a link
4393 ERROR_REPARSE_TAG_INVALID The reparse point is not valid
5012 ERROR_GROUP_NOT_AVAILABLE The group is not available
5023 ERROR_INVALID_STATE The object is in the wrong state for this
6000 ERROR_ENCRYPTION_FAILED The file could not be encrypted
6001 ERROR_DECRYPTION_FAILED The file could not be decrypted
6002 ERROR_FILE_ENCRYPTED The file is encrypted
6006 ERROR_NO_USER_KEYS The user has no key for encrypted files
6015 ERROR_EFS_DISABLED File encryption is switched off
6118 ERROR_NO_BROWSER_SERVERS_FOUND No computer list is available
7007 ERROR_CTX_CLOSE_PENDING The session is being closed
7022 ERROR_CTX_WINSTATION_NOT_FOUND The session does not exist
7045 ERROR_CTX_WINSTATION_ACCESS_DENIED The session may not be used by this account
8202 ERROR_DS_NO_ATTRIBUTE_OR_VALUE The directory attribute does not exist
8206 ERROR_DS_BUSY The directory is busy
8207 ERROR_DS_UNAVAILABLE The directory is not available
8235 ERROR_DS_REFERRAL The answer is at another directory server
8239 ERROR_DS_CONSTRAINT_VIOLATION A rule of the directory forbids the value
8240 ERROR_DS_NO_SUCH_OBJECT The directory has no such object
8245 ERROR_DS_UNWILLING_TO_PERFORM The directory refuses the operation
8250 ERROR_DS_SERVER_DOWN The directory server does not answer
8333 ERROR_DS_OBJ_NOT_FOUND The directory object does not exist
8344 ERROR_DS_INSUFF_ACCESS_RIGHTS The account lacks rights in the directory
8470 ERROR_DS_NAME_ERROR_NOT_FOUND The name was not found in the directory
8557 ERROR_DS_MACHINE_ACCOUNT_QUOTA_EXCEEDED The account may not join more computers to the domain
9002 DNS_ERROR_RCODE_SERVER_FAILURE The DNS server could not answer
9003 DNS_ERROR_RCODE_NAME_ERROR The DNS name does not exist
9005 DNS_ERROR_RCODE_REFUSED The DNS server refused
9501 DNS_INFO_NO_RECORDS DNS has no record of this kind for the name
10013 WSAEACCES The socket may not be used this way: blocked or reserved
10022 WSAEINVAL A socket argument is not valid
10048 WSAEADDRINUSE The address or port is in use
10050 WSAENETDOWN The network is down
10051 WSAENETUNREACH The network cannot be reached
10053 WSAECONNABORTED The connection was aborted on this computer
10054 WSAECONNRESET The other side reset the connection
10057 WSAENOTCONN The socket is not connected
10060 WSAETIMEDOUT The other side did not answer in time
10061 WSAECONNREFUSED Nothing listens at the other side, or a firewall refuses
10065 WSAEHOSTUNREACH There is no route to the host
11001 WSAHOST_NOT_FOUND The host name does not exist in DNS
11002 WSATRY_AGAIN DNS did not answer; try again
11004 WSANO_DATA The host name exists but has no address
13805 ERROR_IPSEC_IKE_TIMED_OUT The IPsec negotiation timed out
13806 ERROR_IPSEC_IKE_NO_CERT No usable machine certificate was found for IPsec
14001 ERROR_SXS_CANT_GEN_ACTCTX The side-by-side configuration of the program is wrong
15000 ERROR_EVT_INVALID_CHANNEL_PATH The name of the event channel is not valid
15001 ERROR_EVT_INVALID_QUERY The event query is not valid
15002 ERROR_EVT_PUBLISHER_METADATA_NOT_FOUND The provider of the event is not registered here
15007 ERROR_EVT_CHANNEL_NOT_FOUND There is no event channel of this name on this build
15025 ERROR_EVT_CHANNEL_CANNOT_ACTIVATE The event channel cannot be switched on
15027 ERROR_EVT_MESSAGE_NOT_FOUND The text of the event is not in the message file
15100 ERROR_MUI_FILE_NOT_FOUND The language file is missing
`;
