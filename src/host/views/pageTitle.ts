import { l10n } from 'vscode';
import { links } from '../../core/enrollment/findings/links';

type Page = keyof typeof links;

const pages = new Map(Object.entries(links).map(([page, link]) => [link as string, page as Page]));

/** What a page of the documentation is about; of one that only a user's own rule names, the end of its address. */
export function pageTitle(link: string): string {
  const page = pages.get(link);
  return page === undefined ? addressTitle(link) : titleOf(page);
}

/** `https://wiki.example/autopilot/known-reboots/12345` → `known reboots`; the host where there is no path. */
function addressTitle(link: string): string {
  const [, host = link, path = ''] = /^[a-z]+:\/\/([^/?#]+)([^?#]*)/i.exec(link) ?? [];
  const last = path.split('/').findLast((part) => /[a-z]/i.test(part));
  const title = last?.replace(/[-_]+/g, ' ').trim() ?? '';
  return title === '' ? host : title;
}

function titleOf(page: Page): string {
  switch (page) {
    case 'statusPage':
      return l10n.t('Understand and troubleshoot the Enrollment Status Page');
    case 'statusPageSettings':
      return l10n.t('Enrollment Status Page');
    case 'autopilotFaq':
      return l10n.t('Autopilot: troubleshooting FAQ');
    case 'autopilotKnownIssues':
      return l10n.t('Autopilot: known issues');
    case 'autopilotRequirements':
      return l10n.t('Autopilot: requirements');
    case 'unexpectedReboots':
      return l10n.t('Unexpected reboots during the setup of a new PC');
    case 'preProvisioning':
      return l10n.t('Autopilot: pre-provisioning');
    case 'hybridJoin':
      return l10n.t('Autopilot: hybrid join');
    case 'devicePreparation':
      return l10n.t('Autopilot device preparation');
    case 'firmwareManagement':
      return l10n.t('Device Firmware Configuration Interface (DFCI)');
    case 'enrollmentErrors':
      return l10n.t('Errors of the Windows enrollment');
    case 'win32Apps':
      return l10n.t('Win32 apps in Intune');
    case 'win32AppTrouble':
      return l10n.t('Troubleshoot the installation of Win32 apps');
    case 'updateRings':
      return l10n.t('Update rings');
    case 'collectDiagnostics':
      return l10n.t('Collect diagnostics from a device');
    case 'networkEndpoints':
      return l10n.t('Network endpoints of Intune');
    case 'webSignIn':
      return l10n.t('Web sign-in');
    case 'temporaryAccessPass':
      return l10n.t('Temporary Access Pass');
    case 'signInErrors':
      return l10n.t('Error codes of sign-ins (AADSTS)');
    case 'refreshToken':
      return l10n.t('Primary Refresh Token');
    case 'deviceRegistration':
      return l10n.t('Device registration and dsregcmd');
    case 'conditionalAccess':
      return l10n.t('Troubleshoot Conditional Access');
    case 'windowsHello':
      return l10n.t('Windows Hello for Business');
    case 'healthAttestation':
      return l10n.t('HealthAttestation CSP');
    case 'credentialGuard':
      return l10n.t('Configure Credential Guard');
    case 'deviceGuardPolicies':
      return l10n.t('Policy CSP: DeviceGuard');
    case 'dmaGuardPolicies':
      return l10n.t('Policy CSP: DmaGuard');
    case 'exploitGuardPolicies':
      return l10n.t('Policy CSP: ExploitGuard');
    case 'startPolicies':
      return l10n.t('Policy CSP: Start');
    case 'updatePolicies':
      return l10n.t('Policy CSP: Update');
    case 'notificationPolicies':
      return l10n.t('Policy CSP: Notifications');
    case 'serviceControlPolicies':
      return l10n.t('Policy CSP: ServiceControlManager');
    case 'applicationGuard':
      return l10n.t('WindowsDefenderApplicationGuard CSP');
    case 'appLocker':
      return l10n.t('AppLocker CSP');
    case 'tpm':
      return l10n.t('Trusted Platform Module');
    case 'bitLocker':
      return l10n.t('BitLocker');
  }
}
