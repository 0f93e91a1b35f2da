import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { isObject } from './jsonFacts';

/** One item that Intune "Collect diagnostics" was asked for. */
export interface CollectionItem {
  readonly kind: 'registryKey' | 'command' | 'events' | 'foldersFiles';
  /** Registry path, command line, channel or folder pattern, as the manifest spells it. */
  readonly target: string;
  /** HRESULT as an unsigned number; 0 is success. */
  readonly hresult: number;
  /** 1-based position, which is the `(N)` of the file names of this very zip. */
  readonly position: number;
}

const itemKinds: Readonly<Record<string, CollectionItem['kind']>> = {
  RegistryKey: 'registryKey',
  Command: 'command',
  Events: 'events',
  FoldersFiles: 'foldersFiles',
};

/** Does the text begin like the `results.xml` of Collect diagnostics? */
export function isCollectionResultsText(head: string): boolean {
  return /<Collection\b[^>]*HRESULT=/.test(head);
}

/** Reads `results.xml`; an invalid file gives no items. */
export function parseCollectionResults(text: string): readonly CollectionItem[] {
  if (XMLValidator.validate(text) !== true) {
    return [];
  }
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    parseTagValue: false,
    parseAttributeValue: false,
    htmlEntities: true,
    processEntities: { enabled: true, maxTotalExpansions: 1000 },
  });
  const document: unknown = parser.parse(text);
  const collection = elementsOf(document).find((element) => element.name === 'Collection');
  const items: CollectionItem[] = [];
  for (const element of collection?.children ?? []) {
    const kind = itemKinds[element.name];
    if (kind !== undefined) {
      const target = element.text.trim().replace(/^"(.*)"$/, '$1');
      items.push({
        kind,
        target,
        hresult: Number(element.attributes['HRESULT'] ?? 0) >>> 0,
        position: items.length + 1,
      });
    }
  }
  return items;
}

interface XmlElement {
  readonly name: string;
  readonly text: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly children: readonly XmlElement[];
}

/** The parser's ordered form (`[{ name: children, ':@': attributes }]`) as elements. */
function elementsOf(nodes: unknown): readonly XmlElement[] {
  if (!Array.isArray(nodes)) {
    return [];
  }
  return nodes.filter(isObject).flatMap((node) => {
    const name = Object.keys(node).find((key) => key !== ':@' && key !== '#text');
    if (name === undefined) {
      return [];
    }
    const inner: readonly unknown[] = Array.isArray(node[name]) ? node[name] : [];
    const text = inner
      .filter(isObject)
      .map((child) => (typeof child['#text'] === 'string' ? child['#text'] : ''))
      .join('');
    const attributes = isObject(node[':@']) ? node[':@'] : {};
    return [{ name, text, attributes, children: elementsOf(inner) }];
  });
}
