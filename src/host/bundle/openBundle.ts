import type * as vscode from 'vscode';
import { RecordCopies } from '../../core/bundle/recordCopies';
import type { Anchor, Place } from '../../core/case/anchor';
import type { ResolvedAnchor } from '../../core/case/resolveAnchor';
import type { StatedPass } from '../../core/enrollment/document/signIns';
import type { EvidenceRef } from '../../core/enrollment/document/evidence';
import type { TriageDocument } from '../../core/enrollment/document/triageDocument';
import type { BundleIdentity, CaseDocument } from '../../core/case/caseDocument';
import type { ReportRequest } from '../../core/report/makeReport';
import type { FrameForm } from '../../core/report/frameWords';
import type { WrittenReport } from '../../core/report/writeReport';
import type { RedactedExport } from '../../core/redact/redactExport';
import type { SearchOutcome } from '../../core/search/searchResult';
import type {
  BundleRequests,
  ChannelSeries,
  MemberInfo,
  MemberPart,
  OpenedBundle,
  PartialResult,
  RedactedBundle,
  RedactionRequest,
  SearchPart,
  SearchRequest,
} from '../../protocol/bundleService';
import { LogLines } from '../documents/logLines';
import type { BundleClient } from './bundleClient';
import { bundleKey } from './bundleKey';
import { MemberFolder } from './memberTree';
import { RecentlyUsed } from './recentlyUsed';

/** A member as the editor shows it. */
export interface MemberText {
  /** UTF-8 with byte order mark: the mark keeps the user's `files.encoding` from reading it as anything else. */
  readonly bytes: Uint8Array;
  readonly languageId: string;
  readonly lines: LogLines;
  /** What of the member this is; `null` when it is all of it. */
  readonly part: MemberPart | null;
}

/** Why a member has no content to show, in words for people. */
export class MemberUnreadableError extends Error {
  override readonly name = 'MemberUnreadableError';
}

/**
 * VS Code keeps documents of more than 50 Mi characters from extensions, so that nothing here would work in them.
 * Somewhat less leaves room for the notes of a part. UTF-16 units, as VS Code counts.
 */
export const longestPart = 48 * 1024 * 1024;

/** How many rendered texts stay in memory: enough for a few visible editors, stat and read of each. */
const textsKept = 6;
const textBytesKept = 128 * 1024 * 1024;

/** One open bundle: its story, its members, and their content on demand. */
export class OpenBundle implements vscode.Disposable {
  /** Identifies the content, wherever it was opened from. */
  readonly key: string;
  readonly tree: MemberFolder;
  /** Which members hold the same event records. */
  readonly copies: RecordCopies;
  private readonly membersByPath: ReadonlyMap<string, MemberInfo>;
  private readonly texts = new RecentlyUsed<MemberText>(textsKept, textBytesKept, ({ bytes }) => bytes.length);

  constructor(
    readonly source: vscode.Uri,
    /** Milliseconds since 1970 UTC; stands in for members without a time of their own. */
    readonly openedAt: number,
    private opened: OpenedBundle,
    private readonly client: BundleClient,
    /** Members whose text is longer open in parts of this many UTF-16 units. */
    private readonly partLength = longestPart,
    /** How names are replaced in all that is shown and handed out; `null` where they stay. */
    readonly redaction: RedactionRequest | null = null,
  ) {
    this.key = bundleKey(opened.document.bundle.sha256);
    this.tree = MemberFolder.of(opened.members);
    this.copies = new RecordCopies(opened.sharedChannels);
    this.membersByPath = new Map(opened.members.map((member) => [member.path, member]));
  }

  get name(): string {
    return this.opened.document.bundle.name;
  }

  /** Where it is, for people; its path often names the device. */
  get shownSource(): string {
    return this.redaction === null ? this.source.toString(true) : this.name;
  }

  get document(): TriageDocument {
    return this.opened.document;
  }

  get members(): readonly MemberInfo[] {
    return this.opened.members;
  }

  get problems(): OpenedBundle['problems'] {
    return this.opened.problems;
  }

  member(path: string): MemberInfo | undefined {
    return this.membersByPath.get(path);
  }

  /** The member's own bytes. Throws {@link MemberUnreadableError}. */
  async bytes(path: string): Promise<Uint8Array> {
    const answer = await this.client.read(path);
    if ('reason' in answer) {
      throw new MemberUnreadableError(answer.reason);
    }
    return answer.bytes;
  }

