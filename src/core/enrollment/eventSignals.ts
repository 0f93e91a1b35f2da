import type { EventInterest, EventStore, StoredEvent } from '../bundle/eventStore';
import { restartNodes } from '../catalog/oobeNodes';
import { providers } from '../catalog/providers';
import { processNameOf } from '../catalog/restartInitiators';
import { fieldValue } from '../evtx/eventRecord';
import type { CorrectedClock } from './clock';
import { parseIsoTime } from './isoTime';
import type { Signal, SignalMeaning, SignalOf } from './signal';

/** What one event means, or `null`; the same id of another provider is another event. */
type Reader = (event: StoredEvent) => (SignalMeaning & { readonly valueMs?: number | null }) | null;

const readers: ReadonlyMap<string, Readonly<Record<number, Reader>>> = new Map<
  string,
  Readonly<Record<number, Reader>>
>([
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
      27: (event) => ({ kind: 'bootType', bootType: Number(field(event, 'BootType') ?? NaN) }),
    },
  ],
  [
    providers.kernelPower,
    {
      41: (event) => ({ kind: 'dirtyStop', bugcheck: !isZero(field(event, 'BugcheckCode')) }),
      109: (event) => ({ kind: 'kernelShutdown', action: Number(field(event, 'ShutdownActionType') ?? NaN) }),
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
      7001: (event) => ({
        kind: 'logon',
        sid: field(event, 'UserSid') ?? '',
        session: Number(field(event, 'TSId') ?? NaN),
      }),
      7002: (event) => ({
        kind: 'logoff',
        sid: field(event, 'UserSid') ?? '',
        session: Number(field(event, 'TSId') ?? NaN),
      }),
    },
  ],
  [
    providers.shellCore,
    {
      62400: (event) => ({ kind: 'oobeStart', experience: field(event, 'Experience') ?? field(event, 'Source') ?? '' }),
      62403: (event) =>
        field(event, 'Name') === 'AppResuming' ? { kind: 'oobeResume', node: field(event, 'Value') ?? '' } : null,
      62404: (event) => ({ kind: 'oobeNode', node: nodeOf(field(event, 'CXID') ?? '') }),
      62405: (event) => ({ kind: 'oobeNodeEnd', result: field(event, 'Result') ?? '' }),
      62406: pageEvent,
      62407: pageEvent,
      62460: (event) => {
        const seconds = Number(field(event, 'SecondsSinceBoot') ?? NaN);
        return Number.isFinite(seconds) ? { kind: 'oobeHealth', secondsSinceBoot: seconds } : null;
      },
    },
  ],
  [
    providers.deviceManagement,
    {
      71: () => ({ kind: 'mdmEnrolled', succeeded: false }),
      72: () => ({ kind: 'mdmEnrolled', succeeded: true }),
      2800: (event) => {
        const uri = rebootUri(event);
        return uri === null ? null : { kind: 'policyFlag', uri };
      },
    },
  ],
  [
    providers.deviceRegistration,
    {
      105: () => ({ kind: 'joined', rolledBack: false }),
      110: () => ({ kind: 'joined', rolledBack: true }),
      107: () => ({ kind: 'helloKeyRemoved' }),
      300: (event) => ({ kind: 'helloKeyRegistered', sid: event.record.userSid }),
      358: (event) => helloCheck(event, true),
      360: (event) => helloCheck(event, false),
      361: (event) => helloCheck(event, false),
      362: (event) => helloCheck(event, false),
    },
  ],
  [
    providers.helloForBusiness,
    {
      3045: () => helloWizard('started', null),
      6045: (event) => helloWizard('left', event),
      6065: (event) => helloWizard('left', event),
      7045: (event) => helloWizard('failed', event),
      7510: (event) => helloWizard('failed', event),
      7555: (event) => helloWizard('failed', event),
      8045: () => helloWizard('completed', null),
    },
  ],
]);

/** The events that {@link eventSignals} reads. */
const signalInterest: EventInterest = new Map(
  [...readers].map(([provider, byId]) => [provider.toLowerCase(), new Set(Object.keys(byId).map(Number))]),
);

const readersByProvider = new Map([...readers].map(([provider, byId]) => [provider.toLowerCase(), byId]));

