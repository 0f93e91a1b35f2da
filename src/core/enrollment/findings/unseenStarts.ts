import type { EvidenceRef } from '../document/evidence';
import type { Timed } from '../signals/timeOrder';
import { firstIndexFrom } from '../signals/timeOrder';
import type { Facts } from './facts';

/** Starts of Windows that its own numbering shows, and no record. */
export interface UnseenStarts {
  readonly missing: number;
  /** The two records between which they were. */
  readonly refs: readonly [EvidenceRef, EvidenceRef];
}

/** More of them are no numbering of one installation. */
const mostMissing = 1_000;

/** Where the number of the start goes on by more than the starts that are seen; a reset of the device counts anew. */
export function unseenStarts(facts: Facts): readonly UnseenStarts[] {
  const numbers = [...facts.all('startNumber'), ...facts.all('dirtyStop')]
    .flatMap(({ at, before, ref }) => (before === undefined ? [] : [{ at, before, ref }]))
    .sort((a, b) => a.at - b.at);
  const starts = facts.all('kernelStart');
  const resets = facts.all('deviceReset');
  return numbers.slice(1).flatMap((number, index): readonly UnseenStarts[] => {
    const last = numbers[index]!;
    // The start of each of the two stands beside its own record.
    const seen = Math.max(0, countBetween(starts, last.at + besideMs, number.at - besideMs));
    const missing = number.before - last.before - 1 - seen;
    const isOneCount = missing <= mostMissing && countBetween(resets, last.at, number.at) === 0;
    return missing > 0 && isOneCount
      ? [
          {
            missing,
            refs: [
              { ...last.ref, note: `the start before had the number ${last.before}` },
              { ...number.ref, note: `the start before had the number ${number.before}` },
            ],
          },
        ]
      : [];
  });
}

/** The records of one start lie this close together, milliseconds. */
const besideMs = 5_000;

function countBetween(items: readonly Timed[], from: number, to: number): number {
  return firstIndexFrom(items, to) - firstIndexFrom(items, from);
}
