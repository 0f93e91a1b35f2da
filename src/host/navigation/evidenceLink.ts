import type { EvidenceRef } from '../../core/enrollment/document/evidence';

/** Where an evidence link points: a place in a bundle that is known by its content. */
export interface EvidenceLink {
  /** SHA-256 of the bundle, lower-case hex. */
  readonly bundle: string;
  /** What the bundle was called; for people. */
  readonly name: string;
  readonly evidence: EvidenceRef;
  /** ISO 8601 UTC, for people who only have the link; `null` where the place has no time. */
  readonly time: string | null;
}

/** Path of the links that this extension answers to. */
export const evidenceLinkPath = '/evidence';

/** The query of a link. */
export function evidenceLinkQuery({ bundle, name, evidence, time }: EvidenceLink): string {
  return new URLSearchParams({
    bundle,
    name,
    log: evidence.path,
    ...('recordId' in evidence ? { record: String(evidence.recordId) } : { line: String(evidence.line) }),
    ...(time !== null && { time }),
  }).toString();
}

/** The other direction; `null` for anything else. Links come from anywhere: nothing in them is believed. */
export function parseEvidenceLink(query: string): EvidenceLink | null {
  const values = new URLSearchParams(query);
  const bundle = values.get('bundle')?.toLowerCase() ?? '';
  const path = values.get('log') ?? '';
  const evidence = placeIn(path, values.get('record'), values.get('line'));
  return /^[0-9a-f]{64}$/.test(bundle) && path !== '' && evidence !== null
    ? { bundle, name: values.get('name') ?? '', evidence, time: values.get('time') }
    : null;
}

function placeIn(path: string, record: string | null, line: string | null): EvidenceRef | null {
  const number = /^\d{1,15}$/;
  if (record !== null && number.test(record)) {
    return { path, recordId: Number(record) };
  }
  return line !== null && number.test(line) ? { path, line: Math.max(1, Number(line)) } : null;
}
