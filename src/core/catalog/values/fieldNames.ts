import { enumeration, wordsFor } from './enumeration';

/** Names that `dsregcmd /status` prints; they are the same in every language of Windows. */
const deviceState = enumeration(`
AzureAdJoined whether the device is joined to Entra ID
EnterpriseJoined whether the device is registered with an AD FS of the organization; NO nearly everywhere
DomainJoined whether the device is in an Active Directory domain; with AzureAdJoined it is a hybrid join
DeviceId object of this device in Entra ID
Thumbprint certificate of the device in Entra ID
DeviceCertificateValidity validity of the device certificate
KeyContainerId container of the device key
KeyProvider where the device key lives; Platform Crypto Provider is the TPM
TpmProtected whether the device key is in the TPM
DeviceAuthStatus whether Entra ID knows the device: SUCCESS, or disabled or deleted there
TenantName name of the tenant
TenantId tenant that the device is joined to
MdmUrl where the device is to enroll; empty means that no MDM is offered to this user
NgcSet whether this user has a Windows Hello key
NgcKeyId the Windows Hello key of this user
CanReset whether the PIN can be reset, and where
WorkplaceJoined whether this user has registered a work account by hand
WamDefaultSet whether this user has a default work account
WamDefaultAuthority what issues tokens for the default account
WamDefaultId provider of the default account
AzureAdPrt whether this user has a primary token: without it there is no single sign-on
AzureAdPrtUpdateTime when the primary token was got or renewed last; right after a start it is a new sign-in
AzureAdPrtExpiryTime when the primary token runs out
AzureAdPrtAuthority what has issued the primary token
EnterprisePrt whether this user has a token of an AD FS
OnPremTgt whether there is a ticket for on-premises access with a cloud key
CloudTgt whether there is a Kerberos ticket of Entra ID
AadRecoveryEnabled whether the device key was marked as broken, so that the user has to sign in again
KeySignTest whether the device key works
IsDeviceJoined Hello: the device has to be joined
IsUserAzureAD Hello: the user has to be signed in with a token of Entra ID; NO for an Entra user is a sign-in without token
PolicyEnabled Hello: a policy has to allow it
PostLogonEnabled Hello: whether the wizard may come after the sign-in
DeviceEligible Hello: the hardware has to be good enough
SessionIsNotRemote Hello: the session has to be at the device
CertEnrollment Hello: how a certificate is got, where the trust needs one
PreReqResult Hello: whether the wizard will come at the next sign-in
`);

/** Names of an Autopilot profile, in its file and in the registry. */
const profile = enumeration(`
AutopilotServiceCorrelationId id of this device in the Autopilot service
ZtdRegistrationId registration of the hardware with Autopilot
ZtdCorrelationId id of the profile
AadDeviceId object of this device in Entra ID that was made when it was registered
EntDMID Intune device id
CloudAssignedOobeConfig what OOBE is to skip and to ask for, as bits
CloudAssignedDomainJoinMethod which join the profile asks for
CloudAssignedForcedEnrollment whether OOBE may go on without the enrollment
CloudAssignedTenantDomain domain of the tenant that the device belongs to
CloudAssignedTenantId tenant that the device belongs to
CloudAssignedTenantUpn user that the device is assigned to, if any
CloudAssignedMdmId application of the MDM in the tenant; 0000000a-0000-0000-c000-000000000000 is Intune
CloudAssignedAadServerData address of the sign-in page, with the tenant
CloudAssignedDeviceName template of the name of the device
CloudAssignedLanguage language that OOBE is to use
CloudAssignedRegion region that OOBE is to use
CloudAssignedAutopilotUpdateDisabled whether Autopilot may not update itself
CloudAssignedAutopilotUpdateTimeout how long Autopilot may take to update itself, milliseconds
DeploymentProfileName name of the Autopilot profile
HybridJoinSkipDCConnectivityCheck whether a hybrid join goes on without a domain controller in reach
AutopilotMode the way of Autopilot
AutopilotCreationDate when the profile was made for this device
PolicyDownloadDate when the profile was downloaded
ProfileAvailable whether a profile was found
SyncFailureTimeout minutes until the status page gives up
ProviderID which MDM this is; MS DM Server is Intune
IsSyncDone whether the account part of the status page is over
StartReset the device has been reset
HasProvisioningCompleted whether the status page is over
ESP.Device.rebootRequiredToCommitSettings whether the device part of the status page ends with a restart
RebootCount restarts of this session of provisioning
InstallationState how far the installation is
RebootRequired what restart the app asked for
`);

/** What a name of a status report, a profile or a registry value stands for; `null` for other names. */
export function explainFieldName(name: string): string | null {
  return wordsFor(deviceState, name) ?? wordsFor(profile, name);
}
