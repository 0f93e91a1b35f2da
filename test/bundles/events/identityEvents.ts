/* Join, token broker and Windows Hello. */
import { eventKind, type EventSource } from '../eventKind';

const registration: EventSource = {
  provider: 'Microsoft-Windows-User Device Registration',
  guid: '{23B8D46B-67DD-40A3-B636-D43E50552C6D}',
  channel: 'Microsoft-Windows-User Device Registration/Admin',
  keywords: 0x8000000000000000n,
};
const aad: EventSource = {
  provider: 'Microsoft-Windows-AAD',
  guid: '{4DE9BC9C-B27A-43C9-8994-0915F1A5E24F}',
  channel: 'Microsoft-Windows-AAD/Operational',
  keywords: 0x4000000000000030n,
};
const hello: EventSource = {
  provider: 'Microsoft-Windows-HelloForBusiness',
  guid: '{906B8A99-63CE-58D7-86AB-10989BBD5567}',
  channel: 'Microsoft-Windows-HelloForBusiness/Operational',
  keywords: 0x4000000000000001n,
};

const error = 2;
const warning = 3;

export const discoveryStarted = eventKind(registration, 100, {});
export const discoverySucceeded = eventKind(registration, 101, { ServerMessage: 'string' });
export const joinRequested = eventKind(registration, 102, {
  JoinRequestType: 'int32',
  JoinRequestTypeSymbolicName: 'string',
  Domain: 'string',
});
export const joinAnswered = eventKind(registration, 104, { ServerResponse: 'string', ActivityId: 'string' });
export const joinSucceeded = eventKind(registration, 105, {});
export const joinCompleted = eventKind(registration, 111, {
  JoinRequestType: 'int32',
  JoinRequestTypeSymbolicName: 'string',
});

/** JoinType 8, DEVICE_UNJOIN: a join was taken back. */
export const joinRolledBack = eventKind(registration, 110, {
  JoinType: 'int32',
  JoinTypeSymbolicName: 'string',
  TenantId: 'string',
  UPN: 'string',
});
/** The device of a domain is known to Entra. */
export const hybridJoined = eventKind(registration, 306, {});

const helloCheckFields = {
  Message: 'string',
  DeviceIsJoined: 'string',
  AADPrt: 'string',
  NgcPolicyEnabled: 'string',
  NgcPostLogonProvisioningEnabled: 'string',
  NgcHardwarePolicyMet: 'string',
  UserIsRemote: 'string',
  LogonCertRequired: 'string',
  MachinePolicySource: 'string',
  UseCloudTrust: 'string',
  CloudTgt: 'string',
} as const;
export const helloWillLaunch = eventKind(registration, 358, helloCheckFields);
export const helloWillNotLaunch = eventKind(registration, 360, helloCheckFields, { level: warning });
export const helloKeyRegistered = eventKind(registration, 300, {
  KeyId: 'guid',
  UPN: 'string',
  Attestation: 'string',
  ClientRequestId: 'string',
  ServerRequestId: 'string',
  ServerResponse: 'string',
});

/** A container, then a key, that only this device knows so far; and that both are gone. */
export const helloContainerCreated = eventKind(registration, 108, {
  UserSid: 'string',
  IdpDomain: 'string',
  TenantDomain: 'string',
  Flags: 'uint32',
});
export const helloKeyCreated = eventKind(registration, 109, {
  UserSid: 'string',
  IdpDomain: 'string',
  TenantDomain: 'string',
  UserId: 'string',
  Flags: 'uint32',
});
export const helloContainerDeleted = eventKind(registration, 312, {
  UserSid: 'string',
  IdpDomain: 'string',
  TenantDomain: 'string',
});

/** What the server said to a sign-in that failed; the text holds its AADSTS code. */
export const signInRefused = eventKind(
  aad,
  1081,
  { Error: 'string', ErrorDescription: 'string', CorrelationID: 'string' },
  { level: error, task: 101 },
);
/** What the token broker got instead of a token. */
export const brokerError = eventKind(
  aad,
  1098,
  { Error: 'uint32', ErrorMessage: 'string', AdditionalInformation: 'string' },
  { level: error, task: 103 },
);

export const brokerNotice = eventKind(
  aad,
  1097,
  { Error: 'uint32', ErrorMessage: 'string', AdditionalInformation: 'string' },
  { level: warning, task: 103 },
);

export const helloServiceStarted = eventKind(hello, 8025, { ServiceName: 'string' });
export const helloStarted = eventKind(hello, 3045, { HelloScenarioType: 'uint32' }, { opcode: 1 });
export const helloPageStarted = eventKind(hello, 3065, { HelloScenarioType: 'uint32' }, { opcode: 1 });
export const helloPrerequisitesStarted = eventKind(hello, 3054, {}, { opcode: 1 });
export const helloPrerequisitesMet = eventKind(hello, 8054, {}, { opcode: 2 });
export const helloKeySentToEntra = eventKind(hello, 8510, {}, { opcode: 2 });
export const helloPageLeft = eventKind(
  hello,
  6065,
  { Error: 'string', ProcessingTime: 'uint32' },
  { level: warning, opcode: 2 },
);
export const helloLeft = eventKind(
  hello,
  6045,
  { Error: 'hex32', ProcessingTime: 'uint32' },
  { level: warning, opcode: 2 },
);
export const helloCompleted = eventKind(hello, 8045, { ProcessingTime: 'uint32' }, { opcode: 2 });
/** A sign-in or an unlock with Hello, and the gesture. */
export const helloUsed = eventKind(hello, 5001, {
  UserName: 'string',
  UserSid: 'sid',
  CredentialType: 'uint32',
  DeploymentType: 'uint32',
});
export const helloGesture = eventKind(hello, 5002, { GestureType: 'hex32', GestureSubtype: 'uint32' });
