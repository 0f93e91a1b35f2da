import { crc32 } from '../bytes/crc32';
import type { Template } from './template';
import type { TextPool } from './textPool';

export const CHUNK_SIZE = 65536;
/** Records begin behind the chunk's header and its string and template tables. */
export const FIRST_RECORD = 512;

const MAGIC = [0x45, 0x6c, 0x66, 0x43, 0x68, 0x6e, 0x6b, 0x00]; // "ElfChnk\0"

/** All-ones: the last record id of a chunk that holds no record. */
const NO_RECORD = 0xffffffff;

/**
 * A definition belongs to its chunk and definitions do not overlap, so that all of them together are smaller than a
 * chunk. Twice that is refused: a damaged file could otherwise have the same bytes compiled for every record.
 */
const MAX_DEFINITION_BYTES = 2 * CHUNK_SIZE;

/** One 64 KiB block of an evtx file, [MS-EVEN6] and libevtx's format notes. All offsets are relative to its start. */
export class Chunk {
  readonly view: DataView;
  /** Templates by the offset of their definition, as far as they were needed. */
  readonly templates = new Map<number, Template>();
  private definitionBytes = 0;

  /** `bytes` is shorter than 64 KiB only where the file is cut off; `number` counts blocks from the first one. */
  constructor(
    readonly bytes: Uint8Array,
    readonly number: number,
    /** Shared by all chunks of the file. */
    readonly texts: TextPool,
  ) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  }

  /** Whether `block` is a chunk with a complete header. */
  static isChunk(block: Uint8Array): boolean {
    return block.length >= FIRST_RECORD && MAGIC.every((byte, index) => block[index] === byte);
  }

  /** Lowest and highest record id that the header vouches for, in the numbering of the record headers. */
  get firstRecordId(): number {
    return this.u64(24);
  }

  get lastRecordId(): number {
    return this.u64(32);
  }

  /** The header says that no record was ever written; what lies behind it is left over from another log. */
  get isEmpty(): boolean {
    return this.view.getUint32(32, true) === NO_RECORD && this.view.getUint32(36, true) === NO_RECORD;
  }

  /** Where the records end according to the header; beyond the chunk when the header is damaged. */
  get freeSpaceOffset(): number {
    return this.view.getUint32(48, true);
  }

  get isHeaderIntact(): boolean {
    const sum = crc32(this.bytes, 128, FIRST_RECORD, crc32(this.bytes, 0, 120));
    return sum === this.view.getUint32(124, true);
  }

  get areRecordsIntact(): boolean {
    const end = this.freeSpaceOffset;
    return end <= this.bytes.length && crc32(this.bytes, FIRST_RECORD, end) === this.view.getUint32(52, true);
  }

  /** An unsigned 64-bit number; exact up to 2^53, which no record id reaches. */
  u64(at: number): number {
    return this.view.getUint32(at, true) + this.view.getUint32(at + 4, true) * 0x1_0000_0000;
  }

  /** Whether a definition of `size` bytes may still be compiled, see {@link MAX_DEFINITION_BYTES}. */
  spendDefinition(size: number): boolean {
    this.definitionBytes += size;
    return this.definitionBytes <= MAX_DEFINITION_BYTES;
  }
}
