import type { Chunk } from './chunk';
import type { FragmentReader } from './fragment';
import type { ValueTable } from './valueTable';
import { WorkLimit } from './workLimit';
import type { XmlAttribute, XmlElement, XmlNode } from './xmlTree';

/**
 * The XML text of the record at `offset` of `chunk`, written as Event Viewer writes it: on one line, attributes in
 * single quotes. Characters that XML cannot hold become U+FFFD. Throws {@link Damage}.
 */
export function recordXml(fragments: FragmentReader, chunk: Chunk, offset: number): string {
  const writer = new EventXmlWriter(fragments, chunk);
  let fragment = fragments.openRecord(chunk, offset);
  let xml = writer.element(fragment.root, fragment.values, 0);
  for (;;) {
    const next = fragments.openNext(chunk, offset, fragment);
    if (next === null) {
      return xml;
    }
    // A second fragment (RenderingInfo) belongs inside the event, as its last child.
    const extra = writer.element(next.root, next.values, 0);
    xml = xml.endsWith('</Event>') ? `${xml.slice(0, -'</Event>'.length)}${extra}</Event>` : xml + extra;
    fragment = next;
  }
}

class EventXmlWriter {
  private readonly limit = new WorkLimit();

  constructor(
    private readonly fragments: FragmentReader,
    private readonly chunk: Chunk,
  ) {}

  element(element: XmlElement, values: ValueTable, nesting: number): string {
    this.limit.spend('');
    if (element.dependency >= 0 && values.isNull(element.dependency)) {
      return '';
    }
    let start = `<${element.name}`;
    for (const attribute of element.attributes) {
      start += attributeXml(attribute, values);
    }
    this.limit.spend(start);
    if (element.selfClosing) {
      return `${start}/>`;
    }
    const end = `</${element.name}>`;
    const only = element.children[0];
    if (
      element.children.length === 1 &&
      typeof only === 'object' &&
      only.kind === 'slot' &&
      values.isArray(only.index)
    ) {
      // An array repeats the element that holds it.
      return values.itemsAt(only.index).reduce((xml, item) => {
        this.limit.spend(item);
        return `${xml}${start}>${escapeText(item)}${end}`;
      }, '');
    }
    let xml = `${start}>`;
    for (const node of element.children) {
      xml += this.node(node, values, nesting);
    }
    return xml + end;
  }

  private node(node: XmlNode, values: ValueTable, nesting: number): string {
    if (typeof node === 'string') {
      this.limit.spend(node);
      return escapeText(node);
    }
    if (node.kind === 'element') {
      return this.element(node, values, nesting);
    }
    if (values.isBinXml(node.index)) {
      const nested = this.fragments.openValue(this.chunk, values, node.index, nesting);
      return nested === null ? '' : this.element(nested.root, nested.values, nesting + 1);
    }
    const text = values.textAt(node.index) ?? '';
    this.limit.spend(text);
    return escapeText(text);
  }
}

function attributeXml({ name, content }: XmlAttribute, values: ValueTable): string {
  const text = values.text(content);
  const isLeftOut =
    text === null && content.some((node) => typeof node === 'object' && node.kind === 'slot' && node.optional);
  return isLeftOut ? '' : ` ${name}='${escapeAttribute(text ?? '')}'`;
}

/** What XML text cannot hold as it is. XML 1.0 section 2.2 has no way to write control characters, not even as references. */
const forbiddenInText = /[&<>\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g;
const forbiddenInAttribute = /[&<>'"\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g;

const escapes: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ["'", '&apos;'],
  ['"', '&quot;'],
]);

function escapeText(text: string): string {
  return text.replace(forbiddenInText, escapeCharacter);
}

function escapeAttribute(text: string): string {
  return text.replace(forbiddenInAttribute, escapeCharacter);
}

function escapeCharacter(character: string): string {
  return escapes.get(character) ?? '\ufffd';
}
