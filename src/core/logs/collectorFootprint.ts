import { linesOf } from '../bytes/lines';
import type { Understood } from './understood';

/** Something the diagnostics tool was asked to collect. */
export interface CollectedItem {
  /** Lower case: a channel with `/` as separator, a file pattern, or a registry root below `hklm\` or `hkcu\`. */
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
  readonly understood: Understood;
}

type ItemList = 'channels' | 'files' | 'registryRoots';

/**
 * The line shapes of an item: the list it belongs to, and how its name is put together. Some builds write a blank
 * before the HRESULT and some do not.
 */
const itemShapes: readonly { readonly list: ItemList; readonly shape: RegExp }[] = [
  { list: 'channels', shape: /^Collected EventViewer Entry:(?<name>.+)$/is },
  {
    list: 'channels',
    shape: /^Failed \(HResult: ?(?<failure>0x[0-9a-f]+)\) to collect EventViewer Entry:(?<name>.+)$/is,
  },
  { list: 'files', shape: /^Copied file:(?<name>.+), to:/is },
  { list: 'files', shape: /^Failed \(HResult: ?(?<failure>0x[0-9a-f]+)\) to CollectFileEntry:(?<name>.+)$/is },
  { list: 'registryRoots', shape: /^Succeeded to dump (?<hive>HK\w+) registry:(?<name>.+)$/is },
  {
    list: 'registryRoots',
    shape: /^Failed \(HResult: ?(?<failure>0x[0-9a-f]+)\) to dump (?<hive>HK\w+) registry:(?<name>.+)$/is,
  },
];

/** Lines that stand around the items: when it was, how many there are, and where the metadata went. */
const frameShape = /^(?:--- (?:Start|End) at:|--- \d+ .* are collected\s*$|metadataFile generated:)/is;

/** Does the text begin like a collector footprint? */
export function isFootprintText(head: string): boolean {
  return head.startsWith('--- Start at:');
}

/** Reads a collector footprint of any known version. */
export function parseFootprint(text: string): CollectorFootprint {
  const lists: Record<ItemList, CollectedItem[]> = { channels: [], files: [], registryRoots: [] };
  let start: string | null = null;
  let areas: readonly string[] = [];
  let strayLines = 0;
  let totalLines = 0;
  for (const { number, text: line } of linesOf(text)) {
    totalLines = number;
    const item = itemOf(line, number);
    if (item !== null) {
      lists[item.list].push(item.collected);
      continue;
    }
    start ??= /^--- Start at:(.+)$/s.exec(line)?.[1]?.trim() ?? null;
    // The tool of 2020 writes the name without quotes.
    const areaText = /^"?AreaName"?\s*:\s*"?([^"]*)/.exec(line)?.[1];
    if (areaText !== undefined) {
      areas = areaText
        .split(';')
        .map((area) => area.trim())
        .filter((area) => area !== '');
    } else if (line.trim() !== '' && !frameShape.test(line)) {
      strayLines += 1;
    }
  }
  return { start, areas, ...lists, understood: { lines: totalLines - strayLines, of: totalLines } };
}

function itemOf(line: string, number: number): { list: ItemList; collected: CollectedItem } | null {
  for (const { list, shape } of itemShapes) {
    const found = shape.exec(line)?.groups;
    if (found !== undefined) {
      const { hive, name, failure } = found;
      const path = name!.trim().toLowerCase();
      return {
        list,
        collected: {
          name: hive === undefined ? path : `${hive.toLowerCase()}\\${path}`,
          failure: failure ?? null,
          line: number,
        },
      };
    }
  }
  return null;
}
