import * as l10n from '@vscode/l10n';
import { enumeration, wordsFor } from './enumeration';

/** Names that OOBE and the status page log (Shell-Core 62402–62407) and that are worth a word, without their prefix. */
const names = enumeration(`
AppResuming OOBE resumes after a restart
AppActivated OOBE page host was started
AppCheckpoint OOBE page host is being closed
UnhandledException OOBE page broke
clearAutoLogonCredentialsAsyncSucceeded automatic sign-in was cleared: the next start needs a sign-in
ESP_RebootResumption_Set ESP page loaded
ESP_RebootResumption_Unset ESP page left for good
ESP_ExitPage ESP page left
ESPProgress_Initialization_ResumingAfterReboot ESP page loaded (written at every load, also the first)
ESPProgress_Initialization_Failed ESP page could not be loaded
ESPProgress_Page_Exiting ESP page is being left
ESPProgress_ExitPageSignOut_Displayed ESP page asks to sign out
ESPProgress_Category_Started ESP phase began
ESPProgress_Category_Success ESP phase succeeded
ESPProgress_Category_Failed ESP phase failed
BootstrapStatusCategory_SubcategoryProcessing_Started ESP step began
BootstrapStatusCategory_SubcategoryProcessing_Success ESP step succeeded
BootstrapStatusCategory_SubcategoryProcessing_Failed ESP step failed
BootstrapStatusCategory_RebootCoalescing_Initiated ESP restarts for the collected policies
BootstrapStatusCategory_Rebooting_NavigationFailed ESP could not go to its restart
BootstrapStatusCategory_Rebooting_TimedOut ESP restart did not happen in time
BootstrapStatusCategory_SendingFailureResultToMdmServer ESP failure is reported
ESPDeviceSetup_RebootCoalescing_Required ESP needs a restart for the collected policies
ESPDevicePreparation_AADJProvisioningReboot_Started restart for the join by package
ESPDevicePreparation_TPMAttestation_Started TPM attestation began
ESPDevicePreparation_TPMAttestation_Succeeded TPM attestation succeeded
ESPDevicePreparation_TPMAttestation_Failed TPM attestation failed
ESPDevicePreparation_TPMAttestation_TimedOut TPM attestation took too long
ESPDevicePreparation_DeviceEnrollment_Started device enrollment began
ESPDevicePreparation_DeviceEnrollment_Complete device enrollment is done
ESPDevicePreparation_DeviceEnrollment_Failed device enrollment failed
ESPDevicePreparation_PolicyProvidersInstallation_Started app providers are being installed
ESPDevicePreparation_PolicyProvidersInstallation_Complete app providers are installed
ESPDevicePreparation_PolicyProvidersInstallation_TimedOut app providers took too long
ESPDevicePreparation_PolicyProvidersInstallation_Failed app providers failed
ESPAccountSetup_MultifactorAuth_Preparation account ESP asks for a user token
ESPAccountSetup_AadTokenRequest_Success account ESP has a user token
ESPAccountSetup_AadTokenRequest_Failed account ESP has no user token
ESPAccountSetup_AadRegistration_Wait account ESP waits for the hybrid registration
ESPAccountSetup_AadRegistration_TimedOut hybrid registration took too long
ESPProgress_ESPTimeOutValue_Applied time limit of the ESP was set
ESPProgress_ContinueAnyway_Started user chose to continue anyway
ESPProgress_TryAgain_Started user chose to try again
ESPProgress_ViewDiagnostics_Started user opened the diagnostics
ESPProgress_CollectLogs_Started user collects logs
ESPProgress_SignOut_Started user signs out
ESPProgress_DeviceResetInitiation_Started user resets the device
ESPProgress_WhiteGlove_Success pre-provisioning succeeded
ESPProgress_WhiteGlove_Failed pre-provisioning failed
WhiteGlove_TechnicianFlow_Started pre-provisioning began
WhiteGlove_TechnicianFlow_Succeeded pre-provisioning succeeded
Autopilot_Profile_Available Autopilot profile is there
Autopilot_Profile_Unavailable no Autopilot profile
Autopilot_Profile_HAADJ Autopilot profile asks for a hybrid join
Autopilot_Profile_NonHAADJ Autopilot profile asks for an Entra join
AutopilotRegion_RebootRequired region setting needs a restart
AgentDownloadAndInstall_Starting agent is being downloaded
AgentDownloadAndInstall_Succeeded agent was installed
AgentDownloadAndInstall_Failed agent could not be installed
AgentProvisioningProgress_Starting agent works
AgentProvisioningProgress_RebootRequired agent needs a restart
AgentProvisioningProgress_AboutToInitiateReboot agent is about to restart
AgentProvisioningProgress_ProvisioningComplete agent is done
AgentProvisioningProgress_Error agent failed
RebootDevice_InitiatingRebootTransition device preparation restarts
RebootDevice_TimedOut restart of device preparation did not happen in time
oobeProvisioningCommitRebootRequired provisioning needs a restart
CommitRegionRebootRequired region setting needs a restart
CommitLanguageRebootRequired language needs a restart
`);

