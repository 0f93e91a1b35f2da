import { maxPackedBlockBytes } from './blockDecoder';
import type { HuffmanTable } from './huffmanTable';

/**
 * Reads one LZX frame: 16-bit little-endian words, the most significant bit first.
 *
 * {@link position}, {@link bits} and {@link available} are public because the hot loop of the decoder keeps them in
 * locals while it runs.
 */
export class LzxBitReader {
  /** The packed frame, with room behind it so that reading ahead mostly stays inside. */
  readonly input = new Uint8Array(maxPackedBlockBytes + 65);
  /** The next byte of {@link input} to take in. */
  position = 0;
  /** Bits taken in but not used yet, the next one highest. */
  bits = 0;
  /** How many of {@link bits} are real. */
  available = 0;

  private length = 0;

  /** Starts a frame. Every frame starts at a byte boundary, whatever was left over of the one before. */
  load(packed: Uint8Array): void {
    this.length = Math.min(packed.length, maxPackedBlockBytes);
    this.input.set(packed.subarray(0, this.length));
    this.input.fill(0, this.length, this.length + 64);
    this.position = 0;
    this.bits = 0;
    this.available = 0;
  }

  /** Whether bits were used that the frame does not have. An odd last byte counts as a whole word. */
  get isOverrun(): boolean {
    return this.position * 8 - this.available > (this.length + (this.length & 1)) * 8;
  }

  /** The next `count` (1 … 17) bits. */
  take(count: number): number {
    this.refill();
    const value = this.bits >>> (32 - count);
    this.bits <<= count;
    this.available -= count;
    return value;
  }

  /** The next symbol of a code, or -1 where there is none with such bits. */
  takeSymbol(table: HuffmanTable): number {
    this.refill();
    let entry = table.entries[this.bits >>> (32 - table.rootBits)]!;
    if (entry < 0) {
      entry = table.entries[~entry + ((this.bits << table.rootBits) >>> (32 - table.subBits))]!;
    }
    if (entry === 0) {
      return -1;
    }
    this.bits <<= entry & 31;
    this.available -= entry & 31;
    return entry >>> 5;
  }

  /** Skips to the next word boundary, a whole word if already at one, as an uncompressed block demands. */
  alignForBytes(): void {
    this.refill();
    const padding = this.available % 16 === 0 ? 16 : this.available % 16;
    this.position -= (this.available - padding) >>> 3;
    this.bits = 0;
    this.available = 0;
  }

  /** The next `count` bytes as they are, or `null` where the frame ends before. Only right after aligning. */
  takeBytes(count: number): Uint8Array | null {
    if (this.position + count > this.length) {
      return null;
    }
    this.position += count;
    return this.input.subarray(this.position - count, this.position);
  }

  /** Skips one byte if the frame has one more; answers whether it did. Only right after {@link takeBytes}. */
  skipByte(): boolean {
    return this.takeBytes(1) !== null;
  }

  /** Makes at least 17 bits available; behind the end of the frame come zeros. */
  private refill(): void {
    if (this.available <= 16) {
      const word = (this.input[this.position] ?? 0) | ((this.input[this.position + 1] ?? 0) << 8);
      this.bits |= word << (16 - this.available);
      this.position += 2;
      this.available += 16;
    }
  }
}
