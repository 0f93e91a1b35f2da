import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { ByteWriter } from './byteWriter';
import {
  eventTemplate,
  eventValues,
  payloadTemplate,
  payloadValues,
  type SlotValue,
  type TemplateContent,
  type TemplateElement,
} from './eventTemplates';
import { encodeValue, toFileTime, valueTypeCodes } from './eventValue';
import type { EvtxRecord } from './evtxRecord';

export const chunkSize = 65_536;

const recordsStart = 512;
const stringTable = { offset: 128, buckets: 64 };
const templateTable = { offset: 384, buckets: 32 };
const recordMagic = 0x00002a2a;

/** Tokens of [MS-EVEN6] 2.2.12; 0x40 says that more of the same (or attributes) follow. */
const token = {
  endOfStream: 0x00,
  openElement: 0x01,
  closeStartElement: 0x02,
  closeEmptyElement: 0x03,
  endElement: 0x04,
  value: 0x05,
  attribute: 0x06,
  templateInstance: 0x0c,
  substitution: 0x0d,
  optionalSubstitution: 0x0e,
  fragmentHeader: 0x0f,
  more: 0x40,
} as const;

const noDependency = 0xffff;

/** A string or template that was written into the chunk and that later records refer to by its offset. */
interface Shared {
  readonly key: string;
  readonly offset: number;
  /** Place in the hash table of the chunk header. */
  readonly bucket: number;
}

/**
 * One 64 KiB chunk of an event log file under construction. Names and templates are written where they are first
 * needed and shared by every later record of the chunk, as the event log service does.
 */
export class EvtxChunk {
  private readonly out = new ByteWriter().zeros(recordsStart);
  private names: Shared[] = [];
  private templates: Shared[] = [];
  private firstNumber = 0;
  private lastNumber = 0;
  private lastRecordOffset = 0;

  /** Adds a record under the running number that its header carries; `false` when the chunk has no room for it. */
  append(record: EvtxRecord, number: number): boolean {
    const before = { length: this.out.length, names: this.names.length, templates: this.templates.length };
    this.writeRecord(record, number);
    // Free space is never quite gone in real chunks, and libevtx skips a record that ends where the chunk does.
    if (this.out.length >= chunkSize) {
      this.out.truncate(before.length);
      this.names = this.names.slice(0, before.names);
      this.templates = this.templates.slice(0, before.templates);
      return false;
    }
    if (this.lastNumber === 0) {
      this.firstNumber = number;
    }
    this.lastNumber = number;
    this.lastRecordOffset = before.length;
    return true;
  }

  /** The chunk with its header, hash tables and checksums. */
  toBytes(): Uint8Array<ArrayBuffer> {
    const header = this.header(this.out.length, this.lastRecordOffset);
    header.writeBigUInt64LE(BigInt(this.firstNumber), 8);
    header.writeBigUInt64LE(BigInt(this.lastNumber), 16);
    header.writeBigUInt64LE(BigInt(this.firstNumber), 24);
    header.writeBigUInt64LE(BigInt(this.lastNumber), 32);
    header.writeUInt32LE(crc32(this.out.toBytes().subarray(recordsStart)), 52);
    for (const [table, entries] of [
      [stringTable, this.names],
      [templateTable, this.templates],
    ] as const) {
      entries.forEach(({ bucket, offset }) => header.writeUInt32LE(offset, table.offset + bucket * 4));
    }
    return this.seal(header);
  }

  /**
   * The chunk as the header of an empty log, while its records stay in the slack: what an export of a channel
   * without records looks like after another channel was exported.
   */
  toGhostBytes(): Uint8Array<ArrayBuffer> {
    const header = this.header(recordsStart, 0);
    header.writeBigUInt64LE(1n, 8);
    header.fill(0xff, 16, 40);
    return this.seal(header);
  }

  private header(freeSpaceOffset: number, lastRecordOffset: number): Buffer {
    const header = Buffer.alloc(recordsStart);
    header.write('ElfChnk\0', 'latin1');
    header.writeUInt32LE(128, 40);
    header.writeUInt32LE(lastRecordOffset, 44);
    header.writeUInt32LE(freeSpaceOffset, 48);
    header.writeUInt32LE(1, 120);
    return header;
  }

  /** The header checksum covers everything but the eight bytes of flags and checksum. */
  private seal(header: Buffer): Uint8Array<ArrayBuffer> {
    header.writeUInt32LE(crc32(header.subarray(128), crc32(header.subarray(0, 120))), 124);
    const chunk = new Uint8Array(chunkSize);
    chunk.set(this.out.toBytes());
    chunk.set(header);
    return chunk;
  }

  private writeRecord(record: EvtxRecord, number: number): void {
    const { out } = this;
    const start = out.length;
    const time = toFileTime(record.timeMs, record.timeTicks);
    out.u32(recordMagic).u32(0).u64(BigInt(number)).u64(time);
    this.writeEvent(record);
    // Records are multiples of eight bytes and end with a copy of their size.
    out.zeros((8 - ((out.length - start + 4) % 8)) % 8);
    const size = out.length - start + 4;
    out.u32(size);
    out.patchU32(start + 4, size);
  }

