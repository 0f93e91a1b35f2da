import * as l10n from '@vscode/l10n';
import { lstat, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { BundleInput, FolderFile } from '../core/bundle/bundleInput';
import { FileSource } from './fileSource';

/** A bundle on disk, and the way to let go of its files. */
export interface OpenedPath {
  readonly input: BundleInput;
  readonly close: () => Promise<void>;
}

/** A folder with more than this is not a bundle but a disk. */
export interface FolderLimits {
  readonly maxFiles: number;
  /** Folders in folders; the opened one is depth 0. */
  readonly maxDepth: number;
}

const defaultLimits: FolderLimits = { maxFiles: 20_000, maxDepth: 16 };

interface FileOfFolder extends FolderFile {
  readonly source: FileSource;
}

/**
 * Opens a file or a folder as the input of a bundle. Links in a folder are not followed. Rejects with the system's
 * error when the path cannot be read, and with a plain one when it is neither or the folder is too large.
 */
export async function inputFromPath(location: string, limits = defaultLimits): Promise<OpenedPath> {
  const name = path.basename(path.resolve(location));
  const facts = await stat(location);
  if (facts.isFile()) {
    const source = new FileSource(location, facts.size);
    return { input: { kind: 'file', name, source }, close: () => source.close() };
  }
  if (!facts.isDirectory()) {
    // A pipe or a device would block, and has no size.
    throw new Error(l10n.t('This is neither a file nor a folder.'));
  }
  const files: FileOfFolder[] = [];
  await collectFiles(location, '', limits, files);
  return {
    input: { kind: 'folder', name, files },
    close: async () => {
      await Promise.all(files.map(({ source }) => source.close()));
    },
  };
}

async function collectFiles(root: string, below: string, limits: FolderLimits, files: FileOfFolder[]): Promise<void> {
  if (below.split('/').length > limits.maxDepth) {
    throw new Error(l10n.t('The folder is more than {0} folders deep; open the bundle itself.', limits.maxDepth));
  }
  for (const entry of await readdir(path.join(root, below), { withFileTypes: true })) {
    const relative = below === '' ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory()) {
      await collectFiles(root, relative, limits, files);
    } else if (entry.isFile()) {
      if (files.length >= limits.maxFiles) {
        throw new Error(l10n.t('The folder holds more than {0} files; open the bundle itself.', limits.maxFiles));
      }
      const full = path.join(root, relative);
      const { size, mtimeMs } = await lstat(full);
      files.push({ path: relative, source: new FileSource(full, size), modified: Math.round(mtimeMs) });
    }
  }
}
