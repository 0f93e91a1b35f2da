import { phrase, spokenCount } from '../../../words/language';
import type { Marker } from '../facts';
import { links } from '../links';
import { rulesAbout, type Rule, type RuleAbout } from '../rule';

/** A finding for each name that a page of OOBE logs when something goes wrong. */
interface MarkerAdvice extends Pick<RuleAbout<Marker>, 'id' | 'severity' | 'title' | 'advice' | 'links' | 'price'> {
  readonly names: RegExp;
}

const markerAdvice: readonly MarkerAdvice[] = [
  {
    id: 'esp.provider-timed-out',
    names: /^ESPDevicePreparation_PolicyProvidersInstallation_(?:TimedOut|Failed)$/,
    severity: 'error',
    title: phrase('The Intune Management Extension was not ready in time'),
    advice: phrase(
      'The page waits for the extension before it can track apps. Check that its installer can be downloaded (proxy, firewall) and whether a second management agent is in the way.',
    ),
    links: [links.networkEndpoints, links.statusPage],
  },
  {
    id: 'esp.tpm-attestation-failed',
    names:
      /^ESPDevicePreparation_TPMAttestation_(?:Failed|TimedOut)$|^WhiteGlove_TechnicianFlow_FailedDueToTPMAttestationTimedOut$/,
    severity: 'error',
    title: phrase('The TPM could not be attested'),
    advice: phrase(
      'Self-deploying and pre-provisioning need it. Check that the TPM is 2.0 and its firmware current, that its maker’s certificate service can be reached, and whether clearing the TPM helps.',
    ),
    price: phrase(
      'clearing the TPM destroys the keys in it: BitLocker asks for its recovery key, Windows Hello has to be set up anew.',
    ),
    links: [links.autopilotRequirements, links.tpm],
  },
  {
    id: 'esp.join-failed',
    names:
      /^ESPDevicePreparation_AADJProvisioning_Failed$|^ESPDevicePreparation_DeviceEnrollment_WhiteGloveAad\w+Error$/,
    severity: 'error',
    title: phrase('The join to Entra failed in device preparation'),
    advice: phrase('Check the device object in Entra (deleted, disabled), device limits and join restrictions.'),
    links: [links.deviceRegistration],
  },
  {
    id: 'esp.mdm-enrollment-failed-in-page',
    names:
      /^ESPDevicePreparation_DeviceEnrollment_(?:Failed|WhiteGlove_Failed|WhiteGlove(?:Mdm|Generic)EnrollmentError)$/,
    severity: 'error',
    title: phrase('The page reports that the MDM enrollment failed'),
    advice: phrase('Look at the records of the MDM client at this time: their HRESULT names the reason.'),
    links: [links.enrollmentErrors],
  },
  {
    id: 'join.hybrid-registration-timed-out',
    names: /^ESPAccountSetup_AadRegistration_TimedOut$/,
    severity: 'error',
    title: phrase('The hybrid join was not registered in Entra in time'),
    advice: phrase(
      'Account setup waits for it. Check that the computer object is in the scope of Entra Connect and when the last sync ran, and the line of sight to a domain controller.',
    ),
    links: [links.hybridJoin],
  },
  {
    id: 'esp.restart-did-not-happen',
    names: /^BootstrapStatusCategory_Rebooting_(?:TimedOut|NavigationFailed)$/,
    severity: 'warning',
    title: phrase('The page wanted to restart the device and could not'),
    advice: phrase(
      'The restart is still owed. Restart by hand, and look for what blocked it: a running installer, a pending update.',
    ),
    links: [links.statusPage],
  },
  {
    id: 'esp.continue-anyway',
    names: /^ESPProgress_ContinueAnyway_Started$/,
    severity: 'warning',
    title: phrase('The user went on although the page had failed ("Continue anyway")'),
    advice: phrase('The device is in use and not complete: check what failed, and let it be installed afterwards.'),
    links: [links.statusPageSettings],
  },
  {
    id: 'esp.try-again',
    names: /^ESPProgress_TryAgain_Started$/,
    severity: 'info',
    title: ({ count }) =>
      spokenCount(
        count,
        phrase('The page was asked to try again'),
        phrase('The page was asked to try again, {0} times'),
      ),
    advice: phrase('What failed before the first try is the cause to look for, not what the last one shows.'),
    links: [links.statusPage],
  },
  {
    id: 'device.reset-from-page',
    names:
      /^(?:ESPProgress_DeviceResetInitiation|DevicePrepPage_DeviceResetInitiation|DevicePrepPage_ResetButtonClicked)_(?:Started|Succeeded)$/,
    severity: 'warning',
    title: phrase('A reset of the device was started from the page'),
    advice: phrase('The enrollment begins anew after it; keep both attempts apart when you read the logs.'),
    links: [links.statusPage],
  },
  {
    id: 'esp.page-did-not-start',
    names:
      /^(?:ESPProgress_Initialization_Failed|ESPProgress_StartActionsAsync_Failed|DevicePrepPage_Initialization_Failed)$/,
    severity: 'error',
    title: phrase('The Enrollment Status Page could not start'),
    advice: phrase('Its phases are not tracked from here on. Collect the logs of OOBE and restart the device.'),
    links: [links.statusPage],
  },
  {
    id: 'esp.results-not-sent',
    names: /^(?:ESPDeviceSetup_SendResultsToMdmServer|DevicePrepPage_SendResultsToMdmServer)_Failed$/,
    severity: 'info',
    title: phrase('The page could not report its result to Intune'),
    advice: phrase(
      'Intune may show this enrollment as failed or unfinished although it is not. Check the network at this time.',
    ),
    links: [links.networkEndpoints],
  },
  {
    id: 'preprovisioning.failed',
    names:
      /^(?:ESPProgress_WhiteGlove_Failed|WhiteGlove_TechnicianFlow_FailedDueToNoNetwork|ESPDevicePreparation_DeviceEnrollment_WhiteGlove_Failed)$/,
    severity: 'error',
    title: phrase('Pre-provisioning failed in the technician’s part'),
    advice: phrase(
      'Do not hand the device over. Read the failed part of the page, mend it, reset the device and start again.',
    ),
    links: [links.preProvisioning],
  },
  {
    id: 'deviceprep.agent-failed',
    names: /^DevicePrepPage_AgentDownloadAndInstall_(?:Failed|ExitingAfterTimeout)$/,
    severity: 'error',
    title: phrase('The agent of device preparation could not be installed'),
    advice: phrase(
      'Check the network (proxy, firewall) and whether the device preparation policy names a device group that it may fill.',
    ),
    links: [links.devicePreparation, links.networkEndpoints],
  },
  {
    id: 'deviceprep.failed',
    names:
      /^DevicePrepPage_(?:AgentProvisioningProgress_(?:Error|ExitingAfterTimeout|ExceededMaxListenerFailures)|RunMainProcessing_FailedWithException)$/,
    severity: 'error',
    title: phrase('Autopilot device preparation failed'),
    advice: phrase(
      'Look at its apps and scripts: the first that failed is the cause. An app that is not in the policy’s list is not waited for.',
    ),
    links: [links.devicePreparation],
  },
  {
    id: 'deviceprep.restart-failed',
    names: /^DevicePrepPage_RebootDevice_(?:TimedOut|NavigationFailed)$/,
    severity: 'warning',
    title: phrase('Device preparation wanted to restart the device and could not'),
    advice: phrase('Restart by hand; what waits for the restart goes on after it.'),
    links: [links.devicePreparation],
  },
  {
    id: 'network.lost-in-device-preparation',
    names: /^DevicePrepPage_AgentProgress_ConnectionChanged_(?:InternetConnectionLost|AgentConnectionLost)$/,
    severity: 'info',
    title: ({ count }) =>
      spokenCount(
        count,
        phrase('The network or the agent was lost during device preparation'),
        phrase('The network or the agent was lost during device preparation, {0} times'),
      ),
    advice: phrase('Use a wired or a stable wireless network for the first setup.'),
    links: [links.networkEndpoints],
  },
];

/** Names that the pages of OOBE log only when something goes wrong. */
export const pageMarkerRules: readonly Rule[] = rulesAbout(
  'marker',
  markerAdvice.map(({ names, ...words }) => ({ ...words, when: ({ name }: Marker) => names.test(name) })),
);
