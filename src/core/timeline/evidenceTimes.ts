/*
 * When a place in the logs was written, where the bundle has its time: records of channels have one here, lines of
 * text logs have none.
 */
import type { EvidenceRef } from '../enrollment/document/evidence';
import { isInstant } from '../words/instant';
import type { EventSeries } from './eventSeries';
import { recordIndexOf } from './eventSeries';

export class EvidenceTimes {
  private readonly byPath = new Map<string, EventSeries[]>();

  constructor(channels: readonly EventSeries[]) {
    for (const series of channels) {
      const same = this.byPath.get(series.path);
      if (same === undefined) {
        this.byPath.set(series.path, [series]);
      } else {
        same.push(series);
      }
    }
  }

  /** Milliseconds since 1970 UTC, or `null`. */
  of(reference: EvidenceRef): number | null {
    if ('line' in reference) {
      return null;
    }
    for (const series of this.byPath.get(reference.path) ?? []) {
      const index = recordIndexOf(series, reference.recordId);
      const time = index === null ? undefined : series.times[index];
      if (time !== undefined && isInstant(time)) {
        return time;
      }
    }
    return null;
  }

  /** The places that have a time, with it, in their order. */
  timed(references: readonly EvidenceRef[]): readonly TimedEvidence[] {
    return references.flatMap((reference) => {
      const time = this.of(reference);
      return time === null ? [] : [{ reference, time }];
    });
  }

  /** The time of the last thing that a claim rests on: before it, the claim could not be made. */
  latest(references: readonly EvidenceRef[]): number | null {
    return this.timed(references).reduce<number | null>(
      (last, { time }) => (last === null || time > last ? time : last),
      null,
    );
  }
}

export interface TimedEvidence {
  readonly reference: EvidenceRef;
  readonly time: number;
}
