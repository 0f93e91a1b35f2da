import * as l10n from '@vscode/l10n';
import type { Chunk } from './chunk';
import { Damage } from './damage';
import { arrayItems, formatValue, numberValue } from './eventValue';
import { ARRAY_FLAG, ValueType } from './valueType';
import { MAX_WORK, unfoldsTooFar } from './workLimit';
import type { Content, XmlNode } from './xmlTree';

/** Real records have less than 150 values. */
const MAX_VALUES = 4096;

/**
 * The values that a record hands to its template: count u32, then for each value size u16, type u8 and a zero, then
 * the values themselves ([MS-EVEN6] 2.2.12.4, TemplateInstanceData). Tables are loaded again and again: what
 * was read from one is void after the next load.
 */
export class ValueTable {
  private count = 0;
  private readonly types = new Uint8Array(MAX_VALUES);
  /** Where each value starts in the chunk, and at `count` where the last one ends. */
  private readonly starts = new Int32Array(MAX_VALUES + 1);

  constructor(private chunk: Chunk) {}

  /** Makes this the table at `position`, which must end by `end`; returns where it ends. Throws {@link Damage}. */
  load(chunk: Chunk, position: number, end: number): number {
    const count = position + 4 <= end ? chunk.view.getUint32(position, true) : 0;
    let start = position + 4 + 4 * count;
    if (count > MAX_VALUES || start > end) {
      throw new Damage(l10n.t('its value table does not fit'));
    }
    this.chunk = chunk;
    this.count = count;
    const { view } = chunk;
    const { types, starts } = this;
    for (let slot = 0, at = position + 4; slot < count; slot++, at += 4) {
      starts[slot] = start;
      const sizeAndType = view.getUint32(at, true);
      types[slot] = (sizeAndType >>> 16) & 0xff;
      start += sizeAndType & 0xffff;
    }
    starts[count] = start;
    if (start > end) {
      throw new Damage(l10n.t('its values reach beyond the record'));
    }
    return start;
  }

  /** Makes this the empty table of a fragment without a template. */
  clear(): void {
    this.count = 0;
  }

  /** The type of the value at `slot`, array flag included; Null for slots that the record does not fill. */
  typeAt(slot: number): number {
    return slot < this.count ? this.types[slot]! : ValueType.Null;
  }

  isNull(slot: number): boolean {
    return this.typeAt(slot) === ValueType.Null;
  }

  isArray(slot: number): boolean {
    return (this.typeAt(slot) & ARRAY_FLAG) !== 0;
  }

  isBinXml(slot: number): boolean {
    return this.typeAt(slot) === ValueType.BinXml;
  }

  /** Start of the value at `slot` in its chunk. */
  startAt(slot: number): number {
    return this.starts[slot]!;
  }

  /** End of the value at `slot` in its chunk. */
  endAt(slot: number): number {
    return this.starts[slot + 1]!;
  }

  /** The text of the value at `slot`; `null` for a null value and for nested BinXML, which is no text. */
  textAt(slot: number): string | null {
    const type = this.typeAt(slot);
    if (type === ValueType.Null || type === ValueType.BinXml) {
      return null;
    }
    return this.isArray(slot)
      ? this.itemsAt(slot).join(', ')
      : formatValue(this.chunk, type, this.starts[slot]!, this.starts[slot + 1]!);
  }

  /** The texts of the array at `slot`. */
  itemsAt(slot: number): string[] {
    return arrayItems(this.chunk, this.types[slot]! & ~ARRAY_FLAG, this.starts[slot]!, this.starts[slot + 1]!);
  }

  /** The text of `content`, which holds no elements; `null` when it holds nothing or only null values. */
  text(content: Content): string | null {
    if (content.length === 1) {
      return this.nodeText(content[0]!);
    }
    let text: string | null = null;
    for (const node of content) {
      const piece = this.nodeText(node);
      if (piece !== null) {
        text = text === null ? piece : text + piece;
        if (text.length > MAX_WORK) {
          throw unfoldsTooFar();
        }
      }
    }
    return text;
  }

  private nodeText(node: XmlNode): string | null {
    if (typeof node === 'string') {
      return node;
    }
    return node.kind === 'slot' ? this.textAt(node.index) : null;
  }

  /** `content` as an unsigned integer, without a detour by text where it is one value; `null` when it is not a number. */
  number(content: Content): number | null {
    const node = content[0];
    if (content.length === 1 && typeof node === 'object' && node.kind === 'slot') {
      const type = this.typeAt(node.index);
      if (type !== ValueType.Null) {
        const value = numberValue(this.chunk, type, this.starts[node.index]!, this.starts[node.index + 1]!);
        if (value !== null) {
          return value;
        }
      }
    }
    const text = this.text(content)?.trim() ?? '';
    const value = Number(text);
    return text === '' || !Number.isFinite(value) ? null : value;
  }
}
