/**
 * NTSTATUS values; as an HRESULT bit 28 is set (0xDxxxxxxx). Names and numbers: mingw-w64 ntstatus.h (placed in the
 * public domain). The sentences are our own.
 */
export const ntStatusCodes = `
40000015 STATUS_FATAL_APP_EXIT The program ended with a fatal error
80000002 STATUS_DATATYPE_MISALIGNMENT Data was not aligned
80000005 STATUS_BUFFER_OVERFLOW There is more data than fits
8000001A STATUS_NO_MORE_ENTRIES There are no more entries
C0000001 STATUS_UNSUCCESSFUL It failed and gave no reason
C0000002 STATUS_NOT_IMPLEMENTED This function is not built in
C0000003 STATUS_INVALID_INFO_CLASS The kind of information is not known
C0000004 STATUS_INFO_LENGTH_MISMATCH The length does not fit
C0000005 STATUS_ACCESS_VIOLATION The program touched memory that it may not touch: it crashed
C0000008 STATUS_INVALID_HANDLE The handle is not valid
C000000D STATUS_INVALID_PARAMETER One of the arguments was not acceptable
C000000E STATUS_NO_SUCH_DEVICE The device does not exist
C000000F STATUS_NO_SUCH_FILE The file does not exist
C0000010 STATUS_INVALID_DEVICE_REQUEST The device does not support the request
C0000011 STATUS_END_OF_FILE The end of the file was reached
C0000017 STATUS_NO_MEMORY Memory ran out
C0000022 STATUS_ACCESS_DENIED The account has no right to do this
C0000023 STATUS_BUFFER_TOO_SMALL The buffer is too small
C0000024 STATUS_OBJECT_TYPE_MISMATCH The object is of another kind
C0000033 STATUS_OBJECT_NAME_INVALID The name is not valid
C0000034 STATUS_OBJECT_NAME_NOT_FOUND The name was not found
C0000035 STATUS_OBJECT_NAME_COLLISION The name exists already
C000003A STATUS_OBJECT_PATH_NOT_FOUND The path was not found
C0000043 STATUS_SHARING_VIOLATION Another process has the file open
C0000056 STATUS_DELETE_PENDING The file is about to be deleted
C000005E STATUS_NO_LOGON_SERVERS No server that could check the sign-in is reachable
C000005F STATUS_NO_SUCH_LOGON_SESSION The sign-in session does not exist; in a token request: the domain of the user was not found
C0000060 STATUS_NO_SUCH_PRIVILEGE The privilege does not exist
C0000061 STATUS_PRIVILEGE_NOT_HELD The caller lacks a privilege
C0000063 STATUS_USER_EXISTS The account exists already
C0000064 STATUS_NO_SUCH_USER The account does not exist
C000006A STATUS_WRONG_PASSWORD The password is wrong; in a token request also: the service refused or could not be reached
C000006C STATUS_PASSWORD_RESTRICTION The new password does not meet the rules
C000006D STATUS_LOGON_FAILURE User name or password is wrong; in a token request also: the service refused or could not be reached
C000006E STATUS_ACCOUNT_RESTRICTION An account rule forbids the sign-in
C000006F STATUS_INVALID_LOGON_HOURS The account may not sign in at this hour
C0000070 STATUS_INVALID_WORKSTATION The account may not sign in on this computer
C0000071 STATUS_PASSWORD_EXPIRED The password has expired
C0000072 STATUS_ACCOUNT_DISABLED The account is disabled
C0000073 STATUS_NONE_MAPPED No name or SID could be translated
C0000078 STATUS_INVALID_SID The SID is damaged
C000007B STATUS_INVALID_IMAGE_FORMAT The program is not for this processor or is damaged
C000007C STATUS_NO_TOKEN A token was asked for and none exists
C000007F STATUS_DISK_FULL The disk is full
C0000098 STATUS_FILE_INVALID The file changed under an open handle
C000009A STATUS_INSUFFICIENT_RESOURCES Windows lacks resources for this
C00000A3 STATUS_DEVICE_NOT_READY The device is not ready
C00000A5 STATUS_BAD_IMPERSONATION_LEVEL The level of acting for the user is not enough
C00000B5 STATUS_IO_TIMEOUT The input or output took too long
C00000BB STATUS_NOT_SUPPORTED The request is not supported
C00000BC STATUS_REMOTE_NOT_LISTENING The remote computer is not listening
C00000BE STATUS_BAD_NETWORK_PATH The network path was not found; in a token request: no network, or an HTTP error
C00000BF STATUS_NETWORK_BUSY The network is busy
C00000C4 STATUS_UNEXPECTED_NETWORK_ERROR An unexpected network error; in a token request: no network, or an HTTP error
C00000C9 STATUS_NETWORK_NAME_DELETED The network name is no longer available
C00000CA STATUS_NETWORK_ACCESS_DENIED Access to the network was denied
C00000D0 STATUS_REQUEST_NOT_ACCEPTED The other side does not accept the request; in a token request: the service answered with HTTP 400
C00000DC STATUS_INVALID_SERVER_STATE The server is in the wrong state for this
C00000DF STATUS_NO_SUCH_DOMAIN The domain does not exist
C00000E4 STATUS_INTERNAL_DB_CORRUPTION A security database is damaged
C00000E5 STATUS_INTERNAL_ERROR An internal error
C00000ED STATUS_NOT_LOGON_PROCESS Only a sign-in process may do this
C00000FD STATUS_STACK_OVERFLOW The program used up its stack
C00000FE STATUS_NO_SUCH_PACKAGE The authentication package is not known
C0000104 STATUS_BAD_LOGON_SESSION_STATE The sign-in session is in the wrong state
C0000105 STATUS_LOGON_SESSION_COLLISION The sign-in session id is in use
C000010B STATUS_INVALID_LOGON_TYPE The kind of sign-in is not known
C0000120 STATUS_CANCELLED The operation was cancelled
C0000133 STATUS_TIME_DIFFERENCE_AT_DC The clock differs too much from the domain controller
C0000135 STATUS_DLL_NOT_FOUND A DLL was not found
C0000139 STATUS_ENTRYPOINT_NOT_FOUND The DLL lacks a function
C000013A STATUS_CONTROL_C_EXIT The program was stopped with Ctrl+C
C0000142 STATUS_DLL_INIT_FAILED A DLL could not be initialised; common while Windows shuts down
C0000155 STATUS_LOGON_NOT_GRANTED The account lacks the right for this kind of sign-in
C000015B STATUS_LOGON_TYPE_NOT_GRANTED The account was not given this kind of sign-in
C000018A STATUS_NO_TRUST_LSA_SECRET This computer has no secret for the trust
C000018B STATUS_NO_TRUST_SAM_ACCOUNT The domain has no account for this computer
C000018D STATUS_TRUSTED_RELATIONSHIP_FAILURE The trust between computer and domain failed
C0000190 STATUS_TRUST_FAILURE The trust between this computer and the domain failed
C0000193 STATUS_ACCOUNT_EXPIRED The account has expired
C000020D STATUS_CONNECTION_RESET The connection was reset
C0000224 STATUS_PASSWORD_MUST_CHANGE The password has to be changed first
C0000225 STATUS_NOT_FOUND The object was not found
C0000233 STATUS_DOMAIN_CONTROLLER_NOT_FOUND No domain controller was found
C0000234 STATUS_ACCOUNT_LOCKED_OUT The account is locked after too many attempts
C0000236 STATUS_CONNECTION_REFUSED The other computer refused the connection
C000023C STATUS_NETWORK_UNREACHABLE The network cannot be reached; in a token request: no network, or an HTTP error
C000023D STATUS_HOST_UNREACHABLE The host cannot be reached
C0000241 STATUS_CONNECTION_ABORTED The connection was aborted
C00002C3 STATUS_MUTUAL_AUTHENTICATION_FAILED Both sides could not prove who they are
C00002E7 STATUS_DS_MACHINE_ACCOUNT_QUOTA_EXCEEDED The account may not join more computers
C00002F2 STATUS_WRONG_CREDENTIAL_HANDLE The credential handle is wrong
C00002FA STATUS_SMARTCARD_LOGON_REQUIRED A smart card is needed to sign in
C00002FC STATUS_KDC_UNABLE_TO_REFER The Kerberos service could not refer the request
C0000374 STATUS_HEAP_CORRUPTION The program damaged its memory
C0000380 STATUS_SMARTCARD_WRONG_PIN The PIN is wrong
C0000381 STATUS_SMARTCARD_CARD_BLOCKED The smart card is blocked
C0000383 STATUS_SMARTCARD_NO_CARD No smart card is there
C0000385 STATUS_SMARTCARD_NO_CERTIFICATE The smart card holds no certificate
C0000386 STATUS_SMARTCARD_NO_KEYSET The smart card holds no key
C0000387 STATUS_SMARTCARD_IO_ERROR The smart card did not answer
C0000389 STATUS_SMARTCARD_CERT_REVOKED The certificate of the smart card was revoked
C000038A STATUS_ISSUING_CA_UNTRUSTED The issuer of the certificate is not trusted
C000038B STATUS_REVOCATION_OFFLINE_C The revocation server could not be reached
C000038C STATUS_PKINIT_CLIENT_FAILURE The certificate for the Kerberos sign-in is not valid or not trusted
C000038D STATUS_SMARTCARD_CERT_EXPIRED The certificate of the smart card has expired
C0000409 STATUS_STACK_BUFFER_OVERRUN The program stopped itself after memory damage
C000040E STATUS_KDC_CERT_EXPIRED The certificate of the domain controller has expired
C000040F STATUS_KDC_CERT_REVOKED The certificate of the domain controller was revoked
C0000428 STATUS_INVALID_IMAGE_HASH The signature of the program could not be verified
`;
