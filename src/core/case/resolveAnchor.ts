import * as l10n from '@vscode/l10n';
import type { EvidenceRef } from '../enrollment/document/evidence';
import { instantOf } from '../words/instant';
import { isRecordPlace, type Anchor, type LinePlace, type Place, type RecordPlace, type StoryKind } from './anchor';
import type { AnchorSource, StoryItem } from './anchorSource';
import { findLine, type FoundLine } from './findLine';

/** Where a note belongs in the bundle that is open. */
export type ResolvedAnchor =
  | {
      readonly outcome: 'exact' | 'moved';
      /** Places that open in the editor: two for a link, none for the case, a time range or a gap. */
      readonly refs: readonly EvidenceRef[];
      /** The member, for a note on a whole member. */
      readonly path: string | null;
      /** Id of the part of the story; `null` where the note is on none, or the story does not tell it any more. */
      readonly item: string | null;
      /** What is different now, as one sentence; empty where it is exact. */
      readonly why: string;
    }
  /** `why` is one sentence. */
  | { readonly outcome: 'lost'; readonly why: string };

/**
 * Finds the place of a note again, in a bundle that may have been moved, renamed, packed or extracted anew, or rendered
 * by a later version. Says what is different now, and what cannot be found for sure is lost, with the reason.
 */
export function resolveAnchor(anchor: Anchor, source: AnchorSource): ResolvedAnchor {
  switch (anchor.kind) {
    case 'case':
    case 'timeRange':
      return found('exact', [], '');
    case 'member':
      return resolveMember(anchor.path, source);
    case 'line':
    case 'record':
      return resolvePlace(anchor.place, source);
    case 'reboot':
    case 'signIn':
    case 'finding':
      return resolveItem(anchor, source);
    case 'link':
      return resolveLink(resolvePlace(anchor.from, source), resolvePlace(anchor.to, source));
  }
}

function found(
  outcome: 'exact' | 'moved',
  refs: readonly EvidenceRef[],
  why: string,
  { path = null, item = null }: { readonly path?: string | null; readonly item?: string | null } = {},
): ResolvedAnchor {
  return { outcome, refs, path, item, why };
}

function lost(why: string): ResolvedAnchor {
  return { outcome: 'lost', why };
}

function resolveMember(path: string, source: AnchorSource): ResolvedAnchor {
  const [best, second] = source.members.candidates(path);
  if (best === undefined) {
    return lost(l10n.t('There is no {0} in this bundle.', nameOf(path)));
  }
  if (best.isSame) {
    return found('exact', [], '', { path: best.path });
  }
  return second?.commonTail === best.commonTail
    ? lost(l10n.t('There are several files called {0} in this bundle, and none is where it was.', nameOf(path)))
    : found('moved', [], l10n.t('It was {0}.', path), { path: best.path });
}

function resolvePlace(place: Place, source: AnchorSource): ResolvedAnchor {
  return isRecordPlace(place) ? resolveRecord(place, source) : resolveLine(place, source);
}

/** The channel and the record id name a record, wherever its log lies and however it is rendered. */
function resolveRecord({ path, channel, recordId, time }: RecordPlace, source: AnchorSource): ResolvedAnchor {
  const record = source.record(channel, recordId);
  if (record === null) {
    return lost(l10n.t('There is no record #{0} of {1} in this bundle.', recordId, channel));
  }
  const wanted = instantOf(time);
  // Rendered times may be cut off to whole seconds.
  if (wanted !== null && record.rawMs !== null && Math.abs(record.rawMs - wanted) >= 1000) {
    return lost(l10n.t('Record #{0} of {1} is another one here: it was written at another time.', recordId, channel));
  }
  const refs = [{ path: record.path, recordId }];
  return samePath(path, record.path) ? found('exact', refs, '') : found('moved', refs, l10n.t('It was in {0}.', path));
}

interface LineInMember {
  readonly path: string;
  readonly isSame: boolean;
  readonly found: Exclude<FoundLine, { readonly outcome: 'lost' }>;
}

function resolveLine(place: LinePlace, source: AnchorSource): ResolvedAnchor {
  const candidates = source.members.candidates(place.path);
  if (candidates.length === 0) {
    return lost(l10n.t('There is no {0} in this bundle.', nameOf(place.path)));
  }
  let why = l10n.t('the file has not been read');
  let best: LineInMember | null = null;
  for (const { path, isSame } of candidates) {
    const lines = source.lines(path);
    const line = lines === null ? null : findLine(place, lines);
    if (line === null) {
      continue;
    }
    if (line.outcome === 'lost') {
      why = line.why;
    } else if (best === null || certainty(line) > certainty(best.found)) {
      best = { path, isSame, found: line };
    }
  }
  if (best === null) {
    return lost(l10n.t('{0}, line {1}: {2}.', nameOf(place.path), place.line, why));
  }
  const refs = [{ path: best.path, line: best.found.line }];
  const changes = [
    ...(best.isSame ? [] : [l10n.t('it was in {0}', place.path)]),
    ...(best.found.outcome === 'moved' ? [best.found.why] : []),
  ];
  return changes.length === 0 ? found('exact', refs, '') : found('moved', refs, sentence(changes));
}

/** An exact line in any of the files is surer than a moved one in the nearest file. */
function certainty(line: LineInMember['found']): number {
  return line.outcome === 'exact' ? Number.POSITIVE_INFINITY : line.score;
}

type StoryAnchor = Extract<Anchor, { readonly kind: StoryKind }>;

/** A later version may number the story differently: the evidence wins over the id. */
function resolveItem({ kind, item, place }: StoryAnchor, source: AnchorSource): ResolvedAnchor {
  const items = source.items(kind);
  const byId = items.find(({ id }) => id === item);
  if (place === null) {
    return byId === undefined
      ? lost(l10n.t('The story has no {0} any more.', item))
      : found('exact', byId.evidence.slice(0, 1), '', { item });
  }
  const resolved = resolvePlace(place, source);
  const [ref] = resolved.outcome === 'lost' ? [] : resolved.refs;
  if (ref === undefined) {
    return lost(l10n.t('The evidence of {0} is not there. {1}', item, resolved.why));
  }
  if (byId !== undefined && restsOn(byId, ref)) {
    return found('exact', [ref], '', { item });
  }
  const other = items.find((candidate) => restsOn(candidate, ref));
  return other === undefined
    ? found('moved', [ref], l10n.t('The story does not tell {0} from this place any more.', item))
    : found('moved', [ref], l10n.t('It was {0}.', item), { item: other.id });
}

function restsOn({ evidence }: StoryItem, ref: EvidenceRef): boolean {
  return evidence.some((other) =>
    'line' in ref
      ? 'line' in other && other.line === ref.line && other.path === ref.path
      : 'recordId' in other && other.recordId === ref.recordId && other.path === ref.path,
  );
}

function resolveLink(from: ResolvedAnchor, to: ResolvedAnchor): ResolvedAnchor {
  if (from.outcome === 'lost') {
    return from;
  }
  if (to.outcome === 'lost') {
    return to;
  }
  const isExact = from.outcome === 'exact' && to.outcome === 'exact';
  const why = [from.why, to.why].filter((text) => text !== '').join(' ');
  return found(isExact ? 'exact' : 'moved', [...from.refs, ...to.refs], why);
}

function samePath(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase();
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function sentence(parts: readonly string[]): string {
  const text = parts.join('; ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
