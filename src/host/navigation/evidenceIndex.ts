import { RecordCopies } from '../../core/bundle/recordCopies';
import type { EvidenceRef } from '../../core/enrollment/document/evidence';
import type { TriageDocument } from '../../core/enrollment/document/triageDocument';

/** One text for one place, whatever is noted beside it. */
export function evidenceKey(evidence: EvidenceRef): string {
  return 'recordId' in evidence ? `${evidence.path}#${evidence.recordId}` : `${evidence.path}:${evidence.line}`;
}

/** The place itself, and the same record in the copies of its log. */
export function placesOf(evidence: EvidenceRef, copies: RecordCopies): readonly EvidenceRef[] {
  return 'recordId' in evidence
    ? [evidence, ...copies.ofRecord(evidence.path, evidence.recordId).map((path) => ({ ...evidence, path }))]
    : [evidence];
}

/** From a place in a log back to the part of the story that it proves. */
export class EvidenceIndex {
  private readonly itemsByPlace = new Map<string, string[]>();
  private readonly linesByPath = new Map<string, number[]>();

  constructor(
    document: TriageDocument,
    private readonly copies = new RecordCopies([]),
  ) {
    // Where one record proves several things, the earlier in this order is what people look for.
    for (const reboot of document.reboots) {
      this.add(reboot.id, reboot.evidence);
      for (const cause of reboot.causes) {
        this.add(reboot.id, cause.evidence);
      }
    }
    for (const signIn of document.signIns) {
      this.add(signIn.id, signIn.evidence);
    }
    for (const phase of document.phases) {
      this.add(phase.id, phase.evidence);
      for (const subcategory of phase.subcategories) {
        this.add(phase.id, subcategory.evidence);
        for (const item of subcategory.items) {
          this.add(phase.id, item.evidence);
        }
      }
    }
    for (const boot of document.boots) {
      this.add(boot.id, boot.evidence);
    }
    for (const finding of document.findings) {
      this.add(finding.id, finding.evidence);
    }
    for (const workload of document.devicePreparation?.workloads ?? []) {
      this.add(workload.id, workload.evidence);
    }
    for (const lines of this.linesByPath.values()) {
      lines.sort((a, b) => a - b);
    }
  }

  /** Ids of the story items that this very place is evidence for, the most telling first. */
  itemsAt(evidence: EvidenceRef): readonly string[] {
    return this.itemsByPlace.get(evidenceKey(evidence)) ?? [];
  }

  /**
   * The place that stands for a cursor at `evidence`: records stand for themselves, a line of a text log for the
   * last line of evidence at or above it; `null` above the first.
   */
  nearest(evidence: EvidenceRef): EvidenceRef | null {
    if ('recordId' in evidence) {
      return evidence;
    }
    const line = this.linesByPath.get(evidence.path)?.findLast((known) => known <= evidence.line);
    return line === undefined ? null : { path: evidence.path, line };
  }

  private add(itemId: string, evidence: readonly EvidenceRef[]): void {
    for (const reference of evidence) {
      for (const place of placesOf(reference, this.copies)) {
        const items = mapEntry(this.itemsByPlace, evidenceKey(place));
        if (!items.includes(itemId)) {
          items.push(itemId);
        }
      }
      if ('line' in reference) {
        mapEntry(this.linesByPath, reference.path).push(reference.line);
      }
    }
  }
}

function mapEntry<Value>(map: Map<string, Value[]>, key: string): Value[] {
  let values = map.get(key);
  if (values === undefined) {
    values = [];
    map.set(key, values);
  }
  return values;
}
