/**
 * Errors of the Entra ID sign-in service (AADSTS), decimal. Names and numbers: public Microsoft documentation, as
 * facts; `-` stands where none gives a symbolic name. The sentences are our own.
 */
export const aadstsCodes = `
16000 InteractionRequired Several accounts are signed in and one has to be chosen
20001 WsFedSignInResponseError The federated identity provider has a problem
20012 WsFedMessageInvalid The federated identity provider sent a message that is not valid
40008 OAuth2IdPUnretryableServerError The federated identity provider failed
50000 TokenIssuanceError The sign-in service failed to issue a token
50001 InvalidResource The wanted resource is disabled or does not exist
50002 NotAllowedTenant Access from this tenant is restricted
50003 MissingSigningKey A signing key is missing
50005 DevicePolicyError The platform of the device is not supported by the access policy
50007 PartnerEncryptionCertificateMissing The encryption certificate of the app is missing
50008 InvalidSamlToken The SAML token is missing or wrong
50010 AudienceUriValidationFailed The audience of the token is not valid
50011 InvalidReplyTo The redirect address is not registered for the app
50012 AuthenticationFailed Authentication failed for a general reason
50013 InvalidAssertion The assertion is not valid: time, issuer or signature
50014 GuestUserInPendingState The guest has not accepted the invitation
50015 ViralUserLegalAgeConsentRequiredState Consent for a minor is needed
50017 CertificateValidationFailed The certificate chain could not be checked
50020 UserUnauthorized The account belongs to another tenant and is not a guest here
50027 InvalidJwtToken The token is not valid
50029 InvalidUri The address is not valid
50032 WeakRsaKey A weak key was used
50033 RetryableError A passing error: try again
50034 UserAccountNotFound The user does not exist in this tenant
50042 UnableToGeneratePairwiseIdentifierWithMissingSalt A part of the user id is missing
50048 SubjectMismatchesIssuer Subject and issuer of the assertion do not fit
50049 NoSuchInstanceForDiscovery The cloud instance is not known
50050 MalformedDiscoveryRequest The discovery request has the wrong form
50053 IdsLocked The account is locked or the address is suspicious: too many attempts
50055 InvalidPasswordExpiredPassword The password has expired
50056 InvalidPassword No valid password is stored for the user
50057 UserDisabled The account is disabled
50058 UserInformationNotProvided Nobody is signed in: the session was not found
50059 MissingTenantRealmAndNoUserInformationProvided The tenant cannot be told from the request
50061 SignoutInvalidRequest Signing out was not possible
50064 CredentialAuthenticationError The credentials could not be checked
50068 SignoutInitiatorNotParticipant The app that signs out took no part in the session
50070 SignoutUnknownSessionIdentifier The session to sign out is not known
50071 SignoutMessageExpired The sign-out message is too old
50072 UserStrongAuthEnrollmentRequiredInterrupt The user has to register for multi-factor authentication
50074 UserStrongAuthClientAuthNRequiredInterrupt Multi-factor authentication is required and was not passed
50076 UserStrongAuthClientAuthNRequired Multi-factor authentication is required by policy or place
50078 UserStrongAuthExpired The multi-factor authentication is too old and has to be repeated
50079 UserStrongAuthEnrollmentRequired The user has to register for multi-factor authentication
50085 RefreshTokenNeedsSocialIDPLogin The user has to sign in again at the external provider
50086 SasNonRetryableError Strong authentication failed
50087 SasRetryableError Strong authentication failed for the moment
50088 TelecomMFALimitReached Too many calls or messages were sent for authentication
50089 AuthenticationFailedFlowTokenExpired The sign-in took too long
50097 DeviceAuthenticationRequired The device has to authenticate
50099 PKeyAuthInvalidJwtUnauthorized The signature of the device is not valid
50105 EntitlementGrantsNotFound The user is not assigned to the app
50107 InvalidRealmUri The federation realm does not exist
50120 ThresholdJwtInvalidJwtFormat The header of the token is wrong
50124 ClaimsTransformationInvalidInputParameter A claims rule is wrong
50125 PasswordResetRegistrationRequiredInterrupt The user is asked to register for password reset
50126 InvalidUserNameOrPassword User name or password is wrong
50127 BrokerAppNotInstalled A broker app is needed on the device
50128 InvalidTenantName The tenant cannot be told from the request
50129 DeviceIsNotWorkplaceJoined The device has to be registered
50131 ConditionalAccessFailed Conditional Access blocks, for example for a suspicious place or device
50132 SsoArtifactInvalidOrExpired The session ended by a password change or expiry
50133 SsoArtifactRevoked The session was revoked, often by a password change
50134 DeviceFlowAuthorizeWrongDatacenter The wrong data centre was asked
50135 PasswordChangeCompromisedPassword The password has to be changed for account risk
50136 RedirectMsaSessionToApp A Microsoft account session was found
50139 SessionMissingMsaOAuth2RefreshToken The session lacks a refresh token
50140 KmsiInterrupt The question whether to stay signed in; not an error
50142 PasswordChangeRequiredConditionalAccess Conditional Access requires a password change
50143 - The session belongs to another tenant than the one hinted at
50144 InvalidPasswordExpiredOnPremPassword The password in Active Directory has expired
50146 MissingCustomSigningKey The app needs a signing key of its own
50147 MissingCodeChallenge The code challenge is not valid
50155 DeviceAuthenticationFailed Authentication of the device failed: device deleted, disabled or key lost
50158 ExternalSecurityChallenge An external check was not passed
50161 InvalidExternalSecurityChallengeConfiguration The external check is configured wrongly
50168 ChromeBrowserSsoInterruptRequired The browser has to use single sign-on
50169 InvalidRequestBadRealm The realm is not valid for this service
50170 MissingExternalClaimsProviderMapping The mapping of the external check is missing
50173 FreshTokenNeeded The grant expired or was revoked: the user has to sign in again
50177 ExternalChallengeNotSupportedForPassthroughUsers An external check is not possible for this user
50178 SessionControlNotSupportedForPassthroughUsers Session control is not possible for this user
50180 WindowsIntegratedAuthMissing Integrated Windows authentication is needed
50187 DeviceInformationNotProvided The device did not authenticate
50194 - The app is for one tenant and was asked without naming it
50196 LoopDetected The client asks for the same thing in a loop
50197 ConflictingIdentities The user was not found
50199 CmsiInterrupt The user has to confirm; not an error
51000 RequiredFeatureNotEnabled The feature is disabled
51001 DomainHintMustbePresent A domain hint is needed
51004 UserAccountNotInDirectory The user is not in this tenant
51005 TemporaryRedirect The request is redirected
51006 ForceReauthDueToInsufficientAuth The user has to sign in again in another way
52004 DelegationDoesNotExistForLinkedIn The user has not agreed to the LinkedIn link
53000 DeviceNotCompliant Conditional Access requires a compliant device and this one is not
53001 DeviceNotDomainJoined Conditional Access requires a joined device and this one is not
53002 ApplicationUsedIsNotAnApprovedApp Conditional Access requires an approved app
53003 BlockedByConditionalAccess Conditional Access blocks
53004 ProofUpBlockedDueToRisk Registration for authentication is blocked for risk
53005 - The app has to enforce protection policies
53010 ProofUpBlockedDueToSecurityInfoAcr Registration of methods is allowed only from certain places or devices
53011 - The account is blocked for risk in its home tenant
54000 MinorUserBlockedLegalAgeGroupRule A rule for minors blocks
54005 - The code was used already
65001 DelegationDoesNotExist The user or an administrator has not agreed to the app
65002 - The two apps need an approval between them
65004 UserDeclinedConsent The user did not agree to the app
65005 MisconfiguredApplication The app asks for something that it did not register
67003 ActorNotValidServiceIdentity The acting service is not valid
70000 InvalidGrant The grant is not valid
70001 UnauthorizedClient The app is disabled
70002 InvalidClient The credentials of the app are wrong
70003 UnsupportedGrantType The kind of grant is not supported
70004 InvalidRedirectUri The redirect address is not valid
70005 UnsupportedResponseType The kind of answer is not supported
70007 UnsupportedResponseMode The mode of answer is not supported
70008 ExpiredOrRevokedGrant The refresh token expired for inactivity or was revoked
70011 InvalidScope The wanted scope is not valid
70012 MsaServerError The Microsoft account service failed
70016 AuthorizationPending The device code waits for the user
70018 BadVerificationCode The code typed is wrong
70019 CodeExpired The code has expired
70043 BadTokenDueToSignInFrequency The sign-in frequency of Conditional Access ended the token
75001 BindingSerializationError The SAML message could not be read
75003 UnsupportedBindingError The SAML binding is not supported
75005 Saml2MessageInvalid The SAML message is not valid
75008 RequestDeniedError The SAML request was denied
75011 NoMatchedAuthnContextInOutputClaims The way of signing in differs from what the app asked for
80001 OnPremiseStoreIsNotAvailable The pass-through agent cannot reach Active Directory
80002 OnPremisePasswordValidatorRequestTimedout Checking the password on premises took too long
80005 OnPremisePasswordValidatorUnpredictableWebException The pass-through agent sent an unknown error
80007 OnPremisePasswordValidatorErrorOccurredOnPrem The password could not be checked on premises
80010 OnPremisePasswordValidationEncryptionException The pass-through agent cannot decrypt the password
80012 OnPremisePasswordValidationAccountLogonInvalidHours The account may not sign in at this hour
80013 OnPremisePasswordValidationTimeSkew The clocks on premises are too far apart
80014 - Checking the password took too long
81004 DesktopSsoIdentityInTicketIsNotAuthenticated Seamless sign-on: the Kerberos ticket was not accepted
81005 DesktopSsoAuthenticationPackageNotSupported Seamless sign-on: the package is not supported
81006 DesktopSsoNoAuthorizationHeader Seamless sign-on: no ticket was sent
81007 DesktopSsoTenantIsNotOptIn Seamless sign-on is not enabled for the tenant
81009 - Seamless sign-on: the ticket could not be read
81010 DesktopSsoAuthTokenInvalid Seamless sign-on failed: the ticket is expired or not valid
81012 - The user who signs in is not the one who is signed in to the device
90002 InvalidTenantName The tenant does not exist or has no subscription
90004 InvalidRequestFormat The request has the wrong form
90005 InvalidRequestWithMultipleRequirements The request contradicts itself
90006 ExternalServerRetryableError The service is not available for the moment
90007 InvalidSessionId The session id is not valid
90008 TokenForItselfRequiresGraphPermission The app needs a permission to read the user
90009 TokenForItselfMissingIdenticalAppIdentifier The app asks for a token to itself
90010 NotSupported This is not supported
90012 RequestTimeout The request took too long
90013 InvalidUserInput The input is not valid
90014 MissingRequiredField A needed field is missing in the request
90015 QueryStringTooLong The request is too long
90019 MissingTenantRealm The tenant cannot be told from the request
90020 SAMLTokenMissingNameId The SAML token holds no user
90022 AuthenticatedInvalidPrincipalNameFormat The name of the principal has the wrong form
90023 InvalidRequest The request is not valid
90024 RequestBudgetExceededError A passing error: try again
90025 RequestBudgetExceededError The service ran out of time for the request
90027 - The caller is too old for this kind of request
90033 MsodsServiceUnavailable The directory is not available for the moment
90036 MsodsServiceUnretryableFailure The directory failed
90051 InvalidNationalCloudId The cloud of the account is not valid
90055 TenantThrottlingError Too many requests come from the tenant
90056 BadResourceRequest The request for the code has the wrong form
90072 PassThroughUserMfaError The account is not in this tenant and cannot be used here
90081 OrgIdWsFederationMessageInvalid The federation message is not valid
90082 OrgIdWsFederationNotSupported The policy for the request is not supported
90084 OrgIdWsFederationGuestNotAllowed Guests may not use this
90085 OrgIdWsFederationSltRedemptionFailed The service could not issue the token
90086 OrgIdWsTrustDaTokenExpired The device token has expired
90090 GraphUserUnauthorized The directory refuses the request
90094 AdminConsentRequired An administrator has to agree to the app
90095 AdminConsentRequiredRequestAccess An administrator has to agree; the user may ask for it
90099 - The app is not authorised in this tenant
90100 InvalidRequestParameter A parameter is empty or not valid
90101 InvalidEmailAddress The mail address is not valid
90102 InvalidUriParameter A parameter has to be an address
90107 InvalidXml The request is not valid XML
90114 InvalidExpiryDate The token expires too late or too early
90117 InvalidRequestInput The input is not valid
90119 InvalidUserCode The user code is missing
90120 InvalidDeviceFlowRequest The device code was used already
90121 InvalidEmptyRequest The request is empty
90123 IdentityProviderAccessDenied The identity provider denies the token
90124 V1ResourceV2GlobalEndpointNotSupported The resource is not available at this endpoint
90125 DebugModeEnrollTenantNotFound The user is in no tenant
90126 DebugModeEnrollTenantNotInferred The kind of user is not supported
120000 PasswordChangeIncorrectCurrentPassword The present password is wrong
120002 PasswordChangeInvalidNewPasswordWeak The new password is too weak
120003 PasswordChangeInvalidNewPasswordContainsMemberName The new password holds the name of the user
120004 PasswordChangeOnPremComplexity The new password breaks a rule of Active Directory
120005 PasswordChangeOnPremSuccessCloudFail The password changed on premises but not in the cloud
120008 PasswordChangeAsyncJobStateTerminated Changing the password failed
120011 PasswordChangeAsyncUpnInferenceFailed Changing the password failed: the user name is not known
120012 PasswordChangeNeedsToHappenOnPrem The password has to be changed on premises
120013 PasswordChangeOnPremisesConnectivityFailure Active Directory could not be reached to change the password
120014 PasswordChangeOnPremUserAccountLockedOutOrDisabled The account on premises is locked or disabled
120015 PasswordChangeADAdminActionRequired An administrator has to act in Active Directory
120018 PasswordChangePasswordDoesnotComplyFuzzyPolicy The new password is on the list of forbidden ones
120020 PasswordChangeFailure Changing the password failed
130004 NgcKeyNotFound The Hello key is not registered for the user
130005 NgcInvalidSignature The signature of the Hello key is not valid
130006 NgcTransportKeyNotFound The transport key of the device is not registered
130007 NgcDeviceIsDisabled The device is disabled
130008 NgcDeviceIsNotFound The device that the Hello key belongs to was not found
130501 - Blocked by the credential policy: a Temporary Access Pass was used up, is one-time only, or is not allowed
130504 - The Temporary Access Pass has expired
130507 - The Temporary Access Pass was not found or could not be verified
135004 - The post-logout redirect address is not valid
135010 KeyNotFound The key was not found
135011 - The device that was used is disabled
140000 InvalidRequestNonce The nonce of the request is missing
140001 InvalidSessionKey The session key is not valid
165900 InvalidApiRequest The request is not valid
220450 UnsupportedAndroidWebViewVersion The browser version is not supported
220501 InvalidCrlDownload The revocation list could not be downloaded
221000 DeviceOnlyTokensNotSupportedByResource The resource accepts no tokens of a device alone
240001 BulkAADJTokenUnauthorized The bulk token may not register devices
240002 RequiredClaimIsMissing A claim is missing
500011 InvalidResourceServicePrincipalNotFound The resource was not found in this tenant
500014 InvalidResourceServicePrincipalDisabled The resource is disabled in this tenant
500021 - Tenant restrictions of the network forbid this tenant
500121 AuthenticationFailedStrongAuthenticationRequest Multi-factor authentication was not passed
500133 - The assertion is not within its time: check the clock
500341 - The account was deleted from the directory
501241 - A needed input is missing in the request
530003 - The device must be managed for this access
530032 BlockedByConditionalAccessOnSecurityPolicy A security policy of the tenant blocks
650052 - The app needs a service that this tenant has not subscribed to or enabled
650053 - The app asks for a permission that does not exist
650056 MisconfiguredApplication The app is configured wrongly
650057 - The resource is not among those the app registered
700003 - The device object was not found in the directory
700005 InvalidGrantRedeemAgainstWrongTenant The code belongs to another tenant
700016 UnauthorizedClient_DoesNotMatchRequest The app was not found in this tenant
700020 InteractionRequired The user has to interact
700022 InvalidMultipleResourcesScope The scope names several resources
700023 InvalidResourcelessScope The scope names no resource
700025 - The app is public and may not send a secret
700027 - The assertion of the app is not valid
700054 - This kind of answer is not enabled for the app
700082 ExpiredOrRevokedGrantInactiveToken The refresh token was not used for too long
900382 - Confidential clients are not supported across clouds
`;