  /**
   * The member, or a part of it, as readable text; where it cannot be read, the text says why.
   *
   * @param part counted from 1; only members that are too long for one document have more than the first
   */
  text(path: string, part = 1): Promise<MemberText> {
    return this.texts.get(`${part} ${path}`, () => this.render(path, part));
  }

  /** The text that shows `evidence`: the member, or the part of it that the record or line is in. */
  async textOf(evidence: EvidenceRef): Promise<MemberText> {
    const text = await this.text(evidence.path);
    return text.part === null ? text : this.text(evidence.path, await this.client.partOf(evidence, this.partLength));
  }

  series(): Promise<readonly ChannelSeries[]> {
    return this.client.series();
  }

  /** The story at a glance, with its timeline as SVG of that width in pixels. */
  overview(width: number): Promise<BundleRequests['overview']['result']> {
    return this.client.overview(width);
  }

  /** A report of the bundle, or what is wrong with its template; with pseudonyms where `redaction` or the screen asks for them. */
  report(request: ReportRequest, redaction: RedactionRequest | null, signal: AbortSignal): Promise<WrittenReport> {
    return this.client.report(request, signal, redaction);
  }

  /** Where `text` occurs in all members; at most `limit` places are listed, all are counted. */
  occurrences(text: string, limit: number, signal: AbortSignal): Promise<BundleRequests['occurrences']['result']> {
    return this.client.occurrences(text, limit, signal);
  }

  /** Looks for what `request` asks for; `onPart` hears of what was found so far. */
  search(request: SearchRequest, signal: AbortSignal, onPart: (part: SearchPart) => void): Promise<SearchOutcome> {
    return this.client.search(request, signal, onPart);
  }

  /** What makes a record, or `count` lines from one on, findable again; `null` where the bundle does not have it. */
  placeOf(evidence: EvidenceRef, count = 1): Promise<Place | null> {
    return this.client.placeOf(evidence, count);
  }

  /** Where notes belong, in the order in which they were asked for. */
  resolve(anchors: readonly Anchor[]): Promise<readonly ResolvedAnchor[]> {
    return this.client.resolve(anchors);
  }

  /** Tells the story again with what a person has stated about the pass: {@link document} is another one then. */
  async retell(stated: StatedPass | null): Promise<void> {
    this.opened = { ...this.opened, document: await this.client.retell(stated) };
  }

  /** All of the bundle as text with pseudonyms; `onProgress` hears how far it has come. */
  redacted(
    request: RedactionRequest,
    signal: AbortSignal,
    onProgress: (progress: PartialResult<'redactedBundle'>) => void,
  ): Promise<RedactedBundle> {
    return this.client.redactedBundle(request, signal, onProgress);
  }

  /** A text made from the bundle with pseudonyms; `form` tells which words are its own. It may be handed out only when nothing leaks. */
  redactedText(text: string, request: RedactionRequest, form: FrameForm | null): Promise<RedactedExport> {
    return this.client.redactedText(text, request, form);
  }

  /** What a case knows this bundle by: its own name and content, also while names are hidden. */
  caseIdentity(): Promise<BundleIdentity> {
    return this.client.caseIdentity();
  }

  /** What the case says of what the screen shows: there members and findings always have their own names. */
  async anchorInCase(shown: Anchor): Promise<Anchor> {
    return this.redaction === null ? shown : this.client.anchorInCase(shown);
  }

  /** Plain data about the case, such as an anchor, as it may be shown. */
  async shownPart<T>(part: T): Promise<T> {
    return this.redaction === null ? part : this.client.shownPart(part);
  }

  /** A case as the editor may show it: with pseudonyms while names are hidden. */
  async shownCase(caseDocument: CaseDocument): Promise<CaseDocument> {
    return this.redaction === null ? caseDocument : this.client.redactedCase(caseDocument, this.redaction);
  }

  dispose(): void {
    this.texts.clear();
    this.client.dispose();
  }

  private async render(path: string, number: number): Promise<MemberText> {
    const answer = await this.client.render(path, number, this.partLength);
    if ('reason' in answer) {
      return memberText(`# ${path}\n\n${answer.reason}\n`, 'mdmlog', new LogLines(null, null), null);
    }
    const { text, languageId, recordLines, recordIds, part } = answer;
    return memberText(text, languageId, new LogLines(recordLines, recordIds, part), part);
  }
}

function memberText(text: string, languageId: string, lines: LogLines, part: MemberPart | null): MemberText {
  return { bytes: new TextEncoder().encode(`\uFEFF${text}`), languageId, lines, part };
}
