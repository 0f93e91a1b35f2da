import type { FromMember } from '../../bundle/bundle';
import { agentLogOf, type AgentLogName } from '../../logs/agentLogFiles';
import type { CmTraceLog, CmTraceRecord } from '../../logs/cmTraceLog';
import type { CorrectedClock } from '../clock/clock';
import { espMeaningOf, type AgentEspMeaning } from './agentEspSignals';
import { AgentWorkReader, type AgentWork } from './agentWork';
import { resolveLocalLog, type ZoneHints } from '../clock/localClock';
import { zoneDoubt, zonesOf } from '../clock/localLogs';
import type { LocalLog } from '../document/clockFacts';
import { hexCode, signInErrorIn, type SignInFailure } from './cloudSignals';
import type { Signal } from './signal';

/** What the Intune Management Extension says: its own starts and stops, phases, sessions, tokens, apps. */
export type AgentMeaning =
  | AgentEspMeaning
  | AgentWork
  | { readonly kind: 'imeStart'; readonly version: string | null; readonly silenceMs: number | null }
  | { readonly kind: 'imeShutdown' }
  | { readonly kind: 'imeServiceStop' }
  | { readonly kind: 'imePhase'; readonly phase: 'deviceSetup' | 'accountSetup' | 'notInEsp' }
  | { readonly kind: 'imeSession'; readonly change: SessionChange }
  | { readonly kind: 'imeUser'; readonly account: string }
  | { readonly kind: 'noUserAtScreen' }
  | {
      readonly kind: 'userToken';
      readonly obtained: boolean;
      /** Why it was not, as eight hexadecimal digits. */
      readonly errorCode: string | null;
    }
  | { readonly kind: 'userTokenCount'; readonly count: number }
  /** The user for whom the status page runs. */
  | { readonly kind: 'espUser'; readonly sid: string }
  | SignInFailure
  | { readonly kind: 'userEspDone' };

export type SessionChange = 'logon' | 'logoff' | 'connect' | 'disconnect' | 'lock' | 'unlock';

/** The signals of one text log and how its local time was turned into UTC. */
export interface TextLogSignals {
  readonly path: string;
  readonly signals: readonly Signal[];
  readonly zones: readonly LocalLog[];
  /** Corrected times of all lines that carry one, in the order of the log. */
  readonly times: Float64Array;
}

/** Does this log come from the Intune Management Extension? (Other agents write the same format.) */
export function isManagementExtensionLog({ path, content }: FromMember<CmTraceLog>): boolean {
  const name = agentLogOf(path);
  return (
    (name !== null && workLogs.has(name)) ||
    content.records.some((record) => record.component === 'IntuneManagementExtension')
  );
}

/** Where the agent has written about its apps and scripts since it no longer writes all into one log. */
const workLogs: ReadonlySet<AgentLogName> = new Set<AgentLogName>(['AppWorkload', 'AgentExecutor', 'HealthScripts']);

/** The signals in a log of the Intune Management Extension. */
export function imeSignals(log: FromMember<CmTraceLog>, clock: CorrectedClock, hints: ZoneHints): TextLogSignals {
  const timed = log.content.records.flatMap((record) =>
    record.localMs === null ? [] : [{ record, localMs: record.localMs }],
  );
  const resolved = resolveLocalLog(
    timed.map(({ record, localMs }) => ({ localMs, message: record.message })),
    hints,
  );
  // CMTrace writers that give a bias need no guess: UTC is local time plus bias.
  const raw = Float64Array.from(timed, ({ record, localMs }, index) =>
    record.biasMinutes === null ? resolved.utc[index]! : localMs + record.biasMinutes * 60_000,
  );
  const corrected = clock.correctTrack(raw, null);
  const doubtAt = zoneDoubt(resolved, 0);
  const signals: Signal[] = [];
  const work = new AgentWorkReader();
  timed.forEach(({ record }, index) => {
    const meaning = work.read(record.message, record.thread) ?? meaningOf(record, timed, index, corrected);
    if (meaning !== null) {
      const ref = { path: log.path, line: record.line };
      const mayBeOff = record.biasMinutes === null ? doubtAt(index) : {};
      signals.push({ ...meaning, ...mayBeOff, at: corrected[index]!, rawAt: raw[index]!, ref, source: log.path });
    }
  });
  return {
    path: log.path,
    signals,
    zones: zonesOf(log.path, resolved, (index) => timed[index]!.record.line),
    times: corrected,
  };
}

