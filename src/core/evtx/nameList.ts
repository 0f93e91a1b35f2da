import * as l10n from '@vscode/l10n';
import type { Chunk } from './chunk';
import { Damage } from './damage';
import { sameBytes } from './sameBytes';
import type { ValueTable } from './valueTable';
import { ValueType } from './valueType';
import type { Content } from './xmlTree';

/** A column of 16 bits cannot tell more names apart. */
const MAX_NAMES = 0x1_0000;

const PLACES = 256;

/** Where a value was seen before, and the position of its name. */
interface KnownValue {
  readonly view: DataView;
  readonly start: number;
  readonly size: number;
  readonly index: number;
}

/**
 * The distinct names of a column in the order of their first use. Records repeat the names of the records before them,
 * so that a name is first looked for by the bytes of its value, without making a text of them.
 */
export class NameList {
  readonly names: string[] = [];
  private readonly indices = new Map<string, number>();
  private readonly places = new Array<KnownValue | undefined>(PLACES).fill(undefined);

  /** Position of `name`. Throws {@link Damage} when there are more names than a column can tell apart. */
  indexOf(name: string): number {
    const known = this.indices.get(name);
    if (known !== undefined) {
      return known;
    }
    // The last place is kept for the empty name of damaged records.
    if (this.names.length >= MAX_NAMES - 1 && name !== '') {
      throw new Damage(l10n.t('the file has too many different names'));
    }
    this.indices.set(name, this.names.length);
    return this.names.push(name) - 1;
  }

  /** Position of the name that `content` has in a record of `chunk` with these `values`. Throws {@link Damage}. */
  indexIn(chunk: Chunk, values: ValueTable, content: Content): number {
    const node = content[0];
    const isValue = content.length === 1 && typeof node === 'object' && node.kind === 'slot';
    if (!isValue || values.typeAt(node.index) !== ValueType.String) {
      return this.indexOf(values.text(content) ?? '');
    }
    const { view } = chunk;
    const start = values.startAt(node.index);
    const size = values.endAt(node.index) - start;
    const place = placeOf(chunk.bytes, start, size);
    const known = this.places[place];
    if (known?.size === size && sameBytes(known.view, known.start, view, start, size)) {
      return known.index;
    }
    const index = this.indexOf(values.text(content) ?? '');
    this.places[place] = { view, start, size, index };
    return index;
  }
}

/** Mixes the size, the first character and the middle one: enough for the few dozen names of a log. */
function placeOf(bytes: Uint8Array, start: number, size: number): number {
  const middle = start + (size >> 2) * 2;
  return size < 2 ? 0 : (size + 31 * bytes[start]! + 131 * bytes[middle]!) & (PLACES - 1);
}
