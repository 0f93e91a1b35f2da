import type { Signal, SignalOf } from '../signals/signal';
import { isEntraSid } from './people';
import { firstIndexFrom } from '../signals/timeOrder';

/** What the logs say about Windows Hello of one user since the device was joined. */
export interface HelloTraces {
  /** Checks at sign-in, of this user. */
  readonly checks: readonly SignalOf<'helloCheck'>[];
  /** Provisioning was going to be launched. */
  readonly offered: SignalOf<'helloCheck'> | undefined;
  /** A key was registered, or the wizard came to its good end. */
  readonly completed: Signal | undefined;
  readonly removed: SignalOf<'helloKeyRemoved'> | undefined;
  readonly created: SignalOf<'helloKeyCreated'> | undefined;
  readonly keyFailed: SignalOf<'helloKeyFailed'> | undefined;
  /** The last step of the wizard. */
  readonly wizard: SignalOf<'helloWizard'> | undefined;
  /** Steps at which the wizard ended without a key. */
  readonly unfinished: readonly SignalOf<'helloWizard'>[];
  readonly broken: Signal | undefined;
  readonly wrongPin: Signal | undefined;
}

/** Steps of the wizard beyond this add nothing. */
const stepsKept = 8;

/** Reads the traces since a time; those of another Entra user are not this one's. `signals` ascend by time. */
export function readHelloTraces(signals: readonly Signal[], since: number, user: string | null): HelloTraces {
  const checks: SignalOf<'helloCheck'>[] = [];
  const unfinished: SignalOf<'helloWizard'>[] = [];
  const traces: { -readonly [K in keyof HelloTraces]?: HelloTraces[K] } = {};
  const isOurs = (sid: string | null): boolean => !isEntraSid(sid) || user === null || sid === user;
  for (let index = firstIndexFrom(signals, since); index < signals.length; index += 1) {
    const signal = signals[index]!;
    switch (signal.kind) {
      case 'helloCheck':
        if (isEntraSid(signal.sid) && isOurs(signal.sid)) {
          checks.push(signal);
          traces.offered = signal.willLaunch ? signal : traces.offered;
        }
        break;
      case 'helloKeyRegistered':
        traces.completed = isOurs(signal.sid) ? signal : traces.completed;
        break;
      case 'helloKeyRemoved':
        traces.removed = signal.done || traces.removed?.done !== true ? signal : traces.removed;
        break;
      case 'helloKeyCreated':
        traces.created = signal.what === 'key' && isOurs(signal.sid) ? signal : traces.created;
        break;
      case 'helloKeyFailed':
        traces.keyFailed = isOurs(signal.sid) ? signal : traces.keyFailed;
        break;
      case 'helloWizard':
        traces.wizard = signal;
        if (signal.step === 'completed') {
          traces.completed = signal;
        } else if (signal.step !== 'started' && unfinished.length < stepsKept) {
          unfinished.push(signal);
        }
        break;
      case 'helloContainerBroken':
        traces.broken = signal;
        break;
      case 'helloWrongPin':
        traces.wrongPin = signal;
        break;
      default:
        break;
    }
  }
  return {
    checks,
    offered: traces.offered,
    completed: traces.completed,
    removed: traces.removed,
    created: traces.created,
    keyFailed: traces.keyFailed,
    wizard: traces.wizard,
    unfinished,
    broken: traces.broken,
    wrongPin: traces.wrongPin,
  };
}

/** Was the first of these after the second, or is there only the first? */
export function isAfter(later: Signal | undefined, earlier: Signal | undefined): boolean {
  return later !== undefined && (earlier === undefined || later.at > earlier.at);
}
