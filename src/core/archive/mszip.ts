import * as l10n from '@vscode/l10n';
import { maxBlockBytes } from './blockDecoder';
import type { BlockDecoder } from './blockDecoder';
import { Inflater } from './inflate';

/** "CK", the first two bytes of every block ([MS-MCI] section 2.1). */
const signature = [0x43, 0x4b] as const;

/**
 * MSZIP ([MS-MCI]): every block is `CK` and a whole raw deflate stream, whose matches may reach back into the 32 KiB
 * that were unpacked before it.
 */
export class MszipDecoder implements BlockDecoder {
  private readonly inflater = new Inflater();
  /** The history, which ends in the middle, and behind it the block that is being unpacked. */
  private readonly buffer = new Uint8Array(2 * maxBlockBytes);
  private historyBytes = 0;

  readonly footprint = this.buffer.length;

  decode(packed: Uint8Array, target: Uint8Array): string | null {
    if (packed[0] !== signature[0] || packed[1] !== signature[1]) {
      return l10n.t('an MSZIP block does not start with CK');
    }
    const start = maxBlockBytes;
    const end = start + target.length;
    const fault = this.inflater.inflate(packed.subarray(2), this.buffer, start - this.historyBytes, start, end);
    if (fault !== null) {
      return fault;
    }
    target.set(this.buffer.subarray(start, end));
    this.buffer.copyWithin(0, target.length, end);
    this.historyBytes = Math.min(maxBlockBytes, this.historyBytes + target.length);
    return null;
  }
}
