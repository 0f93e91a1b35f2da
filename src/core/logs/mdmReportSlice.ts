import { XMLParser } from 'fast-xml-parser';
import { isObject } from './jsonFacts';
import type { ReportSection } from './mdmReportSections';

/** A name and its value. */
export interface ReportFact {
  readonly name: string;
  readonly value: string;
  /** Counted from 1. */
  readonly line: number;
}

/** Larger sections are not read, UTF-16 units: the parser needs some fifty times as much memory. */
const maxSliceLength = 4 * 1024 * 1024;

/** Values stay as they are written: the parser's defaults turn `007` into 7 and leave `&#x41;` as it is. */
const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  trimValues: false,
  parseTagValue: false,
  parseAttributeValue: false,
  htmlEntities: true,
  maxNestedTags: 20,
  processEntities: { enabled: true, maxTotalExpansions: 100_000, maxExpandedLength: 8 * 1024 * 1024 },
});

/**
 * The child elements of a section as facts, in their order; `null` when the section is too large or the parser refuses
 * it.
 */
export function factsOfSlice(
  text: string,
  { start, end, line, childLines }: ReportSection,
): readonly ReportFact[] | null {
  if (end - start > maxSliceLength) {
    return null;
  }
  try {
    return childrenOf(parser.parse(text.slice(start, end))).map(({ name, value }, index) => ({
      name,
      value,
      line: childLines[index] ?? line,
    }));
  } catch {
    // Refused is what is built to hurt: too deep, too many entities, names like `__proto__`.
    return null;
  }
}

/** The elements inside the first element of the parser's ordered form, `[{ name: children, ':@': attributes }]`. */
function childrenOf(nodes: unknown): readonly { readonly name: string; readonly value: string }[] {
  const [first] = elementsOf(nodes);
  return first === undefined
    ? []
    : elementsOf(first.children).map(({ name, children }) => ({ name, value: textOf(children) }));
}

function elementsOf(nodes: unknown): readonly { readonly name: string; readonly children: unknown }[] {
  return nodeList(nodes).flatMap((node) => {
    const name = Object.keys(node).find((key) => key !== ':@' && key !== '#text');
    return name === undefined ? [] : [{ name, children: node[name] }];
  });
}

/** All text below a node, so that a value written as markup still shows what is in it. */
function textOf(nodes: unknown): string {
  return nodeList(nodes)
    .map((node) => {
      const text = node['#text'];
      return typeof text === 'string'
        ? text
        : elementsOf([node])
            .map(({ children }) => textOf(children))
            .join('');
    })
    .join('');
}

function nodeList(nodes: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(nodes) ? nodes.filter(isObject) : [];
}
