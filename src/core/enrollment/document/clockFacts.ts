import type { Evidence } from './evidence';

export interface ClockStep {
  /** The corrected instant at which the clock was set. */
  readonly at: string;
  /** New time minus old time, milliseconds; negative when the clock was set back. */
  readonly deltaMs: number;
  readonly reason: 'timeSync' | 'resume' | 'timeZone' | 'unknown';
  readonly evidence: Evidence;
}

export interface LocalOffset {
  readonly from: string;
  readonly minutesEastOfUtc: number;
  readonly evidence: Evidence;
}

export interface ClockFacts {
  readonly steps: readonly ClockStep[];
  readonly localOffsets: readonly LocalOffset[];
}
