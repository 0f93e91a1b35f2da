import { readFileSync, statSync, type BigIntStats } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { errorCode } from './caseProblem';

/** A file as it was seen. What it holds decides whether it is the same later; where its stamp is known, that is enough. */
export interface SeenFile {
  /** `null` where there was no file. */
  readonly bytes: Uint8Array | null;
  /** Changes with every change of the file; `null` where that is not sure. */
  readonly stamp: string | null;
}

export const noFile: SeenFile = { bytes: null, stamp: null };

/** File systems tell times as coarsely as this: a file that was changed later than that may change without a trace, milliseconds. */
const coarsestTime = 2500;

/**
 * Reads a file, unless it is as it was before: then that is returned. Rejects with the system's error.
 * @param largest bytes beyond which it is not read; `tooLarge` makes the error
 */
export async function seeFile(
  file: string,
  before: SeenFile | null,
  largest: number,
  tooLarge: (size: bigint) => Error,
): Promise<SeenFile> {
  try {
    const facts = await stat(file, { bigint: true });
    const stamp = stampOf(facts);
    if (stamp !== null && before?.stamp === stamp) {
      return before;
    }
    if (facts.size > BigInt(largest)) {
      throw tooLarge(facts.size);
    }
    const bytes = await readFile(file);
    // What changed while it was being read has no stamp that it could be known by.
    const isStill = stamp !== null && stampOf(await stat(file, { bigint: true })) === stamp;
    const isSame = before !== null && holds(before, bytes);
    return { bytes: isSame ? before.bytes : bytes, stamp: isStill ? stamp : null };
  } catch (error) {
    if (errorCode(error) === 'ENOENT') {
      return noFile;
    }
    throw error;
  }
}

/** Whether a file is as it was seen, at this very moment. Throws the system's error. */
export function isUnchangedNow(file: string, seen: SeenFile): boolean {
  try {
    if (seen.stamp !== null && stampOf(statSync(file, { bigint: true })) === seen.stamp) {
      return true;
    }
    return holds(seen, readFileSync(file));
  } catch (error) {
    if (errorCode(error) === 'ENOENT') {
      return seen.bytes === null;
    }
    throw error;
  }
}

/** Whether that is what was seen. */
export function holds({ bytes }: SeenFile, others: Uint8Array | null): boolean {
  return bytes === null || others === null
    ? bytes === others
    : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).equals(others);
}

/** Which file it is, and its last change; `null` where that was just now, and another one could bear the same time. */
function stampOf({ ino, size, mtimeNs, ctimeNs, ctimeMs }: BigIntStats): string | null {
  const age = Date.now() - Number(ctimeMs);
  return Math.abs(age) < coarsestTime ? null : [ino, size, mtimeNs, ctimeNs].join(' ');
}
