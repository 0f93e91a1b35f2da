import { randomUUID } from 'node:crypto';
import { open, readdir, realpath, rm, stat } from 'node:fs/promises';
import { closeSync, fsyncSync, openSync, renameSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { errorCode } from './caseProblem';
import { isUnchangedNow, type SeenFile } from './seenFile';

/** How long a name is kept at by others (a virus scanner, a reader on Windows) before giving up, milliseconds. */
const busyPauses = [10, 20, 40, 80, 160, 320, 640];
const busyCodes = new Set(['EPERM', 'EACCES', 'EBUSY']);

/**
 * Replaces a file as a whole, or not at all: written beside it, synced, and renamed over it. No one ever sees half of it.
 * @param seen what was read before; the file is left alone if it is another one by now
 * @returns whether it was replaced. Rejects with the system's error; then the file is as it was.
 */
export async function replaceFile(file: string, content: string | Uint8Array, seen: SeenFile): Promise<boolean> {
  const target = await realpath(file).catch(() => file);
  const temporary = path.join(path.dirname(target), `.${path.basename(target)}.${randomUUID()}${temporaryExtension}`);
  try {
    const handle = await open(temporary, 'wx');
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    const isReplaced = await renameOver(temporary, target, seen);
    if (!isReplaced) {
      await rm(temporary, { force: true });
    }
    return isReplaced;
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw error;
  }
}

async function renameOver(temporary: string, target: string, seen: SeenFile): Promise<boolean> {
  for (const wait of [...busyPauses, null]) {
    // Nothing else of this process may come between the look and the renaming: the gap for others is microseconds.
    if (!isUnchangedNow(target, seen)) {
      return false;
    }
    try {
      renameSync(temporary, target);
      syncFolder(path.dirname(target));
      return true;
    } catch (error) {
      if (wait === null || process.platform !== 'win32' || !busyCodes.has(errorCode(error))) {
        throw error;
      }
      await pause(wait);
    }
  }
  return false;
}

/** The new name is on the disk only when its folder is. Windows has no such thing, some shares refuse it. */
function syncFolder(folder: string): void {
  try {
    const handle = openSync(folder, 'r');
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch {
    // The file itself is complete either way, and the journal outlives this.
  }
}

const temporaryExtension = '.tmp';

/** No save takes longer; what is older was left behind, milliseconds. */
const longestSave = 3_600_000;

/** Removes what saves of this file have left behind that were cut off. Never rejects. */
export async function removeLeftovers(file: string): Promise<void> {
  const folder = path.dirname(file);
  const prefix = `.${path.basename(file)}.`;
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter((known) => known.startsWith(prefix) && known.endsWith(temporaryExtension))) {
    const leftover = path.join(folder, name);
    const facts = await stat(leftover).catch(() => null);
    if (facts !== null && Date.now() - facts.mtimeMs > longestSave) {
      await rm(leftover, { force: true }).catch(() => undefined);
    }
  }
}
