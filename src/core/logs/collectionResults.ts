import { XMLParser } from 'fast-xml-parser';
import { isObject } from './jsonFacts';
import { understoodNothing, type Understood } from './understood';
import { understoodOfWalk, walkXml } from './xmlWalk';

/** One item that Intune "Collect diagnostics" was asked for. */
export interface CollectionItem {
  readonly kind: 'registryKey' | 'command' | 'events' | 'foldersFiles';
  /** Registry path, command line, channel or folder pattern, as the manifest spells it. */
  readonly target: string;
  /** HRESULT as an unsigned number; 0 is success, `null` where the file does not tell. */
  readonly hresult: number | null;
  /** 1-based position, which is the `(N)` of the file names of this very zip. */
  readonly position: number;
}

const itemKinds: ReadonlyMap<string, CollectionItem['kind']> = new Map([
  ['RegistryKey', 'registryKey'],
  ['Command', 'command'],
  ['Events', 'events'],
  ['FoldersFiles', 'foldersFiles'],
]);

/** Does the text begin like the `results.xml` of Collect diagnostics? */
export function isCollectionResultsText(head: string): boolean {
  return /^\s*(?:<\?xml[^>]*>\s*)?<Collection\s[^>]*HRESULT=/.test(head);
}

/** Reads `results.xml`. A file that was cut short gives the items before the cut; what is no such file gives none. */
export function parseCollectionResults(text: string): readonly CollectionItem[] {
  const items: CollectionItem[] = [];
  for (const { name, attributes, inner } of elementsOf(collectionOf(text))) {
    const kind = itemKinds.get(name);
    if (kind !== undefined) {
      // Keys with blanks in their names stand in quotes.
      const target = textOf(inner)
        .trim()
        .replace(/^"(.*)"$/s, '$1');
      items.push({ kind, target, hresult: hresultOf(attributes.HRESULT), position: items.length + 1 });
    }
  }
  return items;
}

/** How much of `results.xml` was understood: nothing where no item was found, else the lines that are sound XML. */
export function understoodResults(text: string, items: readonly CollectionItem[]): Understood {
  const ignored = (): void => undefined;
  return items.length === 0
    ? understoodNothing(text)
    : understoodOfWalk(walkXml(text, { open: ignored, text: ignored, close: ignored }), text);
}

/** A signed decimal number in the file. */
function hresultOf(value: unknown): number | null {
  return typeof value === 'string' && /^-?\d{1,10}$/.test(value) ? Number(value) >>> 0 : null;
}

/** Real files have some 8 KB; the parser may take seconds for a hostile one of many megabytes. UTF-16 units. */
const maxLength = 1024 * 1024;

/** What is in the root element `Collection`, in the parser's ordered form. */
function collectionOf(text: string): unknown {
  if (text.length > maxLength) {
    return [];
  }
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    trimValues: false,
    parseTagValue: false,
    parseAttributeValue: false,
    htmlEntities: true,
    maxNestedTags: 20,
    processEntities: { enabled: true, maxTotalExpansions: 1000 },
  });
  try {
    return elementsOf(parser.parse(text)).find(({ name }) => name === 'Collection')?.inner;
  } catch {
    // The parser refuses what is built to hurt: too deep, too many entities, names like `__proto__`.
    return [];
  }
}

interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  /** Its content, in the parser's ordered form. */
  readonly inner: readonly unknown[];
}

/** The elements of one level of the parser's ordered form, `[{ name: inner, ':@': attributes }]`. */
function elementsOf(nodes: unknown): readonly XmlElement[] {
  if (!Array.isArray(nodes)) {
    return [];
  }
  return nodes.filter(isObject).flatMap((node) => {
    const name = Object.keys(node).find((key) => key !== ':@' && key !== '#text');
    const inner: unknown = name === undefined ? undefined : node[name];
    if (name === undefined || !Array.isArray(inner)) {
      return [];
    }
    return [{ name, attributes: isObject(node[':@']) ? node[':@'] : {}, inner }];
  });
}

function textOf(nodes: readonly unknown[]): string {
  return nodes
    .filter(isObject)
    .map((node) => (typeof node['#text'] === 'string' ? node['#text'] : ''))
    .join('');
}
