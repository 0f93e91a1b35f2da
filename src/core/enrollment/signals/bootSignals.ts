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
  | { readonly kind: 'bootType'; readonly bootType: number }
  | {
      readonly kind: 'dirtyStop';
      readonly bugcheck: boolean;
      /** The stop code of a crash, as `0x9F`. */
      readonly stopCode?: string;
    }
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
      20: (event) => (field(event, 'LastShutdownGood') === 'false' ? { kind: 'dirtyStop', bugcheck: false } : null),
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
    },
  ],
  [
    providers.user32,
    {
      1074: (event) => ({
        kind: 'restartRequest',
        process: processNameOf(field(event, 'param1') ?? ''),
        reasonCode: field(event, 'param4') ?? null,
        type: requestType(field(event, 'param5'), processNameOf(field(event, 'param1') ?? '')),
        renamePending: isRenamePending(field(event, 'param1'), field(event, 'param2')),
      }),
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
      7001: (event) => ({ kind: 'logon', sid: field(event, 'UserSid') ?? '', session: numberField(event, 'TSId') }),
      7002: (event) => ({ kind: 'logoff', sid: field(event, 'UserSid') ?? '', session: numberField(event, 'TSId') }),
    },
  ],
];

function buildOf(event: StoredEvent): { readonly build?: string } {
  const build = field(event, 'BuildVersion');
  const revision = field(event, 'QfeVersion');
  return build === undefined || revision === undefined ? {} : { build: `${build}.${revision}` };
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
