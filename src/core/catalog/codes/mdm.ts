/**
 * HRESULTs of MDM enrollment, device and Hello registration, and Intune. Names and numbers: public Microsoft
 * documentation, as facts; `-` stands where none gives a symbolic name. The sentences are our own.
 */
export const mdmCodes = `
80180001 MENROLL_E_DEVICE_MESSAGE_FORMAT_ERROR The MDM server sent or got a message of the wrong form
80180002 MENROLL_E_DEVICE_AUTHENTICATION_ERROR The MDM server could not authenticate the user
80180003 MENROLL_E_DEVICE_AUTHORIZATION_ERROR The user may not enrol: license, MDM scope or restriction
80180004 MENROLL_E_DEVICE_CERTIFICATEREQUEST_ERROR No certificate: no right on the template, or the authority cannot be reached
80180005 MENROLL_E_DEVICE_CONFIGMGRSERVER_ERROR The MDM server had a fault, for example in its database
80180006 MENROLL_E_DEVICE_INTERNALSERVICE_ERROR The MDM server failed internally
80180007 MENROLL_E_DEVICE_INVALIDSECURITY_ERROR The security header of the message was not accepted
80180008 MENROLL_E_DEVICE_UNKNOWN_ERROR The MDM server failed for an unknown reason
80180009 MENROLL_E_ENROLLMENT_IN_PROGRESS Another enrollment is running
8018000A MENROLL_E_DEVICE_ALREADY_ENROLLED The device is enrolled already
8018000D MENROLL_E_DISCOVERY_SEC_CERT_DATE_INVALID The certificate of the discovery server is out of date, or this clock is wrong
8018000E MENROLL_E_PASSWORD_NEEDED A password is needed
8018000F MENROLL_E_WAB_ERROR The web sign-in window failed
80180010 MENROLL_E_CONNECTIVITY The MDM server could not be reached
80180012 MENROLL_E_INVALIDSSLCERT The TLS certificate of the MDM server is not valid
80180013 MENROLL_E_DEVICECAPREACHED The user has too many devices enrolled: raise the limit or remove one
80180014 MENROLL_E_DEVICENOTSUPPORTED The MDM server does not take this device: platform or personal enrollment is blocked
80180015 MENROLL_E_NOTSUPPORTED The MDM server does not support this
80180016 MENROLL_E_NOTELIGIBLETORENEW The enrollment cannot be renewed: it has lapsed or was removed
80180017 MENROLL_E_INMAINTENANCE The MDM service is in maintenance
80180018 MENROLL_E_USERLICENSE The license of the user does not cover enrollment
80180019 MENROLL_E_ENROLLMENTDATAINVALID The server rejected the enrollment data
8018001A MENROLL_E_INSECUREREDIRECT The discovery was redirected to an address without TLS
8018001B MENROLL_E_PLATFORM_WRONG_STATE The enrollment is in the wrong state
8018001C MENROLL_E_PLATFORM_LICENSE_ERROR This Windows edition may not enrol
8018001D MENROLL_E_PLATFORM_UNKNOWN_ERROR Enrollment failed on the device for an unknown reason
8018001E MENROLL_E_PROV_CSP_CERTSTORE The CertificateStore settings could not be applied
8018001F MENROLL_E_PROV_CSP_W7 The w7 APPLICATION settings could not be applied
80180020 MENROLL_E_PROV_CSP_DMCLIENT The DMClient settings could not be applied
80180021 MENROLL_E_PROV_CSP_PFW The PassportForWork settings could not be applied
80180022 MENROLL_E_PROV_CSP_MISC Some of the first settings could not be applied
80180023 MENROLL_E_PROV_UNKNOWN The first settings failed for an unknown reason
80180024 MENROLL_E_PROV_SSLCERTNOTFOUND The client certificate named in the first settings was not found
80180025 MENROLL_E_PROV_CSP_APPMGMT The app management settings could not be applied
80180026 MENROLL_E_DEVICE_MANAGEMENT_BLOCKED Management is blocked on this device, by policy or by another manager
80180027 MENROLL_E_CERTPOLICY_PRIVATEKEYCREATION_FAILED The key for the certificate could not be made
80180028 MENROLL_E_CERTAUTH_FAILED_TO_FIND_CERT The certificate for authentication was not found
80180029 MENROLL_E_EMPTY_MESSAGE The message is empty
8018002A MENROLL_E_USER_CANCELED The user cancelled the enrollment, or the sign-in failed
8018002B - The domain of the user name is not verified, or the MDM scope leaves the user out
80180030 MENROLL_E_USER_CANCELLED The user cancelled
80180031 MENROLL_E_MDM_NOT_CONFIGURED No MDM service is configured for the user or tenant
80180032 MENROLL_E_CUSTOMSERVERERROR The MDM server sent an error of its own
80180033 MENROLL_E_SERVER429 The MDM server has too many requests (HTTP 429)
801C0001 DSREG_E_DEVICE_MESSAGE_FORMAT_ERROR The device registration message has the wrong form
801C0002 DSREG_E_DEVICE_AUTHENTICATION_ERROR Device registration: the server could not authenticate
801C0003 - Device registration: the user may not join devices, or has reached the limit
801C0006 DSREG_E_DEVICE_INTERNALSERVICE_ERROR Device registration: the server failed internally
801C000E - The user has reached the limit of registered devices
801C000F - It worked, but the device has to be restarted
801C0010 - The certificate of the TPM attestation key is not valid or not trusted
801C0011 - The attestation of the transport key is not valid
801C0012 - The discovery request has the wrong form
801C0015 - The device must be joined to a domain
801C0016 - The federation provider is not configured
801C0017 - The domain is empty
801C0018 - The client configuration address is empty
801C001D DSREG_AUTOJOIN_ADCONFIG_READ_FAILED The service connection point could not be read from Active Directory
801C001F DSREG_AUTOJOIN_DISC_WAIT_TIMEOUT Device registration: the discovery took too long
801C0021 DSREG_AUTOJOIN_DISC_FAILED Device registration: the discovery failed; its inner code says why
801C0025 DSREG_SERVER_BUSY The device registration service is busy
801C003A DSREG_DISCOVERY_TENANT_NOT_FOUND The tenant in the service connection point is wrong or has no subscription
801C003D DSREG_AUTOJOIN_USERREALM_DISCOVERY_FAILED It could not be found out whether the domain is managed or federated
801C03E9 - Hello registration: the answer of the server is not valid
801C03EA - Hello registration: the server did not authorise user or device
801C03EB - Hello registration: the HTTP status of the server is not valid
801C03EC - Hello registration: the server failed
801C03ED - Hello registration: multi-factor authentication is missing or the token does not carry it
801C03EE - Hello registration: attestation failed
801C03EF - Hello registration: the attestation certificate is no longer valid
801C03F0 - No key is registered for the user
801C03F1 - The token holds no user name (UPN)
801C03F2 DSREG_E_DIRECTORY_FAILURE The directory failed or does not have the device object yet
801C044D - The authorisation token does not hold the device id
801C044E - No credentials were entered for Hello
801C044F - The user skipped or cancelled the Hello wizard
801C0451 - Hello: the token of the user belongs to another account
87D103E8 - An app installation failed for an unknown reason
87D1041C - The app was not detected after its installation succeeded: check the detection rule
87D11388 - The device is busy
87D13B62 - The user rejected the offer to install the app
87D13B63 - The user rejected the offer to update the app
87D13B64 - The app installation failed
87D13B66 - The app is managed but was removed by the user
87D13B67 - The state of the app is not known
87D1FDE8 - Remediation failed: a setting could not be applied, or is reported differently
87D1FDE9 - The setting does not apply to this device
87D1FDEA - A parameter of the setting is not valid
87D1FDEB - A value could not be converted to the needed type
87D1FDEC - A referenced setting is not in the configuration item
87D1FDED - The source of the setting is not supported
87D1FDEE - The setting lost a conflict and does not apply
87D1FDEF - The rule could not be evaluated
87D1FDF0 - Certificate information of the configuration item was not found
87D1FDF1 - Certificate information of the certificate request was not found
87D1FDF2 - The NDES address was not found
87D1FDF3 - The certificate request was not found
87D30000 - Win32 app: an unknown failure
87D30065 - Win32 app: the content could not be fetched or unpacked
87D30067 - Win32 app: the content could not be downloaded or unpacked
87D300C9 - Win32 app: the installer is still running and not watched; it may time out
87D300CD - Win32 app: the user signed out while the app was processed
`;
