import type { CaseDocument } from '../case/caseDocument';
import type { TriageDocument } from '../enrollment/document/triageDocument';
import type { Quotes } from './quotes';

/**
 * All that a report is made of: plain data, so that the same input gives the same report. For a redacted report every
 * part comes redacted already, see `redactData`.
 */
export interface ReportInput {
  readonly document: TriageDocument;
  /** The drawing of `timelineSvg` with `reportTheme`; `null` for reports without pictures. */
  readonly timelineSvg: string | null;
  readonly quotes: Quotes;
  /** `null` where no case is known. */
  readonly caseDocument: CaseDocument | null;
  readonly options: ReportOptions;
}

export interface ReportOptions {
  /** Everything, or what somebody has starred in the case. */
  readonly scope: 'everything' | 'starred';
  /** Names were replaced by pseudonyms, and the report says so. */
  readonly isRedacted: boolean;
}

export const plainOptions: ReportOptions = { scope: 'everything', isRedacted: false };
