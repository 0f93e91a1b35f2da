import * as l10n from '@vscode/l10n';
import type { NameReference } from './binXmlParser';
import { BinXmlParser } from './binXmlParser';
import type { Chunk } from './chunk';
import { Damage } from './damage';
import { sameBytes } from './sameBytes';
import type { SystemPlan } from './systemPlan';
import { systemPlan } from './systemPlan';
import type { XmlElement } from './xmlTree';

/** A template definition: next u32, GUID, body size u32, body ([MS-EVEN6] 2.2.12.4, TemplateDef). */
const HEADER = 24;

/** A template definition, compiled. It serves every chunk of the file that repeats the definition. */
export class Template {
  /** Where the definition's fields are, for records of this shape; `null` for anything but an event. */
  readonly system: SystemPlan | null;

  private constructor(
    readonly root: XmlElement,
    private readonly chunk: Chunk,
    private readonly offset: number,
    /** Size of the definition, its header included. */
    readonly size: number,
    private readonly names: readonly NameReference[],
  ) {
    this.system = systemPlan(root);
  }

  /** Size of the definition at `offset`, its header included. Throws {@link Damage} when it is not in the chunk. */
  static sizeAt(chunk: Chunk, offset: number): number {
    if (offset + HEADER > chunk.bytes.length) {
      throw new Damage(l10n.t('its template lies outside of the chunk'));
    }
    const size = HEADER + chunk.view.getUint32(offset + 20, true);
    if (offset + size > chunk.bytes.length) {
      throw new Damage(l10n.t('its template reaches beyond the chunk'));
    }
    return size;
  }

  /** The identity that repeated definitions share: GUID and size, as a map key. */
  static keyAt(chunk: Chunk, offset: number): string {
    const { view } = chunk;
    const word = (at: number): number => view.getUint32(offset + at, true);
    return `${word(4)},${word(8)},${word(12)},${word(16)},${word(20)}`;
  }

  /** Compiles the definition at `offset`. Throws {@link Damage}. */
  static compile(chunk: Chunk, offset: number): Template {
    const size = Template.sizeAt(chunk, offset);
    const parser = new BinXmlParser(chunk, offset + HEADER, offset + size, true);
    const root = parser.parseFragment();
    return new Template(root, chunk, offset, size, parser.nameReferences);
  }

  /**
   * Whether the definition at `offset` of `other`, which has the same key, says the same: equal bytes, except that
   * names may lie elsewhere and are linked to other names.
   */
  matches(other: Chunk, offset: number): boolean {
    const shift = offset - this.offset;
    let compared = this.offset + HEADER;
    for (const { at, target, size } of this.names) {
      const isInline = target === at + 4;
      const otherTarget = other.view.getUint32(at + shift, true);
      if (
        !this.equalBytes(compared, at, other, compared + shift) ||
        isInline !== (otherTarget === at + shift + 4) ||
        // The first four bytes of a name link it to the next name.
        !this.equalBytes(target + 4, target + size, other, otherTarget + 4)
      ) {
        return false;
      }
      compared = isInline ? target + size : at + 4;
    }
    return this.equalBytes(compared, this.offset + this.size, other, compared + shift);
  }

  private equalBytes(start: number, end: number, other: Chunk, otherStart: number): boolean {
    const size = end - start;
    return otherStart + size <= other.bytes.length && sameBytes(this.chunk.view, start, other.view, otherStart, size);
  }
}
