/*
 * Messages between the extension host and the timeline page. The page is untrusted and shows untrusted text, so
 * each side guards what it gets.
 */
import type { EvidenceRef } from '../core/enrollment/document/evidence';
import type { TriageDocument } from '../core/enrollment/document/triageDocument';
import type { Alignment } from '../core/timeline/alignment';
import type { NoteKind, TimelineNote } from '../core/timeline/noteItems';
import type { SavedFilter } from '../core/timeline/view/savedFilters';
import type { ChannelSeries } from './bundleService';

/** Host → page. */
export type ToTimeline =
  | ShowTimeline
  /** The editor's cursor stands on this evidence; the page marks it without answering. */
  | { readonly type: 'select'; readonly bundle: number; readonly evidence: EvidenceRef }
  /** Bring a reboot, sign-in, boot or phase into view and select it. */
  | { readonly type: 'reveal'; readonly bundle: number; readonly id: string }
  /** The filters that the user has saved, in whatever window. */
  | { readonly type: 'filters'; readonly filters: readonly SavedFilter[] }
  /** All notes of a bundle's case, in place of those sent before. */
  | { readonly type: 'notes'; readonly bundle: number; readonly notes: readonly TimelineNote[] };

/** The bundles of the page from top to bottom: nearly always one. Other messages name them by their place, from 0. */
export interface ShowTimeline {
  readonly type: 'show';
  readonly bundles: readonly [ShownBundle, ...ShownBundle[]];
  /** Where several bundles meet; a single one needs none. */
  readonly alignment: Alignment;
}

export interface ShownBundle {
  /** What the host finds it by again. */
  readonly key: string;
  readonly name: string;
  readonly document: TriageDocument;
  readonly channels: readonly ChannelSeries[];
}

/** What a page keeps of what it shows, so that the host can show the same after a reload. */
export interface KeptContent {
  /** Keys of the bundles from top to bottom. */
  readonly keys: readonly string[];
  readonly alignment: Alignment;
}

/** Reads the state of a page, which also holds how it shows things; `null` for what is none. */
export function keptContentOf(state: unknown): KeptContent | null {
  const content = typeof state === 'object' && state !== null && 'content' in state ? state.content : null;
  if (typeof content !== 'object' || content === null) {
    return null;
  }
  const { keys, alignment } = content as Partial<KeptContent>;
  return Array.isArray(keys) && keys.every((key) => typeof key === 'string') && isAlignment(alignment)
    ? { keys, alignment }
    : null;
}

/** Page → host. */
export type FromTimeline =
  | { readonly type: 'ready' }
  | {
      readonly type: 'openEvidence';
      readonly bundle: number;
      readonly evidence: EvidenceRef;
      readonly preserveFocus: boolean;
    }
  | SelectedOnTimeline
  | { readonly type: 'saveFilters'; readonly filters: readonly SavedFilter[] }
  /** A picture or a text, to a file that the user chooses. */
  | { readonly type: 'savePng'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly type: 'saveText'; readonly format: TextFormat; readonly text: string }
  | { readonly type: 'copyText'; readonly text: string }
  | AnnotateRequest;

/** The user selected an item of the story, a record of a log, or both in one. */
export interface SelectedOnTimeline {
  readonly type: 'selected';
  readonly bundle: number;
  /** Of the story item (`reboot-1`, `boot-2`, …); `null` for a record. */
  readonly id: string | null;
  /** Its first place in a log; `null` where it has none. */
  readonly evidence: EvidenceRef | null;
}

export type TextFormat = 'svg' | 'csv' | 'jsonl';

/** The user wants to write a note on a range, or on a moment where start and end are the same. */
export interface AnnotateRequest {
  readonly type: 'annotate';
  readonly bundle: number;
  /** Milliseconds since 1970 UTC. */
  readonly start: number;
  readonly end: number;
  /** What is selected: an entry of the story, and its first place in a log. */
  readonly storyId: string | null;
  readonly evidence: EvidenceRef | null;
}

/** Is this a message of the page? Everything else is dropped. */
export function isFromTimeline(message: unknown): message is FromTimeline {
  if (typeof message !== 'object' || message === null || !('type' in message)) {
    return false;
  }
  switch (message.type) {
    case 'ready':
      return true;
    case 'openEvidence':
      return (
        hasBundle(message) &&
        'evidence' in message &&
        isEvidenceRef(message.evidence) &&
        'preserveFocus' in message &&
        typeof message.preserveFocus === 'boolean'
      );
    case 'selected': {
      const { id, evidence } = message as Partial<SelectedOnTimeline>;
      return (
        hasBundle(message) && (id === null || typeof id === 'string') && (evidence === null || isEvidenceRef(evidence))
      );
    }
    case 'saveFilters':
      return 'filters' in message && Array.isArray(message.filters);
    case 'savePng':
      return 'bytes' in message && message.bytes instanceof Uint8Array;
    case 'saveText':
      return (
        'text' in message &&
        typeof message.text === 'string' &&
        'format' in message &&
        textFormats.some((format) => format === message.format)
      );
    case 'copyText':
      return 'text' in message && typeof message.text === 'string';
    case 'annotate':
      return isAnnotateRequest(message);
    default:
      return false;
  }
}

