import * as l10n from '@vscode/l10n';
import { maxBlockBytes } from './blockDecoder';
import type { BlockDecoder } from './blockDecoder';
import { HuffmanTable } from './huffmanTable';
import { LzxBitReader } from './lzxBitReader';
import { E8Translation } from './lzxE8';
import { LzxLengthReader } from './lzxLengthReader';

/** Number of position slots for windows of 2^15 … 2^21 bytes ([MS-PATCH], "Position Slot"). */
const positionSlots = [30, 32, 34, 36, 38, 42, 50] as const;
const maxPositionSlots = 50;
/** How many bits follow a position slot, and the smallest formatted offset (offset + 2) that it stands for. */
const slotExtraBits = new Uint8Array(maxPositionSlots);
const slotBase = new Uint32Array(maxPositionSlots);
for (let slot = 1; slot < maxPositionSlots; slot += 1) {
  slotExtraBits[slot] = slot < 4 ? 0 : Math.min(17, (slot >>> 1) - 1);
  slotBase[slot] = slotBase[slot - 1]! + (1 << slotExtraBits[slot - 1]!);
}

const literals = 256;
/** Match lengths 2 … 8 are part of the main symbol; this one says that a symbol of the length tree follows. */
const lengthFollows = 7;
const shortestMatch = 2;
const lengthSymbols = 249;
const alignedSymbols = 8;
const longestCode = 16;
/** From this length on the built-in copy beats a loop. */
const longMatch = 24;

const endsEarly = (): string => l10n.t('the compressed data ends early');
const invalidCode = (): string => l10n.t('an invalid code');
const invalidLengths = (): string => l10n.t('invalid code lengths');

type BlockKind = 'verbatim' | 'aligned' | 'uncompressed';

/**
 * LZX as cabinets use it: [MS-PATCH] describes it together with its delta extensions, which cabinets do without.
 *
 * An LZX stream is cut in two ways that know nothing of each other: into frames, one a CFDATA block, at which the bit
 * reader starts anew, and into LZX blocks, each with its own codes, which may begin and end anywhere.
 */
export class LzxDecoder implements BlockDecoder {
  private readonly reader = new LzxBitReader();
  private readonly lengthReader = new LzxLengthReader(this.reader);
  private readonly mainSymbols: number;
  private readonly mainLengths: Uint8Array;
  private readonly lengthLengths = new Uint8Array(lengthSymbols);
  private readonly alignedLengths = new Uint8Array(alignedSymbols);
  private readonly main: HuffmanTable;
  private readonly length = new HuffmanTable(lengthSymbols, longestCode, 10, 'msbFirst');
  private readonly aligned = new HuffmanTable(alignedSymbols, 7, 7, 'msbFirst');

  private readonly windowSize: number;
  /** What was unpacked last, before E8 translation; at least `windowSize` bytes of it once there are so many. */
  private readonly window: Uint8Array;
  /** Where in {@link window} the next byte goes. */
  private at = 0;

  private e8: E8Translation | null = null;
  private blockKind: BlockKind = 'verbatim';
  private blockRemaining = 0;
  /** An uncompressed block of odd size is followed by a padding byte, which may be the first of the next frame. */
  private paddingDue = false;
  /** The three most recent match offsets, which have short codes. */
  private recent0 = 1;
  private recent1 = 1;
  private recent2 = 1;

  readonly footprint: number;

  /** @param windowBits 15 … 21. */
  constructor(windowBits: number) {
    this.windowSize = 1 << windowBits;
    this.mainSymbols = literals + 8 * positionSlots[windowBits - 15]!;
    this.mainLengths = new Uint8Array(this.mainSymbols);
    this.main = new HuffmanTable(this.mainSymbols, longestCode, 11, 'msbFirst');
    // Twice the window: then moving it back to the beginning is rare enough not to matter.
    this.window = new Uint8Array(2 * this.windowSize + maxBlockBytes);
    this.footprint = this.window.length + this.reader.input.length;
  }

