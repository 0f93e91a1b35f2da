import type { ByteSource } from './byteSource';

/** How much is fetched at once, bytes. */
const chunkBytes = 256 * 1024;

/** Serves many small reads, mostly going forward, from few large reads of a {@link ByteSource}. */
export class SourceReader {
  private chunk = new Uint8Array(0);
  private chunkOffset = 0;

  constructor(private readonly source: ByteSource) {}

  /** Memory held at the moment, bytes; less where the source hands out views on its own. */
  get footprint(): number {
    return this.chunk.length;
  }

  /** The bytes `[offset, offset + length)`, shorter only where the source ends; never written to by callers. */
  async read(offset: number, length: number): Promise<Uint8Array<ArrayBuffer>> {
    const from = offset - this.chunkOffset;
    if (from < 0 || from + length > this.chunk.length) {
      this.chunk = await this.source.read(offset, Math.max(length, chunkBytes));
      this.chunkOffset = offset;
      return this.chunk.subarray(0, length);
    }
    return this.chunk.subarray(from, from + length);
  }
}
