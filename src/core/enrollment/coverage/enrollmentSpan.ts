import type { Phase } from '../document/phases';
import type { AttemptSpan } from '../phases/attempts';
import { phaseIds } from '../phases/phaseIds';
import type { Stage } from '../phases/phaseTracker';

/** From the first sign of the last enrollment to its end, corrected, milliseconds since 1970 UTC. */
export interface EnrollmentSpan {
  readonly from: number;
  readonly to: number;
}

/**
 * When the last enrollment was; `null` where none is seen. One that was still running ends with the bundle
 * (`bundleEnd`).
 */
export function enrollmentSpan(
  attempts: readonly AttemptSpan[],
  stages: readonly Stage[],
  phases: readonly Phase[],
  bundleEnd: number,
): EnrollmentSpan | null {
  const attempt = attempts.at(-1);
  const starts = phases.flatMap(({ start }) => (start === null ? [] : [Date.parse(start)]));
  const from = Math.min(attempt?.begunBy.at ?? Infinity, ...starts);
  if (from === Infinity) {
    return null;
  }
  const after = stages.find((stage) => stage.from >= from && stage.stage === 'afterEnrollment');
  const end = endOf(phases) ?? after?.from ?? attempt?.ended?.sign.at ?? bundleEnd;
  return { from, to: Math.max(from, end) };
}

/** The end of the last phase, where that phase is over. */
function endOf(phases: readonly Phase[]): number | null {
  const last = phases.find(({ id }) => id === phaseIds.at(-1));
  return last?.end === null || last === undefined ? null : Date.parse(last.end);
}
