import type { Confidence } from '../document/evidence';
import { firstIndexFrom } from '../signals/timeOrder';
import type { Signal, SignalOf } from '../signals/signal';
import type { SignalIndex } from '../signals/signalIndex';
import { isStop } from './stopSigns';

/** A start of Windows that some log shows. */
export interface BootCandidate {
  /** Corrected, milliseconds since 1970 UTC. */
  readonly start: number;
  /** The signals that show it, the strongest first. */
  readonly starts: readonly [Signal, ...Signal[]];
  readonly confidence: Confidence;
}

/** Signals of one start lie closer together than this, milliseconds. */
export const sameBootMs = 90_000;
/** The records of one start are written within this time after it, milliseconds. */
export const startingMs = 5 * 60_000;

/** How much a signal outside the System log says about a start. */
type Weight = 'strong' | 'medium';

interface Hint {
  readonly start: number;
  readonly signal: Signal;
  readonly weight: Weight;
}

/**
 * Starts without a System log, from what else is written at each of them. One strong sign is enough, or two medium
 * ones of different logs; an abrupt start of the management extension alone stays a start of low confidence.
 */
export function startsOutsideSystem(signals: SignalIndex): readonly BootCandidate[] {
  const hints: Hint[] = [
    ...uptimeHints(signals),
    ...onceABoot.flatMap((kind) =>
      signals.ofKind(kind).map((signal): Hint => ({ start: signal.at, signal, weight: 'strong' })),
    ),
    ...agentHints(signals),
    ...reloadHints(signals),
  ].sort((a, b) => a.start - b.start);
  return groupsOf(hints, signals)
    .flatMap((group) => candidateOf(group) ?? [])
    .map((candidate) => noLaterThanLife(candidate, signals))
    .filter(({ start }) => !wasUp(signals, start));
}

/** Signals that are written once at each full start, and at no other time. */
const onceABoot = ['oobeResume', 'oobeMonitorStart', 'setupStart'] as const;

function groupsOf(hints: readonly Hint[], signals: SignalIndex): readonly (readonly Hint[])[] {
  const groups: Hint[][] = [];
  for (const hint of hints) {
    const group = groups.at(-1);
    if (
      group !== undefined &&
      (hint.start - group[0]!.start <= latestAfterStartMs(hint.signal) || isLateResume(hint, group, signals))
    ) {
      group.push(hint);
    } else {
      groups.push([hint]);
    }
  }
  return groups;
}

/** OOBE goes on when somebody has signed in, however long that takes: once a start, and no stop comes between. */
function isLateResume({ signal, start }: Hint, group: readonly Hint[], signals: SignalIndex): boolean {
  return (
    signal.kind === 'oobeResume' &&
    !group.some((known) => known.signal.kind === 'oobeResume') &&
    !signals.between(group.at(-1)!.start + 1, start).some(isStop)
  );
}

function candidateOf(group: readonly Hint[]): BootCandidate | null {
  const strong = group.filter(({ weight }) => weight === 'strong');
  const sources = new Set(group.map(({ signal }) => signal.source));
  // The page is loaded again some time after the start, so the agent's own start is nearer to it.
  const byAgent = group.filter(({ signal }) => signal.kind === 'imeStart');
  const [first, ...rest] = new Set([...strong, ...byAgent, ...group]);
  if (first === undefined || (strong.length === 0 && byAgent.length === 0)) {
    return null;
  }
  const confidence = strong.length > 0 ? (sources.size > 1 ? 'high' : 'medium') : sources.size > 1 ? 'medium' : 'low';
  return { start: first.start, starts: [first.signal, ...rest.map(({ signal }) => signal)], confidence };
}

/** Windows is silent this long after a stop has begun, milliseconds (observed: 12 s). */
const stoppedMs = 30_000;

