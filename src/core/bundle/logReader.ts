import { infoProblem, type Problem } from '../bytes/problem';
import { decodeText } from '../bytes/text';
import { openEvtx } from '../evtx/evtxFile';
import { parseCmTrace } from '../logs/cmTraceLog';
import { parseCollectionResults } from '../logs/collectionResults';
import { parseFootprint } from '../logs/collectorFootprint';
import { parseDiagMetadata } from '../logs/diagMetadata';
import { parseJsonObject } from '../logs/jsonFacts';
import { parseRegistryDump } from '../logs/registryDump';
import { parseRegistryExport } from '../logs/registryExport';
import { parseSetupLog } from '../logs/setupLog';
import type { BundleLogs, FromMember } from './bundle';
import { EventStore, type EventFile } from './eventStore';
import type { MemberKind } from './memberKind';

/** What reading one member gave. */
export interface ReadLog {
  readonly problems: readonly Problem[];
  /** Event records in it; `null` for what is not an event log. */
  readonly records: number | null;
}

type Lists = { [Format in keyof Omit<BundleLogs, 'events'>]: Mutable<BundleLogs[Format]> };
type Mutable<List> = List extends readonly FromMember<infer Content>[] ? FromMember<Content>[] : never;

/** Sends each member to the reader of its format and gathers what comes out. */
export class LogReader {
  private readonly eventFiles: EventFile[] = [];
  private readonly lists: Lists = {
    cmTrace: [],
    setup: [],
    registryDumps: [],
    registryExports: [],
    footprints: [],
    metadata: [],
    collectionResults: [],
    autopilotProfiles: [],
    frameworkData: [],
  };

  /** Event records indexed so far. */
  records = 0;

  take(path: string, kind: MemberKind, bytes: Uint8Array): ReadLog {
    if (kind === 'evtx') {
      const log = openEvtx(bytes, path);
      this.eventFiles.push({ path, log });
      this.records += log.count;
      return { problems: log.problems, records: log.count };
    }
    return { problems: this.takeText(path, kind, bytes), records: null };
  }

  finish(): BundleLogs {
    return { ...this.lists, events: new EventStore(this.eventFiles) };
  }

  private takeText(path: string, kind: MemberKind, bytes: Uint8Array): readonly Problem[] {
    const text = (): string => decodeText(bytes).text;
    switch (kind) {
      case 'cmTrace': {
        const content = parseCmTrace(text());
        this.lists.cmTrace.push({ path, content });
        return strayLines(path, content.strayLines, content.totalLines);
      }
      case 'setupLog': {
        const content = parseSetupLog(text());
        this.lists.setup.push({ path, content });
        return strayLines(path, content.strayLines, content.totalLines);
      }
      case 'registryDump':
        this.lists.registryDumps.push({ path, content: parseRegistryDump(text()) });
        return [];
      case 'registryExport':
        this.lists.registryExports.push({ path, content: parseRegistryExport(text()) });
        return [];
      case 'footprint':
        this.lists.footprints.push({ path, content: parseFootprint(text()) });
        return [];
      case 'diagMetadata':
        this.lists.metadata.push({ path, content: parseDiagMetadata(text()) });
        return [];
      case 'collectionResults':
        this.lists.collectionResults.push({ path, content: parseCollectionResults(text()) });
        return [];
      case 'autopilotProfile': {
        const content = parseJsonObject(text());
        if (content === null) {
          return [infoProblem('log.not-json', path, 'Looks like an Autopilot profile but is not a valid JSON object.')];
        }
        this.lists.autopilotProfiles.push({ path, content });
        return [];
      }
      case 'frameworkData':
        this.lists.frameworkData.push({ path, content: text() });
        return [];
      case 'evtx':
      case 'evtLegacy':
      case 'etl':
      case 'archive':
      case 'mdmReport':
      case 'htmlReport':
      case 'dsregcmd':
      case 'deviceHash':
      case 'json':
      case 'xml':
      case 'text':
      case 'binary':
      case 'empty':
      case 'noResult':
        return [];
    }
  }
}

/** A remark where more than one line in a hundred was not understood. */
function strayLines(path: string, stray: number, total: number): readonly Problem[] {
  if (total === 0 || stray / total <= 0.01) {
    return [];
  }
  return [
    infoProblem(
      'log.stray-lines',
      path,
      `${stray} of ${total} lines do not have the form of this log and were left out of the story.`,
    ),
  ];
}
