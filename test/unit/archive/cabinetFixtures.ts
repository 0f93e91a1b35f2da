import assert from 'node:assert/strict';
import type { ArchiveEntry, ArchiveListing, EntryContent } from '../../../src/core/archive/archiveEntry';
import { openCabinet } from '../../../src/core/archive/cabinet';
import { defaultLimits } from '../../../src/core/archive/limits';
import type { ArchiveLimits } from '../../../src/core/archive/limits';
import { MemorySource } from '../../../src/core/bytes/byteSource';
import type { ByteSource } from '../../../src/core/bytes/byteSource';
import type { CabinetPacking } from '../../bundles/cabinetWriter';

/** Every way of packing that the writer knows and the reader has to undo. */
export const packings: readonly (readonly [string, CabinetPacking])[] = [
  ['stored', 'stored'],
  ['MSZIP', 'mszip'],
  ...[15, 16, 17, 18, 19, 20, 21].map((windowBits) => [`LZX:${windowBits}`, { windowBits }] as const),
];

export function openBytes(
  bytes: Uint8Array<ArrayBuffer>,
  limits: Partial<ArchiveLimits> = {},
): Promise<ArchiveListing> {
  return openCabinet(new MemorySource(bytes), '', { ...defaultLimits, ...limits });
}

/** Counts what a reader takes from the medium. */
export class CountingSource implements ByteSource {
  bytesRead = 0;
  private readonly inner: MemorySource;

  constructor(bytes: Uint8Array<ArrayBuffer>) {
    this.inner = new MemorySource(bytes);
  }

  get size(): number {
    return this.inner.size;
  }

  async read(offset: number, length: number): Promise<Uint8Array<ArrayBuffer>> {
    const bytes = await this.inner.read(offset, length);
    this.bytesRead += bytes.length;
    return bytes;
  }

  sha256(): Promise<string> {
    return this.inner.sha256();
  }
}

export async function contentOf(entry: ArchiveEntry | undefined): Promise<Uint8Array> {
  assert.ok(entry !== undefined, 'there is no such entry');
  const content = await entry.read();
  assert.ok(content.ok, content.ok ? '' : content.problem.detail);
  assert.deepEqual(content.problems, []);
  return content.bytes;
}

/** Equality of long content without a diff of megabytes. */
export function assertSameBytes(actual: Uint8Array, expected: Uint8Array): void {
  assert.equal(actual.length, expected.length);
  const difference = actual.findIndex((byte, index) => byte !== expected[index]);
  assert.equal(difference, -1, `the first differing byte is at ${difference}`);
}

/** Why content could not be had, as `reason code`. */
export function refusal(content: EntryContent): string {
  return content.ok ? 'delivered' : `${content.reason} ${content.problem.code}`;
}