/** OOBE may go on long after the start: what any log tells after the stop was written in the new run already. */
function noLaterThanLife(candidate: BootCandidate, signals: SignalIndex): BootCandidate {
  const stop =
    candidate.starts[0].kind === 'oobeResume' ? signals.lastBefore('restartNode', candidate.start) : undefined;
  const life = stop === undefined ? undefined : signals.all[firstIndexFrom(signals.all, stop.at + stoppedMs)];
  return life !== undefined && life.at < candidate.start ? { ...candidate, start: life.at } : candidate;
}

/** How long after the start of Windows a sign of it is still written, milliseconds (observed, rounded up). */
function latestAfterStartMs(signal: Signal): number {
  switch (signal.kind) {
    case 'imeStart':
    case 'autoLogonCleared':
      return startingMs;
    case 'oobeMonitorStart':
    case 'oobeResume':
      return 150_000;
    default:
      return sameBootMs;
  }
}

/** Shell-Core 62460 counts the seconds since the boot: each new boot time is a boot. */
function uptimeHints(signals: SignalIndex): readonly Hint[] {
  const all = signals
    .ofKind('oobeHealth')
    .map((signal): Hint => ({ start: signal.at - signal.secondsSinceBoot * 1000, signal, weight: 'strong' }))
    .sort((a, b) => a.start - b.start || a.signal.at - b.signal.at);
  const hints: Hint[] = [];
  let last = -Infinity;
  for (const hint of all) {
    if (hint.start - last >= sameBootMs) {
      hints.push(hint);
      last = hint.start;
    } else if (hint.signal.at < hints.at(-1)!.signal.at) {
      // The first that was written of a start stands for it.
      hints[hints.length - 1] = { ...hints.at(-1)!, signal: hint.signal };
    }
  }
  return hints;
}

/** Silence of the agent before an abrupt restart that is more than a service restart, milliseconds. */
const abruptSilenceMs = 20_000;

/** Starts of the agent: after it was told of a shutdown they show one of Windows, after silence they may. */
function agentHints(signals: SignalIndex): readonly Hint[] {
  const lastOfLog = new Map<string, SignalOf<'imeStart' | 'imeShutdown' | 'imeServiceStop'>>();
  const agentSigns = [
    ...signals.ofKind('imeStart'),
    ...signals.ofKind('imeShutdown'),
    ...signals.ofKind('imeServiceStop'),
  ].sort((a, b) => a.at - b.at);
  return agentSigns.flatMap((signal): readonly Hint[] => {
    const before = lastOfLog.get(signal.source);
    lastOfLog.set(signal.source, signal);
    if (signal.kind !== 'imeStart') {
      return [];
    }
    if (before?.kind === 'imeShutdown') {
      return [{ start: signal.at, signal, weight: 'strong' }];
    }
    const sameVersion = before?.kind === 'imeStart' && before.version !== null && before.version === signal.version;
    const silenceMs = signal.silenceMs ?? 0;
    return sameVersion && silenceMs >= abruptSilenceMs && !wasUp(signals, signal.at)
      ? [{ start: signal.at, signal, weight: 'medium' }]
      : [];
  });
}

/** Does the uptime that OOBE notes go on over this time? Then Windows has not started there. */
function wasUp(signals: SignalIndex, time: number): boolean {
  const next = signals.firstFrom('oobeHealth', time);
  return next !== undefined && next.at - next.secondsSinceBoot * 1000 < time - sameBootMs;
}

/** The status page clears the credentials when it is loaded again: after a restart, or after a look at the diagnostics. */
function reloadHints(signals: SignalIndex): readonly Hint[] {
  return signals
    .ofKind('autoLogonCleared')
    .filter(({ by, at }) => by === 'statusPage' && !comesFromDiagnostics(signals, at))
    .map((signal): Hint => ({ start: signal.at, signal, weight: 'medium' }));
}

/** The page itself is the last node before it is loaded, so the diagnostics are one of the last few. */
const lastNodes = 3;

function comesFromDiagnostics(signals: SignalIndex, at: number): boolean {
  const nodes = signals.ofKind('oobeNode');
  const end = firstIndexFrom(nodes, at);
  return nodes.slice(Math.max(0, end - lastNodes), end).some(({ node }) => node === 'OobeDiagnostics');
}
