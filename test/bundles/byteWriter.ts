/** A growing little-endian buffer. Positions are bytes from its start. */
export class ByteWriter {
  /** Most values are short, and a bundle has hundreds of thousands of them. */
  private buffer = new Uint8Array(256);
  private view = new DataView(this.buffer.buffer);
  private used = 0;

  get length(): number {
    return this.used;
  }

  u8(value: number): this {
    const at = this.claim(1);
    this.view.setUint8(at, value);
    return this;
  }

  u16(value: number): this {
    const at = this.claim(2);
    this.view.setUint16(at, value, true);
    return this;
  }

  u32(value: number): this {
    const at = this.claim(4);
    this.view.setUint32(at, value, true);
    return this;
  }

  u64(value: bigint): this {
    const at = this.claim(8);
    this.view.setBigUint64(at, BigInt.asUintN(64, value), true);
    return this;
  }

  bytes(values: Uint8Array): this {
    const at = this.claim(values.length);
    this.buffer.set(values, at);
    return this;
  }

  zeros(count: number): this {
    const at = this.claim(count);
    this.buffer.fill(0, at, at + count);
    return this;
  }

  /** UTF-16LE code units, without a terminator. */
  utf16(text: string): this {
    const at = this.claim(text.length * 2);
    for (let index = 0; index < text.length; index += 1) {
      this.view.setUint16(at + index * 2, text.charCodeAt(index), true);
    }
    return this;
  }

  patchU16(at: number, value: number): void {
    this.view.setUint16(at, value, true);
  }

  patchU32(at: number, value: number): void {
    this.view.setUint32(at, value, true);
  }

  /** Forgets everything from `length` on. */
  truncate(length: number): void {
    this.used = length;
  }

  toBytes(): Uint8Array<ArrayBuffer> {
    return this.buffer.slice(0, this.used);
  }

  /** Makes room first: growing replaces the buffer, so nothing may hold on to the old one. */
  private claim(count: number): number {
    const at = this.used;
    this.used += count;
    if (this.used > this.buffer.length) {
      const larger = new Uint8Array(Math.max(this.buffer.length * 2, this.used));
      larger.set(this.buffer);
      this.buffer = larger;
      this.view = new DataView(larger.buffer);
    }
    return at;
  }
}
