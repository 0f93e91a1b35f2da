/**
 * HRESULTs of the TPM: chip, base service, TPM layer, platform crypto provider. Names and numbers: the Go project’s
 * golang.org/x/sys (BSD-3-Clause), which lists the constants of the Windows SDK. The sentences are our own.
 */
export const tpmCodes = `
80280001 TPM_E_AUTHFAIL The TPM rejected the authorisation
80280003 TPM_E_BAD_PARAMETER The TPM got a bad argument
80280005 TPM_E_CLEAR_DISABLED Clearing the TPM is disabled
80280006 TPM_E_DEACTIVATED The TPM is deactivated
80280007 TPM_E_DISABLED The TPM is disabled
80280008 TPM_E_DISABLED_CMD The TPM command is disabled
80280009 TPM_E_FAIL The TPM failed
8028000B TPM_E_INSTALL_DISABLED Taking ownership of the TPM is disabled
8028000C TPM_E_INVALID_KEYHANDLE The TPM key handle is not valid
8028000D TPM_E_KEYNOTFOUND The TPM key was not found
80280011 TPM_E_NOSPACE The TPM has no room for another key
80280012 TPM_E_NOSRK The TPM has no storage root key
80280014 TPM_E_OWNER_SET The TPM has an owner already
80280015 TPM_E_RESOURCES The TPM lacks resources
80280018 TPM_E_WRONGPCRVAL The boot measurements differ from those that were sealed
8028001C TPM_E_FAILEDSELFTEST The TPM failed its self-test
80280023 TPM_E_NO_ENDORSEMENT The TPM has no endorsement key
80280036 TPM_E_NOTFIPS The TPM runs in FIPS mode, which is not supported here
80280084 TPM_20_E_VALUE The value is not acceptable to the TPM
80280085 TPM_20_E_HIERARCHY The TPM hierarchy is not enabled or not right
8028008B TPM_20_E_HANDLE The TPM handle is not right
8028008E TPM_20_E_AUTH_FAIL The TPM authorisation failed and counts towards lockout
80280095 TPM_20_E_SIZE The size is not acceptable to the TPM
8028009B TPM_20_E_SIGNATURE The TPM signature is not valid
8028009C TPM_20_E_KEY The TPM key is not right
8028009D TPM_20_E_POLICY_FAIL The TPM policy check failed
8028009F TPM_20_E_INTEGRITY The TPM integrity check failed
802800A2 TPM_20_E_BAD_AUTH The TPM authorisation failed
802800A3 TPM_20_E_EXPIRED The TPM policy has expired
80280100 TPM_20_E_INITIALIZE The TPM was not started properly
80280101 TPM_20_E_FAILURE The TPM is in failure mode
80280120 TPM_20_E_DISABLED The TPM command is disabled
80280125 TPM_20_E_AUTH_MISSING The TPM command needs authorisation
80280126 TPM_20_E_POLICY The TPM policy does not fit
80280127 TPM_20_E_PCR The PCR check of the TPM failed
80280128 TPM_20_E_PCR_CHANGED The boot measurements changed meanwhile
80280130 TPM_20_E_REBOOT The TPM needs a restart of the computer
80280131 TPM_20_E_UNBALANCED The TPM key is not balanced
80280146 TPM_20_E_NV_RANGE TPM memory was addressed out of range
80280147 TPM_20_E_NV_SIZE The size of the TPM memory does not fit
80280148 TPM_20_E_NV_LOCKED The TPM memory is locked
80280149 TPM_20_E_NV_AUTHORIZATION TPM memory was touched without the right
8028014A TPM_20_E_NV_UNINITIALIZED The TPM memory was never written
8028014B TPM_20_E_NV_SPACE The TPM has no room
8028014C TPM_20_E_NV_DEFINED The TPM memory index exists already
80280153 TPM_20_E_NEEDS_TEST The TPM has to test itself first
80280400 TPM_E_COMMAND_BLOCKED The TPM command is blocked
80280800 TPM_E_RETRY The TPM is busy: try again
80280801 TPM_E_NEEDS_SELFTEST The TPM has to test itself first
80280802 TPM_E_DOING_SELFTEST The TPM is testing itself
80280803 TPM_E_DEFEND_LOCK_RUNNING The TPM defends itself against guessing: locked for a while
80280902 TPM_20_E_OBJECT_MEMORY The TPM has no memory for objects
80280903 TPM_20_E_SESSION_MEMORY The TPM has no memory for sessions
80280904 TPM_20_E_MEMORY The TPM has no memory
80280909 TPM_20_E_CANCELED The TPM command was cancelled
8028090A TPM_20_E_TESTING The TPM is testing itself
80280920 TPM_20_E_NV_RATE TPM memory is written too often
80280921 TPM_20_E_LOCKOUT The TPM is locked out after too many failed attempts
80280922 TPM_20_E_RETRY The TPM is busy: try again
80280923 TPM_20_E_NV_UNAVAILABLE TPM memory is not available now
80284001 TBS_E_INTERNAL_ERROR The TPM base service failed internally
80284002 TBS_E_BAD_PARAMETER The TPM base service got a bad argument
80284004 TBS_E_INVALID_CONTEXT The TPM context is not valid
80284005 TBS_E_INSUFFICIENT_BUFFER The buffer for the TPM answer is too small
80284006 TBS_E_IOERROR Talking to the TPM failed
80284008 TBS_E_SERVICE_NOT_RUNNING The TPM base service is not running
80284009 TBS_E_TOO_MANY_TBS_CONTEXTS Too many users of the TPM at once
8028400B TBS_E_SERVICE_START_PENDING The TPM base service is starting
8028400C TBS_E_PPI_NOT_SUPPORTED The firmware does not support TPM requests from Windows
8028400D TBS_E_COMMAND_CANCELED The TPM command was cancelled
8028400F TBS_E_TPM_NOT_FOUND There is no usable TPM in this computer
80284010 TBS_E_SERVICE_DISABLED The TPM base service is disabled
80284011 TBS_E_NO_EVENT_LOG There is no measured boot log
80284012 TBS_E_ACCESS_DENIED The caller may not use the TPM
80284013 TBS_E_PROVISIONING_NOT_ALLOWED The TPM may not be provisioned
80284014 TBS_E_PPI_FUNCTION_UNSUPPORTED The firmware does not support this TPM request
80284015 TBS_E_OWNERAUTH_NOT_FOUND The owner authorisation of the TPM is not stored here
80284016 TBS_E_PROVISIONING_INCOMPLETE The TPM is not fully provisioned
80290100 TPMAPI_E_INVALID_STATE The TPM layer is in the wrong state
80290107 TPMAPI_E_INTERNAL_ERROR The TPM layer failed internally
80290108 TPMAPI_E_ACCESS_DENIED The TPM layer denies access
80290109 TPMAPI_E_AUTHORIZATION_FAILED The TPM layer was not authorised
8029010B TPMAPI_E_TBS_COMMUNICATION_ERROR The TPM layer could not talk to the TPM base service
8029010C TPMAPI_E_TPM_COMMAND_ERROR A TPM command failed
80290118 TPMAPI_E_INVALID_OWNER_AUTH The owner authorisation of the TPM is wrong
8029011A TPMAPI_E_EMPTY_TCG_LOG The measured boot log is empty
8029011B TPMAPI_E_INVALID_TCG_LOG_ENTRY The measured boot log has an entry that is not valid
8029011C TPMAPI_E_TCG_SEPARATOR_ABSENT The measured boot log lacks a separator
8029011D TPMAPI_E_TCG_INVALID_DIGEST_ENTRY A hash in the measured boot log does not fit
8029011E TPMAPI_E_POLICY_DENIES_OPERATION A policy denies the TPM operation
80290401 TPM_E_PCP_DEVICE_NOT_READY The platform crypto provider is not ready
80290402 TPM_E_PCP_INVALID_HANDLE The platform crypto provider got a bad handle
80290403 TPM_E_PCP_INVALID_PARAMETER The platform crypto provider got a bad argument
80290405 TPM_E_PCP_NOT_SUPPORTED The platform crypto provider does not support this
80290406 TPM_E_PCP_BUFFER_TOO_SMALL The platform crypto provider needs more space
80290407 TPM_E_PCP_INTERNAL_ERROR The platform crypto provider failed: a general TPM error
80290408 TPM_E_PCP_AUTHENTICATION_FAILED The platform crypto provider could not authenticate
80290409 TPM_E_PCP_AUTHENTICATION_IGNORED The TPM ignores authentication for now
8029040A TPM_E_PCP_POLICY_NOT_FOUND The policy of the TPM key was not found
8029040B TPM_E_PCP_PROFILE_NOT_FOUND The profile of the TPM key was not found
8029040C TPM_E_PCP_VALIDATION_FAILED The TPM key could not be validated
8029040E TPM_E_PCP_WRONG_PARENT The TPM key has another parent: the TPM was cleared
80290410 TPM_E_NO_KEY_CERTIFICATION The TPM key has no certification
80290413 TPM_E_NOT_PCR_BOUND The TPM key is not bound to the boot measurements
80290418 TPM_E_KEY_NOT_AUTHENTICATED The TPM key is not authenticated
80290419 TPM_E_PCP_KEY_NOT_AIK The TPM key is no attestation key
8029041B TPM_E_LOCKED_OUT The TPM is locked out
8029041D TPM_E_VERSION_NOT_SUPPORTED This version of the TPM is not supported
8029041F TPM_E_PCP_IFX_RSA_KEY_CREATION_BLOCKED New RSA keys are blocked: vulnerable TPM firmware
80290420 TPM_E_PCP_TICKET_MISSING The TPM ticket is missing
80290422 TPM_E_PCP_KEY_HANDLE_INVALIDATED The handle of the TPM key became invalid
`;
