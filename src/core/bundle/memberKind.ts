import { decodeText, looksLikeText } from '../bytes/text';
import { isCmTraceText } from '../logs/cmTraceLog';
import { isFootprintText } from '../logs/collectorFootprint';
import { isCollectionResultsText } from '../logs/collectionResults';
import { isDiagMetadataText } from '../logs/diagMetadata';
import { isRegistryDumpText } from '../logs/registryDump';
import { isRegistryExportText } from '../logs/registryExport';
import { isSetupLogText } from '../logs/setupLog';
import { isEvtx } from '../evtx/evtxFile';

/** What a member is, told by its content; names only decide where the content cannot. */
export type MemberKind =
  | 'evtx'
  | 'evtLegacy'
  | 'etl'
  | 'archive'
  | 'cmTrace'
  | 'setupLog'
  | 'registryDump'
  | 'registryExport'
  | 'mdmReport'
  | 'htmlReport'
  | 'collectionResults'
  | 'diagMetadata'
  | 'footprint'
  | 'autopilotProfile'
  | 'frameworkData'
  | 'dsregcmd'
  | 'deviceHash'
  | 'json'
  | 'xml'
  | 'text'
  | 'binary'
  | 'empty'
  | 'noResult';

/** How much of a member is enough to tell its kind, bytes. */
const headLength = 8192;

/** Tells the kind of a member from its bytes and, for what looks alike inside, its name. */
export function kindOfContent(path: string, bytes: Uint8Array): MemberKind {
  if (bytes.length === 0) {
    return kindOfEmpty(path);
  }
  const head = bytes.subarray(0, headLength);
  if (isEvtx(head)) {
    return 'evtx';
  }
  if (startsWith(head, [0x30, 0, 0, 0, 0x4c, 0x66, 0x4c, 0x65])) {
    return 'evtLegacy';
  }
  if (startsWith(head, [0x4d, 0x53, 0x43, 0x46]) || startsWith(head, [0x50, 0x4b, 0x03, 0x04])) {
    return 'archive';
  }
  if (!looksLikeText(head)) {
    return /\.etl(\.|$)/i.test(path) ? 'etl' : 'binary';
  }
  return kindOfText(path, decodeText(head).text);
}

/** The kind as far as the name tells it, for members whose content is not read. */
export function kindOfName(path: string): MemberKind {
  const name = path.toLowerCase();
  if (/\.etl(\.\w+)?$/.test(name)) {
    return 'etl';
  }
  return /\.(cab|zip)$/.test(name) ? 'archive' : /\.html?$/.test(name) ? 'htmlReport' : 'binary';
}

/** Collect diagnostics names what gave no result, with the reason, and leaves the file empty. */
export function kindOfEmpty(path: string): MemberKind {
  return /(^|\/)\(\d+\) No Results - Error \[0x[0-9a-f]+\]/i.test(path) ? 'noResult' : 'empty';
}

function kindOfText(path: string, head: string): MemberKind {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  if (isCmTraceText(head)) {
    return 'cmTrace';
  }
  if (isRegistryExportText(head)) {
    return 'registryExport';
  }
  if (isRegistryDumpText(head)) {
    return 'registryDump';
  }
  if (isFootprintText(head)) {
    return 'footprint';
  }
  if (isDiagMetadataText(head)) {
    return 'diagMetadata';
  }
  if (isSetupLogText(head)) {
    return 'setupLog';
  }
  if (isCollectionResultsText(head)) {
    return 'collectionResults';
  }
  if (/^\s*<\?xml|^\s*<[A-Za-z]/.test(head)) {
    return head.includes('<MDMEnterpriseDiagnosticsReport')
      ? 'mdmReport'
      : /<html|<!doctype html/i.test(head)
        ? 'htmlReport'
        : 'xml';
  }
  if (/^\s*[[{]/.test(head)) {
    return kindOfJson(name, head);
  }
  if (/dsregcmd/.test(name) && /\|\s+\S.*\|/.test(head)) {
    return 'dsregcmd';
  }
  return name.startsWith('devicehash_') && name.endsWith('.csv') ? 'deviceHash' : 'text';
}

function kindOfJson(name: string, head: string): MemberKind {
  if (head.includes('"$schema"') && head.includes('categories')) {
    return 'frameworkData';
  }
  return name.startsWith('autopilot') || head.includes('CloudAssigned') ? 'autopilotProfile' : 'json';
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}
