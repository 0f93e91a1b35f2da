import type { EvidenceRef } from '../enrollment/document/evidence';
import type { LogContext } from './logContext';
import { lineOfRecord } from './logIndex';

/** Is that place in this log? A record is the same in every copy of its log; lines are counted anew in each. */
export function isOfLog({ path, copies }: LogContext, evidence: EvidenceRef): boolean {
  return evidence.path === path || ('recordId' in evidence && copies.includes(evidence.path));
}

/** The line, from 0, on which a piece of evidence of this log stands; `null` where the text does not hold it. */
export function lineOfEvidence({ index, lineShift }: LogContext, evidence: EvidenceRef): number | null {
  if ('recordId' in evidence) {
    return lineOfRecord(index, evidence.recordId);
  }
  const line = evidence.line - 1 + lineShift;
  return line >= 0 && line < index.lineCount ? line : null;
}
