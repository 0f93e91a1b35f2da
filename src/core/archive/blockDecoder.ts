import * as l10n from '@vscode/l10n';

/** Most bytes that one CFDATA block of a cabinet unpacks to ([MS-CAB] 2.4, CFDATA.cbUncomp). */
export const maxBlockBytes = 32 * 1024;

/** Largest packed size that a CFDATA block can claim, its `cbData` being 16 bits wide. */
export const maxPackedBlockBytes = 0xffff;

/** Unpacks the blocks of one cabinet folder. They build on each other, so each is given once and in order. */
export interface BlockDecoder {
  /** Memory that the decoder holds, bytes. */
  readonly footprint: number;
  /**
   * Unpacks `packed` to exactly `target.length` (1 … {@link maxBlockBytes}) bytes.
   * @returns `null`, or in a few words what is wrong with the data; the decoder is of no use then.
   */
  decode(packed: Uint8Array, target: Uint8Array): string | null;
}

/** Blocks that are not compressed. */
export class StoredDecoder implements BlockDecoder {
  readonly footprint = 0;

  decode(packed: Uint8Array, target: Uint8Array): string | null {
    if (packed.length !== target.length) {
      return l10n.t('a stored block of {0} bytes claims to unpack to {1}', packed.length, target.length);
    }
    target.set(packed);
    return null;
  }
}
