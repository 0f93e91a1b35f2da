import * as l10n from '@vscode/l10n';
import type { Chunk } from './chunk';
import { Damage } from './damage';
import { decodeUtf16 } from './utf16';
import type { Content, XmlAttribute, XmlElement, XmlNode } from './xmlTree';
import { attributeContent, localName, NO_CONTENT } from './xmlTree';

/** BinXML tokens, [MS-EVEN6] 2.2.12.1, without the flag {@link MORE}. */
const Token = {
  EndOfFragment: 0x00,
  OpenStartElement: 0x01,
  CloseStartElement: 0x02,
  CloseEmptyElement: 0x03,
  EndElement: 0x04,
  ValueText: 0x05,
  Attribute: 0x06,
  CData: 0x07,
  CharRef: 0x08,
  EntityRef: 0x09,
  PiTarget: 0x0a,
  PiData: 0x0b,
  NormalSubstitution: 0x0d,
  OptionalSubstitution: 0x0e,
  FragmentHeader: 0x0f,
} as const;

/** Set on a token when more of its kind follow, or (open start element) when there are attributes. */
const MORE = 0x40;

/** Real templates have a depth below 10 and less than 100 elements. */
const MAX_DEPTH = 64;
const MAX_ELEMENTS = 2048;

/** Peeked at the end: no token. */
const NOTHING = -1;

const STRING_TYPE = 0x01;
const NO_DEPENDENCY = 0xffff;
/** A name: next u32, hash u16, length u16, characters, NUL u16. */
export const NAME_HEADER = 8;

const predefinedEntities: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** A name that was read: where its offset was found, and where the name itself is. Both chunk-relative. */
export interface NameReference {
  readonly at: number;
  readonly target: number;
  /** Of the name structure, its header included. */
  readonly size: number;
}

/**
 * Turns the tokens of one BinXML fragment into an element tree. Element tokens carry a dependency id inside template
 * definitions only.
 */
export class BinXmlParser {
  readonly nameReferences: NameReference[] = [];
  private elements = 0;

  constructor(
    private readonly chunk: Chunk,
    private at: number,
    private readonly end: number,
    private readonly insideTemplate: boolean,
  ) {}

  /** Where the next token would be read, chunk-relative. */
  get position(): number {
    return this.at;
  }

  /** Parses an optional fragment header, one element and the end token if it is there. */
  parseFragment(): XmlElement {
    if (this.peek() === Token.FragmentHeader) {
      this.skip(4);
    }
    const token = this.u8();
    if ((token & ~MORE) !== Token.OpenStartElement) {
      throw new Damage(l10n.t('there is no element where one should begin (token 0x{0})', token.toString(16)));
    }
    const element = this.parseElement(token, 1);
    if (this.peek() === Token.EndOfFragment) {
      this.skip(1);
    }
    return element;
  }

  private parseElement(token: number, depth: number): XmlElement {
    this.elements += 1;
    if (depth > MAX_DEPTH || this.elements > MAX_ELEMENTS) {
      throw new Damage(l10n.t('its elements are nested too deeply or too many'));
    }
    const dependency = this.insideTemplate ? this.u16() : NO_DEPENDENCY;
    this.skip(4); // the element's own idea of its size, which nothing depends on
    const name = this.name();
    const attributes = token & MORE ? this.parseAttributes() : [];
    const close = this.u8();
    if (close !== Token.CloseStartElement && close !== Token.CloseEmptyElement) {
      throw new Damage(l10n.t('the start tag of <{0}> does not end', name));
    }
    const selfClosing = close === Token.CloseEmptyElement;
    return {
      kind: 'element',
      name,
      localName: localName(name),
      dependency: dependency === NO_DEPENDENCY ? -1 : dependency,
      attributes,
      nameAttribute: attributeContent(attributes, 'Name'),
      children: selfClosing ? NO_CONTENT : this.parseChildren(depth),
      selfClosing,
    };
  }