interface TimedRecord {
  readonly record: CmTraceRecord;
}

function meaningOf(
  { message }: CmTraceRecord,
  all: readonly TimedRecord[],
  index: number,
  times: Float64Array,
): AgentMeaning | null {
  if (message === 'EMS Agent Started') {
    const silenceMs = index === 0 ? null : times[index]! - times[index - 1]!;
    return { kind: 'imeStart', version: versionAfter(all, index), silenceMs };
  }
  if (message.startsWith('EMS Agent received shutdown signal')) {
    return { kind: 'imeShutdown' };
  }
  if (message.startsWith('EMS Agent received stop signal')) {
    return { kind: 'imeServiceStop' };
  }
  return espMeaningOf(message) ?? phaseIn(message) ?? sessionIn(message) ?? userIn(message) ?? refusalIn(message);
}

/** The agent prints its version some lines after its start. */
function versionAfter(all: readonly TimedRecord[], start: number): string | null {
  for (let index = start + 1; index < Math.min(all.length, start + 100); index += 1) {
    const version = /^Agent version is: ([\d.]+)/.exec(all[index]!.record.message)?.[1];
    if (version !== undefined) {
      return version;
    }
  }
  return null;
}

function phaseIn(message: string): AgentMeaning | null {
  const phase =
    /\bIn EspPhase: (DeviceSetup|AccountSetup|NotInEsp)|\bESP phase (DeviceSetup|AccountSetup|NotInEsp)\b/.exec(
      message,
    );
  if (phase !== null) {
    const names = { DeviceSetup: 'deviceSetup', AccountSetup: 'accountSetup', NotInEsp: 'notInEsp' } as const;
    return { kind: 'imePhase', phase: names[(phase[1] ?? phase[2]) as keyof typeof names] };
  }
  if (/\bisSyncDoneForUser: True\b|\bGot isSyncDoneForUserStr: 1\b|Setting IsSyncDoneForUser as 'True'/.test(message)) {
    return { kind: 'userEspDone' };
  }
  return null;
}

const sessionChanges: Readonly<Record<string, SessionChange>> = {
  Logon: 'logon',
  Logoff: 'logoff',
  ConsoleConnect: 'connect',
  ConsoleDisconnect: 'disconnect',
  SessionLock: 'lock',
  SessionUnlock: 'unlock',
};

function sessionIn(message: string): AgentMeaning | null {
  const change = sessionChanges[/^OnSessionChange:? (\w+)$/.exec(message.trim())?.[1] ?? ''];
  return change === undefined ? null : { kind: 'imeSession', change };
}

function userIn(message: string): AgentMeaning | null {
  const account = /^After impersonation: (.+)$/.exec(message)?.[1];
  if (account !== undefined) {
    return { kind: 'imeUser', account: account.trim() };
  }
  // A session without a user token means that the sign-in screen is waiting; the sentence is .NET's, not localised by the agent.
  if (message.startsWith('AAD User check is failed, exception is System.ComponentModel.Win32Exception (0x80004005)')) {
    return { kind: 'noUserAtScreen' };
  }
  if (message.startsWith('Successfully get the token with client id ')) {
    return { kind: 'userToken', obtained: true, errorCode: null };
  }
  if (message.startsWith('Failed to get AAD token.')) {
    const errorCode = hexCode(Number(/\berrorCode = (\d{1,10})\b/.exec(message)?.[1]));
    return { kind: 'userToken', obtained: false, errorCode };
  }
  const count = /\bTotal valid AAD User session count is (\d{1,6})\b/.exec(message)?.[1];
  if (count !== undefined) {
    return { kind: 'userTokenCount', count: Number(count) };
  }
  const sid = /\bFound userSIDFromFirstSync: (S-1-[\d-]{1,180})/.exec(message)?.[1];
  return sid === undefined ? null : { kind: 'espUser', sid };
}

function refusalIn(message: string): AgentMeaning | null {
  const code = signInErrorIn(message);
  return code === null ? null : { kind: 'signInFailure', code, category: null, sid: null };
}