  private writeEvent(record: EvtxRecord): void {
    const { out } = this;
    this.writeTemplateReference(eventTemplate(record.computer));
    const time = new ByteWriter().u64(toFileTime(record.timeMs, record.timeTicks)).toBytes();
    const values = eventValues(record).map((value) => ({
      typeCode: value === null ? 0 : valueTypeCodes[value.type],
      bytes: value === null ? new Uint8Array() : value.type === 'fileTime' ? time : encodeValue(value),
    }));
    out.u32(values.length + 1);
    values.forEach(({ typeCode, bytes }) => out.u16(bytes.length).u8(typeCode).u8(0));
    const payloadDescriptor = out.length;
    out.u16(0).u8(0x21).u8(0);
    values.forEach(({ bytes }) => out.bytes(bytes));
    const payloadStart = out.length;
    this.writePayload(record);
    out.patchU16(payloadDescriptor, out.length - payloadStart);
    out.u8(token.endOfStream);
  }

  private writePayload({ payload }: EvtxRecord): void {
    const { out } = this;
    this.writeTemplateReference(payloadTemplate(payload));
    const values = payloadValues(payload).map((value: SlotValue) => ({
      typeCode: value === null ? 0 : valueTypeCodes[value.type],
      bytes: value === null ? new Uint8Array() : encodeValue(value),
    }));
    out.u32(values.length);
    values.forEach(({ typeCode, bytes }) => out.u16(bytes.length).u8(typeCode).u8(0));
    values.forEach(({ bytes }) => out.bytes(bytes));
    out.u8(token.endOfStream);
  }

  /** Fragment header and template instance; the definition stands inline where the chunk uses it first. */
  private writeTemplateReference(root: TemplateElement): void {
    const { out } = this;
    const key = JSON.stringify(root);
    const guid = createHash('sha256').update(key).digest().subarray(0, 16);
    const id = guid.readUInt32LE(0);
    out.u8(token.fragmentHeader).u8(1).u8(1).u8(0);
    out.u8(token.templateInstance).u8(1).u32(id);
    const known = this.templates.find((template) => template.key === key);
    if (known !== undefined) {
      out.u32(known.offset);
      return;
    }
    const offset = out.length + 4;
    out.u32(offset);
    const bucket = id % templateTable.buckets;
    out.u32(headOf(this.templates, bucket)).bytes(guid).u32(0);
    this.templates.push({ key, offset, bucket });
    const bodyStart = out.length;
    out.u8(token.fragmentHeader).u8(1).u8(1).u8(0);
    this.writeElement(root);
    out.u8(token.endOfStream);
    out.patchU32(bodyStart - 4, out.length - bodyStart);
  }

  private writeElement(element: TemplateElement): void {
    const { out } = this;
    const attributes = element.attributes ?? [];
    const children = element.children ?? [];
    out.u8(token.openElement | (attributes.length > 0 ? token.more : 0)).u16(element.dependsOn ?? noDependency);
    const size = out.length;
    out.u32(0);
    this.writeName(element.name);
    if (attributes.length > 0) {
      const listSize = out.length;
      out.u32(0);
      attributes.forEach((attribute, index) => {
        out.u8(token.attribute | (index < attributes.length - 1 ? token.more : 0));
        this.writeName(attribute.name);
        this.writeContent(attribute.value);
      });
      out.patchU32(listSize, out.length - listSize - 4);
    }
    if (children.length === 0 && element.content === undefined) {
      out.u8(token.closeEmptyElement);
    } else {
      out.u8(token.closeStartElement);
      children.forEach((child) => {
        this.writeElement(child);
      });
      if (element.content !== undefined) {
        this.writeContent(element.content);
      }
      out.u8(token.endElement);
    }
    out.patchU32(size, out.length - size - 4);
  }

  private writeContent(content: TemplateContent): void {
    const { out } = this;
    if (typeof content === 'string') {
      out.u8(token.value).u8(valueTypeCodes.string).u16(content.length).utf16(content);
    } else {
      out.u8(content.optional ? token.optionalSubstitution : token.substitution);
      out.u16(content.slot).u8(content.typeCode);
    }
  }

  /** The offset of a name, followed by the name itself where the chunk uses it first. */
  private writeName(name: string): void {
    const { out } = this;
    const known = this.names.find(({ key }) => key === name);
    if (known !== undefined) {
      out.u32(known.offset);
      return;
    }
    const offset = out.length + 4;
    const hash = nameHash(name);
    const bucket = hash % stringTable.buckets;
    out.u32(offset).u32(headOf(this.names, bucket)).u16(hash).u16(name.length).utf16(name).u16(0);
    this.names.push({ key: name, offset, bucket });
  }
}

/** [MS-EVEN6] 2.2.13 NameHash. */
function nameHash(name: string): number {
  let hash = 0;
  for (let index = 0; index < name.length; index += 1) {
    hash = (Math.imul(hash, 65_599) + name.charCodeAt(index)) | 0;
  }
  return hash & 0xffff;
}

/** Offset of the entry that a new one of the same bucket must point to, 0 for none. */
function headOf(entries: readonly Shared[], bucket: number): number {
  return entries.findLast((entry) => entry.bucket === bucket)?.offset ?? 0;
}
