import { phrase, spoken } from '../core/words/language';
import type { Bundle } from '../core/bundle/bundle';
import { conversionHint } from '../core/bundle/foreignFormats';
import type { MemberKind } from '../core/bundle/memberKind';
import { kindOfContent } from '../core/bundle/memberKind';
import { shownBytes } from '../core/bundle/shownBytes';
import type { EvidenceRef } from '../core/enrollment/document/evidence';
import type { EventLog } from '../core/evtx/eventLog';
import { openEvtx } from '../core/evtx/evtxFile';
import type { RenderedMember } from '../protocol/bundleService';
import type { MemberParts, WantedPart } from './memberParts';

/** Languages of members that VS Code knows by itself. */
const languages: Partial<Readonly<Record<MemberKind, string>>> = {
  json: 'json',
  autopilotProfile: 'json',
  frameworkData: 'json',
  diagMetadata: 'json',
  xml: 'xml',
  eventXml: 'xml',
  mdmReport: 'xml',
  collectionResults: 'xml',
  htmlReport: 'html',
  mdmHtmlReport: 'html',
  cmTrace: 'mdmlog',
  setupLog: 'mdmlog',
  cbsLog: 'mdmlog',
  dismLog: 'mdmlog',
  dsregcmd: 'mdmlog',
  footprint: 'mdmlog',
  registryDump: 'mdmlog',
  registryExport: 'mdmlog',
};

/** What to say of members that have no text. */
const instead: Partial<Readonly<Record<MemberKind, string>>> = spoken({
  archive: phrase('This is an archive; its members are listed below it.'),
  binary: phrase('This file is not text.'),
  empty: phrase('This file is empty.'),
  noResult: phrase('The device gave no result for this item; the file name holds the reason.'),
});

/** Puts a member, or a part of it, into the text that the editor shows; the reason where it cannot. */
export async function renderMember(
  bundle: Bundle,
  path: string,
  part: WantedPart,
  parts: MemberParts,
  signal: AbortSignal,
): Promise<RenderedMember | { reason: string }> {
  const content = await bundle.read(path, { signal });
  if (!content.ok) {
    return { reason: content.problem.detail };
  }
  const kind = kindOfContent(path, content.bytes);
  const log = eventLogOf(bundle, path, content.bytes);
  if (log !== null) {
    const rendered = parts.renderEvents(log, path, part);
    return { ...rendered, languageId: 'mdmlog', problems: [...content.problems, ...log.problems] };
  }
  const reason = conversionHint(kind, path) ?? instead[kind];
  if (reason !== undefined) {
    return { reason };
  }
  const rendered = parts.renderText(shownBytes(kind, content.bytes), path, part);
  return {
    ...rendered,
    // A part of a structured file is not a file of its kind: its own language would find nothing but errors.
    languageId: rendered.part === null ? (languages[kind] ?? 'plaintext') : 'mdmlog',
    recordLines: null,
    recordIds: null,
    problems: content.problems,
  };
}

/** The number of the part of a member that shows `evidence`; the first where the member cannot be read. */
export async function partOfEvidence(
  bundle: Bundle,
  evidence: EvidenceRef,
  maxLength: number,
  parts: MemberParts,
  signal: AbortSignal,
): Promise<number> {
  const content = await bundle.read(evidence.path, { signal });
  if (!content.ok) {
    return 1;
  }
  if (!('recordId' in evidence)) {
    const bytes = shownBytes(kindOfContent(evidence.path, content.bytes), content.bytes);
    return parts.partOfLine(bytes, evidence.path, evidence.line, maxLength);
  }
  const log = eventLogOf(bundle, evidence.path, content.bytes);
  return log === null ? 1 : parts.partOfRecord(log, evidence.path, evidence.recordId, maxLength);
}

/** The log in a member, kept from when the bundle was opened; `null` for what holds no event records. */
function eventLogOf(bundle: Bundle, path: string, bytes: Uint8Array): EventLog | null {
  const known = bundle.logs.events.files.find((file) => file.path === path)?.log;
  return known ?? (kindOfContent(path, bytes) === 'evtx' ? openEvtx(bytes, path) : null);
}
