import type { Chunk } from './chunk';
import type { EventField, RenderedEventText } from './eventRecord';
import type { FragmentReader } from './fragment';
import type { ValueTable } from './valueTable';
import { WorkLimit } from './workLimit';
import type { Content, XmlElement } from './xmlTree';
import { isNamespaceDeclaration, localName } from './xmlTree';

/** Collects what an event says besides its System element. */
export class EventBody {
  readonly data: EventField[] = [];
  readonly userData: EventField[] = [];
  binary: string | null = null;
  rendered: RenderedEventText | null = null;
  private readonly limit = new WorkLimit();

  constructor(
    private readonly fragments: FragmentReader,
    private readonly chunk: Chunk,
  ) {}

  /** Adds a whole fragment of a record: an Event, or the RenderingInfo beside one. Throws {@link Damage}. */
  addFragment(root: XmlElement, values: ValueTable): void {
    if (root.localName === 'Event') {
      this.forEachElement(root.children, values, 0, (section, sectionValues, nesting) => {
        this.addSection(section, sectionValues, nesting);
      });
    } else {
      this.addSection(root, values, 0);
    }
  }

  private addSection(section: XmlElement, values: ValueTable, nesting: number): void {
    switch (section.localName) {
      case 'System':
        break;
      case 'EventData':
        this.addEventData(section.children, values, nesting);
        break;
      case 'UserData':
        // The one element inside is the publisher's wrapper: paths start below it.
        this.forEachElement(section.children, values, nesting, (wrapper, wrapperValues, wrapperNesting) => {
          this.flatten(wrapper, wrapperValues, wrapperNesting, '', this.userData);
        });
        break;
      case 'RenderingInfo':
        this.rendered = renderedText(section, values);
        break;
      default:
        // ProcessingErrorData, DebugData and BinaryEventData are rare and say what they are.
        this.flatten(section, values, nesting, section.localName, this.userData);
    }
  }

  private addEventData(children: Content, values: ValueTable, nesting: number): void {
    for (const node of children) {
      this.limit.spend('');
      if (typeof node === 'string') {
        continue;
      }
      if (node.kind === 'slot') {
        if (!values.isNull(node.index)) {
          this.addSlot('', node.index, values, nesting, this.data);
        }
      } else if (exists(node, values)) {
        this.addDatum(node, values, nesting);
      }
    }
  }

  private addDatum(element: XmlElement, values: ValueTable, nesting: number): void {
    const { children } = element;
    if (element.localName === 'Binary') {
      this.binary = values.text(children);
      return;
    }
    const name = element.localName === 'Data' ? (values.text(element.nameAttribute) ?? '') : element.localName;
    const only = children[0];
    if (children.length === 1 && typeof only === 'object' && only.kind === 'slot') {
      this.addSlot(name, only.index, values, nesting, this.data);
    } else if (children.length <= 1 && typeof only !== 'object') {
      this.push(this.data, name, only ?? '');
    } else {
      this.flatten(element, values, nesting, name, this.data);
    }
  }

  /** One field for a value, one for each item of an array, and those of the elements of nested BinXML. */
  private addSlot(name: string, slot: number, values: ValueTable, nesting: number, out: EventField[]): void {
    if (values.isBinXml(slot)) {
      const nested = this.fragments.openValue(this.chunk, values, slot, nesting);
      if (nested !== null) {
        this.flatten(nested.root, nested.values, nesting + 1, join(name, nested.root.localName), out);
      }
    } else if (values.isArray(slot)) {
      for (const item of values.itemsAt(slot)) {
        this.push(out, name, item);
      }
    } else {
      this.push(out, name, values.textAt(slot) ?? '');
    }
  }

  /** Leaf elements and attributes of `element` as fields whose names are paths below `path`. */
  private flatten(element: XmlElement, values: ValueTable, nesting: number, path: string, out: EventField[]): void {
    if (!exists(element, values)) {
      return;
    }
    const before = out.length;
    for (const { name, content } of element.attributes) {
      const text = isNamespaceDeclaration(name) ? null : values.text(content);
      if (text !== null) {
        this.push(out, join(path, localName(name)), text);
      }
    }
    const only = element.children[0];
    if (element.children.length === 1 && typeof only === 'object' && only.kind === 'slot') {
      if (!values.isNull(only.index) || out.length === before) {
        this.addSlot(path === '' ? element.localName : path, only.index, values, nesting, out);
      }
      return;
    }
    this.forEachElement(element.children, values, nesting, (child, childValues, childNesting) => {
      this.flatten(child, childValues, childNesting, join(path, child.localName), out);
    });
    const text = values.text(element.children) ?? '';
    if (out.length === before || text.trim() !== '') {
      this.push(out, path === '' ? element.localName : path, text);
    }
  }

  /** Calls `visit` for each element of `content`, those inside nested BinXML values included. */
  private forEachElement(
    content: Content,
    values: ValueTable,
    nesting: number,
    visit: (element: XmlElement, values: ValueTable, nesting: number) => void,
  ): void {
    for (const node of content) {
      this.limit.spend('');
      if (typeof node === 'string') {
        continue;
      }
      if (node.kind === 'element') {
        if (exists(node, values)) {
          visit(node, values, nesting);
        }
      } else if (values.isBinXml(node.index)) {
        const nested = this.fragments.openValue(this.chunk, values, node.index, nesting);
        if (nested !== null) {
          visit(nested.root, nested.values, nesting + 1);
        }
      }
    }
  }

  private push(out: EventField[], name: string, value: string): void {
    this.limit.spend(value);
    out.push({ name, value });
  }
}

/** Elements may depend on a value: where that is null they are not there. */
function exists(element: XmlElement, values: ValueTable): boolean {
  return element.dependency < 0 || !values.isNull(element.dependency);
}

function join(path: string, name: string): string {
  return path === '' ? name : `${path}/${name}`;
}

function renderedText(section: XmlElement, values: ValueTable): RenderedEventText {
  const text = (name: string): string | null => {
    for (const node of section.children) {
      if (typeof node === 'object' && node.kind === 'element' && node.localName === name) {
        return values.text(node.children);
      }
    }
    return null;
  };
  return { message: text('Message'), level: text('Level'), task: text('Task'), opcode: text('Opcode') };
}