  decode(packed: Uint8Array, target: Uint8Array): string | null {
    this.makeRoom(target.length);
    this.reader.load(packed);
    this.e8 ??= this.readE8Header();
    const frameStart = this.at;
    const frameEnd = frameStart + target.length;
    while (this.at < frameEnd) {
      const fault = this.decodeRun(frameEnd);
      if (fault !== null) {
        return fault;
      }
    }
    target.set(this.window.subarray(frameStart, frameEnd));
    this.e8.translate(target);
    return null;
  }

  /** Makes sure that `length` bytes fit behind {@link at} without losing history that matches may refer to. */
  private makeRoom(length: number): void {
    if (this.at + length > this.window.length) {
      this.window.copyWithin(0, this.at - this.windowSize, this.at);
      this.at = this.windowSize;
    }
  }

  /** The first bits of the first frame. */
  private readE8Header(): E8Translation {
    const isTranslated = this.reader.take(1) === 1;
    return new E8Translation(isTranslated ? (this.reader.take(16) << 16) | this.reader.take(16) : 0);
  }

  /** Unpacks up to the end of the frame or of the LZX block, whichever comes first. */
  private decodeRun(frameEnd: number): string | null {
    if (this.blockRemaining === 0) {
      const fault = this.readBlockHeader();
      if (fault !== null) {
        return fault;
      }
    }
    const run = Math.min(this.blockRemaining, frameEnd - this.at);
    const runEnd = this.at + run;
    this.blockRemaining -= run;
    const fault = this.blockKind === 'uncompressed' ? this.copyRun(run) : this.decodeSymbols(runEnd);
    return fault ?? (this.reader.isOverrun ? endsEarly() : null);
  }

  /** [MS-PATCH], "Block Header". */
  private readBlockHeader(): string | null {
    if (this.paddingDue) {
      this.reader.skipByte();
      this.paddingDue = false;
    }
    const type = this.reader.take(3);
    this.blockRemaining = (this.reader.take(16) << 8) | this.reader.take(8);
    switch (type) {
      case 1:
        this.blockKind = 'verbatim';
        return this.readTrees();
      case 2:
        this.blockKind = 'aligned';
        for (let symbol = 0; symbol < alignedSymbols; symbol += 1) {
          this.alignedLengths[symbol] = this.reader.take(3);
        }
        return this.aligned.build(this.alignedLengths, alignedSymbols) ? this.readTrees() : invalidLengths();
      case 3:
        this.blockKind = 'uncompressed';
        return this.readRecentOffsets();
      default:
        return l10n.t('unknown LZX block type');
    }
  }

  private readRecentOffsets(): string | null {
    this.paddingDue = (this.blockRemaining & 1) === 1;
    this.reader.alignForBytes();
    const bytes = this.reader.takeBytes(12);
    if (bytes === null) {
      return endsEarly();
    }
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    this.recent0 = view.getInt32(0, true);
    this.recent1 = view.getInt32(4, true);
    this.recent2 = view.getInt32(8, true);
    return null;
  }

  private copyRun(run: number): string | null {
    const bytes = this.reader.takeBytes(run);
    if (bytes === null) {
      return endsEarly();
    }
    this.window.set(bytes, this.at);
    this.at += run;
    if (this.blockRemaining === 0 && this.paddingDue) {
      this.paddingDue = !this.reader.skipByte();
    }
    return null;
  }

  private readTrees(): string | null {
    const valid =
      this.lengthReader.read(this.mainLengths, 0, literals) &&
      this.lengthReader.read(this.mainLengths, literals, this.mainSymbols) &&
      this.main.build(this.mainLengths, this.mainSymbols) &&
      this.lengthReader.read(this.lengthLengths, 0, lengthSymbols) &&
      this.length.build(this.lengthLengths, lengthSymbols);
    return valid ? null : invalidLengths();
  }

