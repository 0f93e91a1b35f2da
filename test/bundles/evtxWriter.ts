import { crc32 } from 'node:zlib';
import { chunkSize, EvtxChunk } from './evtxChunk';
import type { EvtxRecord } from './evtxRecord';

export interface EvtxOptions {
  /**
   * A live copy: the header says dirty, and its counters are those of the last clean moment (one chunk, one
   * record). Default `false`.
   */
  readonly dirty?: boolean;
}

const headerBlockSize = 4096;
/** Exports hold one chunk, or a preallocated megabyte, or as many chunks as they need. */
const preallocatedChunks = 17;
const cleanFlag = 0;
const dirtyFlag = 1;

/**
 * An .evtx file as `wevtutil export-log` writes it: the records are numbered from 1 in their headers while the
 * event inside keeps its EventRecordID, and unused chunks at the end are zero.
 */
export function writeEvtx(records: readonly EvtxRecord[], options: EvtxOptions = {}): Uint8Array<ArrayBuffer> {
  if (records.length === 0) {
    return writeEmptyEvtx([]);
  }
  const chunks = fillChunks(records);
  const used = chunks.map((chunk) => chunk.toBytes());
  const total = used.length === 1 ? 1 : Math.max(used.length, preallocatedChunks);
  const header =
    options.dirty === true ? fileHeader(1, 1, dirtyFlag) : fileHeader(used.length, records.length + 1, cleanFlag);
  return assemble(header, used, total);
}

/**
 * The export of a channel without records: 69,632 bytes with one chunk whose slack holds as many of `ghosts` as
 * fit, records of the channel that was exported before. A reader must not list them.
 */
export function writeEmptyEvtx(ghosts: readonly EvtxRecord[]): Uint8Array<ArrayBuffer> {
  const [slack = new EvtxChunk()] = fillChunks(ghosts);
  return assemble(fileHeader(1, 1, cleanFlag), [slack.toGhostBytes()], 1);
}

function fillChunks(records: readonly EvtxRecord[]): EvtxChunk[] {
  const chunks: EvtxChunk[] = [];
  let current: EvtxChunk | undefined;
  records.forEach((record, index) => {
    if (current?.append(record, index + 1) === true) {
      return;
    }
    current = new EvtxChunk();
    chunks.push(current);
    if (!current.append(record, index + 1)) {
      throw new Error(`record ${record.recordId} of ${record.header.channel} is larger than a chunk`);
    }
  });
  return chunks;
}

function fileHeader(chunks: number, nextRecord: number, flags: number): Buffer {
  const header = Buffer.alloc(headerBlockSize);
  header.write('ElfFile\0', 'latin1');
  header.writeBigUInt64LE(BigInt(Math.max(0, chunks - 1)), 16);
  header.writeBigUInt64LE(BigInt(nextRecord), 24);
  header.writeUInt32LE(128, 32);
  // Format version 3.2, the one of Windows 10 and 11.
  header.writeUInt16LE(2, 36);
  header.writeUInt16LE(3, 38);
  header.writeUInt16LE(headerBlockSize, 40);
  header.writeUInt16LE(chunks, 42);
  header.writeUInt32LE(flags, 120);
  header.writeUInt32LE(crc32(header.subarray(0, 120)), 124);
  return header;
}

function assemble(header: Buffer, chunks: readonly Uint8Array[], total: number): Uint8Array<ArrayBuffer> {
  const file = new Uint8Array(headerBlockSize + total * chunkSize);
  file.set(header);
  chunks.forEach((chunk, index) => {
    file.set(chunk, headerBlockSize + index * chunkSize);
  });
  return file;
}
