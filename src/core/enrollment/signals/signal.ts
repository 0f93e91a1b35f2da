import type { EvidenceRef } from '../document/evidence';
import type { AgentMeaning } from './imeSignals';
import type { BootMeaning } from './bootSignals';
import type { CloudMeaning } from './cloudSignals';
import type { IdentityMeaning } from './identitySignals';
import type { ManagementMeaning } from './managementSignals';
import type { OobeMeaning } from './oobeSignals';
import type { PowerMeaning } from './powerSignals';
import type { ProcessMeaning } from './processSignals';
import type { SecurityMeaning } from './securitySignals';
import type { ServicingMeaning } from './servicingSignals';
import type { SetupMeaning } from './setupSignals';
import type { TroubleMeaning } from './troubleSignals';

interface SignalBase {
  /** Corrected time, milliseconds since 1970 UTC. */
  readonly at: number;
  /** As the log recorded it, milliseconds since 1970 UTC. */
  readonly rawAt: number;
  /** How far {@link at} may be off, milliseconds; absent where the log itself tells UTC. */
  readonly mayBeOffMs?: number;
  readonly ref: EvidenceRef;
  /** Channel or log it was read from: two signals of one source do not confirm each other. */
  readonly source: string;
}

/** What a log says happened, before the place and the time of its record are put on it. */
export type SignalMeaning =
  | BootMeaning
  | PowerMeaning
  | ProcessMeaning
  | OobeMeaning
  | ManagementMeaning
  | IdentityMeaning
  | CloudMeaning
  | AgentMeaning
  | SecurityMeaning
  | ServicingMeaning
  | SetupMeaning
  | TroubleMeaning;

/**
 * One thing that a log says happened, in the words of the field. The story is told from these alone, so that each
 * of them can be traced to its record.
 */
export type Signal = SignalBase & SignalMeaning;

export type SignalKind = Signal['kind'];

/** A signal of one kind. */
export type SignalOf<Kind extends SignalKind> = Extract<Signal, { readonly kind: Kind }>;

/** The signals of one kind, in the given order. */
export function signalsOf<Kind extends SignalKind>(signals: readonly Signal[], kind: Kind): readonly SignalOf<Kind>[] {
  return signals.filter((signal): signal is SignalOf<Kind> => signal.kind === kind);
}
