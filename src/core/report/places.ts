import * as l10n from '@vscode/l10n';
import type { EvidenceRef } from '../enrollment/document/evidence';

/** `system.evtx #247`, `ime.log:311`: file and record; the folders of nested archives would hide both. */
export function placeText(ref: EvidenceRef): string {
  const file = ref.path.slice(ref.path.lastIndexOf('/') + 1);
  return 'recordId' in ref ? `${file} ${positionText(ref)}` : `${file}${positionText(ref)}`;
}

function positionText(ref: EvidenceRef): string {
  return 'recordId' in ref ? `#${ref.recordId}` : `:${ref.line}`;
}

/** The first three, those of one file together, and how many more: `system.evtx #247, #251; ime.log:311 and 4 more`. */
export function placesText(refs: readonly EvidenceRef[]): string {
  const byPath = new Map<string, string[]>();
  for (const ref of refs.slice(0, 3)) {
    const texts = byPath.get(ref.path) ?? [];
    const text = texts.length === 0 ? placeText(ref) : positionText(ref);
    if (!texts.some((known) => known.endsWith(positionText(ref)))) {
      byPath.set(ref.path, [...texts, text]);
    }
  }
  const named = [...byPath.values()].map((texts) => texts.join(', ')).join('; ');
  return refs.length > 3 ? l10n.t('{0} and {1} more', named, refs.length - 3) : named;
}
