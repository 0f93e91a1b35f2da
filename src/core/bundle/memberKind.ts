import { containerOfStart } from '../archive/containerSniff';
import { decodeText, looksLikeText } from '../bytes/text';
import { isCmTraceText } from '../logs/cmTraceLog';
import { isFootprintText } from '../logs/collectorFootprint';
import { isCollectionResultsText } from '../logs/collectionResults';
import { isDeviceHashText } from '../logs/deviceHash';
import { isDiagMetadataText } from '../logs/diagMetadata';
import { isDsregText } from '../logs/dsregStatus';
import { isEventXmlText } from '../logs/eventXmlText';
import { isMdmHtmlReportText } from '../logs/mdmHtmlReport';
import { isMdmReportText } from '../logs/mdmReport';
import { isRegistryDumpText } from '../logs/registryDump';
import { isRegistryExportText } from '../logs/registryExport';
import { servicingLogOf } from '../logs/servicingLog';
import { isSetupLogText } from '../logs/setupLog';
import { isTpmInfoText } from '../logs/tpmInfo';
import { isUefiInfoText } from '../logs/uefiInfo';
import { isEvtx } from '../evtx/evtxFile';

/** What a member is, told by its content; names only decide where the content cannot. */
export type MemberKind =
  | 'evtx'
  | 'eventXml'
  | 'evtLegacy'
  | 'etl'
  | 'archive'
  | 'cmTrace'
  | 'setupLog'
  | 'cbsLog'
  | 'dismLog'
  | 'registryDump'
  | 'registryExport'
  | 'mdmReport'
  | 'mdmHtmlReport'
  | 'htmlReport'
  | 'collectionResults'
  | 'diagMetadata'
  | 'footprint'
  | 'autopilotProfile'
  | 'frameworkData'
  | 'dsregcmd'
  | 'deviceHash'
  | 'tpmInfo'
  | 'uefiInfo'
  | 'json'
  | 'xml'
  | 'text'
  | 'binary'
  | 'empty'
  | 'noResult';

/** How much of a member is enough to tell its kind, bytes. */
const headLength = 8192;

/** Header size and signature `LfLe` of an .evt file ([MS-EVEN] has them as ELF_LOGFILE_HEADER). */
const legacyLogMagic = [0x30, 0, 0, 0, 0x4c, 0x66, 0x4c, 0x65];

/** Tells the kind of a member from its bytes and, for what looks alike inside, its name. */
export function kindOfContent(path: string, bytes: Uint8Array): MemberKind {
  if (bytes.length === 0) {
    return kindOfEmpty(path);
  }
  const head = bytes.subarray(0, headLength);
  if (isEvtx(head)) {
    return 'evtx';
  }
  if (legacyLogMagic.every((byte, index) => head[index] === byte)) {
    return 'evtLegacy';
  }
  if (containerOfStart(head) !== null) {
    return 'archive';
  }
  if (!looksLikeText(head)) {
    return isTraceName(path) ? 'etl' : 'binary';
  }
  return kindOfText(path, decodeText(head).text);
}

/** The kind as far as the name tells it, for members whose content is not read. */
export function kindOfName(path: string): MemberKind {
  const name = path.toLowerCase();
  if (isTraceName(name)) {
    return 'etl';
  }
  return /\.(cab|zip)$/.test(name) ? 'archive' : /\.html?$/.test(name) ? 'htmlReport' : 'binary';
}

/** Event traces have no magic number; `.etl.merged` and `.etl.001` are traces too. */
function isTraceName(path: string): boolean {
  return /\.etl(\.\w+)?$/i.test(path);
}

/** Collect diagnostics names what gave no result, with the reason, and leaves the file empty. */
export function kindOfEmpty(path: string): MemberKind {
  return /\bNo Results - Error \[0x[0-9a-f]+\]/i.test(path) ? 'noResult' : 'empty';
}

/** Formats with a mark of their own, in the order in which they are looked for. */
const textFormats: readonly { readonly kind: MemberKind; readonly matches: (head: string) => boolean }[] = [
  { kind: 'cmTrace', matches: isCmTraceText },
  { kind: 'registryExport', matches: isRegistryExportText },
  { kind: 'registryDump', matches: isRegistryDumpText },
  { kind: 'footprint', matches: isFootprintText },
  { kind: 'diagMetadata', matches: isDiagMetadataText },
  { kind: 'cbsLog', matches: (head) => servicingLogOf(head) === 'cbsLog' },
  { kind: 'dismLog', matches: (head) => servicingLogOf(head) === 'dismLog' },
  { kind: 'setupLog', matches: isSetupLogText },
  { kind: 'collectionResults', matches: isCollectionResultsText },
  { kind: 'eventXml', matches: isEventXmlText },
  { kind: 'mdmReport', matches: isMdmReportText },
  { kind: 'mdmHtmlReport', matches: isMdmHtmlReportText },
  { kind: 'dsregcmd', matches: isDsregText },
  { kind: 'deviceHash', matches: isDeviceHashText },
  { kind: 'tpmInfo', matches: isTpmInfoText },
  { kind: 'uefiInfo', matches: isUefiInfoText },
];

function kindOfText(path: string, head: string): MemberKind {
  const format = textFormats.find(({ matches }) => matches(head));
  if (format !== undefined) {
    return format.kind;
  }
  if (/^\s*<[?!A-Za-z]/.test(head)) {
    return /<html\b|<!doctype html\b/i.test(head) ? 'htmlReport' : 'xml';
  }
  // A line of many a log begins with a bracket: only what can go on as JSON is taken for it.
  if (/^\s*(?:\{\s*["}]|\[\s*[[{"\]])/.test(head)) {
    return kindOfJson(path.slice(path.lastIndexOf('/') + 1).toLowerCase(), head);
  }
  return 'text';
}

function kindOfJson(name: string, head: string): MemberKind {
  if (head.includes('"$schema"') && head.includes('"categories"')) {
    return 'frameworkData';
  }
  return name.startsWith('autopilot') || head.includes('"CloudAssigned') ? 'autopilotProfile' : 'json';
}
