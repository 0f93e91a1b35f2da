/** What a bundle holds of one event channel or log. "Absent" is never "healthy". */
export type CoverageState = 'present' | 'empty' | 'absent' | 'notCollected' | 'unreadable';

/** Records that were written and are not in the bundle, between two that are. */
export interface RecordGap {
  /** Corrected times of the records around it, ISO 8601 UTC. */
  readonly from: string;
  readonly to: string;
  readonly missing: number;
}

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
  /** The gaps themselves, in the order of writing; neighbours are told as one where there are very many. */
  readonly gaps: readonly RecordGap[];
  /** Does it hold all that was written to it during the enrollment? `null`: no enrollment is known, or nothing can be said. */
  readonly coversEnrollment: 'all' | 'part' | 'none' | null;
  /** The member it was read from; `null` when there is none. */
  readonly path: string | null;
}

/** What {@link covers} has to know of a log. */
export type CoveredLog = Pick<LogCoverage, 'state' | 'first' | 'last' | 'firstRecordId' | 'gaps'>;

/** A channel may be silent for so long; one that ends earlier is of another time or another device, milliseconds. */
const silentMs = 24 * 3_600_000;

/**
 * Would this log show what was written to it between two instants (milliseconds since 1970 UTC)? An event channel goes
 * on until the bundle is taken, whether or not anything is logged; a text log is known up to its last line only.
 */
export function covers(log: CoveredLog, from: number, to: number): boolean {
  const span = spanOf(log);
  return (
    span !== null &&
    (span.first <= from || log.firstRecordId === 1) &&
    span.last >= (isChannel(log) ? from - silentMs : to) &&
    !log.gaps.some((gap) => Date.parse(gap.from) <= to && Date.parse(gap.to) >= from)
  );
}

/** Does it hold anything of that time? */
export function touches(log: CoveredLog, from: number, to: number): boolean {
  const span = spanOf(log);
  return span !== null && span.first <= to && span.last >= (isChannel(log) ? from - silentMs : from);
}

function spanOf({ state, first, last }: CoveredLog): { readonly first: number; readonly last: number } | null {
  return state !== 'present' || first === null || last === null
    ? null
    : { first: Date.parse(first), last: Date.parse(last) };
}

function isChannel({ firstRecordId }: CoveredLog): boolean {
  return firstRecordId !== null;
}
