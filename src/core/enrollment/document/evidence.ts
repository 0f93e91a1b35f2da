/** Points at a place that opens in the editor. */
export type EvidenceRef = RecordRef | LineRef;

/** An event record, by its own EventRecordID. */
export interface RecordRef {
  readonly path: string;
  readonly recordId: number;
  readonly note?: string;
}

/** A line of a text member, counted from 1. */
export interface LineRef {
  readonly path: string;
  readonly line: number;
  readonly note?: string;
}

/** A claim has at least one reference, or it is not made. */
export type Evidence = readonly [EvidenceRef, ...EvidenceRef[]];

export type Confidence = 'high' | 'medium' | 'low';
