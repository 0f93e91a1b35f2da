import type { StoredEvent } from '../../bundle/eventStore';
import { providers } from '../../catalog/providers';
import { processNameOf } from '../../catalog/restartInitiators';
import { parseIsoTime } from '../clock/isoTime';
import { field, numberField, type EventReaders } from './eventReader';

/** What the System log says about starts and stops of Windows, and about who was at the machine. */
export type BootMeaning =
  | {
      readonly kind: 'kernelStart';
      /** Build and revision, e.g. `26100.8875`; absent where the record tells none. */
      readonly build?: string;
    }
  | { readonly kind: 'logServiceStart' }
  /** The event log service notes the version of Windows, at each of its starts. */
  | { readonly kind: 'versionNoted' }
  | { readonly kind: 'bootType'; readonly bootType: number }
  | {
      readonly kind: 'dirtyStop';
      readonly bugcheck: boolean;
      /** The stop code of a crash, as `0x9F`. */
      readonly stopCode?: string;
      /** As in `startNumber`, where the same record tells both. */
      readonly before?: number;
    }
  /** Windows numbers its full starts; a start tells the number of the one before it. */
  | { readonly kind: 'startNumber'; readonly before: number }
  | { readonly kind: 'cleanStop' }
  | { readonly kind: 'kernelShutdown'; readonly action: number }
  | {
      readonly kind: 'restartRequest';
      readonly process: string;
      readonly reasonCode: string | null;
      /** `restart` or another word where the text is English; else `null`. */
      readonly type: 'restart' | 'powerOff' | null;
      /** The computer will have another name after it. */
      readonly renamePending?: boolean;
    }
  /** Windows Update has installed something, or wants a restart for it. */
  | { readonly kind: 'windowsUpdate'; readonly state: 'installed' | 'restartNeeded'; readonly title: string | null }
  /** The reset of the device was prepared, or has finished. */
  | { readonly kind: 'deviceReset' }
  | { readonly kind: 'logon'; readonly sid: string; readonly session: number }
  | { readonly kind: 'logoff'; readonly sid: string; readonly session: number };

const resetReaders: EventReaders<BootMeaning>[number][1] = {
  4500: () => ({ kind: 'deviceReset' }),
  4502: () => ({ kind: 'deviceReset' }),
};

export const bootReaders: EventReaders<BootMeaning> = [
  [
    providers.kernelGeneral,
    {
      12: (event) => ({ kind: 'kernelStart', valueMs: parseIsoTime(field(event, 'StartTime')), ...buildOf(event) }),
      13: (event) => ({ kind: 'cleanStop', valueMs: parseIsoTime(field(event, 'StopTime')) }),
    },
  ],
  [
    providers.kernelBoot,
    {
      20: lastShutdown,
      27: (event) => ({ kind: 'bootType', bootType: numberField(event, 'BootType') }),
    },
  ],
  [
    providers.kernelPower,
    {
      41: (event) => {
        const code = numberField(event, 'BugcheckCode');
        return code > 0
          ? { kind: 'dirtyStop', bugcheck: true, stopCode: `0x${code.toString(16).toUpperCase()}` }
          : { kind: 'dirtyStop', bugcheck: false };
      },
      109: (event) => ({ kind: 'kernelShutdown', action: numberField(event, 'ShutdownActionType') }),
    },
  ],
  [
    providers.eventLog,
    {
      6005: () => ({ kind: 'logServiceStart' }),
      6006: () => ({ kind: 'cleanStop' }),
      6008: () => ({ kind: 'dirtyStop', bugcheck: false }),
      6009: () => ({ kind: 'versionNoted' }),
    },
  ],
  [
    providers.user32,
    {
      1074: restartRequest,
    },
  ],
  [
    providers.windowsUpdate,
    {
      19: (event) => ({ kind: 'windowsUpdate', state: 'installed', title: field(event, 'updateTitle') ?? null }),
      21: (event) => ({ kind: 'windowsUpdate', state: 'restartNeeded', title: field(event, 'updatelist') ?? null }),
      22: (event) => ({ kind: 'windowsUpdate', state: 'restartNeeded', title: field(event, 'updatelist') ?? null }),
    },
  ],
  [providers.resetEngine, resetReaders],
  [`Microsoft-Windows-${providers.resetEngine}`, resetReaders],
  [
    providers.winlogon,
    {
      7001: (event) => sessionOf('logon', event),
      7002: (event) => sessionOf('logoff', event),
    },
  ],
];

function sessionOf(kind: 'logon' | 'logoff', event: StoredEvent): BootMeaning | null {
  const sid = field(event, 'UserSid') ?? '';
  return sid === '' ? null : { kind, sid, session: numberField(event, 'TSId') };
}

function lastShutdown(event: StoredEvent): BootMeaning | null {
  const id = numberField(event, 'LastBootId');
  const number = Number.isInteger(id) && id >= 0 ? { before: id } : null;
  if (field(event, 'LastShutdownGood') === 'false') {
    return { kind: 'dirtyStop', bugcheck: false, ...number };
  }
  return number === null ? null : { kind: 'startNumber', ...number };
}

function buildOf(event: StoredEvent): { readonly build?: string } {
  const build = field(event, 'BuildVersion');
  const revision = field(event, 'QfeVersion');
  return build === undefined || revision === undefined ? {} : { build: `${build}.${revision}` };
}

function restartRequest(event: StoredEvent): BootMeaning {
  const by = parameter(event, 1);
  const process = processNameOf(by ?? '');
  return {
    kind: 'restartRequest',
    process,
    reasonCode: parameter(event, 4) ?? null,
    type: requestType(parameter(event, 5), process),
    renamePending: isRenamePending(by, parameter(event, 2)),
  };
}

/** `param1` and so on: the names only number the values, which some writers leave without a name. */
function parameter(event: StoredEvent, number: number): string | undefined {
  const { data } = event.record;
  const isUnnamed = data.every(({ name }) => name === '');
  return isUnnamed ? data[number - 1]?.value : field(event, `param${number}`);
}

/** The name of every computer while Windows setup specialises it. */
const setupHost = 'minwinpc';

/** The process knows the computer by another name than the log has it. */
function isRenamePending(process: string | undefined, computer: string | undefined): boolean {
  const host = /\(([^()]*)\)\s*$/.exec(process ?? '')?.[1]?.toLowerCase();
  return host !== undefined && computer !== undefined && host !== setupHost && host !== computer.toLowerCase();
}

/** `param5` is localised; only the English words are believed, and one process that does nothing but switch off. */
function requestType(text: string | undefined, process: string): 'restart' | 'powerOff' | null {
  const word = text?.trim().toLowerCase();
  const isPowerOff = word === 'power off' || word === 'shutdown' || process.toLowerCase() === 'slidetoshutdown.exe';
  return word === 'restart' ? 'restart' : isPowerOff ? 'powerOff' : null;
}
