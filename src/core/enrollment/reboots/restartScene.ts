import { signalsOf, type SignalKind, type SignalOf } from '../signals/signal';
import type { SignalIndex } from '../signals/signalIndex';
import type { RebootDuring } from '../document/reboots';
import type { FoundBoot } from './bootFinder';
import { requestOf } from './stopSigns';

/** A restart, with what is needed to tell who made it. */
export interface RestartScene {
  readonly signals: SignalIndex;
  readonly boot: FoundBoot;
  /** When it began, corrected, milliseconds since 1970 UTC. */
  readonly began: number;
  /** Start of the run of Windows that it ended; -Infinity where that is not seen. */
  readonly runStart: number;
  readonly during: RebootDuring;
  /** Did one of the three phases of the status page run? */
  readonly isInEsp: boolean;
  readonly request: SignalOf<'restartRequest'> | undefined;
  readonly markers: readonly SignalOf<'espMarker'>[];
  readonly node: SignalOf<'restartNode'> | undefined;
}

/** Adds to a restart what its stop tells. */
export function setScene(
  seen: Pick<RestartScene, 'signals' | 'boot' | 'began' | 'runStart' | 'during' | 'isInEsp'>,
): RestartScene {
  const { stops } = seen.boot;
  return {
    ...seen,
    request: requestOf(stops),
    markers: signalsOf(stops, 'espMarker'),
    node: signalsOf(stops, 'restartNode').at(-1),
  };
}

/** Signals of a kind in the run that the restart ended, up to its beginning, at most `forMs` before it. */
export function inRun<Kind extends SignalKind>(
  { signals, began, runStart }: RestartScene,
  kind: Kind,
  forMs = Infinity,
): readonly SignalOf<Kind>[] {
  return signals.within(kind, Math.max(runStart, began - forMs), began + 1);
}

/** The first of what Shell-Core writes about OOBE; where one of these is older than a time, the log reaches back to it. */
const pageKinds = ['espMarker', 'oobeNode', 'oobeStart', 'restartNode', 'oobeHealth'] as const;

/** Would the pages of OOBE have told of a restart of their own? A log that has older records would hold it. */
export function pagesAreCovered({ signals, began }: RestartScene): boolean {
  return pageKinds.some((kind) => (signals.ofKind(kind)[0]?.at ?? Infinity) < began);
}

/** What every run of Windows writes into the System log at its beginning. */
const systemKinds = ['kernelStart', 'logServiceStart', 'bootType', 'logon', 'restartRequest'] as const;

/** Would the System log have told who asked? One that has older records would hold it. */
export function systemIsCovered({ signals, began }: RestartScene): boolean {
  return systemKinds.some((kind) => (signals.ofKind(kind)[0]?.at ?? Infinity) < began);
}

/** Did Windows stop in order, as far as any log tells? */
export function stoppedInOrder({ boot }: RestartScene): boolean {
  return boot.stops.some(({ kind }) => kind === 'imeShutdown' || kind === 'cleanStop' || kind === 'oobeMonitorStop');
}
