import type { EvidenceRef } from '../../core/enrollment/document/evidence';
import { evidenceKey } from '../navigation/evidenceIndex';

/** Each place once, in the order in which they come first; of several mentions the one that says what the place shows. */
export function distinctPlaces(evidence: readonly EvidenceRef[]): readonly EvidenceRef[] {
  const places = new Map<string, EvidenceRef>();
  for (const reference of evidence) {
    const key = evidenceKey(reference);
    if (places.get(key)?.note === undefined) {
      places.set(key, reference);
    }
  }
  return [...places.values()];
}
