import { huffmanCode } from './huffmanCode';
import type { HuffmanCode } from './huffmanCode';
import { LzxBitWriter } from './lzxBitWriter';
import { findMatches } from './lzxMatches';
import type { Matches } from './lzxMatches';

export type LzxBlockKind = 'verbatim' | 'aligned' | 'uncompressed';

export interface LzxOptions {
  /** 15 … 21. */
  readonly windowBits: number;
  /**
   * Unpacked bytes in the LZX blocks, repeated as often as needed; they need not end where frames do.
   * Default: 100,000 each.
   */
  readonly blockSizes?: readonly number[] | undefined;
  /** Kinds of the blocks, repeated as often as needed. Default: verbatim only. */
  readonly blockKinds?: readonly LzxBlockKind[] | undefined;
  /** The size that call targets are taken modulo; 0, the default, leaves calls alone. */
  readonly e8FileSize?: number | undefined;
}

const frameBytes = 32_768;
const positionSlots = [30, 32, 34, 36, 38, 42, 50] as const;
const blockTypes: Readonly<Record<LzxBlockKind, number>> = { verbatim: 1, aligned: 2, uncompressed: 3 };

/** One literal or match, as far as it is known before the codes are. */
interface Token {
  readonly mainSymbol: number;
  /** -1: none. */
  readonly lengthSymbol: number;
  readonly offsetBits: number;
  readonly offsetValue: number;
  /** Unpacked bytes it stands for. */
  readonly bytes: number;
}

/** Packs `data` as LZX: one element for each frame of 32 KiB, the content of a CFDATA block. */
export function encodeLzx(data: Uint8Array, options: LzxOptions): Uint8Array<ArrayBuffer>[] {
  return new LzxEncoder(data, options).encode();
}

class LzxEncoder {
  private readonly writer = new LzxBitWriter();
  private readonly frames: Uint8Array<ArrayBuffer>[] = [];
  private readonly data: Uint8Array;
  private readonly blockEnds: readonly number[];
  private readonly blockKinds: readonly LzxBlockKind[];
  private readonly mainSymbols: number;
  private readonly mainLengths: Uint8Array;
  private readonly lengthLengths = new Uint8Array(249);
  private recent: [number, number, number] = [1, 1, 1];
  private at = 0;

  constructor(
    data: Uint8Array,
    private readonly options: LzxOptions,
  ) {
    this.data = translateCalls(data, options.e8FileSize ?? 0);
    this.blockEnds = endsOf(options.blockSizes ?? [100_000], data.length);
    this.blockKinds = options.blockKinds ?? ['verbatim'];
    this.mainSymbols = 256 + 8 * positionSlots[options.windowBits - 15]!;
    this.mainLengths = new Uint8Array(this.mainSymbols);
  }

  encode(): Uint8Array<ArrayBuffer>[] {
    const e8FileSize = this.options.e8FileSize ?? 0;
    this.writer.put(e8FileSize === 0 ? 0 : 1, 1);
    if (e8FileSize !== 0) {
      this.writer.put(e8FileSize >>> 16, 16);
      this.writer.put(e8FileSize & 0xffff, 16);
    }
    const frameEnds = endsOf([frameBytes], this.data.length);
    const ends = [...frameEnds, ...this.blockEnds].sort((left, right) => left - right);
    const matches = findMatches(this.data, (1 << this.options.windowBits) - 3, ends);
    for (const [block, end] of this.blockEnds.entries()) {
      const kind = this.blockKinds[block % this.blockKinds.length]!;
      this.writer.put(blockTypes[kind], 3);
      this.writer.put(end - this.at, 24);
      if (kind === 'uncompressed') {
        this.writeUncompressed(end);
      } else {
        this.writeTokens(this.tokensUpTo(end, matches), kind === 'aligned');
      }
    }
    if (this.data.length % frameBytes !== 0) {
      this.frames.push(this.writer.endFrame());
    }
    return this.frames;
  }

