import { lastAtOrBelow } from '../../core/bytes/sorted';
import type { EvidenceRef } from '../../core/enrollment/document/evidence';
import type { MemberPart } from '../../protocol/bundleService';

/** First and last text line of one record or log line, 0-based, both inclusive. */
export interface LineSpan {
  readonly first: number;
  readonly last: number;
}

/** The place of a text that is all of its member. */
const wholeMember = { contentStart: 0, contentEnd: Infinity, firstLine: 0 };

/**
 * The two-way map between the evidence in a member and the lines of the text that the editor shows for it.
 * For event logs a record is a block of lines; elsewhere a file line is a text line. Of a member in parts it is the
 * map of one part, and knows nothing of the others.
 */
export class LogLines {
  private readonly indexByRecord: ReadonlyMap<number, number> | null;

  /**
   * @param recordLines first text line of record i, ascending; `null` for text members
   * @param recordIds EventRecordID of record i
   * @param part what of the member the text is; `null` for all of it
   */
  constructor(
    private readonly recordLines: Uint32Array | null,
    private readonly recordIds: Float64Array | null,
    private readonly part: Pick<MemberPart, 'contentStart' | 'contentEnd' | 'firstLine'> | null = null,
  ) {
    this.indexByRecord =
      recordIds === null ? null : new Map(Array.from(recordIds, (recordId, index) => [recordId, index]));
  }

  /** First text line of each record, ascending; `null` for text members. */
  get recordStarts(): Uint32Array | null {
    return this.recordLines;
  }

  /** Lines of `evidence` in a text of `lineCount` lines; `null` when it is not in this text. */
  spanOf(evidence: EvidenceRef, lineCount: number): LineSpan | null {
    const { contentStart, contentEnd, firstLine } = this.part ?? wholeMember;
    const end = Math.min(lineCount, contentEnd);
    if (!('recordId' in evidence)) {
      const line = evidence.line - 1 - firstLine + contentStart;
      return line >= contentStart && line < end ? { first: line, last: line } : null;
    }
    const index = this.indexByRecord?.get(evidence.recordId);
    const first = index === undefined ? undefined : this.recordLines?.[index];
    if (index === undefined || first === undefined || first >= end) {
      return null;
    }
    // The blank line that ends a block is not part of the record.
    const next = this.recordLines?.[index + 1] ?? end;
    return { first, last: Math.max(first, Math.min(next, end) - 2) };
  }

  /** The record or line that text line `line` (0-based) belongs to; `null` above the first record and in notes. */
  evidenceAt(path: string, line: number): EvidenceRef | null {
    const { contentStart, contentEnd, firstLine } = this.part ?? wholeMember;
    if (line < contentStart || line >= contentEnd) {
      return null;
    }
    if (this.recordLines === null || this.recordIds === null) {
      return { path, line: line - contentStart + firstLine + 1 };
    }
    const recordId = this.recordIds[lastAtOrBelow(this.recordLines, line)];
    return recordId === undefined ? null : { path, recordId };
  }
}
