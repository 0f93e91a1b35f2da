/*
 * What the editor may ask of the process that reads bundles, and what it hears back. Everything here survives
 * structured cloning; typed arrays are transferred.
 */
import type { Problem } from '../core/bytes/problem';
import type { MemberKind } from '../core/bundle/memberKind';
import type { SharedChannel } from '../core/bundle/recordCopies';
import type { Understood } from '../core/logs/understood';
import type { Anchor, Place } from '../core/case/anchor';
import type { ResolvedAnchor } from '../core/case/resolveAnchor';
import type { EvidenceRef } from '../core/enrollment/document/evidence';
import type { StatedPass } from '../core/enrollment/document/signIns';
import type { TriageDocument } from '../core/enrollment/document/triageDocument';
import type { Occurrences } from '../core/language/occurrences';
import type { BundleIdentity, CaseDocument } from '../core/case/caseDocument';
import type { ReportRequest } from '../core/report/makeReport';
import type { Overview } from '../core/report/overview';
import type { FrameForm } from '../core/report/frameWords';
import type { WrittenReport } from '../core/report/writeReport';
import type { Identifier } from '../core/redact/identifier';
import type { RedactedExport } from '../core/redact/redactExport';
import type { Leak } from '../core/redact/leakCheck';
import type { SearchLimits, SearchOutcome, SearchUpdate } from '../core/search/searchResult';

/** Where a bundle is read from. Paths are local file-system paths of the extension host. */
export type BundleLocation =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'folder'; readonly path: string }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array<ArrayBuffer> };

export interface OpenRequest {
  readonly location: BundleLocation;
  /** File name for people, e.g. `DiagLogs-PC-2026.zip`. */
  readonly name: string;
  readonly password?: string;
  /** Local path of the folder with rules of one's own. */
  readonly rulesFolder?: string;
  /** What a person has stated about the Temporary Access Pass. */
  readonly stated?: StatedPass;
  /** Names are replaced by pseudonyms in all answers. */
  readonly redaction?: RedactionRequest | undefined;
}

/** How names are replaced. */
export interface RedactionRequest {
  /** Local path of the folder with the files that keep pseudonyms, one for each bundle. */
  readonly mapFolder: string;
  /** Patterns of one's own, in the syntax of JavaScript; what fits one is replaced too. */
  readonly patterns: readonly string[];
}

/** What was replaced under one pseudonym. */
export interface Replaced extends Identifier {
  readonly count: number;
}

/** A zip of the bundle with pseudonyms. It may be saved only when nothing leaks. */
export interface RedactedBundle {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly replaced: readonly Replaced[];
  readonly leaks: readonly Leak[];
}

/** One node of the nested member list; archives in archives are folders in the path. */
export interface MemberInfo {
  readonly path: string;
  readonly size: number;
  readonly modified: number | null;
  readonly kind: MemberKind;
  /** Why it cannot be read, if so. */
  readonly unreadable: string | null;
  readonly problems: readonly Problem[];
  /** Event records in it; `null` for what is not an event log. */
  readonly records: number | null;
  /** The channel of its records; `null` for what holds none, or those of several. */
  readonly channel: string | null;
  /** How many of its lines were understood; `null` where no reader of text has read it. */
  readonly understood: Understood | null;
}

/** The answer to "open": the whole story, and the files it was read from. */
export interface OpenedBundle {
  /** Handle for the other requests. */
  readonly id: number;
  readonly members: readonly MemberInfo[];
  readonly document: TriageDocument;
  /** Members that hold the same event records. */
  readonly sharedChannels: readonly SharedChannel[];
  readonly problems: readonly Problem[];
  /** Some entries are encrypted and no (or a wrong) password was given. */
  readonly needsPassword: boolean;
}

/** Times of one event channel for the timeline, corrected, ascending by record. */
export interface ChannelSeries {
  readonly log: string;
  readonly path: string;
  /** Milliseconds since 1970 UTC, corrected. */
  readonly times: Float64Array;
  readonly recordIds: Float64Array;
  /** Windows event level, 0–5. */
  readonly levels: Uint8Array;
}

/** A member as the text that the editor shows, with a map from its records or lines. */
export interface RenderedMember {
  readonly text: string;
  /** VS Code language id, `mdmlog` or `plaintext`/`json`/`xml`/… */
  readonly languageId: string;
  /** First text line (0-based) of record i; `null` where text lines are file lines. */
  readonly recordLines: Uint32Array | null;
  /** EventRecordID of record i; same length as {@link recordLines}. */
  readonly recordIds: Float64Array | null;
  /** What of the member this is; `null` when it is all of it. */
  readonly part: MemberPart | null;
  readonly problems: readonly Problem[];
}

/**
 * One of the parts that a member is shown in when its text is too long for one document. Notes above and below the
 * content say so in the text itself; line numbers here are 0-based.
 */
