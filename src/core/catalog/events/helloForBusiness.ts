import { providers } from '../providers';
import type { ProviderEvents } from './eventEntry';

/** The thousands tell the kind: 3 begins, 5 informs, 6 warns, 7 failed, 8 succeeded. */
export const helloForBusinessEvents: ProviderEvents = {
  provider: providers.helloForBusiness,
  table: `
3045 hello Windows Hello wizard: {HelloScenarioType:words} began
  - that it was completed: only 8045 says so
3052 hello A key is asked from the pool of prepared keys
3053 hello Keys are being prepared
3054 hello The conditions for Windows Hello are being checked
3055 hello The container is being provisioned
3060 hello The PIN recovery key is being created
3065 hello The pages of the wizard opened: {HelloScenarioType:words}
3066 hello The sign-in certificate is being obtained
3130 hello PIN recovery is changing the PIN
3225 hello The key is being created
3510 hello The key is being registered with Entra ID
3520 hello Unlock with several factors: {MultiFactorUnlockProvider}
3525 hello The directory plug-in is being asked
3555 hello The container is being created
3601 hello A policy is deleting the container
3611 hello {CallingAppName} is deleting the container
5000 security TPM {Manufacturer} {Version}, ready {IsReady}
5001 signIn {UserName} signed in or unlocked with Windows Hello
  + Hello works for this user
  - a new sign-in: unlocking writes it as well
5002 signIn Hello gesture {GestureType}, {GestureSubtype}
5003 policy Hello policy: enabled state {NgcEnabledPolicyState}, TPM required {TPMRequired}
5004 policy Hello policy: enabled state {NgcEnabledPolicyState}
5005 policy Hello policy: enabled state {NgcEnabledPolicyState}, source {EnabledPolicySource}
5050 hello {NumberOfAvailableKeys} prepared keys are left: {Result}
5060 hello PIN recovery policy: {PinRecoveryPolicyState}
5062 hello The PIN recovery key was found
5063 hello The PIN recovery key was renewed
5204 hello Certificate for sign-in required: {CertificateRequired}
5205 hello On-premises access: certificate {CertificateRequired}, cloud trust {UseCloudTrust}, cloud ticket {HasCloudTgt}
5225 hello A key is created in {KeyProvider:words}: {Result}
5520 hello Unlock with several factors
5555 hello The device was checked against the policy: TPM {TpmVersion}, key in {KeyProvider:words}, {Result}
5641 hello A key was changed: {KeyName}
5701 hello Protectors were read or removed: PIN {PinProtector}, biometrics {BioProtector}
5702 hello Protectors were written: PIN {PinProtector}, biometrics {BioProtector}
6010 hello An app cannot use the key {KeyName} now
6045 hello The wizard ended early: {Error}
  + Hello was not set up in this run: the user skipped or postponed it
6055 hello Provisioning the container ended early: {Error}
6065 hello The pages of the wizard ended early: {Error}
6066 hello The sign-in certificate was not obtained yet: {Error}
6209 hello Warning while the conditions were checked
6210 hello Warning while the conditions were checked
6525 hello The directory plug-in ended with a warning: {Error}
7001 signIn Sign-in with Windows Hello failed: {AuthenticationErrorStatus} {AuthenticationErrorSubStatus}
  + a Hello credential was tried, mostly a wrong PIN
7002 hello The container cannot be loaded: {Error}
7025 hello The service {ServiceName} could not start: {Error}
7045 hello The wizard failed: {Error}
7052 hello No prepared key: {Error}
7053 hello Preparing keys failed: {Error}
7054 hello The conditions for Windows Hello are not met: {Error}
7055 hello Provisioning the container failed: {Error}
7060 hello The PIN recovery key could not be created: {Error}
7065 hello The pages of the wizard failed: {Error}
7066 hello The sign-in certificate could not be obtained: {Error}
7067 hello A property of the certificate could not be set: {Error}
7130 hello PIN recovery could not change the PIN: {Error}
7200 hello A condition is not met (7200)
7201 hello A condition is not met (7201)
7202 hello A condition is not met (7202)
7203 hello A condition is not met (7203)
7204 hello A condition is not met (7204)
7205 hello A condition is not met: no usable certificate template, {Error}
7206 hello A condition is not met (7206)
7210 hello A condition is not met (7210)
7211 hello A condition is not met (7211)
7225 hello The key could not be created: {Error}
7226 hello The key {KeyName} could not be deleted: {Error}
7510 hello The key could not be registered with Entra ID: {Error}
7520 hello A factor for unlocking failed: {Error}
7525 hello The directory plug-in failed: {Error}
7555 hello The container could not be created: {Error}
7601 hello The policy could not delete the container: {Error}
7611 hello The container could not be deleted: {Error}
7701 hello A protector could not be used
8002 hello The container was loaded, key in {KeyProvider:words}
8025 hello The service {ServiceName} has started
8045 hello The wizard was completed
  + Windows Hello is set up on this device
8052 hello A prepared key was taken
8053 hello Keys were prepared
8054 hello The conditions for Windows Hello are met
  - that Hello was set up
8055 hello The container was provisioned[, an existing one: {UsedExistingContainer}]
8060 hello The PIN recovery key was created
8065 hello The pages of the wizard were completed
8066 hello The sign-in certificate was obtained
8067 hello A property of the certificate was set
8130 hello PIN recovery has changed the PIN
8200 hello A condition is met (8200)
8201 hello A condition is met (8201)
8202 hello A condition is met (8202)
8203 hello A condition is met (8203)
8204 hello A condition is met (8204)
8205 hello A condition is met (8205)
8206 hello A condition is met (8206)
8210 hello A condition is met (8210)
8211 hello A condition is met (8211)
8225 hello The key was created
8226 hello The key {KeyName} was deleted
8510 hello The key was registered with Entra ID
  + Entra ID knows the key
8520 hello Unlocking with several factors succeeded
8525 hello The directory plug-in has answered
8555 hello The container was created
8601 hello The policy has deleted the container
8611 hello The container was deleted
8632 hello The name of {UserSid:words} was kept
8640 hello The PIN was changed
`,
};
