import type { Problem } from '../bytes/problem';

/** Why the content of an entry cannot be had. */
export type UnreadableReason =
  | 'encrypted'
  | 'unsupportedMethod'
  | 'spanned'
  | 'truncated'
  | 'damaged'
  | 'overLimit'
  | 'notCollected'
  /** There, but not to be shown. */
  | 'redacted';

/** The content of an entry, or the reason why there is none. */
export type EntryContent =
  | { readonly ok: true; readonly bytes: Uint8Array<ArrayBuffer>; readonly problems: readonly Problem[] }
  | { readonly ok: false; readonly reason: UnreadableReason; readonly problem: Problem };

export interface ReadOptions {
  readonly signal?: AbortSignal | undefined;
  /** Password for encrypted zip entries; never stored. */
  readonly password?: string | undefined;
}

/**
 * One file in an archive. Listing is cheap; the content is decoded by {@link ArchiveEntry.read} and only then.
 */
export interface ArchiveEntry {
  /** `/`-separated, relative, without `..`, drive or empty segments, unique in its archive. */
  readonly path: string;
  /** The name exactly as the archive spells it (decoded), for display beside a changed {@link path}. */
  readonly rawName: string;
  /** Unpacked size in bytes as the archive claims it. */
  readonly size: number;
  /** Modification time as milliseconds since 1970 read as UTC; archives often mean local time. */
  readonly modified: number | null;
  /** Known at listing time already: reading would give this reason. */
  readonly unreadable: UnreadableReason | null;
  /** What was noticed while listing, e.g. a neutralised name. */
  readonly problems: readonly Problem[];
  /** Decodes the content. Never rejects for bad input; rejects with the signal's reason when aborted. */
  read(options?: ReadOptions): Promise<EntryContent>;
}

/** What a single archive (not what is nested in it) holds. */
export interface ArchiveListing {
  readonly container: 'cab' | 'zip';
  readonly entries: readonly ArchiveEntry[];
  /** About the archive as a whole, e.g. a truncated directory. */
  readonly problems: readonly Problem[];
}
