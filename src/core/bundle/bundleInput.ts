import type { ByteSource } from '../bytes/byteSource';

/** A file of a folder that is opened as a bundle. */
export interface FolderFile {
  /** Relative to the folder, `/`-separated. */
  readonly path: string;
  readonly source: ByteSource;
  /** Milliseconds since 1970 UTC. */
  readonly modified: number | null;
}

/** What a person opened: one file (an archive or a single log) or a folder. */
export type BundleInput =
  | { readonly kind: 'file'; readonly name: string; readonly source: ByteSource }
  | { readonly kind: 'folder'; readonly name: string; readonly files: readonly FolderFile[] };
