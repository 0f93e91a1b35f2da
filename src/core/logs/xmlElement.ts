import { bareAmpersand, StopWalk, walkXml } from './xmlWalk';

/** An element of a small piece of XML. Names come without their prefix. */
export interface XmlElement {
  readonly name: string;
  /** Attributes in document order, namespace declarations left out. */
  readonly attributes: readonly (readonly [name: string, value: string])[];
  readonly children: readonly XmlElement[];
  /** The text directly in it, decoded. */
  readonly text: string;
}

interface OpenElement extends XmlElement {
  readonly children: OpenElement[];
  text: string;
}

/** The first root element of `text`; `null` when there is none. Mistakes in the XML are passed over. */
export function parseXmlElement(text: string): XmlElement | null {
  const root: OpenElement = { name: '', attributes: [], children: [], text: '' };
  const open: OpenElement[] = [root];
  const escaped = text.includes('<![CDATA[') ? text : text.replace(bareAmpersand, '&amp;');
  walkXml(escaped, {
    open: (name, attributes) => {
      const element: OpenElement = {
        name: localName(name),
        attributes: Object.entries(attributes)
          .filter(([key]) => key !== 'xmlns' && !key.startsWith('xmlns:'))
          .map(([key, value]) => [localName(key), value]),
        children: [],
        text: '',
      };
      open[open.length - 1]!.children.push(element);
      open.push(element);
    },
    text: (piece) => {
      open[open.length - 1]!.text += piece;
    },
    close: () => {
      open.pop();
      if (open.length === 1) {
        throw new StopWalk('enough');
      }
    },
  });
  return root.children[0] ?? null;
}

export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** The first child called `name`. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name);
}

/** The value of an attribute; `null` when the element is missing or has none of that name. */
export function attributeOf(element: XmlElement | undefined, name: string): string | null {
  return element?.attributes.find(([key]) => key === name)?.[1] ?? null;
}
