import type { MemberKind } from '../../core/bundle/memberKind';

/** What a member is about, in the order in which people look. */
export const memberCategories = [
  'eventLogs',
  'agentLogs',
  'setupLogs',
  'registry',
  'reports',
  'deviceFacts',
  'traces',
  'other',
] as const;

export type MemberCategory = (typeof memberCategories)[number];

export function memberCategory(kind: MemberKind): MemberCategory {
  switch (kind) {
    case 'evtx':
    case 'eventXml':
    case 'evtLegacy':
      return 'eventLogs';
    case 'cmTrace':
      return 'agentLogs';
    case 'setupLog':
    case 'cbsLog':
    case 'dismLog':
      return 'setupLogs';
    case 'registryDump':
    case 'registryExport':
      return 'registry';
    case 'mdmReport':
    case 'mdmHtmlReport':
    case 'htmlReport':
    case 'collectionResults':
    case 'diagMetadata':
    case 'footprint':
    case 'frameworkData':
      return 'reports';
    case 'autopilotProfile':
    case 'dsregcmd':
    case 'deviceHash':
    case 'tpmInfo':
    case 'uefiInfo':
      return 'deviceFacts';
    case 'etl':
      return 'traces';
    case 'archive':
    case 'json':
    case 'xml':
    case 'text':
    case 'binary':
    case 'empty':
    case 'noResult':
      return 'other';
  }
}
