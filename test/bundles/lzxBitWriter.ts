/** Writes what the LZX bit reader reads: 16-bit little-endian words, filled from the most significant bit. */
export class LzxBitWriter {
  private bytes = new Uint8Array(1 << 16);
  private length = 0;
  private word = 0;
  private used = 0;

  /** Appends the lowest `count` (0 … 24) bits of `value`. */
  put(value: number, count: number): void {
    for (let left = count; left > 0;) {
      const now = Math.min(left, 16 - this.used);
      const part = (value >>> (left - now)) & ((1 << now) - 1);
      this.word |= part << (16 - this.used - now);
      this.used += now;
      left -= now;
      if (this.used === 16) {
        this.flushWord();
      }
    }
  }

  /** Pads to the next word boundary, by a whole word if there already, as an uncompressed block demands. */
  padForBytes(): void {
    this.put(0, 16 - this.used);
  }

  /** Appends bytes as they are; only at a word boundary or right behind other bytes. */
  putBytes(bytes: Uint8Array): void {
    this.reserve(bytes.length);
    this.bytes.set(bytes, this.length);
    this.length += bytes.length;
  }

  /** Ends the frame: fills up the last word, answers the bytes and starts anew. */
  endFrame(): Uint8Array<ArrayBuffer> {
    if (this.used > 0) {
      this.flushWord();
    }
    const frame = this.bytes.slice(0, this.length);
    this.length = 0;
    return frame;
  }

  private flushWord(): void {
    this.reserve(2);
    this.bytes[this.length] = this.word & 0xff;
    this.bytes[this.length + 1] = this.word >>> 8;
    this.length += 2;
    this.word = 0;
    this.used = 0;
  }

  private reserve(count: number): void {
    if (this.length + count > this.bytes.length) {
      const larger = new Uint8Array(2 * this.bytes.length + count);
      larger.set(this.bytes);
      this.bytes = larger;
    }
  }
}
