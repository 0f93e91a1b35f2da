/**
 * Codes of the cloud sign-in plug-in (CloudAP) and the token broker (WAM, ADAL). Names and numbers: public
 * Microsoft documentation, as facts; `-` stands where none gives a symbolic name. The sentences are our own.
 */
export const cloudApCodes = `
8086000C - A Microsoft account has to sign in or confirm
C0048442 AAD_CLOUDAP_E_OAUTH_USER_SID_IS_EMPTY The token answer holds no SID of the user
C004844C AAD_CLOUDAP_E_OAUTH_USERNAME_IS_MALFORMED The user name has the wrong form
C004848B AAD_CLOUDAP_E_HTTP_PASSWORD_URI_IS_EMPTY The federation service offers no address for password sign-in
C004848C AAD_CLOUDAP_E_HTTP_CERTIFICATE_URI_IS_EMPTY The federation service offers no address for certificate sign-in
C00484C1 AAD_CLOUDAP_E_WSTRUST_SAML_TOKENS_ARE_EMPTY The federation service sent no token
C0048512 - A general call into the sign-in plug-in failed; routine around a join when the call is GenericCallPkg
CAA10001 - The user has to sign in or confirm: a silent token request was not possible
CAA1002D ERROR_ADAL_OPERATION_PENDING General failure of the token library: see the inner code
CAA20003 ERROR_ADAL_SERVER_ERROR_INVALID_GRANT The grant was not accepted: expired, revoked or wrong; AADSTS text says why
CAA2000C - Interaction is required, most often multi-factor authentication
CAA70004 - Server or proxy was not found
CAA82EE2 ERROR_ADAL_INTERNET_TIMEOUT The sign-in service did not answer in time
CAA82EFD ERROR_ADAL_INTERNET_CANNOT_CONNECT No connection to the sign-in service
CAA82EFE ERROR_ADAL_INTERNET_CONNECTION_ABORTED The connection to the sign-in service was cut off
CAA82F8F ERROR_ADAL_INTERNET_SECURE_FAILURE The TLS certificate of the sign-in service was not accepted: clock or proxy
CAA90006 ERROR_ADAL_WSTRUST_TOKEN_REQUEST_FAIL The token service returned an error
CAA90014 ERROR_ADAL_WSTRUST_REQUEST_SECURITYTOKEN_FAILED The federation service refused to issue a token
CAA90017 ERROR_ADAL_PROTOCOL_NOT_SUPPORTED The identity provider does not speak WS-Trust
CAA9001F - Integrated authentication works for federated users only
CAA90023 ERROR_ADAL_COULDNOT_DISCOVER_USERNAME_PASSWORD_ENDPOINT The federation service offers no endpoint for name and password
CAA9002C ERROR_ADAL_FAILED_TO_PARSE_XML The federation service sent something that is not XML
CAA9004D - The answer about the domain of the user was not understood
`;
