import * as vscode from 'vscode';
import { memberOf, placeOf, type Anchor, type Place } from '../../core/case/anchor';
import { fileName } from '../../core/case/anchorWords';
import type { Annotation } from '../../core/case/caseDocument';
import type { ResolvedAnchor } from '../../core/case/resolveAnchor';
import type { OpenBundle } from '../bundle/openBundle';
import type { BundlePlace } from '../documents/bundleUri';

/** Where a thread stands in a document; `null`: it is about the member as a whole. */
export type ThreadRange = vscode.Range | null;

/** Which notes may belong into one member, told by names alone: whether they do, and where, the bundle knows. */
export class MemberFilter {
  private readonly names: ReadonlySet<string>;
  private readonly channel: string | null;

  constructor(bundle: OpenBundle, path: string) {
    this.names = new Set([path, ...bundle.copies.of(path)].map(lowerName));
    this.channel = bundle.member(path)?.channel?.toLowerCase() ?? null;
  }

  mayConcern({ anchor }: Annotation): boolean {
    return placesOf(anchor).some((place) =>
      'recordId' in place
        ? place.channel.toLowerCase() === this.channel || this.names.has(lowerName(place.path))
        : this.names.has(lowerName(place.path)),
    );
  }
}

function placesOf(anchor: Anchor): readonly (Place | { readonly path: string })[] {
  if (anchor.kind === 'link') {
    return [anchor.from, anchor.to];
  }
  const member = memberOf(anchor);
  return placeOf(anchor) === null ? (member === null ? [] : [{ path: member }]) : [placeOf(anchor)!];
}

function lowerName(path: string): string {
  return fileName(path).toLowerCase();
}

/** The range of a note in the text of a member, or of a part of it; `undefined` where it has none there. */
export async function rangeIn(
  bundle: OpenBundle,
  { path, part }: BundlePlace,
  lineCount: number,
  { anchor }: Annotation,
  resolved: ResolvedAnchor,
): Promise<ThreadRange | undefined> {
  if (resolved.outcome === 'lost') {
    return undefined;
  }
  if (anchor.kind === 'member') {
    return resolved.path === path && part === 1 ? null : undefined;
  }
  const paths = new Set([path, ...bundle.copies.of(path)]);
  const { lines } = await bundle.text(path, part);
  for (const ref of resolved.refs.filter((candidate) => paths.has(candidate.path))) {
    const span = lines.spanOf({ ...ref, path }, lineCount);
    if (span !== null) {
      const count = anchor.kind === 'line' ? anchor.place.lines : 1;
      return new vscode.Range(span.first, 0, Math.min(lineCount, span.first + count) - 1, 0);
    }
  }
  return undefined;
}
