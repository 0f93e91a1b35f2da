import type { EvidenceRef } from '../enrollment/document/evidence';
import type { LogContext } from './logContext';
import { lineOfRecord } from './logIndex';

/** The line, from 0, on which a piece of evidence of this log stands; `null` where the text does not hold it. */
export function lineOfEvidence({ index, lineShift }: LogContext, evidence: EvidenceRef): number | null {
  if ('recordId' in evidence) {
    return lineOfRecord(index, evidence.recordId);
  }
  const line = evidence.line - 1 + lineShift;
  return line >= 0 && line < index.lineCount ? line : null;
}
