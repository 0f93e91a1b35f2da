import type { TriageDocument } from '../enrollment/document/triageDocument';
import type { LogIndex } from './logIndex';
import type { TextLines } from './textLines';

/** A log that is open, and what is known around it. */
export interface LogContext {
  readonly lines: TextLines;
  readonly index: LogIndex;
  /** Member path; `null` for a file that belongs to no open bundle. */
  readonly path: string | null;
  /** Other members that hold the same records: what is told of a record there is told of it here. */
  readonly copies: readonly string[];
  /** The story of its bundle; `null` for a file that belongs to no open bundle. */
  readonly story: TriageDocument | null;
  /** Line of the text minus line of the member, for members that are shown in parts. */
  readonly lineShift: number;
}