const textFormats: readonly TextFormat[] = ['svg', 'csv', 'jsonl'];

function isAnnotateRequest(message: object): boolean {
  const { start, end, storyId, evidence } = message as Partial<AnnotateRequest>;
  return (
    hasBundle(message) &&
    Number.isFinite(start) &&
    Number.isFinite(end) &&
    start! <= end! &&
    (storyId === null || typeof storyId === 'string') &&
    (evidence === null || isEvidenceRef(evidence))
  );
}

/** Is this a message of the host? What it shows is checked as far as the page relies on it. */
export function isToTimeline(message: unknown): message is ToTimeline {
  if (typeof message !== 'object' || message === null || !('type' in message)) {
    return false;
  }
  switch (message.type) {
    case 'show':
      return (
        'bundles' in message &&
        Array.isArray(message.bundles) &&
        message.bundles.length > 0 &&
        message.bundles.every(isShownBundle) &&
        'alignment' in message &&
        isAlignment(message.alignment)
      );
    case 'select':
      return hasBundle(message) && 'evidence' in message && isEvidenceRef(message.evidence);
    case 'reveal':
      return hasBundle(message) && 'id' in message && typeof message.id === 'string';
    case 'filters':
      return 'filters' in message && Array.isArray(message.filters);
    case 'notes':
      return (
        hasBundle(message) && 'notes' in message && Array.isArray(message.notes) && message.notes.every(isTimelineNote)
      );
    default:
      return false;
  }
}

function hasBundle(message: object): boolean {
  return 'bundle' in message && Number.isInteger(message.bundle);
}

function isShownBundle(value: unknown): value is ShownBundle {
  if (typeof value !== 'object' || value === null) {
    return false;
  }
  const { key, name, document, channels } = value as Partial<ShownBundle>;
  return (
    typeof key === 'string' &&
    typeof name === 'string' &&
    isTriageDocument(document) &&
    Array.isArray(channels) &&
    channels.every(isChannelSeries)
  );
}

function isAlignment(value: unknown): value is Alignment {
  if (typeof value !== 'object' || value === null) {
    return false;
  }
  const { kind, phase, boots } = value as { kind?: unknown; phase?: unknown; boots?: unknown };
  switch (kind) {
    case 'enrollmentStart':
      return true;
    case 'phase':
      return typeof phase === 'string';
    case 'boot':
      return Array.isArray(boots) && boots.every((id) => typeof id === 'string');
    default:
      return false;
  }
}

/** The version says what the rest looks like; the lists are checked because the page walks them. */
function isTriageDocument(value: unknown): value is TriageDocument {
  if (typeof value !== 'object' || value === null || !('schemaVersion' in value) || value.schemaVersion !== 1) {
    return false;
  }
  const document = value as Partial<TriageDocument>;
  const lists = [
    document.coverage,
    document.boots,
    document.phases,
    document.reboots,
    document.signIns,
    document.findings,
    document.clock?.steps,
    document.clock?.localOffsets,
  ];
  return lists.every(Array.isArray) && typeof document.bundle?.sha256 === 'string';
}

/** A note without a time has numbers too: they are none. */
function isTimelineNote(value: unknown): value is TimelineNote {
  if (typeof value !== 'object' || value === null) {
    return false;
  }
  const { id, label, start, end, kind, storyId } = value as Partial<TimelineNote>;
  return (
    typeof id === 'string' &&
    typeof label === 'string' &&
    typeof start === 'number' &&
    typeof end === 'number' &&
    noteKinds.some((known) => known === kind) &&
    (storyId === undefined || typeof storyId === 'string')
  );
}

const noteKinds: readonly NoteKind[] = ['open', 'starred', 'settled'];

function isChannelSeries(value: unknown): value is ChannelSeries {
  if (typeof value !== 'object' || value === null) {
    return false;
  }
  const { log, path, times, recordIds, levels } = value as Partial<ChannelSeries>;
  return (
    typeof log === 'string' &&
    typeof path === 'string' &&
    times instanceof Float64Array &&
    recordIds instanceof Float64Array &&
    levels instanceof Uint8Array
  );
}

/** Does this point at a record or a line of a member? */
export function isEvidenceRef(value: unknown): value is EvidenceRef {
  if (typeof value !== 'object' || value === null || !('path' in value) || typeof value.path !== 'string') {
    return false;
  }
  return (
    ('recordId' in value && typeof value.recordId === 'number') || ('line' in value && typeof value.line === 'number')
  );
}
