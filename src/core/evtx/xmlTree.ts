/** A place in a template that takes its text from the value table of each record. */
export interface Slot {
  readonly kind: 'slot';
  /** Position in the value table. */
  readonly index: number;
  /** Optional substitution: an attribute that holds nothing but a null value is left out. */
  readonly optional: boolean;
}

export interface XmlAttribute {
  readonly name: string;
  readonly content: Content;
}

export interface XmlElement {
  readonly kind: 'element';
  readonly name: string;
  /** The name without its namespace prefix. */
  readonly localName: string;
  /** The element exists only where the value at this slot is not null; -1 where it always exists. */
  readonly dependency: number;
  readonly attributes: readonly XmlAttribute[];
  /** What the attribute `Name` holds, by which event data is known; empty where there is none. */
  readonly nameAttribute: Content;
  readonly children: Content;
  /** Written as `<a/>`, not as `<a></a>`. */
  readonly selfClosing: boolean;
}

export type XmlNode = string | Slot | XmlElement;

/** What an element or an attribute holds; neighbouring texts are one string. */
export type Content = readonly XmlNode[];

export const NO_CONTENT: Content = [];

/** What the attribute called `name` holds, empty where there is none. */
export function attributeContent(attributes: readonly XmlAttribute[], name: string): Content {
  return attributes.find((attribute) => attribute.name === name)?.content ?? NO_CONTENT;
}

/** `name` without its namespace prefix. */
export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

export function isNamespaceDeclaration(name: string): boolean {
  return name === 'xmlns' || name.startsWith('xmlns:');
}
