/*
 * Where a note is pinned. A place carries more than its position, so that it can be found again in a bundle that was
 * moved, renamed, packed or extracted anew, or is read by a later version of this product.
 */

/** An event record: channel and EventRecordID name it wherever its log lies. */
export interface RecordPlace {
  /** Member in which it was seen. */
  readonly path: string;
  readonly channel: string;
  readonly recordId: number;
  /** As recorded, ISO 8601 UTC: tells a record from its namesake in another device's log. */
  readonly time: string | null;
}

/** One or more lines of a text member. */
export interface LinePlace {
  readonly path: string;
  /** The first line, counted from 1. */
  readonly line: number;
  /** How many lines. */
  readonly lines: number;
  /** Fingerprint of the first line, see `hashedLines.ts`. */
  readonly hash: string;
  /** The beginning of the first line, for people who read the file, and for a place that is lost. */
  readonly quote: string;
  /** Fingerprints of the lines above, the nearest first. */
  readonly before: readonly string[];
  /** Fingerprints of the lines below, the nearest first. */
  readonly after: readonly string[];
}

export type Place = RecordPlace | LinePlace;

/** What of the triage document can be annotated. */
export type StoryKind = 'reboot' | 'signIn' | 'finding';

/** What a note is about. */
export type Anchor =
  /** The case as a whole. */
  | { readonly kind: 'case' }
  /** A whole member. */
  | { readonly kind: 'member'; readonly path: string }
  | { readonly kind: 'line'; readonly place: LinePlace }
  | { readonly kind: 'record'; readonly place: RecordPlace }
  /** Part of the story by its id, and the place of its first evidence, which outlives the numbering. */
  | { readonly kind: StoryKind; readonly item: string; readonly place: Place | null }
  /** Corrected times as the timeline shows them, ISO 8601 UTC. */
  | { readonly kind: 'timeRange'; readonly start: string; readonly end: string }
  /** "This led to that": two places. */
  | { readonly kind: 'link'; readonly from: Place; readonly to: Place };

/** Which of the two places of a link. */
export type LinkEnd = 'from' | 'to';

export function otherEnd(end: LinkEnd): LinkEnd {
  return end === 'from' ? 'to' : 'from';
}

export function isRecordPlace(place: Place): place is RecordPlace {
  return 'recordId' in place;
}

/** What a note on a record or on lines is about. */
export function anchorOfPlace(place: Place): Anchor {
  return isRecordPlace(place) ? { kind: 'record', place } : { kind: 'line', place };
}

/** The place that stands for an anchor in a list or an editor; `null` where it has none. */
export function placeOf(anchor: Anchor): Place | null {
  switch (anchor.kind) {
    case 'line':
    case 'record':
    case 'reboot':
    case 'signIn':
    case 'finding':
      return anchor.place;
    case 'link':
      return anchor.from;
    case 'case':
    case 'member':
    case 'timeRange':
      return null;
  }
}

/** The member an anchor points into; `null` where it points into none. */
export function memberOf(anchor: Anchor): string | null {
  return anchor.kind === 'member' ? anchor.path : (placeOf(anchor)?.path ?? null);
}

/** One text for one target: two anchors on the same thing have the same key, whichever way they were made. */
export function anchorKey(anchor: Anchor): string {
  switch (anchor.kind) {
    case 'case':
      return 'case';
    case 'member':
      return `member ${anchor.path.toLowerCase()}`;
    case 'line':
    case 'record':
      return placeKey(anchor.place);
    case 'reboot':
    case 'signIn':
    case 'finding':
      return `${anchor.kind} ${anchor.item}`;
    case 'timeRange':
      return `timeRange ${anchor.start} ${anchor.end}`;
    case 'link':
      return `link ${placeKey(anchor.from)} → ${placeKey(anchor.to)}`;
  }
}

function placeKey(place: Place): string {
  return isRecordPlace(place)
    ? `record ${place.channel.toLowerCase()} #${place.recordId}`
    : `line ${place.path.toLowerCase()}:${place.line} ${place.hash}`;
}
