import * as l10n from '@vscode/l10n';
import { HuffmanTable } from './huffmanTable';

/** RFC 1951 section 3.2.5: how many extra bits follow length codes 257 … 285, and the first length of each. */
const lengthExtra = Uint8Array.from({ length: 29 }, (_, code) => (code < 8 || code === 28 ? 0 : (code >>> 2) - 1));
const lengthBase = firstValues(lengthExtra, 3);
// Length 258 has a code of its own, although the one before could express it.
lengthBase[28] = 258;
/** The same for distance codes 0 … 29. */
const distanceExtra = Uint8Array.from({ length: 30 }, (_, code) => (code < 4 ? 0 : (code >>> 1) - 1));
const distanceBase = firstValues(distanceExtra, 1);
/** Section 3.2.7: the order in which the lengths of the code-length code are stored. */
const codeLengthOrder = Uint8Array.of(16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15);

const literalSymbols = 288;
const distanceSymbols = 32;
const endOfBlock = 256;
const longestCode = 15;
/** From this length on the built-in copy beats a loop. */
const longMatch = 32;

/**
 * Decoder of raw deflate streams (RFC 1951) that writes into a buffer which already holds the preceding output.
 * The platform's `DecompressionStream` cannot be used for MSZIP, because it knows no preset history.
 */
export class Inflater {
  private readonly literals = new HuffmanTable(literalSymbols, longestCode, 10, 'lsbFirst');
  private readonly distances = new HuffmanTable(distanceSymbols, longestCode, 8, 'lsbFirst');
  private readonly codeLengths = new HuffmanTable(19, 7, 7, 'lsbFirst');
  private readonly lengths = new Uint8Array(literalSymbols + distanceSymbols);

  private input: Uint8Array = new Uint8Array(0);
  private position = 0;
  /** Bits taken from the input but not used yet, the next one lowest. */
  private bits = 0;
  private available = 0;

  private output: Uint8Array = new Uint8Array(0);
  private at = 0;
  private end = 0;
  private historyStart = 0;

  /**
   * Unpacks one whole stream to exactly `[from, to)` of `output`; matches may reach back to `historyStart`.
   * @returns `null`, or in a few words what is wrong.
   */
  inflate(input: Uint8Array, output: Uint8Array, historyStart: number, from: number, to: number): string | null {
    this.input = input;
    this.position = 0;
    this.bits = 0;
    this.available = 0;
    this.output = output;
    this.historyStart = historyStart;
    this.at = from;
    this.end = to;

    let isLast = false;
    while (!isLast) {
      isLast = this.take(1) === 1;
      const fault =
        this.inflateBlock(this.take(2)) ?? (this.isOverrun() ? l10n.t('the compressed data ends early') : null);
      if (fault !== null) {
        return fault;
      }
    }
    return this.at === to ? null : l10n.t('the block unpacks to fewer bytes than it claims');
  }

  private inflateBlock(type: number): string | null {
    switch (type) {
      case 0:
        return this.copyStored();
      case 1:
        this.lengths.fill(8, 0, 144).fill(9, 144, 256).fill(7, 256, 280).fill(8, 280, 288).fill(5, 288, 320);
        return this.buildTables(literalSymbols, distanceSymbols) ?? this.inflateCodes();
      case 2:
        return this.readDynamicLengths() ?? this.inflateCodes();
      default:
        return l10n.t('unknown deflate block type');
    }
  }

  private copyStored(): string | null {
    // The length stands at the next byte boundary; whole bytes that were read ahead are given back.
    this.position -= this.available >>> 3;
    this.bits = 0;
    this.available = 0;
    const length = this.take(16);
    if ((length ^ this.take(16)) !== 0xffff) {
      return l10n.t('a stored deflate block has a wrong length');
    }
    this.position -= this.available >>> 3;
    this.bits = 0;
    this.available = 0;
    if (this.position + length > this.input.length) {
      return l10n.t('the compressed data ends early');
    }
    if (this.at + length > this.end) {
      return l10n.t('the block unpacks to more bytes than it claims');
    }
    this.output.set(this.input.subarray(this.position, this.position + length), this.at);
    this.position += length;
    this.at += length;
    return null;
  }

  /** RFC 1951 section 3.2.7. */
  private readDynamicLengths(): string | null {
    const literalCount = this.take(5) + 257;
    const distanceCount = this.take(5) + 1;
    const codeLengthCount = this.take(4) + 4;
    this.lengths.fill(0, 0, codeLengthOrder.length);
    for (let index = 0; index < codeLengthCount; index += 1) {
      this.lengths[codeLengthOrder[index]!] = this.take(3);
    }
    if (!this.codeLengths.build(this.lengths, codeLengthOrder.length)) {
      return l10n.t('invalid code lengths');
    }
    const total = literalCount + distanceCount;
    for (let index = 0; index < total;) {
      const symbol = this.takeCodeLength();
      if (symbol < 0) {
        return l10n.t('invalid code lengths');
      }
      if (symbol < 16) {
        this.lengths[index] = symbol;
        index += 1;
        continue;
      }
      if (symbol === 16 && index === 0) {
        return l10n.t('invalid code lengths');
      }
      const repeated = symbol === 16 ? this.lengths[index - 1]! : 0;
      const times = symbol === 16 ? 3 + this.take(2) : symbol === 17 ? 3 + this.take(3) : 11 + this.take(7);
      if (index + times > total) {
        return l10n.t('invalid code lengths');
      }
      this.lengths.fill(repeated, index, index + times);
      index += times;
    }
    return this.buildTables(literalCount, distanceCount);
  }

