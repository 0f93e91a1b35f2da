import * as l10n from '@vscode/l10n';
import { infoProblem, type Problem } from '../bytes/problem';
import { decodeText } from '../bytes/text';
import { openEvtx } from '../evtx/evtxFile';
import { rolloverOrder } from '../logs/agentLogFiles';
import { parseCmTrace } from '../logs/cmTraceLog';
import { parseCollectionResults, understoodResults } from '../logs/collectionResults';
import { parseFootprint } from '../logs/collectorFootprint';
import { parseDeviceHash } from '../logs/deviceHash';
import { parseDiagMetadata, understoodMetadata } from '../logs/diagMetadata';
import { parseDsregStatus } from '../logs/dsregStatus';
import { openEventXml } from '../logs/eventXmlLog';
import { parseFrameworkData } from '../logs/frameworkData';
import { parseJsonObject } from '../logs/jsonFacts';
import { parseMdmHtmlReport } from '../logs/mdmHtmlReport';
import { parseMdmReport } from '../logs/mdmReport';
import { parseRegistryDump } from '../logs/registryDump';
import { parseRegistryExport } from '../logs/registryExport';
import { parseServicingLog } from '../logs/servicingLog';
import { parseSetupLog } from '../logs/setupLog';
import { parseTpmInfo } from '../logs/tpmInfo';
import { parseUefiInfo } from '../logs/uefiInfo';
import { understoodNothing, understoodWhole, type Understood } from '../logs/understood';
import type { BundleLogs, FromMember } from './bundle';
import { EventStore, type EventFile } from './eventStore';
import type { MemberKind } from './memberKind';

/** What reading one member gave. */
export interface ReadLog {
  readonly problems: readonly Problem[];
  /** Event records in it; `null` for what is not an event log. */
  readonly records: number | null;
  /** How many of its lines were understood; `null` where no reader of text has read it. */
  readonly understood: Understood | null;
}

type Lists = { [Format in keyof Omit<BundleLogs, 'events'>]: Mutable<BundleLogs[Format]> };
type Mutable<List> = List extends readonly FromMember<infer Content>[] ? FromMember<Content>[] : never;

/** Sends each member to the reader of its format and gathers what comes out. */
export class LogReader {
  private readonly eventFiles: EventFile[] = [];
  private readonly lists: Lists = {
    cmTrace: [],
    setup: [],
    servicing: [],
    registryDumps: [],
    registryExports: [],
    footprints: [],
    metadata: [],
    collectionResults: [],
    autopilotProfiles: [],
    frameworkData: [],
    frameworkPages: [],
    mdmReports: [],
    dsreg: [],
    tpm: [],
    uefi: [],
    deviceHashes: [],
  };

  /** Event records indexed so far. */
  records = 0;

  take(path: string, kind: MemberKind, bytes: Uint8Array): ReadLog {
    if (kind === 'evtx') {
      const log = openEvtx(bytes, path);
      this.addEvents({ path, log });
      return { problems: log.problems, records: log.count, understood: null };
    }
    if (kind === 'eventXml') {
      const log = openEventXml(decodeText(bytes).text, path);
      this.addEvents({ path, log });
      return { problems: log.problems, records: log.count, understood: log.understood };
    }
    const { understood, problems = [] } = this.takeText(path, kind, bytes);
    return { problems: problems.length > 0 ? problems : strayLines(path, understood), records: null, understood };
  }

  finish(): BundleLogs {
    const { cmTrace, mdmReports } = this.lists;
    const place = new Map(rolloverOrder(cmTrace.map(({ path }) => path)).map((path, index) => [path, index]));
    const hasXmlReport = mdmReports.some(({ content }) => content.format === 'xml');
    return {
      ...this.lists,
      cmTrace: [...cmTrace].sort((a, b) => place.get(a.path)! - place.get(b.path)!),
      mdmReports: mdmReports.filter(({ content }) => content.format === 'xml' || !hasXmlReport),
      events: new EventStore(this.eventFiles),
    };
  }

  private addEvents(file: EventFile): void {
    this.eventFiles.push(file);
    this.records += file.log.count;
  }

