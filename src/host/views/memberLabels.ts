import { l10n } from 'vscode';
import type { MemberKind } from '../../core/bundle/memberKind';
import type { MemberCategory } from './memberCategory';

export function categoryLabel(category: MemberCategory): string {
  switch (category) {
    case 'eventLogs':
      return l10n.t('Event logs');
    case 'agentLogs':
      return l10n.t('Intune agent logs');
    case 'setupLogs':
      return l10n.t('Setup logs');
    case 'registry':
      return l10n.t('Registry');
    case 'reports':
      return l10n.t('Reports');
    case 'deviceFacts':
      return l10n.t('Device facts');
    case 'traces':
      return l10n.t('Traces');
    case 'other':
      return l10n.t('Other');
  }
}

export function memberKindLabel(kind: MemberKind): string {
  switch (kind) {
    case 'evtx':
      return l10n.t('event log');
    case 'eventXml':
      return l10n.t('events as XML');
    case 'evtLegacy':
      return l10n.t('event log of Windows XP times');
    case 'etl':
      return l10n.t('event trace');
    case 'archive':
      return l10n.t('archive');
    case 'cmTrace':
      return l10n.t('agent log');
    case 'setupLog':
      return l10n.t('setup log');
    case 'cbsLog':
      return l10n.t('servicing log');
    case 'dismLog':
      return l10n.t('DISM log');
    case 'registryDump':
      return l10n.t('registry dump');
    case 'registryExport':
      return l10n.t('registry export');
    case 'mdmReport':
      return l10n.t('MDM report');
    case 'mdmHtmlReport':
      return l10n.t('MDM report as web page');
    case 'htmlReport':
      return l10n.t('web page');
    case 'collectionResults':
      return l10n.t('list of what was collected');
    case 'diagMetadata':
      return l10n.t('record of the collector');
    case 'footprint':
      return l10n.t('log of the collector');
    case 'autopilotProfile':
      return l10n.t('Autopilot profile');
    case 'frameworkData':
      return l10n.t('diagnostics page');
    case 'dsregcmd':
      return l10n.t('join state');
    case 'deviceHash':
      return l10n.t('hardware hash');
    case 'tpmInfo':
      return l10n.t('TPM state');
    case 'uefiInfo':
      return l10n.t('UEFI state');
    case 'json':
      return l10n.t('JSON');
    case 'xml':
      return l10n.t('XML');
    case 'text':
      return l10n.t('text');
    case 'binary':
      return l10n.t('binary file');
    case 'empty':
      return l10n.t('empty file');
    case 'noResult':
      return l10n.t('no result');
  }
}
