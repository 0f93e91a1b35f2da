/* MDM client, Autopilot client and provisioning. */
import { eventKind, type EventSource } from '../eventKind';

const management = {
  provider: 'Microsoft-Windows-DeviceManagement-Enterprise-Diagnostics-Provider',
  guid: '{3DA494E4-0FE2-415C-B895-FB5265C5C83B}',
} as const;

const admin: EventSource = {
  ...management,
  channel: 'Microsoft-Windows-DeviceManagement-Enterprise-Diagnostics-Provider/Admin',
  keywords: 0x8000000000000000n,
};
const operational: EventSource = {
  ...management,
  channel: 'Microsoft-Windows-DeviceManagement-Enterprise-Diagnostics-Provider/Operational',
  keywords: 0x4000000000000000n,
};
const autopilot: EventSource = {
  provider: 'Microsoft-Windows-ModernDeployment-Diagnostics-Provider',
  guid: '{BAB3AD92-FB96-5902-450B-B8421BDEC7BD}',
  channel: 'Microsoft-Windows-ModernDeployment-Diagnostics-Provider/Autopilot',
  keywords: 0x4000000000000000n,
};
const provisioning: EventSource = {
  provider: 'Microsoft-Windows-Provisioning-Diagnostics-Provider',
  guid: '{ED8B9BD3-F66E-4FF2-B86B-75C7925F72A9}',
  channel: 'Microsoft-Windows-Provisioning-Diagnostics-Provider/Admin',
  keywords: 0x8000000000000000n,
};

const warning = 3;
const error = 2;

/** Since 24H2 the steps of an enrollment have a channel of their own; before, they stand in Admin. */
export type EnrollmentChannel = 'Enrollment' | 'Admin';

/**
 * The steps 4, 6, 8 (discovery, policy, enrollment answered), 72 (enrolled) and 75 (automatic enrollment), and the
 * two failures 71 and 76.
 */
export function enrollmentEvents(channel: EnrollmentChannel) {
  const source: EventSource =
    channel === 'Admin'
      ? admin
      : {
          ...management,
          channel: 'Microsoft-Windows-DeviceManagement-Enterprise-Diagnostics-Provider/Enrollment',
          keywords: 0x1000000000000000n,
        };
  return {
    discovered: eventKind(source, 4, {}),
    policyReceived: eventKind(source, 6, {}),
    certificateReceived: eventKind(source, 8, {}),
    enrolled: eventKind(source, 72, {}),
    autoEnrolled: eventKind(source, 75, { HexInt1: 'hex32' }),
    refused: eventKind(source, 71, { HRESULT: 'hex32' }, { level: error }),
    autoEnrollFailed: eventKind(source, 76, { HexInt1: 'hex32', HRESULT: 'hex32' }, { level: error }),
  };
}

export const sessionStarted = eventKind(admin, 208, {
  Message1: 'string',
  Message2: 'string',
  Message3: 'string',
  Message4: 'string',
  HexInt1: 'hex32',
  HexInt2: 'hex32',
  HexInt3: 'hex32',
  HexInt4: 'hex32',
  UInt1: 'uint32',
  UInt2: 'uint32',
});
export const sessionEnded = eventKind(admin, 209, { HRESULT: 'hex32' });
export const integerPolicySet = eventKind(admin, 813, {
  Message1: 'string',
  Message2: 'string',
  Message3: 'string',
  Message4: 'string',
  HexInt1: 'hex32',
  HexInt2: 'hex32',
  HexInt3: 'hex32',
});
export const textPolicySet = eventKind(admin, 814, {
  Message1: 'string',
  Message2: 'string',
  Message3: 'string',
  Message4: 'string',
  Message5: 'string',
  HexInt1: 'hex32',
  HexInt2: 'hex32',
});
/** The offline domain join of a hybrid deployment: 111 starts to wait, 109 states (1 waiting, 2 processed), 107 applied. */
export const domainJoinAwaited = eventKind(admin, 111, { Boolean1: 'boolean' });
export const domainJoinState = eventKind(admin, 109, { HexInt1: 'hex32' });
export const domainJoinApplied = eventKind(admin, 107, { HRESULT: 'hex32' });
export const managementStarted = eventKind(admin, 1709, {});
export const msiDownloadStarted = eventKind(admin, 1905, {
  Message1: 'string',
  Message2: 'string',
  Message3: 'string',
});
export const msiDownloaded = eventKind(admin, 1906, { Message1: 'string', Message2: 'string', Message3: 'string' });
export const msiInstallStarted = eventKind(admin, 1920, { Message1: 'string', Message2: 'string' });
export const msiInstalled = eventKind(admin, 1922, { Message1: 'string', Message2: 'string', HRESULT: 'hex32' });
/** "The following URI has triggered a reboot": a wish, not a restart. */
export const rebootRequiredByUri = eventKind(admin, 2800, { Message1: 'string' });

export const scheduleChecked = eventKind(operational, 4009, { HexInt1: 'hex32', HexInt2: 'hex32', HexInt3: 'hex32' });
export const scheduleStarted = eventKind(operational, 4019, {});
export const scheduleEnded = eventKind(operational, 4000, { HRESULT: 'hex32' });
export const policyMerged = eventKind(operational, 829, {
  Message1: 'string',
  Message2: 'string',
  HexInt1: 'hex32',
  HexInt2: 'hex32',
});

export const profilePolicyMissing = eventKind(autopilot, 100, { Message1: 'string' }, { level: warning });
export const profileStateChanged = eventKind(autopilot, 153, { InitialState: 'uint32', UpdateState: 'uint32' });
export const profileDownloadStarted = eventKind(autopilot, 160, {});
export const profileDownloaded = eventKind(autopilot, 161, {});
export const internetAvailable = eventKind(autopilot, 164, {});
export const autopilotServiceStarted = eventKind(autopilot, 285, {});
export const clockCorrected = eventKind(autopilot, 751, {});
export const clockDrift = eventKind(autopilot, 753, {
  ServerTime: 'string',
  ClientTime: 'string',
  AttemptNumber: 'int32',
  MaxAttempts: 'int32',
});

export const packageSkipped = eventKind(provisioning, 20, { Message1: 'string', Message2: 'string' });
export const packageChecked = eventKind(provisioning, 90, {
  Message1: 'string',
  Message2: 'string',
  Message3: 'string',
});

/** A technician has started pre-provisioning. */
export const preProvisioningStarted = eventKind(
  { ...autopilot, channel: 'Microsoft-Windows-ModernDeployment-Diagnostics-Provider/ManagementService' },
  509,
  { UInt1: 'uint32' },
);
