import { toHex } from '../bytes/hex';
import type { MemberSummary } from '../enrollment/document/bundleFacts';
import type { BundleIdentity, CaseDocument } from './caseDocument';
import { compareText } from './trail';

/** How surely a case belongs to a bundle. */
export type Belonging =
  /** The very same bytes. */
  | 'same'
  /** Packed or extracted anew: the same files by name and size. */
  | 'sameContent'
  | 'other';

/** Whether the notes of a case were taken on this bundle. */
export function belonging({ bundles }: CaseDocument, bundle: BundleIdentity): Belonging {
  if (bundles.some(({ sha256 }) => sha256 === bundle.sha256)) {
    return 'same';
  }
  const isKnown = bundle.content !== null && bundles.some(({ content }) => content === bundle.content);
  return isKnown ? 'sameContent' : 'other';
}

/**
 * What stays the same when a bundle is packed or extracted anew: a hash over the names and sizes of its files, without
 * the folders they lie in and without the archives around them. 32 hex digits; `null` for a bundle without files.
 */
export async function contentKey(members: readonly MemberSummary[]): Promise<string | null> {
  const files = members.filter(({ kind }) => kind !== 'archive');
  if (files.length === 0) {
    return null;
  }
  const lines = files.map(({ path, size }) => `${path.slice(path.lastIndexOf('/') + 1).toLowerCase()}\t${size}\n`);
  const bytes = new TextEncoder().encode(lines.sort(compareText).join(''));
  return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))).slice(0, 32);
}

/** The case, with the bundle among those it is about. */
export function withBundle(before: CaseDocument, bundle: BundleIdentity): CaseDocument {
  const bundles = mergeBundles(before.bundles, [bundle]);
  return { ...before, bundles };
}

/** Every bundle once, with all names it was seen under. */
export function mergeBundles(
  mine: readonly BundleIdentity[],
  theirs: readonly BundleIdentity[],
): readonly BundleIdentity[] {
  const merged = new Map<string, BundleIdentity>();
  for (const bundle of [...mine, ...theirs]) {
    const known = merged.get(bundle.sha256);
    merged.set(bundle.sha256, known === undefined ? bundle : sameBundle(known, bundle));
  }
  return [...merged.values()].sort((left, right) => compareText(left.sha256, right.sha256));
}

function sameBundle(left: BundleIdentity, right: BundleIdentity): BundleIdentity {
  const names = [...new Set([...left.names, ...right.names])].sort(compareText);
  const contents = [left.content, right.content].filter((content) => content !== null).sort(compareText);
  return { ...right, ...left, names, content: contents[0] ?? null };
}