  private parseAttributes(): XmlAttribute[] {
    this.skip(4); // the size of the list
    const attributes: XmlAttribute[] = [];
    while ((this.peek() & ~MORE) === Token.Attribute) {
      this.skip(1);
      const name = this.name();
      const content: XmlNode[] = [];
      while (this.parseCharacters(content)) {
        // Every turn consumes a token.
      }
      attributes.push({ name, content });
    }
    return attributes;
  }

  private parseChildren(depth: number): Content {
    const children: XmlNode[] = [];
    for (;;) {
      if (this.parseCharacters(children)) {
        continue;
      }
      const token = this.u8();
      if (token === Token.EndElement) {
        return children;
      }
      if ((token & ~MORE) !== Token.OpenStartElement) {
        throw new Damage(l10n.t('an element holds the unknown token 0x{0}', token.toString(16)));
      }
      children.push(this.parseElement(token, depth + 1));
    }
  }

  /** Consumes one token that stands for text, appending it to `content`; false when the next token is another. */
  private parseCharacters(content: XmlNode[]): boolean {
    switch (this.peek() & ~MORE) {
      case Token.ValueText: {
        this.skip(1);
        const type = this.u8();
        if (type !== STRING_TYPE) {
          throw new Damage(l10n.t('literal text has the type 0x{0}', type.toString(16)));
        }
        append(content, this.countedText());
        return true;
      }
      case Token.CData:
        this.skip(1);
        append(content, this.countedText());
        return true;
      case Token.CharRef:
        this.skip(1);
        append(content, String.fromCharCode(this.u16()));
        return true;
      case Token.EntityRef: {
        this.skip(1);
        const name = this.name();
        append(content, predefinedEntities.get(name) ?? `&${name};`);
        return true;
      }
      case Token.PiTarget:
        this.skip(1);
        this.name();
        return true;
      case Token.PiData:
        this.skip(1);
        this.countedText();
        return true;
      case Token.NormalSubstitution:
      case Token.OptionalSubstitution: {
        const optional = (this.u8() & ~MORE) === Token.OptionalSubstitution;
        const index = this.u16();
        this.skip(1); // the type the template expects; the value table knows what came
        content.push({ kind: 'slot', index, optional });
        return true;
      }
      default:
        return false;
    }
  }

  /** A name by its offset; the first use in a chunk carries the name itself right behind the offset. */
  private name(): string {
    const at = this.at;
    const target = this.u32();
    const { bytes, view } = this.chunk;
    if (target + NAME_HEADER > bytes.length) {
      throw new Damage(l10n.t('a name lies outside of the chunk'));
    }
    const units = view.getUint16(target + 6, true);
    const size = NAME_HEADER + 2 * units + 2;
    if (target + size > bytes.length) {
      throw new Damage(l10n.t('a name reaches beyond the chunk'));
    }
    if (target === this.at) {
      this.skip(size);
    }
    this.nameReferences.push({ at, target, size });
    return decodeUtf16(bytes, target + NAME_HEADER, units);
  }

  private countedText(): string {
    const units = this.u16();
    const start = this.at;
    this.skip(2 * units);
    return decodeUtf16(this.chunk.bytes, start, units);
  }

  private peek(): number {
    return this.at < this.end ? this.chunk.bytes[this.at]! : NOTHING;
  }

  private u8(): number {
    this.skip(1);
    return this.chunk.bytes[this.at - 1]!;
  }

  private u16(): number {
    this.skip(2);
    return this.chunk.view.getUint16(this.at - 2, true);
  }

  private u32(): number {
    this.skip(4);
    return this.chunk.view.getUint32(this.at - 4, true);
  }

  private skip(length: number): void {
    if (this.at + length > this.end) {
      throw new Damage(l10n.t('it ends in the middle of an element'));
    }
    this.at += length;
  }
}

function append(content: XmlNode[], text: string): void {
  const last = content.at(-1);
  if (typeof last === 'string') {
    content[content.length - 1] = last + text;
  } else if (text !== '') {
    content.push(text);
  }
}
