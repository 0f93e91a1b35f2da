import type { TriageDocument } from '../../core/enrollment/document/triageDocument';
import type { OpenBundle } from '../bundle/openBundle';
import { EvidenceIndex } from './evidenceIndex';

/** The evidence index of each story that is told, built when first asked for and gone with its story. */
export class EvidenceIndexes {
  private readonly indexes = new WeakMap<TriageDocument, EvidenceIndex>();

  of(bundle: OpenBundle): EvidenceIndex {
    let index = this.indexes.get(bundle.document);
    if (index === undefined) {
      index = new EvidenceIndex(bundle.document, bundle.copies);
      this.indexes.set(bundle.document, index);
    }
    return index;
  }
}
