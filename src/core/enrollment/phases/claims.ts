import { isoTime } from '../clock/isoTime';
import type { Evidence, EvidenceRef } from '../document/evidence';
import type { Contradiction, PhaseState, StateSource } from '../document/phases';

/** What one source says about a phase, a subcategory or an item. */
export interface Claim {
  readonly source: StateSource;
  readonly state: PhaseState;
  /** Corrected, milliseconds since 1970 UTC; `null` where the source keeps no times. */
  readonly start: number | null;
  readonly end: number | null;
  /** The code of a failure, as hexadecimal digits with `0x`. */
  readonly error: string | null;
  readonly evidence: Evidence;
}

/** Makes a claim of a source that keeps no times. */
export function untimedClaim(
  source: StateSource,
  state: PhaseState,
  ref: EvidenceRef,
  error: string | null = null,
): Claim {
  return { source, state, start: null, end: null, error, evidence: [ref] };
}

/**
 * Whom to believe first. The status page decides itself how a phase went, and its log is written at that moment; what
 * it keeps in the registry is the same page at a later time. The agent and the tracking keys see single parts, a later
 * phase only tells that this one is over, and the diagnostics page is built from other logs by rules of its own.
 */
const trust: readonly StateSource[] = [
  'statusPage',
  'statusPageStore',
  'trackingKeys',
  'agent',
  'skipSwitch',
  'laterPhase',
  'diagnosticsPage',
];

/** Sources that show the device as it was when the bundle was taken. */
const snapshots: ReadonlySet<StateSource> = new Set<StateSource>(['statusPageStore', 'trackingKeys']);

/** What all sources together say. */
export interface Settled {
  readonly state: PhaseState;
  readonly start: string | null;
  readonly end: string | null;
  readonly error: string | null;
  readonly evidence: readonly EvidenceRef[];
  readonly contradictions: readonly Contradiction[];
}

/**
 * Settles what several sources say of one thing. An end beats what is still under way, because nothing goes back from
 * its end within an attempt; of two ends, and of two that are none, the more trusted source counts.
 */
export function settle(subject: string, claims: readonly Claim[]): Settled {
  const byTrust = [...claims].sort((a, b) => trust.indexOf(a.source) - trust.indexOf(b.source));
  const winner =
    byTrust.find(isEnded) ?? byTrust.find(({ state }) => state === 'inProgress') ?? byTrust.find(isTold) ?? byTrust[0];
  if (winner === undefined) {
    return { state: 'unknown', start: null, end: null, error: null, evidence: [], contradictions: [] };
  }
  const agreeing = byTrust.filter((claim) => claim !== winner && claim.state === winner.state);
  const begun = byTrust.find(({ start }) => start !== null);
  const end = isEnded(winner) ? [winner, ...agreeing].find((claim) => claim.end !== null) : undefined;
  const cited = new Set([...(begun === undefined ? [] : [begun]), winner, ...(end === undefined ? [] : [end])]);
  return {
    state: winner.state,
    start: begun === undefined ? null : isoTime(begun.start!),
    end: end === undefined ? null : isoTime(end.end!),
    error: [winner, ...agreeing].find(({ error }) => error !== null)?.error ?? null,
    evidence: withoutRepeats([...cited].flatMap(({ evidence }) => evidence)),
    contradictions: byTrust
      .filter((claim) => claim !== winner && contradict(winner, claim))
      .map((claim) => ({
        subject,
        saysA: { source: winner.source, state: winner.state },
        saysB: { source: claim.source, state: claim.state },
        evidence: [...winner.evidence, ...claim.evidence],
      })),
  };
}

function isTold({ state }: Claim): boolean {
  return state !== 'unknown';
}

function isEnded({ state }: Claim): boolean {
  return state === 'succeeded' || state === 'failed' || state === 'skipped';
}

/**
 * Can both not be right? Two ends that differ; or an end, and a later look at the device that has not seen it. A page
 * may be left after a failure, so that a later phase began is no word against it; and what a page does not need to do
 * it calls succeeded or not required.
 */
function contradict(winner: Claim, other: Claim): boolean {
  if (other.source === 'laterPhase' || !isTold(other)) {
    return false;
  }
  if (isEnded(winner) && isEnded(other)) {
    const isSwitch = winner.source === 'skipSwitch' || other.source === 'skipSwitch';
    return isSwitch ? winner.state !== other.state : (winner.state === 'failed') !== (other.state === 'failed');
  }
  return isEnded(winner) && snapshots.has(other.source);
}

function withoutRepeats(refs: readonly EvidenceRef[]): readonly EvidenceRef[] {
  return [...new Map(refs.map((ref) => [JSON.stringify(ref), ref])).values()];
}
