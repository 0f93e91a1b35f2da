import * as l10n from '@vscode/l10n';
import type { ByteSource } from '../bytes/byteSource';
import { Pace } from '../bytes/pace';
import { SourceReader } from '../bytes/sourceReader';
import type { UnreadableReason } from './archiveEntry';
import { maxBlockBytes, StoredDecoder } from './blockDecoder';
import type { BlockDecoder } from './blockDecoder';
import { cabinetChecksum } from './cabinetChecksum';
import type { CabinetFolder, CabinetMethod } from './cabinetDirectory';
import { LzxDecoder } from './lzx';
import { MszipDecoder } from './mszip';

/** Length of a CFDATA header without its reserve, bytes ([MS-CAB] CFDATA). */
export const blockHeaderBytes = 8;

/** Why bytes of a folder cannot be had. */
export interface FolderFault {
  readonly reason: UnreadableReason;
  readonly code: string;
  /** A sentence for people. */
  readonly detail: string;
}

/** A part of an unpacked folder, or the reason why there is none. */
export type FolderPart =
  | {
      readonly ok: true;
      readonly bytes: Uint8Array<ArrayBuffer>;
      /** Indices of the blocks among those it comes from whose checksum is wrong. */
      readonly doubtfulBlocks: readonly number[];
    }
  | { readonly ok: false; readonly fault: FolderFault };

interface UnpackedBlock {
  readonly index: number;
  /** Where its bytes stand in the unpacked folder. */
  readonly start: number;
  readonly bytes: Uint8Array;
  readonly isDoubtful: boolean;
}

/**
 * Unpacks one folder of a cabinet, from its beginning and only as far as somebody asks: the first file of a folder
 * costs little although all its files are one stream, and reading them in order costs one pass. What was unpacked is
 * kept up to a bound; only who goes back beyond it pays for a second pass.
 */
export class FolderReader {
  private readonly reader: SourceReader;
  private readonly pace = new Pace();
  private decoder: BlockDecoder;
  private blockOffset: number;
  private nextBlock = 0;
  /** Where in the unpacked folder the next block starts. */
  private end = 0;
  /** The last unpacked blocks, without gaps. */
  private kept: UnpackedBlock[] = [];
  private keptBytes = 0;
  private fault: FolderFault | null = null;
  /** Requests are served one after the other, since they share the decoder. */
  private lastTurn: Promise<unknown> = Promise.resolve();

  constructor(
    source: ByteSource,
    private readonly folder: CabinetFolder,
    private readonly dataReserve: number,
    private readonly maxKeptBytes: number,
  ) {
    this.reader = new SourceReader(source);
    this.decoder = decoderFor(folder.method);
    this.blockOffset = folder.dataOffset;
  }

  /** Memory held at the moment, bytes. */
  get footprint(): number {
    return this.keptBytes + this.decoder.footprint + this.reader.footprint;
  }

  /**
   * The unpacked bytes `[start, end)`, which the caller has checked to be possible for the size of the cabinet.
   * Rejects only with the signal's reason, or when the medium fails.
   */
  read(start: number, end: number, signal: AbortSignal | undefined): Promise<FolderPart> {
    const turn = this.lastTurn.then(() => this.readNow(start, end, signal));
    this.lastTurn = turn.catch(() => null);
    return turn;
  }

  private async readNow(start: number, end: number, signal: AbortSignal | undefined): Promise<FolderPart> {
    signal?.throwIfAborted();
    if (start < this.end - this.keptBytes) {
      this.rewind();
    }
    const bytes = new Uint8Array(end - start);
    const doubtfulBlocks: number[] = [];
    let at = start;
    while (at < end) {
      const block = this.keptBlockAt(at);
      if (block === null) {
        await this.pace.breathe(signal);
        const fault = await this.unpackNextBlock();
        if (fault !== null) {
          return { ok: false, fault };
        }
        continue;
      }
      const part = block.bytes.subarray(at - block.start, end - block.start);
      bytes.set(part, at - start);
      at += part.length;
      if (block.isDoubtful) {
        doubtfulBlocks.push(block.index);
      }
    }
    return { ok: true, bytes, doubtfulBlocks };
  }

