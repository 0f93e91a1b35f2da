import * as l10n from '@vscode/l10n';
import { restartNodes } from '../oobeNodes';
import { enumeration, wordsFor } from './enumeration';

/** Navigation nodes (CXIDs) of OOBE and of the pages in the user’s session. */
const nodes = enumeration(`
StartSelector start of OOBE
AutoPilotPrefetch Autopilot profile is prefetched
OobeLanguage language
OobeRegion region
OobeKeyboard keyboard
OobeWireless network
OobeWirelessAfterZDPReboot network, after the update restart
OobeNetworkLogging network is recorded
AutopilotActivation Windows is activated
OobeZdp zero-day updates
AutopilotUpdate update of Autopilot
AutoPilotDeviceRename device is named
AutoPilotVetoESTS sign-in address is checked
OobeEnterpriseProvisioningAfterConnectivity provisioning packages
OobeDeviceName name of the device
OobeDomainJoin hybrid join
OobeAAD sign-in to Entra ID
OobeAADCloudBackupRestore restore from a backup
AutopilotUpdatePostEnrollment update of Autopilot after enrollment
OobeWirelessAfterRebootZtd network, after a restart
DevicePreparationPageAfterAAD device preparation (v2)
MDMProgressAfterAAD device ESP
MDMProgressAfterAADRefactored device ESP
MDMProgressAfterDJ device ESP of a hybrid join
MDMProgressAfterDJRefactored device ESP of a hybrid join
MDMProgressForPlugAndForget device ESP, self-deploying or pre-provisioning
MDMProgressForPlugAndForgetRefactored device ESP, self-deploying or pre-provisioning
MDMProgress account ESP
MDMProgressRefactored account ESP
BitlockerDeferralReleasePostMdm BitLocker may start
AutopilotWhiteGloveLanding pre-provisioning: technician page
AutopilotWhiteGloveResult pre-provisioning: result
AutopilotWhiteGloveOobeZdp pre-provisioning: zero-day updates
AutopilotWhiteGloveUpdate pre-provisioning: update of Autopilot
AutopilotWhiteGloveDeviceRename pre-provisioning: device is named
EarlyOobeNDUP quality update
OobeNDUP quality update
OobeExit end of OOBE
OobeDiagnostics diagnostics page
OobeExportDiagnostics export of diagnostics
AADHello Windows Hello after sign-in
NGCWithHello Windows Hello wizard
NGC Windows Hello PIN
AadWebAuth web sign-in at the lock screen
`);

/** What a navigation node stands for; `null` for unknown ones. Some builds write `CXID=` before the name. */
export function explainOobeNode(value: string): string | null {
  const node = value.replace(/^CXID=/, '');
  const words = wordsFor(nodes, node);
  if (words !== null) {
    return words;
  }
  return restartNodes.has(node) ? l10n.t('restart node; passes through unless a restart was asked for') : null;
}
