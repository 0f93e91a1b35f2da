import type { EvidenceRef } from '../document/evidence';

/** More places of the same kind would not be read. */
const enough = 8;

/** The first few places, each with the same note. */
export function noted(refs: readonly EvidenceRef[], note: string): readonly EvidenceRef[] {
  return refs.slice(0, enough).map((ref) => ({ ...ref, note }));
}