  private rewind(): void {
    this.decoder = decoderFor(this.folder.method);
    this.blockOffset = this.folder.dataOffset;
    this.nextBlock = 0;
    this.end = 0;
    this.kept = [];
    this.keptBytes = 0;
    this.fault = null;
  }

  /** The kept block that holds position `at`, which is not before the first of them. */
  private keptBlockAt(at: number): UnpackedBlock | null {
    if (at >= this.end) {
      return null;
    }
    let low = 0;
    let high = this.kept.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (this.kept[middle]!.start <= at) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return this.kept[low] ?? null;
  }

  /** Unpacks one more block. A fault is final: all that follows in the folder builds on the damaged part. */
  private async unpackNextBlock(): Promise<FolderFault | null> {
    this.fault ??= await this.tryNextBlock();
    return this.fault;
  }

  private async tryNextBlock(): Promise<FolderFault | null> {
    const index = this.nextBlock;
    const { blockCount } = this.folder;
    if (index >= blockCount) {
      return truncated('cab.beyond-folder', l10n.t('The file reaches beyond the {0} bytes of its folder.', this.end));
    }
    // 1. The header of the block.
    const place = l10n.t('block {0} of {1}', index + 1, blockCount);
    const headerLength = blockHeaderBytes + this.dataReserve;
    const header = await this.reader.read(this.blockOffset, headerLength);
    if (header.length < headerLength) {
      return truncated('cab.truncated', l10n.t('The cabinet ends before {0}.', place));
    }
    const fields = new DataView(header.buffer, header.byteOffset, header.length);
    const packedLength = fields.getUint16(4, true);
    const length = fields.getUint16(6, true);
    if (length === 0) {
      return {
        reason: 'spanned',
        code: 'cab.spanned',
        detail: l10n.t('The data goes on in another cabinet after {0}.', place),
      };
    }
    if (length > maxBlockBytes) {
      return damaged(l10n.t('{0} claims to unpack to {1} bytes, more than a block can hold', place, length));
    }
    // 2. Its data.
    const packed = await this.reader.read(this.blockOffset + headerLength, packedLength);
    if (packed.length < packedLength) {
      return truncated('cab.truncated', l10n.t('The cabinet ends within {0}.', place));
    }
    const isDoubtful = !matchesChecksum(fields.getUint32(0, true), header, packed);
    const bytes = new Uint8Array(length);
    const fault = this.decoder.decode(packed, bytes);
    if (fault !== null) {
      return damaged(`${place}: ${fault}${isDoubtful ? ', and its checksum is wrong' : ''}`);
    }
    // 3. Keep it, and forget the oldest ones if there are too many.
    this.kept.push({ index, start: this.end, bytes, isDoubtful });
    this.keptBytes += length;
    while (this.keptBytes > this.maxKeptBytes && this.kept.length > 1) {
      this.keptBytes -= this.kept.shift()!.bytes.length;
    }
    this.end += length;
    this.nextBlock += 1;
    this.blockOffset += headerLength + packedLength;
    return null;
  }
}

function decoderFor(method: CabinetMethod): BlockDecoder {
  switch (method.kind) {
    case 'stored':
      return new StoredDecoder();
    case 'mszip':
      return new MszipDecoder();
    case 'lzx':
      return new LzxDecoder(method.windowBits);
    case 'unsupported':
      throw new RangeError(`no decoder for ${method.name}`);
  }
}

/** A checksum of 0 means that there is none. */
function matchesChecksum(expected: number, header: Uint8Array, packed: Uint8Array): boolean {
  if (expected === 0) {
    return true;
  }
  // By the specification the reserve of the block is part of the sum; some programs leave it out.
  const sum = cabinetChecksum(packed, 0);
  return (
    cabinetChecksum(header.subarray(4), sum) >>> 0 === expected ||
    cabinetChecksum(header.subarray(4, blockHeaderBytes), sum) >>> 0 === expected
  );
}

function truncated(code: string, detail: string): FolderFault {
  return { reason: 'truncated', code, detail };
}

function damaged(what: string): FolderFault {
  return { reason: 'damaged', code: 'cab.damaged-block', detail: l10n.t('The cabinet is damaged: {0}.', what) };
}
