import type { ClockFacts } from '../../core/enrollment/document/clockFacts';

/**
 * What the clock of the device showed at a corrected time, milliseconds since 1970 UTC; `null` where that is the same
 * time, to the second.
 */
export function recordedTime({ segments = [] }: Pick<ClockFacts, 'segments'>, time: number): number | null {
  const segment = segments.find(
    ({ start, end }) => (start === null || Date.parse(start) <= time) && (end === null || time < Date.parse(end)),
  );
  const correctionMs = segment?.correctionMs ?? 0;
  return Math.abs(correctionMs) < 1000 ? null : time - correctionMs;
}
