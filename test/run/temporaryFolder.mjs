import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** @type {Set<string>} */
const folders = new Set();

/** @param {string} folder */
function remove(folder) {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  folders.delete(folder);
}

/**
 * Hands a folder to `use` that is gone afterwards, also where a signal ends this process.
 * @template T
 * @param {(folder: string) => Promise<T>} use
 * @param {string} [parent] the system's folder for such things unless given
 * @returns {Promise<T>}
 */
export async function withTemporaryFolder(use, parent = tmpdir()) {
  const folder = mkdtempSync(path.join(parent, 'triage-'));
  folders.add(folder);
  try {
    return await use(folder);
  } finally {
    remove(folder);
  }
}

process.on('exit', () => folders.forEach(remove));
