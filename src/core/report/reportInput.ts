import type { CaseDocument } from '../case/caseDocument';
import type { TriageDocument } from '../enrollment/document/triageDocument';
import type { EventSeries } from '../timeline/eventSeries';
import type { Quotes } from './quotes';

/**
 * All that a report is made of: plain data, so that the same input gives the same report. For a redacted report every
 * part comes redacted already.
 */
export interface ReportInput {
  /** The whole story: what is said at a glance, and the timeline. */
  readonly document: TriageDocument;
  /** The part of the story that is told at length: all of it, or what is starred. */
  readonly told: TriageDocument;
  /** The times of the records, for the timeline. */
  readonly series: readonly EventSeries[];
  readonly quotes: Quotes;
  /** With the notes that are shown; `null` where no case is known. */
  readonly caseDocument: CaseDocument | null;
  readonly options: ReportOptions;
}

export type ReportScope = 'everything' | 'starred';

export interface ReportOptions {
  readonly scope: ReportScope;
  /** Starred parts of the story that this bundle does not tell any more. */
  readonly lostStars: number;
  /** Does the report say who has written what of the case? */
  readonly namesAuthors: boolean;
  /** Names were replaced by pseudonyms, and the report says so. */
  readonly isRedacted: boolean;
}
