/** Bounds that keep a hostile archive from exhausting the machine; each break is a clear problem on its entry. */
export interface ArchiveLimits {
  /** Largest unpacked entry, bytes. */
  readonly maxEntryBytes: number;
  /** Sum of the claimed unpacked sizes in one bundle, nested archives included, bytes. */
  readonly maxTotalBytes: number;
  /** Largest unpacked : packed ratio of an entry that is over {@link ratioFreeBytes}. */
  readonly maxRatio: number;
  /** Below this unpacked size any ratio is fine, bytes. */
  readonly ratioFreeBytes: number;
  /** Entries in one bundle, nested archives included. */
  readonly maxEntries: number;
  /** How deep archives may sit in archives; the outermost is depth 1. */
  readonly maxDepth: number;
}

/** Generous for real bundles (the largest known is some 600 MB unpacked), small enough for a laptop. */
export const defaultLimits: ArchiveLimits = {
  maxEntryBytes: 512 * 1024 * 1024,
  maxTotalBytes: 2 * 1024 * 1024 * 1024,
  maxRatio: 1100,
  ratioFreeBytes: 8 * 1024 * 1024,
  maxEntries: 100_000,
  maxDepth: 4,
};
