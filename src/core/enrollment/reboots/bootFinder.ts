import { signalsOf, type Signal, type SignalOf } from '../signals/signal';
import type { BootKind } from '../document/boots';
import type { Confidence } from '../document/evidence';

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

/** Signals of one start lie closer together than this, milliseconds. */
const sameBootMs = 90_000;
/** The records of one start are written within this time after it, milliseconds. */
const startingMs = 5 * 60_000;

/** The time that the System log covers; boots in it are only those that it shows. */
export type Span = readonly [number, number] | null;

/** All starts of Windows in the order of time. `signals` ascend by corrected time. */
export function findBoots(signals: readonly Signal[], system: Span, systemStartsFresh: boolean): readonly FoundBoot[] {
  const fromSystem = systemStarts(signals);
  const inSystem = (time: number): boolean => system !== null && time >= system[0] - sameBootMs && time <= system[1];
  const others = otherStarts(signals).filter((candidate) => !inSystem(candidate.start));
  const candidates = [...fromSystem, ...others].sort((a, b) => a.start - b.start);
  return candidates.map((candidate, index) => {
    const previous = candidates[index - 1];
    const confirming = confirmingSignals(signals, candidate);
    const stops = stopsBefore(signals, previous?.start ?? -Infinity, candidate.start);
    const fresh = index === 0 && systemStartsFresh && fromSystem[0] === candidate;
    return {
      start: candidate.start,
      kind: fresh ? 'firstBoot' : kindOf(candidate, signals, stops),
      starts: [candidate.starts[0], ...candidate.starts.slice(1), ...confirming],
      stops,
      confidence: candidate.confidence,
    };
  });
}

interface Candidate {
  readonly start: number;
  readonly starts: readonly [Signal, ...Signal[]];
  readonly confidence: Confidence;
}

/** Kernel-General 12 is the start itself; the log service (6005) stands in for it where the log has wrapped. */
function systemStarts(signals: readonly Signal[]): readonly Candidate[] {
  const kernel = signalsOf(signals, 'kernelStart');
  const service = signalsOf(signals, 'logServiceStart').filter(
    (started) => !kernel.some(({ at }) => started.at >= at - sameBootMs && started.at <= at + startingMs),
  );
  const resumes = signalsOf(signals, 'bootType').filter(
    ({ bootType, at }) => bootType === 1 && !kernel.some((start) => Math.abs(start.at - at) < sameBootMs),
  );
  return [...kernel, ...service, ...resumes].map((signal) => ({
    start: signal.at,
    starts: [signal],
    confidence: 'high',
  }));
}

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
function otherStarts(signals: readonly Signal[]): readonly Candidate[] {
  const hints = [...healthHints(signals), ...signals.flatMap((signal, index) => hintOf(signal, index, signals))].sort(
    (a, b) => a.start - b.start,
  );
  const groups: Hint[][] = [];
  for (const hint of hints) {
    const group = groups.at(-1);
    if (group !== undefined && hint.start - group[0]!.start <= latestAfterStartMs(hint.signal)) {
      group.push(hint);
    } else {
      groups.push([hint]);
    }
  }
  return groups.flatMap((group) => {
    const strong = group.filter((hint) => hint.weight === 'strong');
    const sources = new Set(group.map((hint) => hint.signal.source));
    const [first, ...rest] = [...strong, ...group.filter((hint) => hint.weight === 'medium')];
    if (first === undefined) {
      return [];
    }
    const confidence = strong.length > 0 ? (sources.size > 1 ? 'high' : 'medium') : sources.size > 1 ? 'medium' : 'low';
    return [{ start: first.start, starts: [first.signal, ...rest.map((hint) => hint.signal)], confidence }];
  });
}

/** How long after the start of Windows a sign of it is still written, milliseconds (observed, rounded up). */
function latestAfterStartMs(signal: Signal): number {
  switch (signal.kind) {
    case 'imeStart':
      return startingMs;
    case 'oobeMonitorStart':
    case 'oobeResume':
      return 150_000;
    default:
      return sameBootMs;
  }
}

/** Shell-Core 62460 counts the seconds since the boot: each new boot time is a boot. */
function healthHints(signals: readonly Signal[]): readonly Hint[] {
  const hints: Hint[] = [];
  for (const signal of signalsOf(signals, 'oobeHealth')) {
    const start = signal.at - signal.secondsSinceBoot * 1000;
    if (!hints.some((hint) => Math.abs(hint.start - start) < sameBootMs)) {
      hints.push({ start, signal, weight: 'strong' });
    }
  }
  return hints;
}

function hintOf(signal: Signal, index: number, signals: readonly Signal[]): readonly Hint[] {
  switch (signal.kind) {
    case 'oobeResume':
    case 'oobeMonitorStart':
    case 'setupStart':
      return [{ start: signal.at, signal, weight: 'strong' }];
    case 'imeStart':
      return imeHint(signal, index, signals);
    default:
      return [];
  }
}

