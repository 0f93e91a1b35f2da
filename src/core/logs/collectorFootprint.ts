import { linesOf } from '../bytes/lines';

/** Something the diagnostics tool was asked to collect. */
export interface CollectedItem {
  /** Channel (lower case, `/` as separator), file pattern or registry root. */
  readonly name: string;
  /** `null` when it was collected, else the HRESULT text, e.g. `0x80070002`. */
  readonly failure: string | null;
  readonly line: number;
}

/** What `MdmLogCollectorFootPrint.txt` tells: it separates "absent" from "not collected". */
export interface CollectorFootprint {
  /** ISO text without zone; UTC on the known builds. */
  readonly start: string | null;
  readonly areas: readonly string[];
  readonly channels: readonly CollectedItem[];
  readonly files: readonly CollectedItem[];
  readonly registryRoots: readonly CollectedItem[];
}

/** Does the text begin like a collector footprint? */
export function isFootprintText(head: string): boolean {
  return /^\uFEFF?--- Start at:/.test(head);
}

/** Reads a collector footprint of any known version. */
export function parseFootprint(text: string): CollectorFootprint {
  const channels: CollectedItem[] = [];
  const files: CollectedItem[] = [];
  const registryRoots: CollectedItem[] = [];
  let start: string | null = null;
  let areas: readonly string[] = [];
  for (const { number, text: line } of linesOf(text)) {
    const match = /^Collected EventViewer Entry:\s*(.+)$/.exec(line);
    if (match !== null) {
      channels.push({ name: match[1]!.trim().toLowerCase(), failure: null, line: number });
      continue;
    }
    const failed =
      /^Failed \(HResult:\s*(0x[0-9a-f]+)\) to (collect EventViewer Entry|CollectFileEntry|dump HK\w+ registry):\s*(.+)$/i.exec(
        line,
      );
    if (failed !== null) {
      const item = { name: failed[3]!.trim().toLowerCase(), failure: failed[1]!, line: number };
      const kind = failed[2]!.toLowerCase();
      (kind.includes('eventviewer') ? channels : kind.includes('fileentry') ? files : registryRoots).push(item);
      continue;
    }
    const copied = /^Copied file:(.+), to:/.exec(line);
    if (copied !== null) {
      files.push({ name: copied[1]!.trim().toLowerCase(), failure: null, line: number });
      continue;
    }
    const dumped = /^Succeeded to dump HK\w+ registry:\s*(.+)$/.exec(line);
    if (dumped !== null) {
      registryRoots.push({ name: dumped[1]!.trim().toLowerCase(), failure: null, line: number });
      continue;
    }
    start ??= /^\uFEFF?--- Start at:(.+)$/.exec(line)?.[1]?.trim() ?? null;
    const areaText = /^"?AreaName"?\s*:\s*"?([^"]*)"?/.exec(line)?.[1];
    if (areaText !== undefined) {
      areas = areaText.split(';').filter((area) => area !== '');
    }
  }
  return { start, areas, channels, files, registryRoots };
}
