import type { Confidence, EvidenceRef } from '../document/evidence';
import type { Phase } from '../document/phases';
import type { AttemptSpan } from '../phases/attempts';
import { signalsOf, type Signal } from '../signals/signal';

/** The moment from which the management of the device counts. */
export interface EnrolledAt {
  /** Corrected, milliseconds since 1970 UTC. */
  readonly at: number;
  /** `low`: only a join or the status page is seen, and the enrollment may have been before or after it. */
  readonly confidence: Confidence;
  readonly ref: EvidenceRef;
}

/**
 * When the device was enrolled in the last attempt: by the MDM client, else by the join to Entra, else no later than
 * the first phase of the status page. `null` where none of them is seen.
 */
export function findEnrollment(
  signals: readonly Signal[],
  attempts: readonly AttemptSpan[],
  phases: readonly Phase[],
): EnrolledAt | null {
  const { from, until } = attempts.at(-1) ?? { from: -Infinity, until: Infinity };
  const isInAttempt = ({ at }: Signal): boolean => at >= from && at < until;
  const enrolled = signalsOf(signals, 'mdmEnrolled').find((signal) => signal.succeeded && isInAttempt(signal));
  const joined = signalsOf(signals, 'joined').findLast(isInAttempt);
  if (enrolled !== undefined) {
    return { at: enrolled.at, confidence: 'high', ref: { ...enrolled.ref, note: 'MDM enrollment succeeded' } };
  }
  if (joined?.rolledBack === false) {
    // The enrollment follows the join, or has been made before it by a technician.
    return { at: joined.at, confidence: 'low', ref: { ...joined.ref, note: 'the join to Entra' } };
  }
  for (const { start, evidence } of phases) {
    const [place] = evidence;
    if (start !== null && place !== undefined) {
      return { at: Date.parse(start), confidence: 'low', ref: { ...place, note: 'the status page runs' } };
    }
  }
  return null;
}
