/* The pages of OOBE and of the enrollment status page, and the shell's logon tasks. */
import { eventKind, type EventSource } from '../eventKind';

const shellCore: EventSource = {
  provider: 'Microsoft-Windows-Shell-Core',
  guid: '{30336ED4-E327-447C-9DE0-51B652C86108}',
  channel: 'Microsoft-Windows-Shell-Core/Operational',
  keywords: 0x2000000100010000n,
};

const start = 1;
const stop = 2;

export const appStart = eventKind(
  shellCore,
  62400,
  { Source: 'string', Experience: 'string' },
  { task: 62400, opcode: start },
);
export const appStop = eventKind(shellCore, 62401, { Result: 'string' }, { task: 62400, opcode: stop });
export const appEvent = eventKind(shellCore, 62402, { Name: 'string' }, { task: 62402 });
export const appEventWithValue = eventKind(shellCore, 62403, { Name: 'string', Value: 'string' }, { task: 62403 });
export const pageStart = eventKind(shellCore, 62404, { CXID: 'string' }, { task: 62404, opcode: start });
export const pageStop = eventKind(shellCore, 62405, { Result: 'string' }, { task: 62404, opcode: stop });
export const pageEvent = eventKind(shellCore, 62406, { Name: 'string' }, { task: 62406 });
export const pageEventWithValue = eventKind(shellCore, 62407, { Name: 'string', Value: 'string' }, { task: 62407 });
export const oobeHealth = eventKind(
  shellCore,
  62460,
  {
    DataVersion: 'int32',
    HealthStateFlags: 'uint64',
    CensusFlags: 'uint64',
    SecondsSinceBoot: 'uint64',
    ImageIdentifier: 'string',
    TrackingInfo: 'string',
  },
  { task: 62460, keywords: 0x2000000200010000n },
);
export const logonTaskStart = eventKind(
  shellCore,
  62170,
  { LogonType: 'uint32', TaskName: 'string' },
  { task: 62170, opcode: start, keywords: 0x2001000200000000n },
);
export const logonTaskStop = eventKind(
  shellCore,
  62171,
  { LogonType: 'uint32', TaskName: 'string' },
  { task: 62170, opcode: stop, keywords: 0x2001000200000000n },
);
export const tileStateChanged = eventKind(
  shellCore,
  62144,
  { PackageFamilyName: 'string', InstallState: 'string', ErrorCode: 'uint32' },
  { task: 62144, keywords: 0x2000000000010000n },
);
export const explorerStepStart = eventKind(
  shellCore,
  9648,
  { psz: 'string' },
  { task: 9648, opcode: start, keywords: 0x2000000004010000n },
);
export const explorerStepStop = eventKind(
  shellCore,
  9649,
  { psz: 'string' },
  { task: 9648, opcode: stop, keywords: 0x2000000004010000n },
);
