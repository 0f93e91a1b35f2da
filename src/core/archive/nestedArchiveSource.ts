import type { ByteCache } from '../bytes/byteCache';
import type { ByteSource } from '../bytes/byteSource';
import { toHex } from '../bytes/hex';
import type { ArchiveEntry, EntryContent } from './archiveEntry';
import type { Container } from './containerSniff';

/**
 * The bytes of an archive that is an entry of another one. They are decoded as a whole and kept in a cache that all
 * nested archives of a tree share; only where they were pushed out is the outer archive asked again.
 */
export class NestedArchiveSource implements ByteSource {
  /** The decoding that is under way, so that readers who come meanwhile share it. */
  private pending: Promise<EntryContent> | null = null;

  constructor(
    private readonly entry: ArchiveEntry,
    readonly container: Container,
    /** Its real length, which was seen when it was opened. */
    readonly size: number,
    private readonly cache: ByteCache<ArchiveEntry, Uint8Array<ArrayBuffer>>,
    private readonly password: string | undefined,
  ) {}

  /** The whole archive as a file. */
  async content(signal?: AbortSignal): Promise<EntryContent> {
    const kept = this.cache.get(this.entry);
    if (kept !== undefined) {
      return { ok: true, bytes: kept, problems: [] };
    }
    // Nobody's signal may end what others wait for.
    this.pending ??= this.decode().finally(() => {
      this.pending = null;
    });
    const content = await this.pending;
    signal?.throwIfAborted();
    return content;
  }

  async read(offset: number, length: number): Promise<Uint8Array<ArrayBuffer>> {
    return (await this.bytes()).subarray(offset, offset + length);
  }

  async sha256(): Promise<string> {
    return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', await this.bytes())));
  }

  private async bytes(): Promise<Uint8Array<ArrayBuffer>> {
    const content = await this.content();
    if (!content.ok) {
      // It decoded when the tree was made: the medium has changed since.
      throw new Error(content.problem.detail);
    }
    return content.bytes;
  }

  private async decode(): Promise<EntryContent> {
    const content = await this.entry.read({ password: this.password });
    if (content.ok) {
      this.cache.set(this.entry, content.bytes, content.bytes.length);
    }
    return content;
  }
}
