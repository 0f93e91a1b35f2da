import type { Evidence } from './evidence';

export interface ClockStep {
  /** The corrected instant at which the clock was set. */
  readonly at: string;
  /** New time minus old time, milliseconds; negative when the clock was set back. */
  readonly deltaMs: number;
  readonly reason: 'timeSync' | 'resume' | 'timeZone' | 'unknown';
  readonly evidence: Evidence;
}

/** A stretch of the bundle's time in which the clock ran without being corrected. */
export interface ClockSegment {
  /** Corrected; `null` for the first one. */
  readonly start: string | null;
  /** Corrected; `null` for the last one. */
  readonly end: string | null;
  /** What the clock showed at {@link start}. */
  readonly rawStart: string | null;
  /** What the clock showed at {@link end}. */
  readonly rawEnd: string | null;
  /** What is added to a recorded time of this segment, milliseconds; 0 in the last one. */
  readonly correctionMs: number;
  /** The steps that the correction is the sum of. */
  readonly correctedBy: readonly { readonly reason: ClockStep['reason']; readonly evidence: Evidence }[];
  /** Times that the clock showed in this segment and shows again in the next: only the order of writing tells which is meant. */
  readonly shownAgain: { readonly from: string; readonly to: string } | null;
}

export interface LocalOffset {
  readonly from: string;
  readonly minutesEastOfUtc: number;
  readonly evidence: Evidence;
}

/**
 * How the zone of a log in local time was found: UTC stamps inside its lines, events that an event log tells in UTC
 * too, a zone that the log itself or the setup log names, the offset that the event log recorded, the stretch of the
 * log beside it, the zone of the device when the bundle was taken. `unknown`: its times are shown as written.
 */
export type ZoneSource =
  'utcStamp' | 'commonEvent' | 'zoneName' | 'eventLog' | 'setupLog' | 'sameLog' | 'deviceZone' | 'unknown';

/** A stretch of a log in local time; a log whose zone changes has several. */
export interface LocalLog {
  readonly path: string;
  /** First line of the stretch, counted from 1. */
  readonly fromLine: number;
  readonly source: ZoneSource;
  /** At its first line; `null` where it is not known. */
  readonly minutesEast: number | null;
  /** `false`: an inference, another zone is possible. */
  readonly certain: boolean;
}

export interface ClockFacts {
  readonly steps: readonly ClockStep[];
  readonly localOffsets: readonly LocalOffset[];
  readonly localLogs: readonly LocalLog[];
  /** In their order; absent in documents that were written before it was told. */
  readonly segments?: readonly ClockSegment[];
}
