import type { ByteSource } from '../bytes/byteSource';
import { viewOf, zipLength, zipSignature } from './zipRecords';

/**
 * Looks for the end records of a zip where they may be: in the last 64 KiB, as a comment may follow (APPNOTE 4.3.16).
 * An honest archive has one whose comment ends where the file does; with two, it is two archives in one, and programs
 * disagree on which. Rejects only when the medium fails.
 * @returns for each end record whether its comment reaches exactly to the end of the file.
 */
export async function findEndRecords(source: ByteSource): Promise<readonly { readonly reachesEnd: boolean }[]> {
  const length = Math.min(source.size, zipLength.endOfDirectory + zipLength.longestComment);
  const tail = await source.read(source.size - length, length);
  const view = viewOf(tail);
  const records: { readonly reachesEnd: boolean }[] = [];
  for (let at = 0; at + zipLength.endOfDirectory <= tail.length; at++) {
    if (view.getUint32(at, true) === zipSignature.endOfDirectory) {
      const end = at + zipLength.endOfDirectory + view.getUint16(at + 20, true);
      records.push({ reachesEnd: end === tail.length });
    }
  }
  return records;
}
