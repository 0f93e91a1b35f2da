import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import type { ByteSource } from '../core/bytes/byteSource';

/** A {@link ByteSource} over a file on disk that reads only the ranges it is asked for. */
export class FileSource implements ByteSource {
  private handle: Promise<FileHandle> | null = null;

  constructor(
    private readonly path: string,
    readonly size: number,
  ) {}

  async read(offset: number, length: number): Promise<Uint8Array<ArrayBuffer>> {
    const wanted = Math.max(0, Math.min(length, this.size - offset));
    const bytes = new Uint8Array(wanted);
    const file = await this.opened();
    let filled = 0;
    while (filled < wanted) {
      const { bytesRead } = await file.read(bytes, filled, wanted - filled, offset + filled);
      if (bytesRead === 0) {
        break;
      }
      filled += bytesRead;
    }
    return bytes.subarray(0, filled);
  }

  async sha256(): Promise<string> {
    const hash = createHash('sha256');
    for await (const chunk of createReadStream(this.path)) {
      hash.update(chunk as Uint8Array);
    }
    return hash.digest('hex');
  }

  /** Lets go of the file; a later read opens it again. */
  async close(): Promise<void> {
    const { handle } = this;
    this.handle = null;
    // What could not be opened has nothing to let go of; its reader has been told.
    const opened = await handle?.catch(() => null);
    await opened?.close();
  }

  private opened(): Promise<FileHandle> {
    this.handle ??= open(this.path, 'r').catch((error: unknown) => {
      // The next read tries again: a share may come back.
      this.handle = null;
      throw error;
    });
    return this.handle;
  }
}
