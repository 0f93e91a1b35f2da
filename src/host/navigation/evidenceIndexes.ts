import type { OpenBundle } from '../bundle/openBundle';
import { EvidenceIndex } from './evidenceIndex';

/** The evidence index of each open bundle, built when first asked for and gone with its bundle. */
export class EvidenceIndexes {
  private readonly indexes = new WeakMap<OpenBundle, EvidenceIndex>();

  of(bundle: OpenBundle): EvidenceIndex {
    let index = this.indexes.get(bundle);
    if (index === undefined) {
      index = new EvidenceIndex(bundle.document, bundle.copies);
      this.indexes.set(bundle, index);
    }
    return index;
  }
}