/** The signals in the event channels of a bundle. */
export function eventSignals(store: EventStore, clock: CorrectedClock): readonly Signal[] {
  const signals: Signal[] = [];
  for (const event of store.select(signalInterest)) {
    const meaning = readersByProvider.get(event.record.provider.toLowerCase())?.[event.record.eventId]?.(event) ?? null;
    if (meaning === null) {
      continue;
    }
    const { valueMs, ...what } = meaning;
    const rawAt = valueMs ?? event.rawMs;
    signals.push({
      ...what,
      at: valueMs === undefined || valueMs === null ? clock.ofEvent(event) : clock.ofValueIn(event, valueMs),
      rawAt,
      ref: { path: event.path, recordId: event.recordId },
      source: event.channel,
    });
  }
  return signals.map((signal, index) => restartNodeOr(signal, signals[index + 1], signals));
}

/**
 * Restart nodes pass through at once unless the flow has asked for a restart: only one that is not left again is a
 * restart. `signals` are in the order of writing, so what follows in the same log decides.
 */
function restartNodeOr(signal: Signal, next: Signal | undefined, signals: readonly Signal[]): Signal {
  if (signal.kind !== 'oobeNode' || !restartNodes.has(signal.node)) {
    return signal;
  }
  const sameLog = next?.source === signal.source ? signals.indexOf(next) : signals.length;
  const following = signals
    .slice(sameLog, sameLog + 8)
    .find(({ kind }) => kind === 'oobeNodeEnd' || kind === 'oobeNode' || kind === 'oobeStart');
  return following?.kind === 'oobeNodeEnd' ? signal : { ...signal, kind: 'restartNode' };
}

function field(event: StoredEvent, name: string): string | undefined {
  return fieldValue(event.record, name);
}

function isZero(text: string | undefined): boolean {
  return text === undefined || Number(text) === 0;
}

/** `param5` is localised; only the English words are believed. */
function requestType(text: string | undefined): 'restart' | 'powerOff' | null {
  const word = text?.trim().toLowerCase();
  return word === 'restart' ? 'restart' : word === 'power off' || word === 'shutdown' ? 'powerOff' : null;
}

/** Some builds prefix the node with `CXID=` inside the value. */
function nodeOf(text: string): string {
  return text.replace(/^CXID=/, '');
}

function pageEvent(event: StoredEvent): SignalMeaning | null {
  const name = field(event, 'Name') ?? '';
  if (
    name === 'clearAutoLogonCredentialsAsyncSucceeded' ||
    name.includes('setStatusPageReboot: Clearing Autologon credentials')
  ) {
    return { kind: 'autoLogonCleared' };
  }
  if (name.startsWith('Identity.PasswordView')) {
    return { kind: 'passwordPageShown' };
  }
  if (
    /^(CommercialOOBE_|DevicePrepPage_|oobeProvisioningCommitRebootRequired|Device rename required|Autopilot update installed|AutopilotWhiteGlove)/.test(
      name,
    )
  ) {
    return { kind: 'espMarker', name: name.replace(/^CommercialOOBE_/, ''), message: messageOf(field(event, 'Value')) };
  }
  return null;
}

/** Commercial OOBE pages log `{"message":"…","errorCode":0}`. */
function messageOf(value: string | undefined): string {
  return /"message"\s*:\s*"((?:[^"\\]|\\.)*)"/.exec(value ?? '')?.[1] ?? value ?? '';
}

/**
 * The URI of a 2800: the first value that is one, else what stands in the brackets of the sentence. A full stop
 * that some builds put behind the bracket is not part of it.
 */
function rebootUri(event: StoredEvent): string | null {
  for (const { value } of event.record.data) {
    const uri = /\.\/[^()\s]+/.exec(value)?.[0].replace(/\.$/, '');
    if (uri !== undefined) {
      return uri;
    }
  }
  return null;
}

function helloCheck(event: StoredEvent, willLaunch: boolean): SignalMeaning {
  return {
    kind: 'helloCheck',
    sid: event.record.userSid,
    willLaunch,
    prt: yesOrNo(field(event, 'AADPrt')),
    policy: yesOrNo(field(event, 'NgcPolicyEnabled')),
  };
}

function yesOrNo(text: string | undefined): boolean | null {
  return text === 'Yes' ? true : text === 'No' ? false : null;
}

/** How the Windows Hello wizard went, from its own log. */
function helloWizard(step: SignalOf<'helloWizard'>['step'], event: StoredEvent | null): SignalMeaning {
  return { kind: 'helloWizard', step, error: event === null ? null : (field(event, 'Error') ?? null) };
}
