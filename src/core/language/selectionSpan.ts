import { recordAtLine, type LogIndex } from './logIndex';

/** The records that a selection touches, and the time between the first and the last of them. */
export interface SelectionSpan {
  readonly records: number;
  /** Milliseconds, corrected; negative where the last record is the older one. */
  readonly durationMs: number;
}

/** What lies between the ends of a selection; `null` where it touches fewer than two records with a time. Lines count from 0. */
export function spanOfSelection(index: LogIndex, firstLine: number, lastLine: number): SelectionSpan | null {
  const first = Math.max(0, recordAtLine(index, firstLine));
  const last = recordAtLine(index, lastLine);
  const durationMs = (index.correctedMs[last] ?? NaN) - (index.correctedMs[first] ?? NaN);
  return last <= first || Number.isNaN(durationMs) ? null : { records: last - first + 1, durationMs };
}