  private writeUncompressed(end: number): void {
    const isOdd = (end - this.at) % 2 === 1;
    this.writer.padForBytes();
    this.writer.putBytes(new Uint8Array(Int32Array.from(this.recent).buffer));
    while (this.at < end) {
      const frameEnd = this.at - (this.at % frameBytes) + frameBytes;
      const runEnd = Math.min(end, frameEnd);
      this.writer.putBytes(this.data.subarray(this.at, runEnd));
      if (isOdd && runEnd === end) {
        this.writer.putBytes(Uint8Array.of(0));
      }
      this.advance(runEnd - this.at);
    }
  }

  private advance(bytes: number): void {
    this.at += bytes;
    if (this.at % frameBytes === 0) {
      this.frames.push(this.writer.endFrame());
    }
  }

  private tokensUpTo(end: number, matches: Matches): Token[] {
    const tokens: Token[] = [];
    for (let at = this.at; at < end;) {
      const length = matches.lengths[at]!;
      const token =
        length === 0
          ? { mainSymbol: this.data[at]!, lengthSymbol: -1, offsetBits: 0, offsetValue: 0, bytes: 1 }
          : this.matchToken(length, matches.offsets[at]!);
      tokens.push(token);
      at += token.bytes;
    }
    return tokens;
  }

  private matchToken(length: number, offset: number): Token {
    const { slot, bits, value } = this.slotOf(offset);
    const lengthHeader = Math.min(length - 2, 7);
    return {
      mainSymbol: 256 + slot * 8 + lengthHeader,
      lengthSymbol: lengthHeader === 7 ? length - 9 : -1,
      offsetBits: bits,
      offsetValue: value,
      bytes: length,
    };
  }

  private slotOf(offset: number): { slot: number; bits: number; value: number } {
    const [first, second, third] = this.recent;
    const repeated = this.recent.indexOf(offset);
    if (repeated >= 0) {
      this.recent = repeated === 0 ? this.recent : repeated === 1 ? [second, first, third] : [third, second, first];
      return { slot: repeated, bits: 0, value: 0 };
    }
    this.recent = [offset, first, second];
    const formatted = offset + 2;
    if (formatted >= 1 << 18) {
      return { slot: 34 + (formatted >>> 17), bits: 17, value: formatted & 0x1ffff };
    }
    const bits = Math.max(0, 30 - Math.clz32(formatted));
    const slot = bits === 0 ? formatted : 2 * bits + (formatted >>> bits);
    return { slot, bits, value: formatted & ((1 << bits) - 1) };
  }

  private writeTokens(tokens: readonly Token[], isAligned: boolean): void {
    const main = new Uint32Array(this.mainSymbols);
    const length = new Uint32Array(249);
    const aligned = new Uint32Array(8);
    for (const token of tokens) {
      main[token.mainSymbol]! += 1;
      if (token.lengthSymbol >= 0) {
        length[token.lengthSymbol]! += 1;
      }
      if (token.offsetBits >= 3) {
        aligned[token.offsetValue & 7]! += 1;
      }
    }
    const mainCode = huffmanCode(main, 16);
    const lengthCode = huffmanCode(length, 16);
    // A reader wants a complete aligned code even if there is nothing to code.
    const alignedCode = huffmanCode(aligned.some((count) => count > 0) ? aligned : aligned.fill(1), 7);
    if (isAligned) {
      alignedCode.lengths.forEach((bits) => {
        this.writer.put(bits, 3);
      });
    }
    this.writeLengths(this.mainLengths, mainCode.lengths, 0, 256);
    this.writeLengths(this.mainLengths, mainCode.lengths, 256, this.mainSymbols);
    this.writeLengths(this.lengthLengths, lengthCode.lengths, 0, 249);

    for (const token of tokens) {
      this.putSymbol(mainCode, token.mainSymbol);
      if (token.lengthSymbol >= 0) {
        this.putSymbol(lengthCode, token.lengthSymbol);
      }
      if (isAligned && token.offsetBits >= 3) {
        this.writer.put(token.offsetValue >>> 3, token.offsetBits - 3);
        this.putSymbol(alignedCode, token.offsetValue & 7);
      } else {
        this.writer.put(token.offsetValue, token.offsetBits);
      }
      this.advance(token.bytes);
    }
  }

