import type { Problem } from '../bytes/problem';
import type { EventRecord } from './eventRecord';

/**
 * The columnar index of one .evtx file: what can be read of every record without building it. All columns have
 * {@link EventLog.count} elements in the order of the file (ascending record header id within a chunk).
 */
export interface EventColumns {
  /** EventRecordID. */
  readonly recordId: Float64Array;
  /** Milliseconds since 1970 UTC. */
  readonly timeMs: Float64Array;
  /** 100 ns units within the millisecond. */
  readonly timeTicks: Uint16Array;
  readonly eventId: Uint16Array;
  /** 0 when the record has none. */
  readonly level: Uint8Array;
  /** Index into {@link EventLog.providers}. */
  readonly provider: Uint16Array;
  /** Index into {@link EventLog.channels}. A damaged record has the empty name, here and as its provider. */
  readonly channel: Uint16Array;
}

/** One .evtx file: an index that is built at once, and records that are decoded when asked for. */
export interface EventLog {
  readonly count: number;
  readonly columns: EventColumns;
  readonly providers: readonly string[];
  readonly channels: readonly string[];
  /**
   * Damage found: wrong checksums, unreadable records, truncated chunks. Complete as far as the index goes; decoding a
   * record can add one about its data.
   */
  readonly problems: readonly Problem[];
  /**
   * Decodes the record at `index`; `null` when it is damaged beyond reading (then a problem was noted). Throws a
   * RangeError for an index that the log does not have.
   */
  record(index: number): EventRecord | null;
}
