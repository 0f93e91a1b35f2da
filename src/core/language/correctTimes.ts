import type { ClockStep } from '../enrollment/document/clockFacts';

/** The clock may be read a little before it was set and written a little after, milliseconds. */
const slackMs = 5_000;

/**
 * Shifts what one log recorded before the clock was corrected, from the steps alone: for logs that the reader of the
 * bundle has no better times for. After a resume or a pause the time has really passed and nothing is shifted.
 *
 * @param rawMs times in the order of writing, milliseconds since 1970 UTC
 */
export function correctTimes(rawMs: Float64Array, steps: readonly ClockStep[]): Float64Array {
  const corrected = Float64Array.from(rawMs);
  const corrections = steps.filter(({ reason }) => reason === 'timeSync' || reason === 'timeZone');
  let laterShift = 0;
  for (const { at, deltaMs } of corrections.toReversed()) {
    const newMs = Date.parse(at) - laterShift;
    const boundary = deltaMs > 0 ? firstAtOrAfter(rawMs, newMs - slackMs) : firstAfterDrop(rawMs, newMs, deltaMs);
    for (let position = 0; position < boundary; position += 1) {
      corrected[position] = corrected[position]! + deltaMs;
    }
    laterShift += deltaMs;
  }
  return corrected;
}

/** A clock that was set forward: nothing older than the new time was written afterwards. */
function firstAtOrAfter(rawMs: Float64Array, ms: number): number {
  const found = rawMs.findIndex((time) => time >= ms);
  return found < 0 ? rawMs.length : found;
}

/** A clock that was set back: the log itself steps back, near the new time. Where it never does, all is after the step. */
function firstAfterDrop(rawMs: Float64Array, newMs: number, deltaMs: number): number {
  const enough = Math.abs(deltaMs) / 2;
  for (let position = 1; position < rawMs.length; position += 1) {
    const time = rawMs[position]!;
    if (rawMs[position - 1]! - time >= enough && time >= newMs - slackMs) {
      return position;
    }
  }
  return 0;
}