  private takeText(path: string, kind: MemberKind, bytes: Uint8Array): TextRead {
    const text = (): string => decodeText(bytes).text;
    switch (kind) {
      case 'cmTrace':
        return keepLines(this.lists.cmTrace, path, parseCmTrace(text()));
      case 'setupLog':
        return keepLines(this.lists.setup, path, parseSetupLog(text()));
      case 'cbsLog':
      case 'dismLog':
        return keepLines(this.lists.servicing, path, parseServicingLog(text()));
      case 'registryDump':
        return keep(this.lists.registryDumps, path, parseRegistryDump(text()));
      case 'registryExport':
        return keep(this.lists.registryExports, path, parseRegistryExport(text()));
      case 'footprint':
        return keep(this.lists.footprints, path, parseFootprint(text()));
      case 'dsregcmd':
        return keep(this.lists.dsreg, path, parseDsregStatus(text()));
      case 'tpmInfo':
        return keep(this.lists.tpm, path, parseTpmInfo(text()));
      case 'uefiInfo':
        return keep(this.lists.uefi, path, parseUefiInfo(text()));
      case 'deviceHash':
        return keep(this.lists.deviceHashes, path, parseDeviceHash(text()));
      case 'mdmReport':
        return keep(this.lists.mdmReports, path, parseMdmReport(text(), path));
      case 'mdmHtmlReport':
        return keep(this.lists.mdmReports, path, parseMdmHtmlReport(text(), path));
      case 'diagMetadata':
        this.lists.metadata.push({ path, content: parseDiagMetadata(text()) });
        return { understood: understoodMetadata(text()) };
      case 'collectionResults': {
        const content = parseCollectionResults(text());
        this.lists.collectionResults.push({ path, content });
        return { understood: understoodResults(text(), content) };
      }
      case 'autopilotProfile': {
        const content = parseJsonObject(text());
        if (content === null) {
          return notJson(path, text(), l10n.t('Looks like an Autopilot profile but is not a valid JSON object.'));
        }
        this.lists.autopilotProfiles.push({ path, content });
        return { understood: understoodWhole(text()) };
      }
      case 'frameworkData': {
        const content = parseFrameworkData(text());
        this.lists.frameworkData.push({ path, content: text() });
        if (content === null) {
          return notJson(
            path,
            text(),
            l10n.t('Looks like the data of the diagnostics page but is not a valid JSON object.'),
          );
        }
        this.lists.frameworkPages.push({ path, content });
        return { understood: understoodWhole(text()) };
      }
      case 'evtx':
      case 'eventXml':
      case 'evtLegacy':
      case 'etl':
      case 'archive':
      case 'htmlReport':
      case 'json':
      case 'xml':
      case 'text':
      case 'binary':
      case 'empty':
      case 'noResult':
        return { understood: null };
    }
  }
}

interface TextRead {
  readonly understood: Understood | null;
  readonly problems?: readonly Problem[];
}

/** Adds what a reader made of a member to the logs of its format. */
function keep<Content extends TextRead>(list: FromMember<Content>[], path: string, content: Content): TextRead {
  list.push({ path, content });
  return content;
}

/** The same for logs that count their stray lines. */
function keepLines<Content extends { readonly strayLines: number; readonly totalLines: number }>(
  list: FromMember<Content>[],
  path: string,
  content: Content,
): TextRead {
  list.push({ path, content });
  const { strayLines: stray, totalLines: of } = content;
  return { understood: { lines: of - stray, of } };
}

function notJson(path: string, text: string, detail: string): TextRead {
  return { understood: understoodNothing(text), problems: [infoProblem('log.not-json', path, detail)] };
}

/** A remark where more than one line in a hundred was not understood. */
function strayLines(path: string, understood: Understood | null): readonly Problem[] {
  if (understood === null || understood.lines >= understood.of * 0.99) {
    return [];
  }
  const { lines, of } = understood;
  return [
    infoProblem(
      'log.stray-lines',
      path,
      l10n.t('{0} of {1} lines do not have the form of this log and were left out of the story.', of - lines, of),
    ),
  ];
}