  /**
   * The symbols of a verbatim or aligned block up to `runEnd`. This is the hot loop: the state lives in locals, and
   * reading bits is written out instead of called, because both are worth a factor of two.
   */
  private decodeSymbols(runEnd: number): string | null {
    const { reader, window, blockKind } = this;
    const input = reader.input;
    const isAligned = blockKind === 'aligned';
    const main = this.main.entries;
    const mainRoot = this.main.rootBits;
    const mainSub = 32 - this.main.subBits;
    const lengths = this.length.entries;
    const lengthRoot = this.length.rootBits;
    const lengthSub = 32 - this.length.subBits;
    const alignedEntries = this.aligned.entries;
    let { position, bits, available } = reader;
    let { at, recent0, recent1, recent2 } = this;
    let fault: string | null = null;

    while (at < runEnd) {
      // 1. A literal, or the beginning of a match.
      if (available <= 16) {
        bits |= (input[position]! | (input[position + 1]! << 8)) << (16 - available);
        position += 2;
        available += 16;
      }
      let entry = main[bits >>> (32 - mainRoot)]!;
      if (entry < 0) {
        entry = main[~entry + ((bits << mainRoot) >>> mainSub)]!;
      }
      bits <<= entry & 31;
      available -= entry & 31;
      let symbol = entry >>> 5;
      if (symbol < literals) {
        if (entry === 0) {
          fault = invalidCode();
          break;
        }
        window[at] = symbol;
        at += 1;
        continue;
      }

      // 2. How long the match is.
      symbol -= literals;
      let length = shortestMatch + (symbol & 7);
      if ((symbol & 7) === lengthFollows) {
        if (available <= 16) {
          bits |= (input[position]! | (input[position + 1]! << 8)) << (16 - available);
          position += 2;
          available += 16;
        }
        entry = lengths[bits >>> (32 - lengthRoot)]!;
        if (entry < 0) {
          entry = lengths[~entry + ((bits << lengthRoot) >>> lengthSub)]!;
        }
        if (entry === 0) {
          fault = invalidCode();
          break;
        }
        bits <<= entry & 31;
        available -= entry & 31;
        length += entry >>> 5;
      }

      // 3. How far back it starts: slots 0 … 2 repeat a recent offset, all others give a new one.
      const slot = symbol >>> 3;
      let offset = recent0;
      if (slot > 2) {
        const extra = slotExtraBits[slot]!;
        offset = slotBase[slot]! - 2;
        if (isAligned && extra >= 3) {
          if (extra > 3) {
            if (available <= 16) {
              bits |= (input[position]! | (input[position + 1]! << 8)) << (16 - available);
              position += 2;
              available += 16;
            }
            offset += (bits >>> (35 - extra)) << 3;
            bits <<= extra - 3;
            available -= extra - 3;
          }
          if (available <= 16) {
            bits |= (input[position]! | (input[position + 1]! << 8)) << (16 - available);
            position += 2;
            available += 16;
          }
          entry = alignedEntries[bits >>> 25]!;
          if (entry === 0) {
            fault = invalidCode();
            break;
          }
          bits <<= entry & 31;
          available -= entry & 31;
          offset += entry >>> 5;
        } else if (extra > 0) {
          if (available <= 16) {
            bits |= (input[position]! | (input[position + 1]! << 8)) << (16 - available);
            position += 2;
            available += 16;
          }
          offset += bits >>> (32 - extra);
          bits <<= extra;
          available -= extra;
        }
        recent2 = recent1;
        recent1 = recent0;
        recent0 = offset;
      } else if (slot === 1) {
        offset = recent1;
        recent1 = recent0;
        recent0 = offset;
      } else if (slot === 2) {
        offset = recent2;
        recent2 = recent0;
        recent0 = offset;
      }

      // 4. The copy. Offsets that an uncompressed block brought along may be zero or negative.
      const matchEnd = at + length;
      let from = at - offset;
      if (from < 0 || from >= at) {
        fault = l10n.t('a match reaches back before the beginning');
        break;
      }
      if (matchEnd > runEnd) {
        fault = l10n.t('a match crosses the end of its block');
        break;
      }
      if (length >= longMatch && offset >= length) {
        window.copyWithin(at, from, from + length);
        at = matchEnd;
        continue;
      }
      while (at < matchEnd) {
        window[at] = window[from]!;
        at += 1;
        from += 1;
      }
    }

    reader.position = position;
    reader.bits = bits;
    reader.available = available;
    this.at = at;
    this.recent0 = recent0;
    this.recent1 = recent1;
    this.recent2 = recent2;
    return fault;
  }
}
