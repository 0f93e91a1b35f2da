import { toHex } from './hex';

/** Random access to the bytes of one file, wherever they are kept. */
export interface ByteSource {
  /** Length in bytes. */
  readonly size: number;
  /**
   * The bytes `[offset, offset + length)`, shorter only where the file ends earlier. The result may be a view
   * on shared memory: callers never write to it. Rejects only when the medium fails (e.g. a lost share).
   */
  read(offset: number, length: number): Promise<Uint8Array<ArrayBuffer>>;
  /** Lower-case hex SHA-256 of the whole file. */
  sha256(): Promise<string>;
}

/** A {@link ByteSource} over bytes that are in memory already. */
export class MemorySource implements ByteSource {
  constructor(private readonly bytes: Uint8Array<ArrayBuffer>) {}

  get size(): number {
    return this.bytes.length;
  }

  read(offset: number, length: number): Promise<Uint8Array<ArrayBuffer>> {
    return Promise.resolve(this.bytes.subarray(offset, offset + length));
  }

  async sha256(): Promise<string> {
    return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', this.bytes)));
  }
}
