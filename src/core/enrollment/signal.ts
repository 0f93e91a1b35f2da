import type { EvidenceRef } from './triageDocument';

interface SignalBase {
  /** Corrected time, milliseconds since 1970 UTC. */
  readonly at: number;
  /** As the log recorded it, milliseconds since 1970 UTC. */
  readonly rawAt: number;
  readonly ref: EvidenceRef;
  /** Channel or log it was read from: two signals of one source do not confirm each other. */
  readonly source: string;
}

/**
 * One thing that a log says happened, in the words of the field. The story is told from these alone, so that each
 * of them can be traced to its record.
 */
export type Signal = SignalBase &
  (
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
    | { readonly kind: 'logoff'; readonly sid: string; readonly session: number }
    | { readonly kind: 'oobeStart'; readonly experience: string }
    | { readonly kind: 'oobeNode'; readonly node: string }
    /** A navigation node whose launcher restarts, entered and not left again. */
    | { readonly kind: 'restartNode'; readonly node: string }
    | { readonly kind: 'oobeNodeEnd'; readonly result: string }
    | { readonly kind: 'oobeResume'; readonly node: string }
    | { readonly kind: 'oobeHealth'; readonly secondsSinceBoot: number }
    | { readonly kind: 'autoLogonCleared' }
    | { readonly kind: 'espMarker'; readonly name: string; readonly message: string }
    | { readonly kind: 'passwordPageShown' }
    | { readonly kind: 'policyFlag'; readonly uri: string }
    | { readonly kind: 'mdmEnrolled'; readonly succeeded: boolean }
    | { readonly kind: 'joined'; readonly rolledBack: boolean }
    | {
        readonly kind: 'helloCheck';
        readonly sid: string | null;
        readonly willLaunch: boolean;
        readonly prt: boolean | null;
        readonly policy: boolean | null;
      }
    | { readonly kind: 'helloKeyRegistered'; readonly sid: string | null }
    | { readonly kind: 'helloKeyRemoved' }
    | {
        readonly kind: 'helloWizard';
        readonly step: 'started' | 'completed' | 'left' | 'failed';
        readonly error: string | null;
      }
    | { readonly kind: 'imeStart'; readonly version: string | null; readonly silenceMs: number | null }
    | { readonly kind: 'imeShutdown' }
    | { readonly kind: 'imeServiceStop' }
    | { readonly kind: 'imePhase'; readonly phase: 'deviceSetup' | 'accountSetup' | 'notInEsp' }
    | {
        readonly kind: 'imeSession';
        readonly change: 'logon' | 'logoff' | 'connect' | 'disconnect' | 'lock' | 'unlock';
      }
    | { readonly kind: 'imeUser'; readonly account: string }
    | { readonly kind: 'noUserAtScreen' }
    | { readonly kind: 'userToken'; readonly obtained: boolean }
    | { readonly kind: 'userEspDone' }
    | { readonly kind: 'appRestart'; readonly hard: boolean }
    | { readonly kind: 'oobeMonitorStart' }
    | { readonly kind: 'oobeMonitorStop' }
    | { readonly kind: 'setupRestart' }
    | { readonly kind: 'setupStart' }
    | { readonly kind: 'oobeBegan' }
    | { readonly kind: 'zeroDayUpdateDone' }
    | { readonly kind: 'localeNeedsRestart' }
  );

/** What a log says, before the place and the time of its record are put on it. */
export type SignalMeaning = Signal extends infer Each
  ? Each extends Signal
    ? Omit<Each, keyof SignalBase>
    : never
  : never;

export type SignalKind = Signal['kind'];

/** A signal of one kind. */
export type SignalOf<Kind extends SignalKind> = Extract<Signal, { readonly kind: Kind }>;

/** The signals of one kind, in the given order. */
export function signalsOf<Kind extends SignalKind>(signals: readonly Signal[], kind: Kind): readonly SignalOf<Kind>[] {
  return signals.filter((signal): signal is SignalOf<Kind> => signal.kind === kind);
}
