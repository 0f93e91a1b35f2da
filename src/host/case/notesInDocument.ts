import * as vscode from 'vscode';
import { memberOf, placeOf, type Anchor, type LinkEnd, type Place } from '../../core/case/anchor';
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

/** A place of a note in a document. */
export interface NoteRange {
  readonly range: ThreadRange;
  /** Which end of its link this is; `null` for a note that is none. */
  readonly end: LinkEnd | null;
}

/** In the order in which the places of a link are found. */
const linkEnds: readonly LinkEnd[] = ['from', 'to'];

/** The places of a note in the text of a member, or of a part of it: up to two of a link, else one at most. */
export async function rangesIn(
  bundle: OpenBundle,
  { path, part }: BundlePlace,
  lineCount: number,
  { anchor }: Annotation,
  resolved: ResolvedAnchor,
): Promise<readonly NoteRange[]> {
  if (resolved.outcome === 'lost') {
    return [];
  }
  if (anchor.kind === 'member') {
    return resolved.path === path && part === 1 ? [{ range: null, end: null }] : [];
  }
  const paths = new Set([path, ...bundle.copies.of(path)]);
  const { lines } = await bundle.text(path, part);
  const count = anchor.kind === 'line' ? anchor.place.lines : 1;
  const found = resolved.refs.flatMap((ref, index): readonly NoteRange[] => {
    const span = paths.has(ref.path) ? lines.spanOf({ ...ref, path }, lineCount) : null;
    const end = anchor.kind === 'link' ? linkEnds[index]! : null;
    return span === null
      ? []
      : [{ range: new vscode.Range(span.first, 0, Math.min(lineCount, span.first + count) - 1, 0), end }];
  });
  return anchor.kind === 'link' ? found : found.slice(0, 1);
}
