/**
 * HRESULTs of keys, certificates, trust, smart cards and security packages. Names and numbers: mingw-w64 winerror.h
 * (placed in the public domain). The sentences are our own.
 */
export const certificateCodes = `
80090001 NTE_BAD_UID The key provider was opened wrongly
80090002 NTE_BAD_HASH The hash is not valid
80090003 NTE_BAD_KEY The key is not valid
80090004 NTE_BAD_LEN The length does not fit
80090005 NTE_BAD_DATA The data for the key operation is damaged
80090006 NTE_BAD_SIGNATURE The signature is not valid
80090007 NTE_BAD_VER The version of the key provider does not fit
80090008 NTE_BAD_ALGID The algorithm is not valid here
80090009 NTE_BAD_FLAGS The flags are not valid for the key operation
8009000A NTE_BAD_TYPE The type of key is not valid
8009000B NTE_BAD_KEY_STATE The key is in the wrong state
8009000C NTE_BAD_HASH_STATE The hash is in the wrong state
8009000D NTE_NO_KEY The key does not exist
8009000E NTE_NO_MEMORY The key provider has no memory
8009000F NTE_EXISTS The key or container exists already
80090010 NTE_PERM Access to the key was denied
80090011 NTE_NOT_FOUND The key or property was not found
80090012 NTE_DOUBLE_ENCRYPT The data was encrypted already
80090013 NTE_BAD_PROVIDER The name of the key provider is wrong
80090014 NTE_BAD_PROV_TYPE The type of key provider is wrong
80090015 NTE_BAD_PUBLIC_KEY The public key is not valid
80090016 NTE_BAD_KEYSET The key set does not exist: the TPM was cleared, or the image was joined before sysprep
80090017 NTE_PROV_TYPE_NOT_DEF The type of key provider is not defined
80090018 NTE_PROV_TYPE_ENTRY_BAD The registration of the key provider is damaged
80090019 NTE_KEYSET_NOT_DEF The key set is not defined
8009001A NTE_KEYSET_ENTRY_BAD The registration of the key set is damaged
8009001B NTE_PROV_TYPE_NO_MATCH The type of key provider does not match
8009001C NTE_SIGNATURE_FILE_BAD The signature of the key provider is damaged
8009001D NTE_PROVIDER_DLL_FAIL The DLL of the key provider could not be loaded
8009001E NTE_PROV_DLL_NOT_FOUND The DLL of the key provider is missing
8009001F NTE_BAD_KEYSET_PARAM A parameter of the key set is wrong
80090020 NTE_FAIL The key provider failed internally
80090021 NTE_SYS_ERR The key provider met a system error
80090022 NTE_SILENT_CONTEXT A window would be needed and is not allowed
80090023 NTE_TOKEN_KEYSET_STORAGE_FULL The smart card or TPM has no room for another key
80090026 NTE_INVALID_HANDLE The key handle is not valid
80090027 NTE_INVALID_PARAMETER An argument of the key operation is not valid
80090028 NTE_BUFFER_TOO_SMALL The buffer of the key operation is too small
80090029 NTE_NOT_SUPPORTED The key provider does not support this
8009002A NTE_NO_MORE_ITEMS There are no more keys
8009002B NTE_BUFFERS_OVERLAP The buffers overlap
8009002C NTE_DECRYPTION_FAILURE The data could not be decrypted
8009002D NTE_INTERNAL_ERROR The key provider failed internally
8009002E NTE_UI_REQUIRED The user has to confirm and cannot be asked
8009002F NTE_HMAC_NOT_SUPPORTED The key provider does not support HMAC
80090030 NTE_DEVICE_NOT_READY The device with the key, mostly the TPM, is not ready
80090031 NTE_AUTHENTICATION_IGNORED The TPM ignores authentication for now: locked out
80090032 NTE_VALIDATION_FAILED The key could not be validated
80090033 NTE_INCORRECT_PASSWORD The password for the key is wrong
80090034 NTE_ENCRYPTION_FAILURE The data could not be encrypted
80090035 NTE_DEVICE_NOT_FOUND The device with the key was not found: no TPM
80090036 NTE_USER_CANCELLED The user cancelled the key operation
80090037 NTE_PASSWORD_CHANGE_REQUIRED The password for the key has to be changed
80090038 NTE_NOT_ACTIVE_CONSOLE The key operation needs the session at the console
80090300 SEC_E_INSUFFICIENT_MEMORY Memory ran out in the security package
80090301 SEC_E_INVALID_HANDLE The security handle is not valid
80090302 SEC_E_UNSUPPORTED_FUNCTION The security package does not support this
80090303 SEC_E_TARGET_UNKNOWN The target of the authentication is not known
80090304 SEC_E_INTERNAL_ERROR The security package failed internally
80090305 SEC_E_SECPKG_NOT_FOUND The security package does not exist
80090306 SEC_E_NOT_OWNER The caller does not own the credentials
80090308 SEC_E_INVALID_TOKEN The token in the exchange is not valid
8009030C SEC_E_LOGON_DENIED The sign-in was denied
8009030D SEC_E_UNKNOWN_CREDENTIALS The credentials are not known to the package
8009030E SEC_E_NO_CREDENTIALS There are no credentials in the package
8009030F SEC_E_MESSAGE_ALTERED The message was changed on its way
80090310 SEC_E_OUT_OF_SEQUENCE The message came out of order
80090311 SEC_E_NO_AUTHENTICATING_AUTHORITY No authority could check the sign-in
80090318 SEC_E_INCOMPLETE_MESSAGE The message is not complete
80090322 SEC_E_WRONG_PRINCIPAL The server is not the one that was meant
80090324 SEC_E_TIME_SKEW The clocks are too far apart
80090325 SEC_E_UNTRUSTED_ROOT The chain ends in a root that is not trusted
80090326 SEC_E_ILLEGAL_MESSAGE The message of the other side is not valid
80090327 SEC_E_CERT_UNKNOWN A certificate could not be processed
80090328 SEC_E_CERT_EXPIRED The certificate has expired
80090329 SEC_E_ENCRYPT_FAILURE The data could not be encrypted
80090330 SEC_E_DECRYPT_FAILURE The data could not be decrypted
80090331 SEC_E_ALGORITHM_MISMATCH The two sides have no algorithm in common
80090332 SEC_E_SECURITY_QOS_FAILED The security properties could not be kept
8009033D SEC_E_PKINIT_NAME_MISMATCH The certificate is for another user
8009033E SEC_E_SMARTCARD_LOGON_REQUIRED A smart card is needed to sign in
80090340 SEC_E_KDC_INVALID_REQUEST The Kerberos service got a request that is not valid
80090348 SEC_E_NO_KERB_KEY There is no Kerberos key
80090349 SEC_E_CERT_WRONG_USAGE The certificate may not be used for this
80090350 SEC_E_DOWNGRADE_DETECTED A downgrade of the sign-in was noticed; often no domain controller is reachable
80091001 CRYPT_E_MSG_ERROR The signed or encrypted message is not valid
80091002 CRYPT_E_UNKNOWN_ALGO The algorithm is not known
80091007 CRYPT_E_HASH_VALUE The hash does not match
80092002 CRYPT_E_BAD_ENCODE The encoding failed
80092004 CRYPT_E_NOT_FOUND The certificate or property was not found
80092005 CRYPT_E_EXISTS The certificate or property exists already
80092006 CRYPT_E_NO_PROVIDER There is no provider for this
80092007 CRYPT_E_SELF_SIGNED The certificate is self-signed
80092009 CRYPT_E_NO_MATCH No matching certificate was found
8009200B CRYPT_E_NO_KEY_PROPERTY The certificate has no private key here
8009200C CRYPT_E_NO_DECRYPT_CERT No certificate with a key that decrypts was found
8009200E CRYPT_E_NO_SIGNER There is no such signer
80092010 CRYPT_E_REVOKED The certificate was revoked
80092011 CRYPT_E_NO_REVOCATION_DLL Nothing here can check revocation
80092012 CRYPT_E_NO_REVOCATION_CHECK Revocation was not checked
80092013 CRYPT_E_REVOCATION_OFFLINE The revocation server could not be reached
80092026 CRYPT_E_SECURITY_SETTINGS The security settings forbid this
80093102 CRYPT_E_ASN1_EOD The encoded data ends too early
80093103 CRYPT_E_ASN1_CORRUPT The encoded data is damaged
8009310B CRYPT_E_ASN1_BADTAG The encoded data holds an unexpected tag
80094001 CERTSRV_E_BAD_REQUESTSUBJECT The subject name of the request is not acceptable
80094002 CERTSRV_E_NO_REQUEST The certificate request does not exist
80094003 CERTSRV_E_BAD_REQUESTSTATUS The request is in the wrong state
80094004 CERTSRV_E_PROPERTY_EMPTY A property of the request is empty
80094012 CERTSRV_E_TEMPLATE_DENIED The account may not enrol this template
80094800 CERTSRV_E_UNSUPPORTED_CERT_TYPE The certificate authority does not offer this template
80094801 CERTSRV_E_NO_CERT_TYPE The request names no template
80094802 CERTSRV_E_TEMPLATE_CONFLICT The request and the template do not fit
80094803 CERTSRV_E_SUBJECT_ALT_NAME_REQUIRED The template needs an alternative name and none could be made
80094811 CERTSRV_E_KEY_LENGTH The key of the request is too short for the template
80094812 CERTSRV_E_SUBJECT_EMAIL_REQUIRED The template needs a mail address and the account has none
80096004 TRUST_E_CERT_SIGNATURE The signature of the certificate does not verify
80096005 TRUST_E_TIME_STAMP The time stamp could not be verified
80096010 TRUST_E_BAD_DIGEST The file was changed after it was signed
80096019 TRUST_E_BASIC_CONSTRAINTS A basic constraint of the chain is violated
800B0001 TRUST_E_PROVIDER_UNKNOWN The trust provider is not known
800B0002 TRUST_E_ACTION_UNKNOWN The trust provider does not support this check
800B0003 TRUST_E_SUBJECT_FORM_UNKNOWN The trust provider does not know this kind of file
800B0004 TRUST_E_SUBJECT_NOT_TRUSTED The file is not trusted
800B0100 TRUST_E_NOSIGNATURE The file is not signed
800B0101 CERT_E_EXPIRED The certificate is out of date, or this clock is wrong
800B0102 CERT_E_VALIDITYPERIODNESTING The validity periods in the chain do not nest
800B0103 CERT_E_ROLE A certificate that may not issue others did so
800B0104 CERT_E_PATHLENCONST The chain is longer than allowed
800B0105 CERT_E_CRITICAL The certificate has a critical extension that is not understood
800B0106 CERT_E_PURPOSE The certificate is used for something it may not be used for
800B0107 CERT_E_ISSUERCHAINING A parent in the chain did not issue its child
800B0108 CERT_E_MALFORMED The certificate lacks something or holds an empty field
800B0109 CERT_E_UNTRUSTEDROOT The root of the chain is not trusted here
800B010A CERT_E_CHAINING The chain to a trusted root could not be built
800B010B TRUST_E_FAIL The trust check failed
800B010C CERT_E_REVOKED The issuer revoked the certificate
800B010D CERT_E_UNTRUSTEDTESTROOT The chain ends in a test root
800B010E CERT_E_REVOCATION_FAILURE The revocation check failed: server offline
800B010F CERT_E_CN_NO_MATCH The name in the certificate is another one
800B0110 CERT_E_WRONG_USAGE The certificate may not be used for this
800B0111 TRUST_E_EXPLICIT_DISTRUST The certificate is explicitly distrusted
800B0112 CERT_E_UNTRUSTEDCA An issuer in the chain is explicitly not trusted
800B0113 CERT_E_INVALID_POLICY The policy of the certificate is not valid
800B0114 CERT_E_INVALID_NAME The name in the certificate is not allowed
80100001 SCARD_F_INTERNAL_ERROR The smart card layer failed internally
80100002 SCARD_E_CANCELLED The smart card operation was cancelled
8010000C SCARD_E_NO_SMARTCARD No smart card is in the reader
8010000D SCARD_E_UNKNOWN_CARD The smart card is not known
8010001D SCARD_E_NO_SERVICE The smart card service is not running
8010001E SCARD_E_SERVICE_STOPPED The smart card service has stopped
8010002C SCARD_E_NO_SUCH_CERTIFICATE The smart card does not hold the certificate
8010002E SCARD_E_NO_READERS_AVAILABLE There is no smart card reader
80100069 SCARD_W_REMOVED_CARD The smart card was removed
8010006B SCARD_W_WRONG_CHV The PIN is wrong
8010006C SCARD_W_CHV_BLOCKED The PIN is blocked after too many attempts
8010006E SCARD_W_CANCELLED_BY_USER The user cancelled
8010006F SCARD_W_CARD_NOT_AUTHENTICATED No PIN was presented to the card
`;