  private putSymbol(code: HuffmanCode, symbol: number): void {
    this.writer.put(code.codes[symbol]!, code.lengths[symbol]!);
  }

  /** Code lengths as differences to `previous` (which is brought up to date), runs shortened, behind their pretree. */
  private writeLengths(previous: Uint8Array, lengths: Uint8Array, from: number, to: number): void {
    const steps: { symbol: number; extraBits: number; extra: number; difference: number }[] = [];
    for (let at = from; at < to;) {
      const run = runLength(lengths, at, to);
      const difference = (previous[at]! - lengths[at]! + 17) % 17;
      if (lengths[at] === 0 && run >= 20) {
        const times = Math.min(run, 51);
        steps.push({ symbol: 18, extraBits: 5, extra: times - 20, difference: -1 });
        at += times;
      } else if (lengths[at] === 0 && run >= 4) {
        steps.push({ symbol: 17, extraBits: 4, extra: run - 4, difference: -1 });
        at += run;
      } else if (run >= 4) {
        const times = Math.min(run, 5);
        steps.push({ symbol: 19, extraBits: 1, extra: times - 4, difference });
        at += times;
      } else {
        steps.push({ symbol: difference, extraBits: 0, extra: 0, difference: -1 });
        at += 1;
      }
    }
    previous.set(lengths.subarray(from, to), from);

    const frequencies = new Uint32Array(20);
    for (const { symbol, difference } of steps) {
      frequencies[symbol]! += 1;
      if (difference >= 0) {
        frequencies[difference]! += 1;
      }
    }
    const pretree = huffmanCode(frequencies, 15);
    pretree.lengths.forEach((bits) => {
      this.writer.put(bits, 4);
    });
    for (const { symbol, extraBits, extra, difference } of steps) {
      this.putSymbol(pretree, symbol);
      this.writer.put(extra, extraBits);
      if (difference >= 0) {
        this.putSymbol(pretree, difference);
      }
    }
  }
}

/** Where parts of the given sizes, repeated, end in `length` bytes. */
function endsOf(sizes: readonly number[], length: number): readonly number[] {
  const ends: number[] = [];
  for (let end = 0, part = 0; end < length; part += 1) {
    end = Math.min(length, end + sizes[part % sizes.length]!);
    ends.push(end);
  }
  return ends;
}

function runLength(lengths: Uint8Array, from: number, to: number): number {
  let end = from + 1;
  while (end < to && lengths[end] === lengths[from]) {
    end += 1;
  }
  return end - from;
}

/** Makes the targets of x86 calls absolute, frame by frame, so that the reader has something to undo. */
function translateCalls(data: Uint8Array, fileSize: number): Uint8Array {
  if (fileSize === 0) {
    return data;
  }
  const translated = data.slice();
  const view = new DataView(translated.buffer);
  for (let frame = 0; frame < data.length; frame += frameBytes) {
    const end = Math.min(frame + frameBytes, data.length) - 10;
    for (let at = frame; at < end; at += 1) {
      if (translated[at] !== 0xe8) {
        continue;
      }
      const relative = view.getInt32(at + 1, true);
      if (relative >= -at && relative < fileSize - at) {
        view.setInt32(at + 1, relative + at, true);
      } else if (relative >= fileSize - at && relative < fileSize) {
        view.setInt32(at + 1, relative - fileSize, true);
      }
      at += 4;
    }
  }
  return translated;
}
