import type { Phase } from './phases';
import type { TriageDocument } from './triageDocument';

/** A phase, or a part of one. */
type Part = Pick<Phase, 'state' | 'start'>;

/** Does anything in the bundle tell of an enrollment? */
export function isEnrollmentSeen({
  phases,
  devicePreparation,
}: Pick<TriageDocument, 'phases' | 'devicePreparation'>): boolean {
  return devicePreparation !== null || phases.some(isPhaseSeen);
}

/** Does anything in the bundle show it? */
export function isPhaseSeen({ state, start }: Part): boolean {
  return state !== 'unknown' || start !== null;
}

/** It was seen to begin, and how it went on is not known: neither that it is over nor that it still runs. */
export function isEndUnseen({ state, start }: Part): boolean {
  return state === 'unknown' && start !== null;
}
