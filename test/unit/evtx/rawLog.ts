import { crc32 } from 'node:zlib';
import { ByteWriter } from '../../bundles/byteWriter';

/*
 * Event logs from hand-written BinXML, for what the scenario builder never writes: records without a template, forged
 * templates, chunks whose headers lie.
 */

const firstRecord = 512;
const chunkSize = 65_536;

/** Writes the BinXML of one record; positions of `out` are offsets in the chunk. */
export type RecordBody = (out: ByteWriter) => void;

export interface RawChunk {
  readonly firstId: number;
  readonly bodies: readonly RecordBody[];
  /** How many of the records the chunk header knows of; all of them by default. */
  readonly known?: number;
  /** Ids of the records where they do not simply count up from `firstId`. */
  readonly ids?: readonly number[];
}

export function rawLog(chunks: readonly RawChunk[], isInUse = false): Uint8Array {
  const header = Buffer.alloc(4096);
  header.write('ElfFile\0', 'latin1');
  header.writeUInt16LE(4096, 40);
  header.writeUInt16LE(chunks.length, 42);
  header.writeUInt32LE(isInUse ? 1 : 0, 120);
  header.writeUInt32LE(crc32(header.subarray(0, 120)), 124);
  return new Uint8Array(Buffer.concat([header, ...chunks.map(chunkBytes)]));
}

function chunkBytes({ firstId, bodies, known = bodies.length, ids }: RawChunk): Buffer {
  const out = new ByteWriter().zeros(firstRecord);
  const ends: number[] = [firstRecord];
  bodies.forEach((body, index) => {
    const start = out.length;
    out.u32(0x2a2a).u32(0);
    out.u64(BigInt(ids?.[index] ?? firstId + index)).u64(133_500_000_000_000_000n);
    body(out);
    out.u32(out.length - start + 4);
    out.patchU32(start + 4, out.length - start);
    ends.push(out.length);
  });
  const chunk = Buffer.alloc(chunkSize);
  chunk.set(out.toBytes());
  chunk.write('ElfChnk\0', 'latin1');
  const isEmpty = known === 0;
  for (const at of [8, 24]) {
    chunk.writeBigUInt64LE(BigInt(firstId), at);
    chunk.writeBigUInt64LE(isEmpty ? 0xffff_ffff_ffff_ffffn : BigInt(firstId + known - 1), at + 8);
  }
  chunk.writeUInt32LE(128, 40);
  chunk.writeUInt32LE(ends[Math.max(0, known - 1)]!, 44);
  chunk.writeUInt32LE(ends[known]!, 48);
  seal(chunk);
  return chunk;
}

/** Makes both checksums of a chunk right. */
export function seal(chunk: Buffer): void {
  chunk.writeUInt32LE(crc32(chunk.subarray(firstRecord, chunk.readUInt32LE(48))), 52);
  chunk.writeUInt32LE(crc32(chunk.subarray(128, firstRecord), crc32(chunk.subarray(0, 120))), 124);
}

/** An element tree to be written without a template. */
export interface RawElement {
  readonly name: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly children?: readonly (RawElement | string)[];
}

/** A fragment of literal elements, as template-less records hold. */
export function literalFragment(element: RawElement): RecordBody {
  return (out) => {
    out.u8(0x0f).u8(1).u8(1).u8(0);
    writeElement(out, element, false);
    out.u8(0);
  };
}

export function writeElement(out: ByteWriter, element: RawElement, insideTemplate: boolean): void {
  const attributes = Object.entries(element.attributes ?? {});
  out.u8(attributes.length > 0 ? 0x41 : 0x01);
  if (insideTemplate) {
    out.u16(0xffff);
  }
  out.u32(0);
  writeName(out, element.name);
  if (attributes.length > 0) {
    out.u32(0);
    attributes.forEach(([name, value], index) => {
      out.u8(index < attributes.length - 1 ? 0x46 : 0x06);
      writeName(out, name);
      out.u8(0x05).u8(1).u16(value.length).utf16(value);
    });
  }
  if (element.children === undefined) {
    out.u8(0x03);
    return;
  }
  out.u8(0x02);
  for (const child of element.children) {
    if (typeof child === 'string') {
      out.u8(0x05).u8(1).u16(child.length).utf16(child);
    } else {
      writeElement(out, child, insideTemplate);
    }
  }
  out.u8(0x04);
}

/** A name right behind its own offset, as at its first use in a chunk. */
export function writeName(out: ByteWriter, name: string): void {
  out.u32(out.length + 4);
  out.u32(0).u16(0).u16(name.length).utf16(name).u16(0);
}

/** One entry of a value table. */
export interface RawValue {
  readonly type: number;
  readonly bytes: Uint8Array;
}

/** A fragment whose template stands inline: `<Event>` with one `<Data>` element for each value. */
export function templateFragment(values: readonly RawValue[], guid: string): RecordBody {
  return (out) => {
    out.u8(0x0f).u8(1).u8(1).u8(0);
    out.u8(0x0c).u8(1).u32(0);
    out.u32(out.length + 4);
    out.u32(0).bytes(Buffer.from(guid.padEnd(16).slice(0, 16), 'latin1'));
    const size = out.length;
    out.u32(0).u8(0x0f).u8(1).u8(1).u8(0);
    openElement(out, 'Event');
    openElement(out, 'EventData');
    values.forEach(({ type }, slot) => {
      openElement(out, 'Data');
      out.u8(0x0d).u16(slot).u8(type).u8(0x04);
    });
    out.u8(0x04).u8(0x04).u8(0);
    out.patchU32(size, out.length - size - 4);
    out.u32(values.length);
    values.forEach(({ type, bytes }) => out.u16(bytes.length).u8(type).u8(0));
    values.forEach(({ bytes }) => out.bytes(bytes));
    out.u8(0);
  };
}

function openElement(out: ByteWriter, name: string): void {
  out.u8(0x01).u16(0xffff).u32(0);
  writeName(out, name);
  out.u8(0x02);
}

/** An event without a template: its System element, and what else is given. */
export function literalEvent(eventId: number, ...sections: readonly RawElement[]): RawElement {
  const system: RawElement = {
    name: 'System',
    children: [
      { name: 'Provider', attributes: { Name: 'Contoso-Literal' } },
      { name: 'EventID', children: [String(eventId)] },
      { name: 'Level', children: ['3'] },
      { name: 'TimeCreated', attributes: { SystemTime: '2024-03-01T12:00:00.1234567Z' } },
      { name: 'EventRecordID', children: ['4711'] },
      { name: 'Channel', children: ['Contoso/Literal'] },
      { name: 'Computer', children: ['PC-1'] },
    ],
  };
  return { name: 'Event', children: [system, ...sections] };
}
