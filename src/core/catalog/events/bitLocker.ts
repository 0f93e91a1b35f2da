import type { ProviderEvents } from './eventEntry';

const intunePage =
  'https://learn.microsoft.com/troubleshoot/windows-client/windows-security/enforcing-bitlocker-policies-by-using-intune-known-issues';

export const bitLockerEvents: ProviderEvents = {
  provider: 'Microsoft-Windows-BitLocker-API',
  table: `
521 security The TPM did not give out the key: the boot measurements changed
  + the recovery key was asked for
522 security The TPM did not give out the key: {BootApplication} changed
523 security The TPM did not give out the key: a boot setting of {BootApplication} changed
524 security The TPM did not give out the key: its root key does not fit
525 security The TPM did not give out the key: it is disabled
526 security The TPM did not give out the key: it cannot be reached
768 security Encryption of {VolumeMountPoint} started
769 security Encryption of {VolumeMountPoint} waits for a restart
  + encryption is ordered and has not begun
770 security Decryption of {VolumeMountPoint} started
771 security Encryption of {VolumeMountPoint} was stopped
772 security Encryption of {VolumeMountPoint} was resumed
773 security Protection of {VolumeMountPoint} was suspended
774 security Protection of {VolumeMountPoint} was resumed
775 security A key protector was created for {VolumeMountPoint}
776 security A key protector was removed from {VolumeMountPoint}
778 security {VolumeMountPoint} is unprotected again
782 security {VolumeMountPoint} was unlocked
784 security The recovery key of {VolumeMountPoint} was saved to Active Directory
796 security {VolumeMountPoint} is encrypted in software
810 security The integrity of the start was checked
817 security The key was bound to the boot measurements {PCRBitmap}
821 security Protection of {VolumeMountPoint} could not be resumed: {ErrorCode}
823 security The TPM did not give out the key: Secure Boot is off
824 security The TPM did not give out the key: Secure Boot settings changed
834 security The boot log cannot vouch for Secure Boot
845 security The recovery key of {VolumeMountPoint} was saved to Entra ID
846 security The recovery key of {VolumeMountPoint} could not be saved to Entra ID: {ErrorCode}
  @ ${intunePage}
847 security Entra ID did not take the recovery key: {JsonErrorCode} {JsonMessage}
851 security Silent encryption failed: {ErrorCode}
  @ ${intunePage}
852 security Silent encryption failed: the device is not joined to Entra ID, {ErrorCode}
853 security Silent encryption failed: no usable TPM, {ErrorCode}
  @ ${intunePage}
854 security Silent encryption failed: no recovery environment, {ErrorCode}
  @ ${intunePage}
4096 security Automatic device encryption was not started: {ErrorCode}
4099 security Automatic device encryption could not handle the sign-in: {ErrorCode}
4122 security Automatic device encryption is blocked by devices with direct memory access
`,
};
