/**
 * HRESULTs of BitLocker and automatic device encryption. Names and numbers: the Go project’s golang.org/x/sys
 * (BSD-3-Clause), which lists the constants of the Windows SDK. The sentences are our own.
 */
export const bitLockerCodes = `
80310000 FVE_E_LOCKED_VOLUME The drive is locked: recovery key or unlock needed
80310001 FVE_E_NOT_ENCRYPTED The drive is not encrypted
80310002 FVE_E_NO_TPM_BIOS The firmware cannot work with the TPM at start-up
80310008 FVE_E_NOT_ACTIVATED BitLocker is not switched on for the drive
80310009 FVE_E_ACTION_NOT_ALLOWED BitLocker cannot do this now
8031000A FVE_E_AD_SCHEMA_NOT_INSTALLED Active Directory lacks the schema for recovery keys
8031000F FVE_E_AD_GUID_NOT_FOUND The id of the recovery key was not found in the directory
80310010 FVE_E_BAD_INFORMATION The BitLocker data on the drive is damaged
80310011 FVE_E_TOO_SMALL The drive is too small
80310012 FVE_E_SYSTEM_VOLUME The system partition cannot be encrypted
80310013 FVE_E_FAILED_WRONG_FS The file system does not fit
80310014 FVE_E_BAD_PARTITION_SIZE The partition or its file system has a wrong size
80310015 FVE_E_NOT_SUPPORTED The drive is not supported
80310016 FVE_E_BAD_DATA The data is damaged
80310018 FVE_E_TPM_NOT_OWNED The TPM is not set up (no owner)
80310019 FVE_E_NOT_DATA_VOLUME The operation is for data drives only
8031001D FVE_E_KEY_REQUIRED The drive needs a key protector first
80310020 FVE_E_OS_NOT_PROTECTED The system drive is not protected
80310021 FVE_E_PROTECTION_DISABLED Protection is suspended
80310022 FVE_E_RECOVERY_KEY_REQUIRED There is no recovery key for the drive
80310023 FVE_E_FOREIGN_VOLUME The drive is bound to another computer
80310024 FVE_E_OVERLAPPED_UPDATE Another process is changing the drive
80310025 FVE_E_TPM_SRK_AUTH_NOT_ZERO The TPM root key has an authorisation that does not fit
80310027 FVE_E_FAILED_AUTHENTICATION The key or password does not unlock the drive
80310028 FVE_E_NOT_OS_VOLUME This is not the system drive
8031002C FVE_E_POLICY_PASSWORD_REQUIRED A policy asks for a recovery password before encryption
8031002E FVE_E_CANNOT_ENCRYPT_NO_KEY There is no key to encrypt with
80310030 FVE_E_BOOTABLE_CDDVD A bootable disc or image is inserted: remove it and restart
80310031 FVE_E_PROTECTOR_EXISTS A protector of this kind exists already
80310033 FVE_E_PROTECTOR_NOT_FOUND The protector does not exist
80310034 FVE_E_INVALID_KEY_FORMAT The recovery key has the wrong form
80310035 FVE_E_INVALID_PASSWORD_FORMAT The recovery password has the wrong form
80310037 FVE_E_FIPS_PREVENTS_RECOVERY_PASSWORD FIPS mode forbids recovery passwords
80310039 FVE_E_NOT_DECRYPTED The drive must be decrypted first
8031003A FVE_E_INVALID_PROTECTOR_TYPE The kind of protector does not fit
8031003C FVE_E_KEYFILE_NOT_FOUND No key file for the drive was found
8031003F FVE_E_TPM_DISABLED The TPM is disabled
80310041 FVE_E_TPM_INVALID_PCR The chosen boot measurements are not usable
80310042 FVE_E_TPM_NO_VMK The TPM could not give the key to the drive
80310043 FVE_E_PIN_INVALID The PIN is not valid
80310044 FVE_E_AUTH_INVALID_APPLICATION A boot file changed since BitLocker was set up
80310045 FVE_E_AUTH_INVALID_CONFIG The boot configuration changed since BitLocker was set up
80310048 FVE_E_FIRMWARE_TYPE_NOT_SUPPORTED BitLocker does not support this kind of firmware here
80310049 FVE_E_NO_LICENSE This edition of Windows has no license for BitLocker
8031004A FVE_E_NOT_ON_STACK The BitLocker driver is not in the path of the drive
8031004D FVE_E_DRY_RUN_FAILED The hardware test at start-up failed, so encryption did not begin
8031004E FVE_E_REBOOT_REQUIRED The computer must be restarted before BitLocker goes on
8031004F FVE_E_DEBUGGER_ENABLED Boot debugging is switched on
80310053 FVE_E_NOT_ALLOWED_IN_VERSION This version of Windows does not allow it
80310056 FVE_E_HIDDEN_VOLUME The drive is hidden
80310057 FVE_E_TRANSIENT_STATE BitLocker is changing the drive now
80310059 FVE_E_VOLUME_HANDLE_OPEN The drive is in use
8031005A FVE_E_NO_FEATURE_LICENSE This edition of Windows lacks the feature
8031005B FVE_E_INVALID_STARTUP_OPTIONS The start-up policies contradict each other
8031005C FVE_E_POLICY_RECOVERY_PASSWORD_NOT_ALLOWED A policy forbids the recovery password
8031005D FVE_E_POLICY_RECOVERY_PASSWORD_REQUIRED A policy requires the recovery password
8031005E FVE_E_POLICY_RECOVERY_KEY_NOT_ALLOWED A policy forbids the recovery key
8031005F FVE_E_POLICY_RECOVERY_KEY_REQUIRED A policy requires the recovery key
80310060 FVE_E_POLICY_STARTUP_PIN_NOT_ALLOWED A policy forbids a PIN at start-up
80310061 FVE_E_POLICY_STARTUP_PIN_REQUIRED A policy requires a PIN at start-up, so silent encryption cannot work
80310062 FVE_E_POLICY_STARTUP_KEY_NOT_ALLOWED A policy forbids a start-up key
80310063 FVE_E_POLICY_STARTUP_KEY_REQUIRED A policy requires a start-up key, so silent encryption cannot work
80310064 FVE_E_POLICY_STARTUP_PIN_KEY_NOT_ALLOWED A policy forbids PIN and start-up key together
80310065 FVE_E_POLICY_STARTUP_PIN_KEY_REQUIRED A policy requires PIN and start-up key together
80310066 FVE_E_POLICY_STARTUP_TPM_NOT_ALLOWED A policy forbids to start with the TPM alone
80310067 FVE_E_POLICY_STARTUP_TPM_REQUIRED A policy requires to start with the TPM alone
80310068 FVE_E_POLICY_INVALID_PIN_LENGTH The PIN is too short or too long for the policy
80310069 FVE_E_KEY_PROTECTOR_NOT_SUPPORTED The drive does not support this protector
8031006A FVE_E_POLICY_PASSPHRASE_NOT_ALLOWED A policy forbids passwords for the drive
8031006B FVE_E_POLICY_PASSPHRASE_REQUIRED A policy requires a password for the drive
8031009C FVE_E_EFI_ONLY Only UEFI firmware can do this
803100AF FVE_E_EDRIVE_NO_FAILOVER_TO_SW A policy requires hardware encryption and the drive has none
803100B5 FVE_E_NO_PREBOOT_KEYBOARD_DETECTED No keyboard can be used before Windows starts, so a PIN cannot be asked
803100B6 FVE_E_NO_PREBOOT_KEYBOARD_OR_WINRE_DETECTED Neither a keyboard before Windows nor a recovery environment was found
803100B7 FVE_E_POLICY_REQUIRES_STARTUP_PIN_ON_TOUCH_DEVICE A policy requires a PIN on a device without keyboard
803100BA FVE_E_SECUREBOOT_DISABLED Secure Boot is off, so it cannot vouch for the start
803100BB FVE_E_SECUREBOOT_CONFIGURATION_INVALID The Secure Boot settings do not meet the requirements
803100BD FVE_E_SHADOW_COPY_PRESENT Shadow copies on the drive prevent it
803100C6 FVE_E_DE_HARDWARE_NOT_COMPLIANT The hardware does not qualify for automatic encryption
803100C7 FVE_E_DE_WINRE_NOT_CONFIGURED The recovery environment is not set up, so automatic encryption does not start
803100C8 FVE_E_DE_PROTECTION_SUSPENDED Automatic encryption is suspended
803100C9 FVE_E_DE_OS_VOLUME_NOT_PROTECTED The system drive is encrypted but not protected
803100CA FVE_E_DE_DEVICE_LOCKEDOUT The device is locked after too many attempts
803100CB FVE_E_DE_PROTECTION_NOT_YET_ENABLED Automatic encryption has not been protected yet
803100D1 FVE_E_DE_PREVENTED_FOR_OS Automatic encryption is prevented on this Windows
803100D2 FVE_E_DE_VOLUME_OPTED_OUT The drive is excluded from automatic encryption
803100D3 FVE_E_DE_VOLUME_NOT_SUPPORTED The drive does not support automatic encryption
803100D5 FVE_E_ADBACKUP_NOT_ENABLED Saving the recovery key to the directory is not enabled
803100DA FVE_E_AD_BACKUP_REQUIRED_POLICY_NOT_SET_OS_DRIVE Key rotation needs the policy that saves the key for system drives
803100DD FVE_E_KEY_ROTATION_NOT_SUPPORTED The device does not support rotating the recovery key
803100DE FVE_E_EXECUTE_REQUEST_SENT_TOO_SOON The recovery key was rotated too short a time ago
803100DF FVE_E_KEY_ROTATION_NOT_ENABLED Rotating the recovery key is not enabled
803100E0 FVE_E_DEVICE_NOT_JOINED The device is joined neither to Entra ID nor hybrid
`;
