import * as l10n from '@vscode/l10n';
import { BinXmlParser } from './binXmlParser';
import type { Chunk } from './chunk';
import { Damage } from './damage';
import type { SystemPlan } from './systemPlan';
import { systemPlan } from './systemPlan';
import type { TemplateCache } from './templateCache';
import { ValueTable } from './valueTable';
import type { XmlElement } from './xmlTree';

/** Magic u32, size u32, record id u64, time written FILETIME; then BinXML; then the size again. */
export const RECORD_HEADER = 24;
export const RECORD_TRAILER = 4;

const FRAGMENT_HEADER = 0x0f;
const TEMPLATE_INSTANCE = 0x0c;
/** Token, version, short template id u32, definition offset u32. */
const INSTANCE_HEADER = 10;

/** No fragment is smaller; up to 7 bytes of padding with anything in them may follow the last one. */
const SMALLEST_FRAGMENT = 16;

/** Real events nest once: the EventData of an Event. */
const MAX_NESTING = 16;

/** One BinXML fragment, opened: an element tree and the values that its slots stand for. */
export interface Fragment {
  readonly root: XmlElement;
  /** Where the fields of an event are; `null` when the root element is not an event. */
  readonly system: SystemPlan | null;
  /** Valid until the next fragment is opened at the same nesting. */
  readonly values: ValueTable;
  /** Where the fragment ends in its chunk. */
  readonly end: number;
}

/** Opens fragments: those of records (nesting 0) and those inside values (nesting 1 and more). */
export class FragmentReader {
  private readonly tables: ValueTable[] = [];

  constructor(private readonly templates: TemplateCache) {}

  /** The first fragment of the record at `offset`, whose header has been checked. Throws {@link Damage}. */
  openRecord(chunk: Chunk, offset: number): Fragment {
    return this.open(chunk, offset + RECORD_HEADER, endOfRecord(chunk, offset), 0);
  }

  /**
   * The fragment of the record at `offset` that follows `previous`, `null` after the last one. Forwarded events have
   * two: Event and RenderingInfo.
   */
  openNext(chunk: Chunk, offset: number, previous: Fragment): Fragment | null {
    const { bytes } = chunk;
    const end = endOfRecord(chunk, offset);
    const start = bytes[previous.end] === 0 ? previous.end + 1 : previous.end;
    const follows =
      start + SMALLEST_FRAGMENT <= end &&
      bytes[start] === FRAGMENT_HEADER &&
      bytes[start + 1] === 1 &&
      bytes[start + 2] === 1 &&
      bytes[start + 3] === 0;
    return follows ? this.open(chunk, start, end, 0) : null;
  }

  /**
   * The fragment inside the BinXML value at `slot` of `values`, which is a table of this `nesting`; `null` when the value
   * is empty. Throws {@link Damage}.
   */
  openValue(chunk: Chunk, values: ValueTable, slot: number, nesting: number): Fragment | null {
    const start = values.startAt(slot);
    const end = values.endAt(slot);
    return start === end ? null : this.open(chunk, start, end, nesting + 1);
  }

  /** The fragment in `[start, end)` of `chunk`. */
  private open(chunk: Chunk, start: number, end: number, nesting: number): Fragment {
    const { bytes, view } = chunk;
    const values = this.table(chunk, nesting);
    const at = start < end && bytes[start] === FRAGMENT_HEADER ? start + 4 : start;
    if (at + INSTANCE_HEADER > end) {
      throw new Damage(l10n.t('it ends before its content'));
    }
    if (bytes[at] !== TEMPLATE_INSTANCE) {
      const parser = new BinXmlParser(chunk, at, end, false);
      const root = parser.parseFragment();
      values.clear();
      return { root, system: systemPlan(root), values, end: parser.position };
    }
    const definition = view.getUint32(at + 6, true);
    const template = this.templates.find(chunk, definition);
    const behindHeader = at + INSTANCE_HEADER;
    // The first use in a chunk carries the definition between the header and the values.
    const valuesStart = definition === behindHeader ? behindHeader + template.size : behindHeader;
    return { root: template.root, system: template.system, values, end: values.load(chunk, valuesStart, end) };
  }

  private table(chunk: Chunk, nesting: number): ValueTable {
    if (nesting >= MAX_NESTING) {
      throw new Damage(l10n.t('its values are nested too deeply'));
    }
    return (this.tables[nesting] ??= new ValueTable(chunk));
  }
}

function endOfRecord(chunk: Chunk, offset: number): number {
  return offset + chunk.view.getUint32(offset + 4, true) - RECORD_TRAILER;
}
