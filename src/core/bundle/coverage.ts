/** What a bundle holds of one event channel or log. "Absent" is never "healthy". */
export type CoverageState = 'present' | 'empty' | 'absent' | 'notCollected' | 'unreadable';

export interface LogCoverage {
  /** Channel name as records spell it, e.g. `Microsoft-Windows-Shell-Core/Operational`, or a log's file name. */
  readonly log: string;
  readonly state: CoverageState;
  /** Records read; 0 unless present. */
  readonly records: number;
  /** First and last record by record id, corrected time, ISO 8601 UTC; `null` without records. */
  readonly first: string | null;
  readonly last: string | null;
  /** Record id of the first record: above 1 the log has wrapped or was cleared; `null` for what has no record ids. */
  readonly firstRecordId: number | null;
  /** Gaps in the sequence of record ids between the first and the last. */
  readonly missingRecordIds: number;
  /** The member it was read from; `null` when there is none. */
  readonly path: string | null;
}