export interface MemberPart {
  /** Counted from 1. */
  readonly number: number;
  readonly count: number;
  /** Text lines `[contentStart, contentEnd)` are content, the rest are notes. */
  readonly contentStart: number;
  readonly contentEnd: number;
  /** The line of the member that is at {@link contentStart}; 0 for event logs, which have records instead. */
  readonly firstLine: number;
}

/** How a member is cut: the longest text of a part, in UTF-16 units, as an editor counts. */
export interface PartSize {
  readonly maxLength: number;
}

/** What to look for in a bundle, in the language of `core/search/parseQuery`. */
export interface SearchRequest {
  readonly query: string;
  readonly limits: SearchLimits;
  /** Event records only, each once. */
  readonly uniqueEvents: boolean;
}

/** What a search has found so far; the outcome is its result. */
export type SearchPart = Exclude<SearchUpdate, { kind: 'end' }>;

/** Requests by name, with what goes in, what comes out, and what comes out while they run. */
export interface BundleRequests {
  open: { params: OpenRequest; result: OpenedBundle };
  /** The member's bytes; a reason text when there are none. */
  read: { params: { id: number; path: string }; result: { bytes: Uint8Array<ArrayBuffer> } | { reason: string } };
  /** The part of that number, counted from 1; the last one when there are fewer. */
  render: {
    params: { id: number; path: string; part: number } & PartSize;
    result: RenderedMember | { reason: string };
  };
  /** The number of the part that shows a record or line; the first where none does. */
  partOf: { params: { id: number; evidence: EvidenceRef } & PartSize; result: { part: number } };
  series: { params: { id: number }; result: { channels: readonly ChannelSeries[] } };
  /** The story at a glance, and its timeline as SVG in colours that are CSS variables of the editor. */
  overview: { params: { id: number; width: number }; result: { overview: Overview; timelineSvg: string } };
  /**
   * A report of the bundle, or what is wrong with its template. With pseudonyms where `redaction` says so, and where the
   * editor shows them.
   */
  report: { params: { id: number; redaction: RedactionRequest | null } & ReportRequest; result: WrittenReport };
  /** Where a text occurs in all members; `limit` bounds what is listed, not what is counted. */
  occurrences: { params: { id: number; text: string; limit: number }; result: Occurrences };
  search: { params: { id: number } & SearchRequest; partial: SearchPart; result: SearchOutcome };
  /** What makes a record, or `count` lines from one on, findable again; `null` where the bundle does not have it. */
  placeOf: { params: { id: number; evidence: EvidenceRef; count: number }; result: { place: Place | null } };
  /** Where notes belong, in the order in which they were asked for. */
  resolveAnchors: {
    params: { id: number; anchors: readonly Anchor[] };
    result: { resolved: readonly ResolvedAnchor[] };
  };
  /** Tells the story again with what a person has stated about the pass; `null` takes all of it back. */
  retell: { params: { id: number; stated: StatedPass | null }; result: { document: TriageDocument } };
  /** All of the bundle as text with pseudonyms; hands out how far it has come. */
  redactedBundle: {
    params: { id: number } & RedactionRequest;
    partial: { readonly done: number; readonly of: number };
    result: RedactedBundle;
  };
  /** A text made from the bundle with pseudonyms; `form` tells which words are its own. */
  redactedText: {
    params: { id: number; text: string; form: FrameForm | null } & RedactionRequest;
    result: RedactedExport;
  };
  /** What a case knows its bundle by, whatever the screen shows of it. */
  caseIdentity: { params: { id: number }; result: BundleIdentity };
  /** What a case says of what the screen shows, which may have pseudonyms for names. */
  anchorInCase: { params: { id: number; anchor: Anchor }; result: { anchor: Anchor } };
  /** Plain data about a case, such as an anchor, as it is shown while names are hidden. */
  shownPart: { params: { id: number; part: unknown }; result: { part: unknown } };
  /** A case as it is shown while names are hidden. */
  redactedCase: { params: { id: number; caseDocument: CaseDocument } & RedactionRequest; result: CaseDocument };
  close: { params: { id: number }; result: null };
}

export type BundleRequestName = keyof BundleRequests;

/** What a request hands out before its result; `never` for those that have nothing to hand out. */
export type PartialResult<Name extends BundleRequestName> = BundleRequests[Name] extends { partial: infer Partial }
  ? Partial
  : never;

/** How far the opening of a bundle has come. */
export interface OpenProgress {
  readonly step: 'listing' | 'reading' | 'triage';
  readonly members: number;
  readonly totalMembers: number;
  readonly records: number;
}

export type ToWorker =
  | { readonly type: 'request'; readonly seq: number; readonly name: BundleRequestName; readonly params: unknown }
  | { readonly type: 'cancel'; readonly seq: number };

export type FromWorker =
  | { readonly type: 'result'; readonly seq: number; readonly ok: true; readonly value: unknown }
  | {
      readonly type: 'result';
      readonly seq: number;
      readonly ok: false;
      readonly error: string;
      readonly cancelled: boolean;
    }
  | { readonly type: 'progress'; readonly seq: number; readonly progress: OpenProgress }
  | { readonly type: 'partial'; readonly seq: number; readonly value: unknown };
