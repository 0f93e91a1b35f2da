import type { Bundle } from '../core/bundle/bundle';
import type { MemberKind } from '../core/bundle/memberKind';
import { kindOfContent } from '../core/bundle/memberKind';
import { decodeText } from '../core/bytes/text';
import { openEvtx } from '../core/evtx/evtxFile';
import { renderEventLog } from '../core/logs/eventText';
import type { RenderedMember } from '../protocol/bundleService';

/** Languages of members that VS Code knows by itself. */
const languages: Partial<Readonly<Record<MemberKind, string>>> = {
  json: 'json',
  autopilotProfile: 'json',
  frameworkData: 'json',
  diagMetadata: 'json',
  xml: 'xml',
  mdmReport: 'xml',
  collectionResults: 'xml',
  htmlReport: 'html',
  cmTrace: 'mdmlog',
  setupLog: 'mdmlog',
  registryDump: 'mdmlog',
  registryExport: 'mdmlog',
};

/** What to do with formats that cannot be shown as text. */
const instead: Partial<Readonly<Record<MemberKind, string>>> = {
  etl: 'This is an event trace. Convert it on Windows with: tracerpt file.etl -of XML -o file.xml',
  evtLegacy:
    'This is an event log of Windows XP times. Convert it on Windows with: wevtutil epl old.evt new.evtx /lf:true',
  archive: 'This is an archive; its members are listed below it.',
  binary: 'This file is not text.',
  empty: 'This file is empty.',
  noResult: 'The device gave no result for this item; the file name holds the reason.',
};

/** Puts a member into the text that the editor shows; the reason where it cannot. */
export async function renderMember(
  bundle: Bundle,
  path: string,
  signal: AbortSignal,
): Promise<RenderedMember | { reason: string }> {
  const content = await bundle.read(path, { signal });
  if (!content.ok) {
    return { reason: content.problem.detail };
  }
  const kind = kindOfContent(path, content.bytes);
  if (kind === 'evtx') {
    const log = openEvtx(content.bytes, path);
    const rendered = renderEventLog(log, path);
    return { ...rendered, languageId: 'mdmlog', problems: [...content.problems, ...log.problems] };
  }
  const reason = instead[kind];
  if (reason !== undefined) {
    return { reason };
  }
  return {
    text: decodeText(content.bytes).text,
    languageId: languages[kind] ?? 'plaintext',
    recordLines: null,
    recordIds: null,
    problems: content.problems,
  };
}
