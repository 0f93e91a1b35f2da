import { providers } from '../../catalog/providers';
import { processNameOf } from '../../catalog/restartInitiators';
import { parseIsoTime } from '../clock/isoTime';
import { field, numberField, type EventReaders } from './eventReader';

/** What the System log says about starts and stops of Windows, and about who was at the machine. */
export type BootMeaning =
  | { readonly kind: 'kernelStart' }
  | { readonly kind: 'logServiceStart' }
  | { readonly kind: 'bootType'; readonly bootType: number }
  | { readonly kind: 'dirtyStop'; readonly bugcheck: boolean }
  | { readonly kind: 'cleanStop' }
  | { readonly kind: 'kernelShutdown'; readonly action: number }
  | {
      readonly kind: 'restartRequest';
      readonly process: string;
      readonly reasonCode: string | null;
      /** `restart` or another word where the text is English; else `null`. */
      readonly type: 'restart' | 'powerOff' | null;
    }
  | { readonly kind: 'logon'; readonly sid: string; readonly session: number }
  | { readonly kind: 'logoff'; readonly sid: string; readonly session: number };

export const bootReaders: EventReaders<BootMeaning> = [
  [
    providers.kernelGeneral,
    {
      12: (event) => ({ kind: 'kernelStart', valueMs: parseIsoTime(field(event, 'StartTime')) }),
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
      41: (event) => ({ kind: 'dirtyStop', bugcheck: Boolean(numberField(event, 'BugcheckCode')) }),
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
        type: requestType(field(event, 'param5')),
      }),
    },
  ],
  [
    providers.winlogon,
    {
      7001: (event) => ({ kind: 'logon', sid: field(event, 'UserSid') ?? '', session: numberField(event, 'TSId') }),
      7002: (event) => ({ kind: 'logoff', sid: field(event, 'UserSid') ?? '', session: numberField(event, 'TSId') }),
    },
  ],
];

/** `param5` is localised; only the English words are believed. */
function requestType(text: string | undefined): 'restart' | 'powerOff' | null {
  const word = text?.trim().toLowerCase();
  return word === 'restart' ? 'restart' : word === 'power off' || word === 'shutdown' ? 'powerOff' : null;
}
