import type { ClockSegment } from '../document/clockFacts';
import type { FoundStep } from './clockTrack';
import { isoTime } from './isoTime';

/** A step that everything before it is shifted by, with its corrected instant (milliseconds since 1970 UTC). */
type PlacedStep = Pick<FoundStep, 'oldMs' | 'newMs' | 'reason' | 'event'> & { readonly at: number };

/**
 * The segments between the steps; without a step one that needs no correction. After a step back the clock shows times a
 * second time: a record with such a time is told apart by its place in its log only.
 */
export function segmentsOf(steps: readonly PlacedStep[]): readonly ClockSegment[] {
  const inOrder = [...steps].sort((a, b) => a.at - b.at);
  return Array.from({ length: inOrder.length + 1 }, (_, index): ClockSegment => {
    const [begunBy, endedBy] = [inOrder[index - 1], inOrder[index]];
    return {
      start: begunBy === undefined ? null : isoTime(begunBy.at),
      end: endedBy === undefined ? null : isoTime(endedBy.at),
      rawStart: begunBy === undefined ? null : isoTime(begunBy.newMs),
      rawEnd: endedBy === undefined ? null : isoTime(endedBy.oldMs),
      correctionMs: inOrder.slice(index).reduce((sum, { oldMs, newMs }) => sum + newMs - oldMs, 0),
      correctedBy: inOrder.slice(index).map(({ reason, event }) => ({
        reason,
        evidence: [{ path: event.path, recordId: event.recordId }],
      })),
      shownAgain:
        endedBy === undefined || endedBy.newMs >= endedBy.oldMs
          ? null
          : { from: isoTime(endedBy.newMs), to: isoTime(endedBy.oldMs) },
    };
  });
}