/** Silence of the agent before an abrupt restart that is more than a service restart, milliseconds. */
const abruptSilenceMs = 20_000;

function imeHint(
  signal: Extract<Signal, { kind: 'imeStart' }>,
  index: number,
  signals: readonly Signal[],
): readonly Hint[] {
  const before = signals
    .slice(0, index)
    .findLast(
      (other) => other.source === signal.source && ['imeShutdown', 'imeServiceStop', 'imeStart'].includes(other.kind),
    );
  if (before?.kind === 'imeShutdown') {
    return [{ start: signal.at, signal, weight: 'strong' }];
  }
  if (before?.kind !== 'imeStart') {
    return [];
  }
  const sameVersion = before.version !== null && before.version === signal.version;
  return sameVersion && (signal.silenceMs ?? 0) >= abruptSilenceMs
    ? [{ start: signal.at, signal, weight: 'medium' }]
    : [];
}

/** What else was written at this start, as further evidence. */
function confirmingSignals(signals: readonly Signal[], { start, starts }: Candidate): readonly Signal[] {
  const kinds: readonly Signal['kind'][] = [
    'logServiceStart',
    'dirtyStop',
    'bootType',
    'oobeResume',
    'oobeMonitorStart',
    'imeStart',
  ];
  return signals.filter(
    (signal) =>
      kinds.includes(signal.kind) &&
      !starts.includes(signal) &&
      signal.at >= start - 5_000 &&
      signal.at <= start + startingMs,
  );
}

/** A request this long before the last sign of life did not lead to the stop, milliseconds. */
const stoppingMs = 15 * 60_000;

/** The signs of the stop: those shortly before the machine fell silent. */
function stopsBefore(signals: readonly Signal[], previousStart: number, start: number): readonly Signal[] {
  const life = signals.filter((signal) => signal.at < start && signal.at > previousStart);
  const lastLife = life.at(-1)?.at ?? start;
  return life.filter((signal) => isStop(signal) && signal.at >= lastLife - stoppingMs);
}

/**
 * Who asked for the stop. One request is often carried out by a second process (winlogon for the user's own), which
 * logs a request of its own seconds later: the first of such a pair is the one who asked.
 */
export function requestOf(stops: readonly Signal[]): SignalOf<'restartRequest'> | undefined {
  const requests = signalsOf(stops, 'restartRequest');
  const last = requests.at(-1);
  return last === undefined ? undefined : requests.find(({ at }) => at >= last.at - 30_000);
}

function isStop(signal: Signal): boolean {
  switch (signal.kind) {
    case 'restartRequest':
    case 'cleanStop':
    case 'kernelShutdown':
    case 'autoLogonCleared':
    case 'oobeMonitorStop':
    case 'restartNode':
    case 'setupRestart':
    case 'zeroDayUpdateDone':
    case 'localeNeedsRestart':
    case 'imeShutdown':
      return true;
    case 'espMarker':
      return isRestartMarker(signal.name);
    default:
      return false;
  }
}

/** Names that stand for a decision to restart; the routine names that only contain the words do not. */
export function isRestartMarker(name: string): boolean {
  return (
    name === 'BootstrapStatusCategory_RebootCoalescing_Initiated' ||
    name === 'ESPDeviceSetup_RebootCoalescing_Required' ||
    name.startsWith('ESP_Subcategory_RebootRequiredBySubcategory_') ||
    name === 'ESPDevicePreparation_AADJProvisioningReboot_Started' ||
    name === 'DevicePrepPage_RebootDevice_InitiatingRebootTransition'
  );
}

/** POWER_ACTION values of Kernel-Power 109: 5 is "shut down and restart", 4 and 6 end in power off. */
const restartAction = 5;
const shutdownActions: readonly number[] = [4, 6];

function kindOf({ start, starts }: Candidate, signals: readonly Signal[], stops: readonly Signal[]): BootKind {
  if (starts[0].kind === 'bootType') {
    return 'fastStartup';
  }
  const dirty = signalsOf(signals, 'dirtyStop').some(({ at }) => at >= start - 5_000 && at <= start + startingMs);
  if (dirty) {
    return 'powerLoss';
  }
  const action = signalsOf(stops, 'kernelShutdown').at(-1)?.action;
  const request = requestOf(stops);
  if (action === restartAction || request?.type === 'restart') {
    return 'restart';
  }
  if (request?.type === 'powerOff' || (action !== undefined && shutdownActions.includes(action))) {
    return 'shutdownAndStart';
  }
  const restartIsCertain = stops.some(
    ({ kind }) => kind === 'restartNode' || kind === 'espMarker' || kind === 'setupRestart',
  );
  return restartIsCertain ? 'restart' : 'unknown';
}
