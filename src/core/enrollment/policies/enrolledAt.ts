import { entraSignInNode } from '../../catalog/oobeNodes';
import type { Confidence, EvidenceRef } from '../document/evidence';
import type { DeviceFacts } from '../document/bundleFacts';
import type { Phase } from '../document/phases';
import { isTechnicianStart, type AttemptSpan } from '../phases/attempts';
import { signalsOf, type Signal } from '../signals/signal';

/** Between which two moments the management of the device began; the same one where the MDM client tells it. */
export interface EnrolledAt {
  /** Not before, corrected, milliseconds since 1970 UTC; -Infinity where nothing tells. */
  readonly notBefore: number;
  /** Not after; Infinity where nothing tells. */
  readonly notAfter: number;
  /** `medium`: only what comes before or after the enrollment is seen. */
  readonly confidence: Confidence;
  readonly ref: EvidenceRef;
}

/** How the device came to be managed: a technician's part, or the join to a domain, puts the enrollment before the user's own. */
type Way = Pick<DeviceFacts, 'joinType' | 'scenario'>;

/**
 * When the device was enrolled in the last attempt: told by the MDM client, else after the page on which the user signs
 * in, or the join, and before device setup. `null` where none of them is seen.
 */
export function findEnrollment(
  signals: readonly Signal[],
  attempts: readonly AttemptSpan[],
  phases: readonly Phase[],
  way: Way,
): EnrolledAt | null {
  const { from, until } = attempts.at(-1) ?? { from: -Infinity, until: Infinity };
  const isInAttempt = ({ at }: Signal): boolean => at >= from && at < until;
  const enrolled = signalsOf(signals, 'mdmEnrolled').find((signal) => signal.succeeded && isInAttempt(signal));
  if (enrolled !== undefined) {
    const ref = { ...enrolled.ref, note: 'MDM enrollment succeeded' };
    return { notBefore: enrolled.at, notAfter: enrolled.at, confidence: 'high', ref };
  }
  // What a taken-back join began is over.
  const rolledBack = signalsOf(signals, 'joined').findLast((signal) => signal.rolledBack && isInAttempt(signal));
  const first = signals.find(
    (signal) => isInAttempt(signal) && signal.at > (rolledBack?.at ?? -Infinity) && isBeforeEnrollment(signal, way),
  );
  const setUp = phases.find(({ id, start, evidence }) => id !== 'devicePreparation' && start !== null && evidence[0]);
  const ref =
    first === undefined
      ? setUp && { ...setUp.evidence[0]!, note: 'the status page runs' }
      : { ...first.ref, note: first.kind === 'joined' ? 'the join to Entra' : 'the enrollment began' };
  return ref === undefined
    ? null
    : {
        notBefore: first?.at ?? -Infinity,
        notAfter: setUp === undefined ? Infinity : Date.parse(setUp.start!),
        confidence: 'medium',
        ref,
      };
}

/** Is this always written before the MDM client enrolls? A join is only where the user does everything. */
function isBeforeEnrollment(signal: Signal, { joinType, scenario }: Way): boolean {
  switch (signal.kind) {
    case 'joined':
      return !signal.rolledBack && joinType !== 'hybrid' && scenario !== 'preProvisioning';
    case 'oobeNode':
      return signal.node === entraSignInNode && scenario !== 'preProvisioning';
    default:
      return isTechnicianStart(signal);
  }
}
