import { l10n } from 'vscode';

/** Something to do; where it is a command, the command can be copied. */
export interface CollectingStep {
  readonly text: string;
  readonly command: string | null;
}

/** A way to get a bundle off a device, with what it brings and what it does not. */
export interface CollectingWay {
  readonly id: string;
  readonly title: string;
  /** For which moment it is. */
  readonly when: string;
  readonly steps: readonly CollectingStep[];
  readonly contains: readonly string[];
  readonly lacks: readonly string[];
}

/** The four ways, in the language of the editor. Commands and names of settings stay as Windows has them. */
export function collectingWays(): readonly CollectingWay[] {
  return [intunePortal(), commandPrompt(), diagnosticsPage(), settingsApp()];
}

function intunePortal(): CollectingWay {
  return {
    id: 'collect-diagnostics',
    title: l10n.t('From a distance: Intune "Collect diagnostics"'),
    when: l10n.t('The device is online and enrolled. This way brings the most.'),
    steps: [
      step(l10n.t('In the Intune admin center open Devices > Windows > the device > … > Collect diagnostics.')),
      step(l10n.t('When it has arrived, Device diagnostics > Download gives DiagLogs-….zip. Open the zip as it is.')),
    ],
    contains: [
      l10n.t('the cabinet of the diagnostics tool, inside the zip'),
      l10n.t('the logs System, Application, Setup, HelloForBusiness and BitLocker Management'),
      l10n.t('the LogonUI key: the credential provider of the last sign-in'),
      l10n.t('dsregcmd /status, msinfo32, and the logs of the Intune Management Extension'),
    ],
    lacks: [
      l10n.t('the token of the user in dsregcmd: it runs as SYSTEM'),
      l10n.t('the Security log'),
      l10n.t('the method of a web sign-in, such as a Temporary Access Pass: only the sign-in log in Entra knows it'),
    ],
  };
}

function commandPrompt(): CollectingWay {
  return {
    id: 'command-prompt',
    title: l10n.t('At the device, in setup: a command prompt'),
    when: l10n.t(
      'The device stands in the setup experience (OOBE) or on the status page, and Shift+F10 is not blocked.',
    ),
    steps: [
      step(l10n.t('Press Shift+F10 and run:'), toolCommand),
      step(l10n.t('Copy the cabinet to a USB drive; D: stands for it:'), `copy ${toolOutput} D:\\`),
      step(
        l10n.t('If it is at hand, take along what the tool leaves out:'),
        'wevtutil epl Microsoft-Windows-HelloForBusiness/Operational D:\\hello.evtx',
      ),
    ],
    contains: [
      l10n.t(
        'the registry dump: the state of the status page, the policies in force, the device’s own list of reboot URIs',
      ),
      l10n.t('the logs of device management, Shell-Core, Entra, device registration and Autopilot'),
      l10n.t('setupact.log and the Autopilot profile'),
      l10n.t('on newer builds the logs System and Application (seen on 24H2, not on 23H2)'),
    ],
    lacks: [
      l10n.t('the Hello and BitLocker logs, the LogonUI key and dsregcmd /status'),
      l10n.t('often the logs of the Intune Management Extension'),
    ],
  };
}

function diagnosticsPage(): CollectingWay {
  return {
    id: 'diagnostics-page',
    title: l10n.t('At the device, in setup: the diagnostics page'),
    when: l10n.t(
      'Windows 11, and the ESP profile has "Turn on log collection and diagnostics page for end users" set to Yes.',
    ),
    steps: [
      step(l10n.t('Press Ctrl+Shift+D, or choose View Diagnostics where the page shows a failure.')),
      step(l10n.t('Choose Export logs and a USB drive. It writes MDMDiagReport.zip or .cab.')),
    ],
    contains: [l10n.t('much the same as the command prompt, for the area Autopilot')],
    lacks: [
      l10n.t('the same as the command prompt'),
      l10n.t('an undisturbed enrollment: the way back from the page may erase the automatic sign-in'),
    ],
  };
}

function settingsApp(): CollectingWay {
  return {
    id: 'settings',
    title: l10n.t('At the device, on the desktop: the Settings app'),
    when: l10n.t('Somebody is signed in.'),
    steps: [
      step(l10n.t('Open Settings > Accounts > Access work or school:'), 'start ms-settings:workplace'),
      step(l10n.t('Under Export your management log files choose Export.')),
      step(l10n.t('The cabinet lies in:'), 'explorer C:\\Users\\Public\\Documents\\MDMDiagnostics'),
    ],
    contains: [l10n.t('the same as the command prompt, without the area TPM')],
    lacks: [l10n.t('the same as the command prompt'), l10n.t('early records, where days have passed: small logs wrap')],
  };
}

const toolOutput = 'C:\\Users\\Public\\Documents\\MDMDiagReport.cab';
const toolCommand = `mdmdiagnosticstool.exe -area "Autopilot;DeviceEnrollment;DeviceProvisioning;TPM" -cab ${toolOutput}`;

function step(text: string, command: string | null = null): CollectingStep {
  return { text, command };
}