  /** Builds both tables from the lengths of the literals and, right behind them, those of the distances. */
  private buildTables(literalCount: number, distanceCount: number): string | null {
    const distanceLengths = this.lengths.subarray(literalCount, literalCount + distanceCount);
    const valid =
      this.literals.build(this.lengths, literalCount) && this.distances.build(distanceLengths, distanceCount);
    return valid ? null : l10n.t('invalid code lengths');
  }

  private takeCodeLength(): number {
    this.refill();
    const entry = this.codeLengths.entries[this.bits & 127]!;
    this.drop(entry & 31);
    return entry === 0 ? -1 : entry >>> 5;
  }

  /** The next `count` (1 … 16) bits. */
  private take(count: number): number {
    this.refill();
    const value = this.bits & ((1 << count) - 1);
    this.drop(count);
    return value;
  }

  private drop(count: number): void {
    this.bits >>>= count;
    this.available -= count;
  }

  /** Leaves at least 16 bits; behind the end of the input come zeros, which {@link isOverrun} notices. */
  private refill(): void {
    if (this.available < 16) {
      const word = (this.input[this.position] ?? 0) | ((this.input[this.position + 1] ?? 0) << 8);
      this.bits |= word << this.available;
      this.position += 2;
      this.available += 16;
    }
  }

  /** Whether bits were used that the input does not have. */
  private isOverrun(): boolean {
    return this.position - (this.available >>> 3) > this.input.length;
  }

  /**
   * The symbols of one block up to its end code. This is the hot loop: the state lives in locals, and reading bits
   * is written out instead of called, because both are worth a factor of two.
   */
  private inflateCodes(): string | null {
    const { input, output, end, historyStart } = this;
    const literals = this.literals.entries;
    const literalRoot = this.literals.rootBits;
    const literalMask = (1 << literalRoot) - 1;
    const literalSubMask = (1 << this.literals.subBits) - 1;
    const distances = this.distances.entries;
    const distanceRoot = this.distances.rootBits;
    const distanceMask = (1 << distanceRoot) - 1;
    const distanceSubMask = (1 << this.distances.subBits) - 1;
    let { position, bits, available, at } = this;
    let fault: string | null = null;

    for (;;) {
      // 1. A literal, a match length or the end.
      if (available < 16) {
        bits |= ((input[position] ?? 0) | ((input[position + 1] ?? 0) << 8)) << available;
        position += 2;
        available += 16;
      }
      let entry = literals[bits & literalMask]!;
      if (entry < 0) {
        entry = literals[~entry + ((bits >>> literalRoot) & literalSubMask)]!;
      }
      bits >>>= entry & 31;
      available -= entry & 31;
      let symbol = entry >>> 5;
      if (symbol < endOfBlock && entry !== 0) {
        if (at >= end) {
          fault = l10n.t('the block unpacks to more bytes than it claims');
          break;
        }
        output[at] = symbol;
        at += 1;
        continue;
      }
      if (symbol === endOfBlock) {
        break;
      }
      symbol -= 257;
      if (symbol < 0 || symbol >= lengthBase.length) {
        fault = l10n.t('an invalid code');
        break;
      }
      if (available < 16) {
        bits |= ((input[position] ?? 0) | ((input[position + 1] ?? 0) << 8)) << available;
        position += 2;
        available += 16;
      }
      let extra = lengthExtra[symbol]!;
      const length = lengthBase[symbol]! + (bits & ((1 << extra) - 1));
      bits >>>= extra;
      available -= extra;

      // 2. The distance.
      if (available < 16) {
        bits |= ((input[position] ?? 0) | ((input[position + 1] ?? 0) << 8)) << available;
        position += 2;
        available += 16;
      }
      entry = distances[bits & distanceMask]!;
      if (entry < 0) {
        entry = distances[~entry + ((bits >>> distanceRoot) & distanceSubMask)]!;
      }
      bits >>>= entry & 31;
      available -= entry & 31;
      symbol = entry >>> 5;
      if (entry === 0 || symbol >= distanceBase.length) {
        fault = l10n.t('an invalid code');
        break;
      }
      if (available < 16) {
        bits |= ((input[position] ?? 0) | ((input[position + 1] ?? 0) << 8)) << available;
        position += 2;
        available += 16;
      }
      extra = distanceExtra[symbol]!;
      const distance = distanceBase[symbol]! + (bits & ((1 << extra) - 1));
      bits >>>= extra;
      available -= extra;

      // 3. The copy.
      let from = at - distance;
      const matchEnd = at + length;
      if (from < historyStart) {
        fault = l10n.t('a match reaches back before the beginning');
        break;
      }
      if (matchEnd > end) {
        fault = l10n.t('the block unpacks to more bytes than it claims');
        break;
      }
      if (length >= longMatch && distance >= length) {
        output.copyWithin(at, from, from + length);
        at = matchEnd;
        continue;
      }
      while (at < matchEnd) {
        output[at] = output[from]!;
        at += 1;
        from += 1;
      }
    }

    this.position = position;
    this.bits = bits;
    this.available = available;
    this.at = at;
    return fault;
  }
}

/** The first value of each code, the values of all codes following each other without gaps. */
function firstValues(extraBits: Uint8Array, first: number): Uint16Array {
  const values = new Uint16Array(extraBits.length);
  let value = first;
  for (const [code, extra] of extraBits.entries()) {
    values[code] = value;
    value += 1 << extra;
  }
  return values;
}