const phases = enumeration(`
DeviceSetup device ESP
AccountSetup account ESP
`);

const kinds = enumeration(`
Policies policies
Certificates certificates
NetworkProfiles network profiles
Applications apps
`);

const outcomes = enumeration(`
Started are awaited
Succeeded are there
Failed failed
Incomplete are not all there
Skipped are skipped
`);

/** Categories and sub-categories of the status page (`DeviceSetup.AppsSubcategory`), with or without their category. */
const subcategories = enumeration(`
DevicePreparationCategory device preparation
DeviceSetupCategory device setup
AccountSetupCategory account setup
TpmAttestationSubcategory securing the hardware
AadjSubcategory joining the organization
MdmEnrollmentSubcategory registering for management
EspProviderInstallationSubcategory preparing for management
SecurityPoliciesSubcategory security policies
CertificatesSubcategory certificates
NetworkConnectionsSubcategory network connections
AppsSubcategory apps
WaitingForAadRegistrationSubcategory waiting for the hybrid registration
PrepareMultifactorAuth user token
RebootCoalescing restart for the collected policies, if one is needed
SendResultsToMdmServer reporting the result
SaveWhiteGloveSuccessResult saving the result
`);

/** States of categories and sub-categories in the status page’s own store. */
const states = enumeration(`
notStarted not started
inProgress in progress
succeeded succeeded
failed failed
cancelled cancelled
failedFromPreviousCategory not started, as an earlier phase failed
failedFromPreviousSubcategory not started, as an earlier step failed
rebootRequiredAndTryAgain needs a restart and is tried again
notRequired not required
`);

/** What the name of an OOBE or status page event says; `null` for names that are not listed. */
export function explainOobeEventName(value: string): string | null {
  const name = value.replace(/^(?:CommercialOOBE_|DevicePrepPage_)/, '');
  const known = wordsFor(names, name);
  if (known !== null) {
    return known;
  }
  if (name.includes('setStatusPageReboot: Clearing Autologon credentials')) {
    return l10n.t('ESP page cleared the automatic sign-in: the next start needs a sign-in');
  }
  const step = /^ESP_Subcategory_RebootRequiredBySubcategory_(.+)$/.exec(name)?.[1];
  if (step !== undefined) {
    return l10n.t('ESP needs a restart for {0}', explainEspStep(step) ?? step);
  }
  const item = /^ESP(DeviceSetup|AccountSetup)_(\w+?)Installation_(\w+)$/.exec(name);
  const [phase, kind, outcome] = [
    wordsFor(phases, item?.[1] ?? ''),
    wordsFor(kinds, item?.[2] ?? ''),
    wordsFor(outcomes, item?.[3] ?? ''),
  ];
  return phase === null || kind === null || outcome === null ? null : `${phase}: ${kind} ${outcome}`;
}

/** What a category or sub-category of the status page shows, e.g. `DeviceSetup.AppsSubcategory`. */
export function explainEspStep(value: string): string | null {
  return wordsFor(subcategories, value.slice(value.lastIndexOf('.') + 1));
}

/** What a state of a category or sub-category means. */
export function explainEspState(value: string): string | null {
  return wordsFor(states, value);
}
