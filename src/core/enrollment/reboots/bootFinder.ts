import { signalsOf, type Signal } from '../signals/signal';
import { SignalIndex } from '../signals/signalIndex';
import type { BootKind } from '../document/boots';
import type { Confidence } from '../document/evidence';
import { sameBootMs, startingMs, startsOutsideSystem, type BootCandidate } from './bootHints';
import { requestOf, stopsBefore } from './stopSigns';

/** One start of Windows, with what was seen around it. */
export interface FoundBoot {
  /** When Windows started, corrected, milliseconds since 1970 UTC. */
  readonly start: number;
  readonly kind: BootKind;
  /** The signals that speak for the start, the strongest first; at least one. */
  readonly starts: readonly [Signal, ...Signal[]];
  /** The signals of the stop before it: requests, clean or dirty ends. May be empty. */
  readonly stops: readonly Signal[];
  readonly confidence: Confidence;
}

/** The id under which the document lists the boot at `index`. */
export function bootId(index: number): string {
  return `boot-${index + 1}`;
}

/** A start in local time that may be off by this much may have been before or after whatever it is held against, milliseconds. */
const doubtfulMs = 15 * 60_000;

/** May this be no start of Windows, or one at quite another time? */
export function isDoubtful({ confidence, starts }: FoundBoot): boolean {
  return confidence === 'low' || (starts[0].mayBeOffMs ?? 0) >= doubtfulMs;
}

/** The time that the System log covers; boots in it are only those that it shows. */
export type Span = readonly [number, number] | null;

/** When the machine last showed life before a time and after another, from any log; milliseconds since 1970 UTC. */
export type LastLife = (before: number, after: number) => number | null;

/** All starts of Windows in the order of time. `signals` ascend by corrected time. */
export function findBoots(
  signals: readonly Signal[],
  system: Span,
  systemStartsFresh: boolean,
  lastLife: LastLife = () => null,
): readonly FoundBoot[] {
  const index = new SignalIndex(signals);
  const fromSystem = systemStarts(index);
  const others = startsOutsideSystem(index).filter(
    (candidate) => !isCovered(candidate, fromSystem, system, systemStartsFresh),
  );
  const candidates = [...fromSystem, ...others].sort((a, b) => a.start - b.start);
  return candidates.map((candidate, position) => {
    const previousStart = candidates[position - 1]?.start ?? -Infinity;
    const until = Math.min(candidates[position + 1]?.start ?? Infinity, candidate.start + startingMs);
    const life = lastLife(candidate.start - 1_000, previousStart);
    const stops = stopsBefore(index, previousStart, candidate.start, life);
    const fresh = position === 0 && systemStartsFresh && fromSystem[0] === candidate;
    return {
      start: candidate.start,
      kind: fresh ? 'firstBoot' : kindOf(candidate, until, index, stops),
      starts: [...candidate.starts, ...confirmingSignals(index, candidate, until)],
      stops,
      confidence: candidate.confidence,
    };
  });
}

/**
 * Would the System log show this start? It shows all within its span, and there is nothing before the first record of
 * an installation. A log whose local time is not sure may mean a time within the span. Where the log has wrapped in
 * the middle of a start, the records of that very start are gone.
 */
function isCovered(
  { start, starts }: BootCandidate,
  fromSystem: readonly BootCandidate[],
  system: Span,
  systemStartsFresh: boolean,
): boolean {
  const mayBeOffMs = starts[0].mayBeOffMs ?? 0;
  if (system === null || start > system[1] + mayBeOffMs) {
    return false;
  }
  const slack = sameBootMs + mayBeOffMs;
  return systemStartsFresh || start > system[0] + slack
    ? true
    : start >= system[0] - slack && fromSystem.some((known) => Math.abs(known.start - start) <= slack);
}

/** Kernel-General 12 is the start itself; the log service (6005) stands in for it where the log has wrapped,
 * and its other record (6009) where nothing else is there. */
function systemStarts(signals: SignalIndex): readonly BootCandidate[] {
  const kernel = signals.ofKind('kernelStart');
  const startedBetween = (from: number, to: number): boolean => {
    const next = signals.firstFrom('kernelStart', from);
    return next !== undefined && next.at <= to;
  };
  const service = signals
    .ofKind('logServiceStart')
    .filter(({ at }) => !startedBetween(at - startingMs, at + sameBootMs));
  const versions = kernel.length + service.length === 0 ? signals.ofKind('versionNoted') : [];
  const resumes = signals
    .ofKind('bootType')
    .filter(({ bootType, at }) => bootType === 1 && !startedBetween(at - sameBootMs + 1, at + sameBootMs - 1));
  return [...kernel, ...service, ...versions, ...resumes].map((signal) => ({
    start: signal.at,
    starts: [signal],
    confidence: 'high',
  }));
}

/** What is written at every start, and adds to the evidence of one. */
const confirmingKinds = [
  'logServiceStart',
  'dirtyStop',
  'bootType',
  'oobeResume',
  'oobeMonitorStart',
  'imeStart',
] as const;

/** The first record of a start may be a little older than the start that it tells of, milliseconds. */
const roundingMs = 5_000;

function confirmingSignals(signals: SignalIndex, { start, starts }: BootCandidate, until: number): readonly Signal[] {
  const known = new Set(starts);
  return confirmingKinds
    .flatMap((kind): readonly Signal[] => signals.within(kind, start - roundingMs, until))
    .filter((signal) => !known.has(signal))
    .sort((a, b) => a.at - b.at);
}

/** POWER_ACTION values of Kernel-Power 109: 5 is "shut down and restart", 4 and 6 end in power off. */
const restartAction = 5;
const shutdownActions: readonly number[] = [4, 6];

function kindOf(
  { start, starts }: BootCandidate,
  until: number,
  signals: SignalIndex,
  stops: readonly Signal[],
): BootKind {
  if (starts[0].kind === 'bootType') {
    return 'fastStartup';
  }
  if (signals.within('dirtyStop', start - roundingMs, until).length > 0) {
    return 'powerLoss';
  }
  const action = signalsOf(stops, 'kernelShutdown').at(-1)?.action;
  const request = requestOf(stops);
  if (request?.type === 'powerOff') {
    // Kernel-Power 109 tells "restart" also where the person has switched the device off.
    return 'shutdownAndStart';
  }
  if (action === restartAction || request?.type === 'restart') {
    return 'restart';
  }
  if (action !== undefined && shutdownActions.includes(action)) {
    return 'shutdownAndStart';
  }
  const restartIsCertain = stops.some(
    ({ kind }) => kind === 'restartNode' || kind === 'espMarker' || kind === 'setupRestart',
  );
  return restartIsCertain ? 'restart' : 'unknown';
}
