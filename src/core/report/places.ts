import type { EvidenceRef } from '../enrollment/document/evidence';

/** `system.evtx #247`, `ime.log:311`: file and record; the folders of nested archives would hide both. */
export function placeText(ref: EvidenceRef): string {
  const file = ref.path.slice(ref.path.lastIndexOf('/') + 1);
  return 'recordId' in ref ? `${file} #${ref.recordId}` : `${file}:${ref.line}`;
}

/** The first three, and how many more. */
export function placesText(refs: readonly EvidenceRef[]): string {
  const named = [...new Set(refs.slice(0, 3).map(placeText))].join(', ');
  return refs.length > 3 ? `${named} and ${refs.length - 3} more` : named;
}
