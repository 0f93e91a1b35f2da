import { lstat, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { BundleInput, FolderFile } from '../core/bundle/bundleInput';
import { FileSource } from './fileSource';

/** A bundle on disk, and the way to let go of its files. */
export interface OpenedPath {
  readonly input: BundleInput;
  close(): Promise<void>;
}

/** A folder with more files than this is not a bundle but a disk. */
const maxFolderFiles = 20_000;
const maxFolderDepth = 16;

/**
 * Opens a file or a folder as the input of a bundle. Links are not followed. Rejects with the system's error when the
 * path cannot be read, and with a plain one when the folder is too large.
 */
export async function inputFromPath(location: string): Promise<OpenedPath> {
  const name = path.basename(path.resolve(location));
  const facts = await stat(location);
  if (!facts.isDirectory()) {
    const source = new FileSource(location, facts.size);
    return { input: { kind: 'file', name, source }, close: () => source.close() };
  }
  const files: (FolderFile & { readonly source: FileSource })[] = [];
  await collectFiles(location, '', 0, files);
  return {
    input: { kind: 'folder', name, files },
    close: async () => {
      await Promise.all(files.map(({ source }) => source.close()));
    },
  };
}

async function collectFiles(
  root: string,
  below: string,
  depth: number,
  files: (FolderFile & { readonly source: FileSource })[],
): Promise<void> {
  for (const entry of await readdir(path.join(root, below), { withFileTypes: true })) {
    const relative = below === '' ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory() && depth < maxFolderDepth) {
      await collectFiles(root, relative, depth + 1, files);
    } else if (entry.isFile()) {
      if (files.length >= maxFolderFiles) {
        throw new Error(`The folder holds more than ${maxFolderFiles} files; open the bundle itself.`);
      }
      const full = path.join(root, relative);
      const { size, mtimeMs } = await lstat(full);
      files.push({ path: relative, source: new FileSource(full, size), modified: Math.round(mtimeMs) });
    }
  }
}
