import type { ByteSource } from '../bytes/byteSource';
import { findEndRecords } from './zipEndRecord';
import { viewOf, zipSignature } from './zipRecords';

/** The archives that can be opened. */
export type Container = 'cab' | 'zip';

/** `MSCF`, MS-CAB section 2.1 (CFHEADER.signature). */
const cabinetSignature = 0x4643534d;

/** Tells an archive by its first bytes, as nested archives are told; a name proves nothing. */
export function containerOfStart(start: Uint8Array): Container | null {
  switch (start.length < 4 ? 0 : viewOf(start).getUint32(0, true)) {
    case cabinetSignature:
      return 'cab';
    case zipSignature.localHeader:
    // An archive without entries, and one that was meant to be split, start with these.
    case zipSignature.endOfDirectory:
    case zipSignature.dataDescriptor:
      return 'zip';
    default:
      return null;
  }
}

/**
 * Tells an archive by content, also a zip with something in front of it (a self-extractor, a mail header), which is
 * found by its end record. Rejects only when the medium fails.
 */
export async function sniffContainer(source: ByteSource): Promise<Container | null> {
  return containerOfStart(await source.read(0, 4)) ?? ((await findEndRecords(source)).length > 0 ? 'zip' : null);
}
